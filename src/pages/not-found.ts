import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import { homeUrl, listUrl, notFoundUrl, pageUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { foreign, framed } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly "not-found": ReturnType<typeof notFoundView>;
  }
}

/** Returns the pages for unknown addresses: one for each language, and one at the root in all languages. */
export function notFoundPages(press: Press): Page[] {
  const { site } = press;
  const languages = Object.keys(site.languages);
  const all = [
    ...languages.map((lang) => ({ lang, url: notFoundUrl(site, lang), said: [lang] })),
    { lang: site.default_language, url: notFoundUrl(site), said: languages },
  ];
  return all.map(({ lang, url, said }) => {
    const view = () => notFoundView(press, lang, url, said);
    return pageAt(site, "not-found", lang, url, { view });
  });
}

function notFoundView(press: Press, lang: string, url: SiteUrl, languages: readonly string[]) {
  const { site } = press;
  const description = message(press.words, "missing.text", lang);
  return {
    ...framed(press, { url, lang, description, versions: [], hidden: true }, { word: "missing.title" }),
    messages: languages.map((language) => ({
      ...foreign(site, language),
      home: homeUrl(site, language),
      releases: listUrl(site, language, "releases"),
      search: pageUrl(site, language, "search"),
    })),
  };
}
