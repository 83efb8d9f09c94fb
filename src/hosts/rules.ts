/** The rules in the files `_headers` and `_redirects` of a built site. The configuration of every host is made from them. */
export type HostRules = Readonly<ReturnType<typeof rulesOf>>;

/** Reads the rules. `files` are those of the site, and `prefix` the folder of its host in which it stands (`/press`). */
export function rulesOf(headers: string, redirects: string, files: readonly string[], prefix: string) {
  return {
    headers: headers.split(/\n{2,}/).flatMap(headerRule),
    redirects: redirects.split("\n").flatMap(redirectRule),
    /** The pages for addresses that do not exist: of the whole site, then of each language's folder. Paths from the host's root. */
    notFound: files
      .filter((file) => /^(?:[^/]+\/)?404\.html$/.test(file))
      .toSorted((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))
      .map((file) => `${prefix}/${file}`),
  };
}

/** The hash in a file's name. Rules have `*` in its place, so that they do not change with every build. */
const HASH = /\.[0-9a-f]{10}\./;

/** Returns a path from the host's root, with * for anything, and its headers. */
function headerRule(block: string) {
  const [path = "", ...lines] = block.split("\n").filter(Boolean);
  const fields = lines.map((line) => {
    const [name = "", ...value] = line.split(":");
    return [name.trim(), value.join(":").trim()] as const;
  });
  return path === "" ? [] : [{ path: path.replace(HASH, ".*."), fields }];
}

/** Returns a path from the host's root, decoded, with its query, which may be empty, and where it leads. */
function redirectRule(line: string) {
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
