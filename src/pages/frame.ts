import type { Localized } from "../model/fields.ts";
import { said } from "../model/localized.ts";
import { phoneOf } from "../model/phone.ts";
import type { Press } from "../model/press.ts";
import type { Site } from "../model/site.ts";
import { absolute, homeUrl, listUrl } from "./urls.ts";

/** Words on a page; `lang` and `dir` only where they are not the page's own. */
export interface Phrase {
  readonly text: string;
  readonly lang?: string;
  readonly dir?: string;
}

/** The words of a term or of site.yaml for a page in `lang`, marked where they are in another language. */
export function phrase(site: Site, words: Localized, lang: string): Phrase {
  const found = said(words, lang, site.default_language);
  return found.lang === lang ? { text: found.text } : { text: found.text, ...foreign(site, found.lang) };
}

export function foreign(site: Site, lang: string): { lang: string; dir: string } {
  return { lang, dir: site.languages[lang]?.dir ?? "ltr" };
}

/** One page in its languages: what the language menu leads to. */
export interface Version {
  readonly lang: string;
  readonly url: string;
}

export interface PageInfo {
  readonly url: string;
  readonly lang: string;
  readonly description: string;
  readonly versions: readonly Version[];
  readonly canonical?: string;
  /** Not to be found by search engines. */
  readonly hidden?: boolean;
}

/** The header's menu. */
const NAVIGATION = [
  { word: "nav.releases", path: "releases" },
  { word: "overview.topics", path: "topics" },
  { word: "overview.partners", path: "partners" },
];

/** The other ways into the archive, in the footer. */
const OVERVIEWS = ["places", "sdgs", "years", "types", "speakers"].map((path) => ({ word: `overview.${path}`, path }));

/** What stands around the content of every page: head, header, navigation, footer. */
export function frame(press: Press, page: PageInfo) {
  const { site } = press;
  const { lang } = page;
  const office = press.terms.contacts.get(site.press_office);
  const phone = office?.phone === undefined ? undefined : phoneOf(office.phone, site.country);
  const elsewhere = new Map(page.versions.map((version) => [version.lang, version.url]));
  return {
    lang,
    dir: site.languages[lang]?.dir ?? "ltr",
    description: page.description,
    canonical: absolute(site, page.canonical ?? page.url),
    hidden: page.hidden ?? false,
    translations:
      page.versions.length > 1 ? page.versions.map(({ lang, url }) => ({ lang, url: absolute(site, url) })) : [],
    home: homeUrl(site, lang),
    name: phrase(site, site.name, lang),
    parent: site.parent === undefined ? undefined : phrase(site, site.parent, lang),
    navigation: NAVIGATION.map(({ word, path }) => {
      const url = listUrl(site, lang, path);
      return { word, url, current: page.url === url };
    }),
    overviews: OVERVIEWS.map(({ word, path }) => ({ word, url: listUrl(site, lang, path) })),
    languages: Object.entries(site.languages).map(([code, { label, dir }]) => ({
      lang: code,
      dir,
      label,
      url: elsewhere.get(code) ?? homeUrl(site, code),
      current: code === lang,
    })),
    office: office && {
      name: phrase(site, office.name, lang),
      email: office.email,
      phone,
    },
    disclaimer: site.disclaimer === undefined ? undefined : phrase(site, site.disclaimer, lang),
    copyright: site.copyright === undefined ? undefined : phrase(site, site.copyright, lang),
  };
}
