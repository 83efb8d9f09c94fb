/** An old address of a release, as its front matter names it. */
export interface Alias {
  /** Path from the site's root, decoded, without slashes at its ends. */
  readonly path: string;
  /** What follows a question mark: only a host that can tell addresses apart by it leads on from there. */
  readonly query: string;
  /** The file of the output whose page leads on; none where a query decides, or no file can be called so. */
  readonly file?: string;
}

/** Signs that not every file system takes in a name, and ends of names that some drop. */
const NO_FILE = /[<>:"|?*]|[. ]$/;
const LONGEST = 200;

/**
 * Reads an old address: a path from the site's root in any form, encoded or not, with or without a query. Undefined where
 * it cannot be one: it would lead out of the site, or cannot be decoded.
 */
export function aliasOf(written: string): Alias | undefined {
  const [, encoded = "", query = ""] = /^\/([^?#]*)(?:\?([^#]*))?/.exec(written) ?? [];
  const segments = encoded.replace(/\/$/, "").split("/").map(decoded);
  const isRoot = segments.length === 1 && segments[0] === "";
  if (!written.startsWith("/") || segments.includes(undefined)) return undefined;
  const names = isRoot ? [] : segments.map((segment) => segment ?? "");
  if (names.some((name) => name === "" || name === "." || name === ".." || /[/\\\p{Cc}]/u.test(name))) return undefined;
  const path = names.join("/");
  const cannotBe = names.some((name) => NO_FILE.test(name) || Buffer.byteLength(name) > LONGEST);
  if (query !== "" || isRoot || cannotBe) return { path, query };
  // A host says of a name that ends in .php or .aspx that it is a program; of a folder it shows the page.
  return { path, query, file: /\.html?$/i.test(path) ? path : `${path}/index.html` };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch {
    return undefined;
  }
}

/** The path of an address as hosts and browsers write it. */
export function encodedPath(path: string): string {
  return encodeURI(path).replace(/[?#:*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
