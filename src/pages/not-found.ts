import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import { homeUrl, listUrl, notFoundUrl, outputFile } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { foreign, frame } from "./frame.ts";
import { type Page, PageOf } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly "not-found": ReturnType<typeof notFoundView>;
  }
}

/** Returns the pages for unknown addresses: one for each language, and one at the root in all languages. */
export function notFoundPages(press: Press): Page[] {
  const { site } = press;
  const languages = Object.keys(site.languages);
  return [
    ...languages.map((lang) => notFoundPage(press, lang, notFoundUrl(site, lang), [lang])),
    notFoundPage(press, site.default_language, notFoundUrl(site), languages),
  ];
}

function notFoundPage(press: Press, lang: string, url: SiteUrl, languages: readonly string[]): Page {
  return new PageOf({
    kind: "not-found",
    url,
    file: outputFile(press.site, url),
    lang,
    view: () => notFoundView(press, lang, url, languages),
  });
}

function notFoundView(press: Press, lang: string, url: SiteUrl, languages: readonly string[]) {
  const { site } = press;
  return {
    frame: frame(press, {
      url,
      lang,
      description: message(press.words, "missing.text", lang),
      versions: [],
      hidden: true,
    }),
    breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: "missing.title" }],
    messages: languages.map((language) => ({
      ...foreign(site, language),
      home: homeUrl(site, language),
      releases: listUrl(site, language, "releases"),
    })),
  };
}
