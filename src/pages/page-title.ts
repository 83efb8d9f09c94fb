import { escapeHtml } from "../text/escape.ts";

/** Search engines and tabs show no more characters of a page's title. */
const MOST = 69;

/**
 * Returns the HTML of a page's title with whose page it is behind it: the longest of `names` that says what the title does not
 * say and leaves room for it, or none, because the title's own words matter more.
 */
export function pageTitle(html: string, names: readonly string[]): string {
  const title = html.replaceAll("&#39;", "'");
  const endings = names
    .map((name) => escapeHtml(name))
    .filter((name) => !name.includes(title))
    .map((name) => ` – ${name}`);
  return html + (endings.find((ending) => lengthOf(html + ending) <= MOST) ?? "");
}

function lengthOf(html: string): number {
  return [...html.replace(/&#?\w+;/g, "&")].length;
}
