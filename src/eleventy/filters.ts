import type { UserConfig } from "@11ty/eleventy";
import type { SiteUrl } from "../model/address.ts";
import { pathPrefix } from "../model/site.ts";
import { absolute, fileUrl } from "../model/urls.ts";
import type { Page } from "../pages/page.ts";
import { pageTitle } from "../pages/page-title.ts";
import { jsonLd, structuredData } from "../pages/structured-data.ts";
import { fontsToPreload } from "../styling/fonts.ts";
import { type ScriptName, script } from "../styling/scripts.ts";
import { day, moment } from "../text/dates.ts";
import { escapeHtml } from "../text/escape.ts";
import type { Linked } from "../text/links.ts";
import { message, number, type Slots } from "../text/messages.ts";
import { apart, languageName } from "../text/names.ts";
import { period } from "../text/period.ts";
import { fileSize } from "../text/sizes.ts";
import { shortened } from "../text/summary.ts";
import { parseText } from "../text/text.ts";
import { type HtmlOptions, htmlOf, htmlParts } from "../text/writers/html.ts";
import type { Rendering } from "./rendering.ts";

/** The context of a filter in Nunjucks. */
interface Context {
  readonly env: { getFilter(name: "safe"): (html: string) => string };
}

/** The filters of the templates. All are synchronous, because an asynchronous filter in a macro cuts the page off. */
const filters = ({ press, styles }: Rendering) => {
  const { site, words } = press;
  const prefix = pathPrefix(site);
  const footnoteWords = (lang: string) => ({
    title: message(words, "footnotes", lang),
    note: message(words, "footnotes.note", lang),
    back: message(words, "footnotes.back", lang),
  });
  const preloads = new Map(Object.keys(site.languages).map((lang) => [lang, fontsToPreload(press, lang)]));
  return {
    /** Returns a word of the interface. If macros or `safe` have marked up the value of a slot, the word is HTML as well. */
    words(this: Context, key: string, lang: string, slots: Slots = {}) {
      const isMarked = Object.values(slots).some((value) => typeof value === "object");
      return isMarked
        ? this.env.getFilter("safe")(message(words, key, lang, slots, escapeHtml))
        : message(words, key, lang, slots);
    },
    day,
    moment,
    /** The times of a period as an element, which does not break. */
    period(this: Context, start: string, end: string | undefined, lang: string) {
      const html = escapeHtml(period(start, end, lang));
      return this.env.getFilter("safe")(
        html.replace(/\u2068?([\p{Nd}:]+–[\p{Nd}:]+)\u2069?/u, `<bdi class="times">$1</bdi>`),
      );
    },
    number,
    fileSize,
    languageName,
    apart,
    shortened,
    markdown: (source: string, lang: string, files?: Linked, id?: string) =>
      htmlOf(parseText(source, lang), { prefix, files, id, footnotes: footnoteWords(lang) }),
    parts: (source: string, lang: string, options: HtmlOptions) =>
      htmlParts(parseText(source, lang), { ...options, prefix, footnotes: footnoteWords(lang) }),
    titled: (title: { toString(): string }, names: readonly string[]) => pageTitle(String(title), names),
    structuredData: (page: Page) => jsonLd(structuredData(site, words, page)),
    absolute: (url: SiteUrl) => absolute(site, url),
    file: (name: string) => fileUrl(site, name),
    script: (lang: string, name?: ScriptName) => fileUrl(site, script(press, lang, name).file),
    sheet: (name: "later") => fileUrl(site, styles[name].file),
    preloads: (lang: string) => preloads.get(lang) ?? [],
  };
};

/** Makes the filters known to the templates. */
export function addFilters(config: UserConfig, rendering: Rendering): void {
  for (const [name, filter] of Object.entries(filters(rendering))) config.addNunjucksFilter(name, filter);
}
