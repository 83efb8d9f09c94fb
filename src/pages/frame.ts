import type { StandingPage } from "../model/content.ts";
import type { Localized } from "../model/fields.ts";
import { publishedName } from "../model/file.ts";
import { said } from "../model/localized.ts";
import { phoneOf } from "../model/phone.ts";
import type { Press } from "../model/press.ts";
import type { Site } from "../model/site.ts";
import { absolute, fileUrl, homeUrl, pageUrl } from "./urls.ts";

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

/** The same where there may be no words. */
export function phraseIf(site: Site, words: Localized | undefined, lang: string): Phrase | undefined {
  return words === undefined ? undefined : phrase(site, words, lang);
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
  { word: "office.title", path: "press-office" },
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
  const link = ({ word, path }: { word: string; path: string }) => {
    const url = pageUrl(site, lang, path);
    return { word, url, current: page.url === url };
  };
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
    parent: phraseIf(site, site.parent, lang),
    logo: logoView(press, site.theme?.logo),
    navigation: NAVIGATION.map(link),
    search: link({ word: "search.title", path: "search" }),
    overviews: OVERVIEWS.map(link),
    follow: link({ word: "follow.title", path: "follow" }),
    pages: standingPages(press, lang).map(({ key, lang: own, title }) => ({
      title: own === lang ? { text: title } : { text: title, ...foreign(site, own) },
      url: pageUrl(site, own, key),
    })),
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
    disclaimer: phraseIf(site, site.disclaimer, lang),
    copyright: phraseIf(site, site.copyright, lang),
  };
}

/** The standing pages for a reader of a language: each in it, else in the default language, else in the first there is. */
export function standingPages(press: Press, lang: string): readonly StandingPage[] {
  const keys = [...new Set(press.pages.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const versions = press.pages.filter((page) => page.key === key);
    const found =
      versions.find((page) => page.lang === lang) ??
      versions.find((page) => page.lang === press.site.default_language) ??
      versions[0];
    return found ? [found] : [];
  });
}

/** A logo as an `img` needs it; undefined where there is none. `file` is its path from the content folder. */
export function logoView({ site, files }: Press, file: string | undefined) {
  const found = file === undefined ? undefined : files.get(file);
  return found?.pixels && { src: fileUrl(site, publishedName(found)), ...found.pixels };
}
