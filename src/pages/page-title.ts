import { escapeHtml } from "../text/escape.ts";

/** The most characters of a page's title that search engines and tabs show. */
const MOST = 69;

/**
 * Returns the HTML of a page's title, followed by the longest of the publisher's `names` that fits and that the title does not say. If
 * none fits, the title stands alone, because its own words matter more.
 */
export function pageTitle(html: string, names: readonly string[]): string {
  const title = html.replaceAll("&#39;", "'");
  const lengthOf = (words: string) => [...words.replace(/&#?\w+;/g, "&")].length;
  const publishers = names.map((name) => escapeHtml(name));
  if (publishers.includes(title)) return html;
  const endings = publishers.filter((name) => !name.includes(title)).map((name) => ` – ${name}`);
  return html + (endings.find((ending) => lengthOf(html + ending) <= MOST) ?? "");
}
