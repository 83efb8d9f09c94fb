import type { HtmlPage } from "./page.ts";
import type { PageFault } from "./page-rules.ts";
import type { BuiltSite } from "./site.ts";

/** Links, pictures, styles and scripts of a page that are not in the site, and anchors that are on no page. */
export function* linkFaults(page: HtmlPage, site: BuiltSite): Generator<PageFault> {
  const seen = new Set<string>();
  for (const { value, offset } of page.links) {
    if (seen.has(value)) continue;
    seen.add(value);
    const target = targetOf(value, page, site);
    if (target === undefined) continue;
    const { file, anchor } = target;
    const found = fileOf(file, site);
    if (found === undefined) {
      yield {
        offset,
        message: `“${value}” leads to nothing in this site.`,
        fix: "Correct the address, or the page that should be there.",
      };
    } else if (anchor !== "" && !hasAnchor(found, anchor, site)) {
      yield {
        offset,
        message: `“${value}” leads to a place that the page does not have.`,
        fix: `Give it the id “${anchor}”, or correct the link.`,
      };
    }
  }
}

/** The path in the site's folder and the anchor of a link; undefined for one that leads out of the site. */
function targetOf(
  value: string,
  page: HtmlPage,
  { origin, prefix }: BuiltSite,
): { file: string; anchor: string } | undefined {
  const here = `http://site.invalid${prefix}/${page.file}`;
  const own = origin !== "" && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value;
  let url: URL;
  try {
    url = new URL(own, here);
  } catch {
    return { file: own, anchor: "" };
  }
  if (url.host !== "site.invalid") return undefined;
  const pathname = safe(url.pathname);
  if (prefix !== "" && !pathname.startsWith(`${prefix}/`)) return undefined;
  return { file: pathname.slice(prefix.length + 1), anchor: safe(url.hash.slice(1)) };
}

function safe(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
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
