import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import { homeUrl, isSiteUrl, listUrl, notFoundUrl, pageUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { foreign, framed } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly "not-found": ReturnType<typeof notFoundView>;
    readonly removed: ReturnType<typeof removedView>;
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

/**
 * Returns a notice for each address that was once published and has no page any more, so that no link to the site breaks.
 * `published` holds the recorded addresses.
 */
export function removedPages(press: Press, published: Iterable<string>, pages: readonly Page[]): Page[] {
  const { site } = press;
  const claimed = new Set(pages.map((page) => page.url));
  const lost = [...published]
    .filter((url) => isSiteUrl(site, url))
    .filter((url) => !claimed.has(url) && url.endsWith("/"));
  return lost.toSorted().map((url) => {
    const own = Object.keys(site.languages).find((code) => url.startsWith(homeUrl(site, code)));
    const lang = own ?? site.default_language;
    const view = () => removedView(press, lang, url);
    return pageAt(site, "removed", lang, url, { view });
  });
}

function removedView(press: Press, lang: string, url: SiteUrl) {
  const { site } = press;
  const description = message(press.words, "removed.text", lang);
  return {
    ...framed(press, { url, lang, description, versions: [], hidden: true }, { word: "removed.title" }),
    releases: listUrl(site, lang, "releases"),
  };
}
