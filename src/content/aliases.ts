import { type Alias, aliasOf, isUnstorable } from "../model/alias.ts";
import { ownFiles, ownPaths, ownRoots, type StandingPage } from "../model/content.ts";
import type { Fault, Problem } from "../model/problem.ts";
import type { Release } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import { fieldProblems } from "./check.ts";

/** Returns the problems of old addresses: those that are impossible, that two releases name, or that are pages of the site. */
export function aliasProblems(
  contentDir: string,
  site: Site,
  releases: readonly Release[],
  pages: readonly StandingPage[],
): Problem[] {
  const aliased = releases.filter(({ aliases }) => aliases);
  if (aliased.length === 0) return [];
  const faultOf = aliasFaults(site, releases, pages);
  return aliased.flatMap(({ file, aliases = [] }) => {
    const faults = aliases.map((written) => faultOf(written, file));
    const wrongs = faults.flatMap((fault, index) => (fault ? [{ at: ["aliases", index], fault }] : []));
    return fieldProblems(contentDir, file, wrongs);
  });
}

/** Returns a function that finds what is wrong with an old address of a file. It remembers whose the earlier ones are. */
export function aliasFaults(site: Site, releases: readonly Release[], pages: readonly StandingPage[]) {
  const isOwn = ownAddresses(site, releases, pages);
  const claimed = new Claimed();
  return (written: string, file: string): Fault | undefined => {
    const alias = aliasOf(written);
    if (!alias) {
      return {
        message: `“${written}” cannot be an old address.`,
        fix: "Write what stood after the name of the host, as it stands in the browser: /old/page.html",
      };
    }
    if (alias.query === "" && isUnstorable(alias)) {
      return {
        message: `“${written}” cannot be an old address: no page can be stored under this name on every computer.`,
        fix: "Delete it. Names that end in a dot or a space, very long ones, and con, nul, aux and the like cannot be stored.",
      };
    }
    if (alias.query === "" && isOwn(alias.path)) {
      return {
        message: `“${written}” is the address of a page of this site.`,
        fix: `Delete it: only an address that leads nowhere now can lead here.${/\p{Lu}/u.test(alias.path) ? " Capital and small letters count as the same." : ""}`,
      };
    }
    return claimed.add(written, alias, file);
  };
}

/** The old addresses so far. Some computers do not distinguish capital from small letters, so that two names may be one file. */
class Claimed {
  /** The file of the output in small letters → its name as written, and the file of the release. */
  readonly #files = new Map<string, { readonly exact: string; readonly file: string }>();
  readonly #folders = new Map<string, { readonly exact: string; readonly file: string }>();

  add(written: string, alias: Alias, file: string): Fault | undefined {
    const exact = alias.file ?? `${alias.path}?${alias.query}`;
    const own = { exact, file };
    const key = alias.file === undefined ? exact : exact.toLowerCase();
    const first = this.#files.get(key);
    if (first && first.file !== file) {
      return {
        message: `“${written}” is an old address of ${first.file} as well.`,
        fix: "An old address leads to one release: delete it in one of the two.",
      };
    }
    const parents = exact.split("/").map((_, index, parts) => parts.slice(0, index).join("/"));
    const folders = parents.map((exact) => ({ ...own, exact })).filter(({ exact }) => exact !== "");
    const isOther = (name: string, other?: { readonly exact: string }) => other !== undefined && other.exact !== name;
    if (
      isOther(exact, first) ||
      (alias.file !== undefined && folders.some(({ exact }) => isOther(exact, this.#folders.get(exact.toLowerCase()))))
    ) {
      return {
        message: `“${written}” differs from another old address in capital and small letters only, and some computers take the two for one.`,
        fix: "Write both with the same letters, or delete one of them.",
      };
    }
    this.#files.set(key, own);
    if (alias.file === undefined) return undefined;
    const other =
      this.#folders.get(key) ?? folders.map(({ exact }) => this.#files.get(exact.toLowerCase())).find(Boolean);
    if (other) {
      return {
        message: `“${written}” is below an old address of ${other.file}, or above it: a page cannot be a file and a folder at once.`,
        fix: "Delete one of the two.",
      };
    }
    for (const folder of folders) this.#folders.set(folder.exact.toLowerCase(), folder);
    return undefined;
  }
}

/** Returns a function that tells whether the site has, or may have, a page or file at a path, ignoring the case of letters. */
function ownAddresses(site: Site, releases: readonly Release[], pages: readonly StandingPage[]) {
  const taken = new Set(releases.map(({ lang, year, slug }) => `${lang}/${year}/${slug}`.toLowerCase()));
  const standing = new Set(pages.map(({ key }) => key));
  const languages = new Map(Object.keys(site.languages).map((lang) => [lang.toLowerCase(), lang]));
  return (path: string): boolean => {
    const small = path.toLowerCase().replace(/(?:^|\/)index\.html?$/, "");
    const [lang = "", first = "", second = ""] = small.split("/");
    if (lang === "" || ownRoots.includes(lang) || /^sitemap-|\.[0-9a-f]{10}\./.test(lang)) return true;
    const own = languages.get(lang);
    if (own === undefined) return false;
    if (path.split("/")[0] !== own || first === "" || ownPaths.includes(first) || standing.has(first)) return true;
    if (second === "") return /^\d{4}$/.test(first) || ownFiles.includes(first);
    if (/^\d{4}$/.test(first) && (second === "page" || ownFiles.includes(second))) return true;
    return taken.has(`${lang}/${first}/${second}`);
  };
}
