import { aliasOf } from "../model/alias.ts";
import { ownFiles, ownPaths, ownRoots, type StandingPage } from "../model/content.ts";
import type { Problem } from "../model/problem.ts";
import type { Release } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import { fieldProblem } from "./check.ts";
import { divide } from "./front-matter.ts";
import { readSource } from "./source.ts";

interface Fault {
  readonly message: string;
  readonly fix: string;
}

/** Old addresses that cannot be one, that two releases claim, or at which the site has a page. */
export function aliasProblems(
  contentDir: string,
  site: Site,
  releases: readonly Release[],
  pages: readonly StandingPage[],
): Problem[] {
  const aliased = releases.filter(({ aliases }) => aliases);
  if (aliased.length === 0) return [];
  const isOwn = ownAddresses(site, releases, pages);
  const claimed = new Map<string, string>();
  const folders = new Map<string, string>();
  const faultOf = (written: string, file: string): Fault | undefined => {
    const alias = aliasOf(written);
    if (!alias) {
      return {
        message: `“${written}” cannot be an old address.`,
        fix: "Write what stood after the name of the host, as it stands in the browser: /old/page.html",
      };
    }
    if (alias.query === "" && isOwn(alias.path)) {
      return {
        message: `“${written}” is the address of a page of this site.`,
        fix: "Delete it: only an address that leads nowhere now can lead here.",
      };
    }
    const key = alias.file ?? `${alias.path}?${alias.query}`;
    const first = claimed.get(key);
    if (first !== undefined && first !== file) {
      return {
        message: `“${written}” is an old address of ${first} as well.`,
        fix: "An old address leads to one release: delete it in one of the two.",
      };
    }
    claimed.set(key, file);
    if (alias.file === undefined) return undefined;
    const parents = key.split("/").map((_, index, parts) => parts.slice(0, index).join("/"));
    const other = folders.get(key) ?? parents.map((parent) => claimed.get(parent)).find(Boolean);
    if (other !== undefined) {
      return {
        message: `“${written}” is below an old address of ${other}, or above it: a page cannot be a file and a folder at once.`,
        fix: "Delete one of the two.",
      };
    }
    for (const parent of parents) folders.set(parent, file);
    return undefined;
  };
  return aliased.flatMap(({ file, aliases = [] }) => {
    const faults = aliases.map((written) => faultOf(written, file));
    if (faults.every((fault) => fault === undefined)) return [];
    const source = readSource(contentDir, file);
    const part = "message" in source ? source : divide(source);
    if ("message" in part) return [part];
    return faults.flatMap((fault, index) => (fault ? [fieldProblem(part, ["aliases", index], fault)] : []));
  });
}

/** Tells whether the site has, or may have, a page or file of its own at a path. */
function ownAddresses(site: Site, releases: readonly Release[], pages: readonly StandingPage[]) {
  const taken = new Set(releases.map(({ lang, year, slug }) => `${lang}/${year}/${slug}`));
  const standing = new Set(pages.map(({ key }) => key));
  return (path: string): boolean => {
    const [lang = "", first = "", second = ""] = path.replace(/(?:^|\/)index\.html?$/i, "").split("/");
    if (lang === "" || ownRoots.includes(lang) || /^sitemap-|\.[0-9a-f]{10}\./.test(lang)) return true;
    if (!Object.hasOwn(site.languages, lang)) return false;
    if (first === "" || ownPaths.includes(first) || standing.has(first)) return true;
    if (second === "") return /^\d{4}$/.test(first) || ownFiles.includes(first);
    if (/^\d{4}$/.test(first) && (second === "page" || ownFiles.includes(second))) return true;
    return taken.has(`${lang}/${first}/${second}`);
  };
}
