import type { Thing } from "schema-dts";
import type { SiteUrl } from "../model/address.ts";
import type { StandingPage } from "../model/content.ts";
import type { Localized } from "../model/fields.ts";
import { publishedName } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
import { localize } from "../model/localized.ts";
import { oncePer } from "../model/memo.ts";
import { phoneOf } from "../model/phone.ts";
import type { Press } from "../model/press.ts";
import type { Site } from "../model/site.ts";
import { absolute, CORRECTIONS, feedLinks, fileUrl, homeUrl, pageUrl } from "../model/urls.ts";
import { type Share, shareView, siteShare } from "../share/card.ts";
import { message } from "../text/messages.ts";
import { regionalLocaleOf } from "../text/names.ts";

/** Words on a page; `lang` and `dir` are set only if they differ from those of the page. */
export interface Phrase {
  readonly text: string;
  readonly lang?: string;
  readonly dir?: string;
}

/** Returns the words of a term or of site.yaml for a page in `lang`, marked if they are in another language. */
export function phrase(site: Site, words: Localized, lang: string): Phrase {
  const found = localize(words, lang, site.default_language);
  return phraseIn(site, found.text, found.lang, lang);
}

/** Returns words in the language `own` for a page in `lang`, marked if that is another one. */
export function phraseIn(site: Site, text: string, own: string, lang: string): Phrase {
  return own === lang ? { text } : { text, ...foreign(site, own) };
}

/** Does the same for words that may be undefined. */
export function phraseIf(site: Site, words: Localized | undefined, lang: string): Phrase | undefined {
  return words === undefined ? undefined : phrase(site, words, lang);
}

export function foreign(site: Site, lang: string): { lang: string; dir: string } {
  return { lang, dir: site.languages[lang]?.dir ?? "ltr" };
}

/** The heading of a list: words of the content, or a key of the interface's words. */
export type Heading = { readonly phrase: Phrase } | { readonly word: string };

/** Returns the words of a heading in any language. */
export function headingText({ words }: Pick<Press, "words">, heading: Heading, lang: string): string {
  return "phrase" in heading ? heading.phrase.text : message(words, heading.word, lang);
}

/** The addresses of a page in its languages, for the language menu. */
export interface Version {
  readonly lang: string;
  readonly url: SiteUrl;
}

/** A breadcrumb: a key of the interface's words, or words of the content. */
export type Crumb = ({ readonly word: string } | { readonly phrase: Phrase }) & { readonly url?: SiteUrl };

export interface PageInfo {
  readonly url: SiteUrl;
  readonly lang: string;
  readonly description: string;
  readonly versions: readonly Version[];
  readonly canonical?: SiteUrl;
  /** Whether search engines may not index it. */
  readonly hidden?: boolean;
  /** Its share image; without one, that of the site. */
  readonly share?: Share | undefined;
  /** The Open Graph data of a release. */
  readonly article?: Article;
  /** The other forms that a page's content has. */
  readonly forms?: readonly Form[];
  /** The structured data of a page (schema.org). */
  readonly data?: readonly Thing[];
}

interface Article {
  /** RFC 3339, with an offset. */
  readonly published: string;
  readonly modified: string | undefined;
  readonly section: string;
  readonly tags: readonly string[];
}

/** A page's content in another form. */
export interface Form {
  /** Media type. */
  readonly type: string;
  readonly url: SiteUrl;
  /** Key of its name, if the page offers it to readers as well. */
  readonly word?: string;
}

/** The header's menu. */
const NAVIGATION = [
  { word: "nav.releases", path: "releases" },
  { word: "overview.topics", path: "topics" },
  { word: "overview.speakers", path: "speakers" },
  { word: "media.title", path: "media" },
  { word: "office.title", path: "press-office" },
  { word: "search.title", path: "search" },
];

/** The other links to the archive, in the footer. */
const OVERVIEWS = ["partners", "places", "sdgs", "years", "types"].map((path) => ({ word: `overview.${path}`, path }));
const EVENTS = { word: "events.title", path: "events" };

/** The parts around the content of every page of a language: header, footer, press office. All pages share the object. */
export type Surroundings = ReturnType<typeof surroundings>;

const surroundings = oncePer((press: Press, lang: string) => {
  const { site, words } = press;
  const office = press.terms.contacts.get(site.press_office);
  const link = ({ word, path }: { word: string; path: string }) => ({ word, url: pageUrl(site, lang, path) });
  const home = homeUrl(site, lang);
  const name = phrase(site, site.name, lang);
  const parent = phraseIf(site, site.parent, lang);
  const hasEvents = press.listed(lang).some(({ event }) => event !== undefined);
  const around = {
    lang,
    dir: site.languages[lang]?.dir ?? "ltr",
    locale: regionalLocaleOf(lang),
    home,
    name,
    parent,
    /**
     * The full and the short name of the office, which follow a page's title. The office's own name is often that of a country, which
     * alone is not clear.
     */
    titles: parent ? [[parent.text, name.text].join(message(words, "comma", lang)), parent.text] : [name.text],
    logo: logoView(press, site.theme?.logo),
    share: shareView(press, siteShare(press, lang)),
    navigation: NAVIGATION.map(link),
    overviews: [...(hasEvents ? [EVENTS] : []), ...OVERVIEWS].map(link),
    /** The page on which a text can be checked. */
    genuine: link({ word: "genuine.title", path: "genuine" }),
    follow: link({ word: "follow.title", path: "follow" }),
    /** The feed of the language, for pages that have none of their own. */
    feeds: feedLinks(home).slice(0, 1),
    corrections: link({ word: "corrections.title", path: CORRECTIONS }),
    pages: standingPages(press, lang)
      .filter(({ key }) => key !== CORRECTIONS)
      .map(({ key, lang: own, title }) => ({ title: phraseIn(site, title, own, lang), url: pageUrl(site, own, key) })),
    languages: Object.entries(site.languages).map(([code, { label, dir }]) => ({
      lang: code,
      dir,
      label,
      home: homeUrl(site, code),
    })),
    office: office && {
      name: phrase(site, office.name, lang),
      email: office.email,
      phone: office.phone === undefined ? undefined : phoneOf(office.phone, site.country),
    },
    disclaimer: phraseIf(site, site.disclaimer, lang),
    copyright: phraseIf(site, site.copyright, lang),
  };
  const hash = sha256(JSON.stringify(around));
  // In the hash of a page its own hash stands for it.
  return Object.freeze({ ...around, toJSON: () => hash });
});

export type Frame = ReturnType<typeof frame>;

/** Returns the data for the head and the menus of a page, with the parts that all pages of its language share. */
export function frame(press: Press, page: PageInfo) {
  const { site } = press;
  return {
    around: surroundings(press, page.lang),
    url: page.url,
    description: page.description,
    share: page.share,
    article: page.article,
    forms: (page.forms ?? []).map((form) => ({ ...form, address: absolute(site, form.url) })),
    data: page.data ?? [],
    /** Language → the address of this page in it. */
    elsewhere: Object.fromEntries(page.versions.map(({ lang, url }) => [lang, url])),
    ...foundBy(press, page),
    /** The languages that the page is in besides its own, as Open Graph names them. */
    locales: page.versions.filter(({ lang }) => lang !== page.lang).map(({ lang }) => regionalLocaleOf(lang)),
  };
}

/** Returns the parts of a view that most pages have: the frame, and the breadcrumbs from the home page on. */
export function framed(press: Press, page: PageInfo, ...crumbs: readonly Crumb[]) {
  const home: Crumb = { word: "nav.home", url: homeUrl(press.site, page.lang) };
  return { frame: frame(press, page), breadcrumb: [home, ...crumbs] };
}

/** The entry of a page for search engines. */
export type Found = ReturnType<typeof foundBy>;

/** Returns the entry of a page for search engines. */
export function foundBy({ site }: Press, page: Pick<PageInfo, "url" | "versions" | "canonical" | "hidden">) {
  return {
    /** Absolute address. */
    canonical: absolute(site, page.canonical ?? page.url),
    hidden: page.hidden ?? false,
    // A sitemap asks this only of the pages that it writes anew.
    get alternates() {
      return page.versions.length > 1 ? alternatesOf(site, page.versions) : [];
    },
  };
}

/** Returns a hash over the parts that all pages of a language share. */
export function aroundDigest(press: Press, lang: string): string {
  return surroundings(press, lang).toJSON();
}

/** Returns the addresses of a page in all its languages, and the default for readers of other languages. */
function alternatesOf(site: Site, versions: readonly Version[]) {
  const fallback = versions.find(({ lang }) => lang === site.default_language) ?? versions[0];
  return [
    ...versions.map(({ lang, url }) => ({ lang, url: absolute(site, url) })),
    ...(fallback ? [{ lang: "x-default", url: absolute(site, fallback.url) }] : []),
  ];
}

/** Returns the standing pages for a language: each in that language, else in the default language, else in its first one. */
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

/** Returns a logo for an `img`; undefined if there is none. `file` is its path from the content folder. */
export function logoView({ site, files }: Press, file: string | undefined) {
  const found = file === undefined ? undefined : files.get(file);
  return found?.pixels && { src: fileUrl(site, publishedName(found)), ...found.pixels };
}
