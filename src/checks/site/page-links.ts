import { decoded } from "../../model/address.ts";
import type { At } from "./data-links.ts";
import type { HtmlPage } from "./page.ts";

/** A built site as the checks of its pages see it. */
export interface BuiltSite {
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** The path that stands before every address (`/press`), as the pages' own canonical addresses say. */
  readonly prefix: string;
  /** The site's own origin (`https://press.example.org`). */
  readonly origin: string;
  /** Size in bytes of a file of the site; undefined where there is none. */
  size(file: string): number | undefined;
}

/** A rule's fault at a place in a file of a built site. */
export interface PageFault {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

/** Links, pictures, styles and scripts of a page that are not in the site, and anchors that are on no page. */
export function* linkFaults(page: HtmlPage, site: BuiltSite): Generator<PageFault> {
  yield* lostFaults(page.file, [...page.links, ...page.data], site);
  for (const { value, offset } of once(page.links)) {
    const { file = "", anchor = "" } = targetOf(value, page.file, site) ?? {};
    const found = anchor === "" ? undefined : fileOf(file, site);
    if (found !== undefined && !hasAnchor(found, anchor, site))
      yield {
        offset,
        message: `“${value}” leads to a place that the page does not have.`,
        fix: `Give it the id “${anchor}”, or correct the link.`,
      };
  }
}

/** Addresses in a file of the site that lead to nothing in it. */
export function* lostFaults(file: string, links: Iterable<At<string>>, site: BuiltSite): Generator<PageFault> {
  for (const { value, offset } of once(links)) {
    const target = targetOf(value, file, site);
    if (target !== undefined && fileOf(target.file, site) === undefined)
      yield {
        offset,
        message: `“${value}” leads to nothing in this site.`,
        fix: "Correct the address, or the page that should be there.",
      };
  }
}

/** Each address where it stands first. */
function once(links: Iterable<At<string>>): Iterable<At<string>> {
  const first = new Map<string, At<string>>();
  for (const link of links) if (!first.has(link.value)) first.set(link.value, link);
  return first.values();
}

/** The path in the site's folder and the anchor of a link; undefined for one that leads out of the site. */
export function targetOf(value: string, from: string, { origin, prefix }: BuiltSite) {
  const here = `http://site.invalid${prefix}/${from}`;
  const own = origin !== "" && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
  if (!URL.canParse(own, here)) return { file: own, anchor: "" };
  const url = new URL(own, here);
  if (url.host !== "site.invalid") return undefined;
  const pathname = decoded(url.pathname);
  if (prefix !== "" && !pathname.startsWith(`${prefix}/`)) return undefined;
  return { file: pathname.slice(prefix.length + 1), anchor: decoded(url.hash.slice(1)) };
}

/** The file that a web server gives for a path: itself, its index.html, or with .html. */
function fileOf(file: string, { size }: BuiltSite): string | undefined {
  const tries =
    file === "" || file.endsWith("/") ? [`${file}index.html`] : [file, `${file}/index.html`, `${file}.html`];
  return tries.find((each) => size(each) !== undefined);
}

function hasAnchor(file: string, anchor: string, { pages }: BuiltSite): boolean {
  const page = pages.get(file);
  // Text fragments (#:~:text=) and the top of the page are the browser's own.
  return (
    page === undefined || anchor.startsWith(":~:") || anchor === "top" || page.ids.some(({ value }) => value === anchor)
  );
}
