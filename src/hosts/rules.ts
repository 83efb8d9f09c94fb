/** The rules in the files `_headers` and `_redirects` of a built site. The configuration of every host is made from them. */
export interface HostRules {
  readonly headers: readonly HeaderRule[];
  readonly redirects: readonly RedirectRule[];
  /** The pages for addresses that do not exist: of the whole site, then of each language's folder. Paths from the host's root. */
  readonly notFound: readonly string[];
}

export interface HeaderRule {
  /** A path from the host's root, with * for anything. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export interface RedirectRule {
  /** A path from the host's root, decoded. */
  readonly from: string;
  /** The query; empty if there is none. */
  readonly query: string;
  readonly to: string;
}

/** Reads the rules. `files` are those of the site, and `prefix` the folder of its host in which it stands (`/press`). */
export function rulesOf(headers: string, redirects: string, files: readonly string[], prefix: string): HostRules {
  return {
    headers: headers.split(/\n{2,}/).flatMap(headerRule),
    redirects: redirects.split("\n").flatMap(redirectRule),
    notFound: files
      .filter((file) => /^(?:[^/]+\/)?404\.html$/.test(file))
      .toSorted((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))
      .map((file) => `${prefix}/${file}`),
  };
}

/** The hash in a file's name. Rules have `*` in its place, so that they do not change with every build. */
const HASH = /\.[0-9a-f]{10}\./;

function headerRule(block: string): HeaderRule[] {
  const [path = "", ...lines] = block.split("\n").filter(Boolean);
  const fields = lines.map((line) => {
    const [name = "", ...value] = line.split(":");
    return [name.trim(), value.join(":").trim()] as const;
  });
  return path === "" ? [] : [{ path: path.replace(HASH, ".*."), fields }];
}

function redirectRule(line: string): RedirectRule[] {
  const [from, ...rest] = line.split(" ").filter(Boolean);
  const [to, status] = rest.slice(-2);
  if (from === undefined || to === undefined || !/^301!?$/.test(status ?? "")) return [];
  return [{ from: decoded(from), query: rest.slice(0, -2).join("&"), to }];
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Returns a path with * for anything as a regular expression that both servers read. */
export function expressionOf(path: string): string {
  return `^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`;
}

/** Files that are for hosts and not for readers. */
export const HIDDEN = String.raw`/(?:_headers|_redirects)$|/\.(?!well-known/)`;
