import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import { homeUrl, isSiteUrl, listUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { framed } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly removed: ReturnType<typeof removedView>;
  }
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
