import { attempt } from "./attempt.ts";

/** An old address of a release, as its front matter names it. */
export interface Alias {
  /** Path from the site's root, decoded, without slashes at its ends. */
  readonly path: string;
  /** The query. Only hosts that read queries can redirect it. */
  readonly query: string;
  /** The file of the output whose page redirects; none for an address with a query, or with a name that no file can have. */
  readonly file?: string;
}

/** Characters that some file systems do not allow in names. */
const NO_FILE = /[<>:"|?*]/;

/** Ends of names that some file systems drop, and names that Windows keeps for devices. */
const NO_NAME = /[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Files at the root of a site by which hosts are configured, in small letters. */
const HOSTS_OWN = [
  ...["_headers", "_redirects", "_routes.json", "_worker.js", "cname"],
  ...["netlify.toml", "staticwebapp.config.json", "vercel.json", "web.config"],
];

/** Bytes of a name, and of a path. */
const LONGEST = 200;
const LONGEST_PATH = 1000;

/**
 * Reads an old address: a path from the site's root, encoded or not, with or without a query. Undefined if it cannot be one: it leads
 * out of the site or to a hidden file, configures the host, or cannot be decoded.
 */
export function aliasOf(written: string): Alias | undefined {
  const [, encoded = "", query = ""] = /^\/([^?#]*)(?:\?([^#]*))?/.exec(written) ?? [];
  const segments = encoded
    .replace(/\/$/, "")
    .split("/")
    .map((segment) => attempt(() => decodeURIComponent(segment).normalize("NFC")));
  const isRoot = segments.length === 1 && segments[0] === "";
  if (!written.startsWith("/") || segments.includes(undefined)) return undefined;
  const names = isRoot ? [] : segments.map((segment) => segment ?? "");
  if (names.some((name) => name === "" || name.startsWith(".") || /[/\\\p{Cc}\p{Cs}]|%(?:2e|2f|5c)/iu.test(name)))
    return undefined;
  if (HOSTS_OWN.includes(names[0]?.toLowerCase() ?? "")) return undefined;
  const path = names.join("/");
  if (query !== "" || isRoot || names.some((name) => NO_FILE.test(name)) || isUnstorable({ path }))
    return { path, query };
  // Hosts do not serve a file that ends in .php or .aspx as a page, but they serve the page of a folder with such a name.
  return { path, query, file: /\.html?$/i.test(path) ? path : `${path}/index.html` };
}

/** Whether no page can be stored at an old address, so that it could not redirect. */
export function isUnstorable({ path }: Pick<Alias, "path">): boolean {
  const bytes = (text: string) => Buffer.byteLength(text);
  return bytes(path) > LONGEST_PATH || path.split("/").some((name) => NO_NAME.test(name) || bytes(name) > LONGEST);
}

/** Returns the path of an address as hosts and browsers write it. */
export function encodedPath(path: string): string {
  return encodeURI(path).replace(/[?#:*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
