import { Parser } from "htmlparser2";
import type { At, HtmlPage } from "./built-site.ts";
import { inJson } from "./data-links.ts";

/** Reads a page once, with the places of what is looked at. */
export function readPage(file: string, html: string): HtmlPage {
  const ids: At<string>[] = [];
  const links: At<string>[] = [];
  const data: At<string>[] = [];
  const headings: At<number>[] = [];
  const meta = new Map<string, string>();
  let lang: string | undefined;
  let canonical: string | undefined;
  let title = "";
  let isTitle = false;
  let depth = 0;
  let refresh = false;
  let isData = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      const offset = parser.startIndex;
      if (name === "svg") depth++;
      if (name === "html") lang = attributes.lang;
      if (name === "title" && depth === 0) isTitle = true;
      if (name === "script") isData = attributes.type === "application/ld+json";
      if (name === "meta") {
        meta.set(attributes.name ?? attributes.property ?? attributes["http-equiv"] ?? "", attributes.content ?? "");
        refresh ||= attributes["http-equiv"]?.toLowerCase() === "refresh";
      }
      if (name === "link" && attributes.rel === "canonical") canonical = attributes.href;
      if (attributes.id !== undefined) ids.push({ value: attributes.id, offset });
      if (/^h[1-6]$/.test(name)) headings.push({ value: Number(name[1]), offset });
      for (const attribute of ["href", "src"] as const) {
        const value = attributes[attribute];
        if (value !== undefined) links.push({ value, offset });
      }
      for (const candidate of attributes.srcset?.split(",") ?? [])
        links.push({ value: candidate.trim().split(/\s/)[0] ?? "", offset });
    },
    ontext(text) {
      if (isTitle) title += text;
      if (isData) data.push(...[...inJson(text)].map(({ value }) => ({ value, offset: parser.startIndex })));
    },
    onclosetag(name) {
      if (name === "title") isTitle = false;
      if (name === "script") isData = false;
      if (name === "svg") depth--;
    },
  });
  parser.end(html);
  return { file, html, lang, title: title.trim(), meta, canonical, refresh, ids, links, data, headings };
}
