import { DomUtils, parseDocument } from "htmlparser2";
import { type At, inJson } from "./data-links.ts";

/** A page as the checks of a built site read it. */
export type HtmlPage = ReturnType<typeof readPage>;

/** Reads a page once, with the places of what is looked at. `file` is its path in the site's folder, with / on every system. */
export function readPage(file: string, html: string) {
  const all = DomUtils.getElementsByTagName(() => true, parseDocument(html, { withStartIndices: true }));
  const named = (name: string) => all.filter((element) => element.name === name);
  const of = <T>(element: (typeof all)[number], values: readonly (T | undefined)[]): At<T>[] =>
    values.flatMap((value) => (value === undefined ? [] : [{ value, offset: element.startIndex ?? 0 }]));
  const metas = named("meta").map(({ attribs }) => attribs);
  const drawn = new Set(DomUtils.getElementsByTagName("title", named("svg")));
  const title = named("title").find((element) => !drawn.has(element));
  return {
    file,
    html,
    lang: named("html")[0]?.attribs.lang,
    title: title ? DomUtils.textContent(title).trim() : "",
    /** `name` or `property` → content. */
    meta: new Map(
      metas.map(({ name, property, content = "", ...more }) => [name ?? property ?? more["http-equiv"] ?? "", content]),
    ),
    canonical: named("link").find(({ attribs }) => attribs.rel === "canonical")?.attribs.href,
    refresh: metas.some((meta) => meta["http-equiv"]?.toLowerCase() === "refresh"),
    ids: all.flatMap((element) => of(element, [element.attribs.id])),
    /** Addresses that the page leads to or needs: attribute and value. */
    links: all.flatMap((element) => {
      const { href, src, srcset } = element.attribs;
      return of(element, [href, src, ...(srcset?.split(",") ?? []).map((one) => one.trim().split(/\s/)[0])]);
    }),
    /** Addresses in what the page says as data (JSON-LD). */
    data: named("script")
      .filter(({ attribs }) => attribs.type === "application/ld+json")
      .flatMap((element) =>
        of(
          element,
          [...inJson(DomUtils.textContent(element))].map(({ value }) => value),
        ),
      ),
    headings: all.flatMap((element) => (/^h[1-6]$/.test(element.name) ? of(element, [Number(element.name[1])]) : [])),
  };
}
