import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import { homeUrl, listUrl, notFoundUrl, outputFile } from "../model/urls.ts";
import { word } from "../text/messages.ts";
import { foreign, frame } from "./frame.ts";
import { Page } from "./page.ts";

/** The page for addresses that lead nowhere: one for each language, and one at the root that says it in all of them. */
export function notFoundPages(press: Press): Page[] {
  const { site } = press;
  const languages = Object.keys(site.languages);
  return [
    ...languages.map((lang) => notFoundPage(press, lang, notFoundUrl(site, lang), [lang])),
    notFoundPage(press, site.default_language, notFoundUrl(site), languages),
  ];
}

function notFoundPage(press: Press, lang: string, url: SiteUrl, languages: readonly string[]): Page {
  const { site } = press;
  return new Page({
    kind: "not-found",
    url,
    file: outputFile(site, url),
    lang,
    view: () => ({
      frame: frame(press, {
        url,
        lang,
        description: word(press.words, "missing.text", lang),
        versions: [],
        hidden: true,
      }),
      breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: "missing.title" }],
      messages: languages.map((language) => ({
        ...foreign(site, language),
        home: homeUrl(site, language),
        releases: listUrl(site, language, "releases"),
      })),
    }),
  });
}
