import type { SiteUrl } from "../model/address.ts";
import { SMALLEST_WIDE } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import {
  absolute,
  feedLinks,
  fileUrl,
  homeUrl,
  listDataUrl,
  listUrl,
  openSearchFile,
  pageUrl,
  rootUrl,
  sitemapIndex,
  twinForms,
} from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { byName } from "../text/names.ts";
import { contactViews } from "./contact.ts";
import { framed, phrase, phraseIf } from "./frame.ts";
import { type Page, type PageOf, pageAt, type View, type Views } from "./page.ts";
import { archiveLinks, filters, volumesOf } from "./search.ts";
import { taxonomies } from "./taxonomies.ts";

declare module "./page.ts" {
  interface Views {
    readonly office: View & { readonly contacts: ReturnType<typeof contactsOf> };
    readonly follow: View & ReturnType<typeof followParts>;
    readonly search: View & ReturnType<typeof searchParts>;
    readonly api: View & ReturnType<typeof machineForms>;
    readonly genuine: View & ReturnType<typeof checked>;
  }
}

/** The pages that each language has once: the press office, how to follow, the search. */
export function officePages(press: Press): Page[] {
  return Object.keys(press.site.languages).flatMap((lang) => [
    single(press, lang, "press-office", "office", (view) => ({ ...view, contacts: contactsOf(press, lang) })),
    single(press, lang, "follow", "follow", (view) => ({ ...view, ...followParts(press, lang) })),
    single(press, lang, "search", "search", (view) => ({ ...view, ...searchParts(press, lang) })),
    single(press, lang, "api", "api", (view) => ({ ...view, ...machineForms(press, lang) })),
    single(press, lang, "genuine", "genuine", (view) => ({ ...view, ...checked(press) })),
  ]);
}

function single<K extends "office" | "follow" | "search" | "api" | "genuine">(
  press: Press,
  lang: string,
  path: string,
  kind: K,
  viewOf: (view: View) => Views[K],
): PageOf<K> {
  const { site } = press;
  const url = pageUrl(site, lang, path);
  const versions = Object.keys(site.languages).map((other) => ({ lang: other, url: pageUrl(site, other, path) }));
  return pageAt(site, kind, lang, url, {
    view: () => {
      const description = message(press.words, `${kind}.text`, lang);
      return viewOf(framed(press, { url, lang, description, versions }, { word: `${kind}.title` }));
    },
  });
}

/** Returns all contacts: the press office first, the others by name. */
function contactsOf(press: Press, lang: string) {
  const { press_office } = press.site;
  const compare = byName(lang);
  const others = [...press.terms.contacts.keys()].filter((id) => id !== press_office);
  return [
    ...contactViews(press, [press_office], lang),
    ...contactViews(press, others, lang).toSorted(
      (a, b) => compare(a.name.text, b.name.text) || (a.id < b.id ? -1 : 1),
    ),
  ];
}

function followParts(press: Press, lang: string) {
  const { site, terms } = press;
  return {
    channels: (site.channels ?? []).map(({ name, url }) => ({ name: phrase(site, name, lang), url })),
    email: terms.contacts.get(site.press_office)?.email,
    office: pageUrl(site, lang, "press-office"),
    api: pageUrl(site, lang, "api"),
    feeds: feedLinks(homeUrl(site, lang)),
    allFeeds: Object.keys(site.languages).length > 1 ? feedLinks(rootUrl(site)) : [],
    ...waysIn(press, lang),
  };
}

/** Returns the search page, with all other ways to find releases. */
function searchParts(press: Press, lang: string) {
  return {
    preview: press.audience === "preview",
    volumes: volumesOf(press, lang).map(({ folder }) => fileUrl(press.site, `${folder}/`)),
    filters,
    rtl: Object.keys(press.site.languages).filter((code) => press.site.languages[code]?.dir === "rtl"),
    picture: SMALLEST_WIDE,
    archive: archiveLinks(press, lang),
    search: fileUrl(press.site, openSearchFile(lang)),
    ...waysIn(press, lang),
  };
}

/** Returns what readers need to check a text without this site's script: the keys, and commands of standard tools for the newest year. */
function checked(press: Press) {
  const { site, keys, signedWith, releases } = press;
  const year = releases.at(-1)?.year;
  const urlOf = (name: string) => fileUrl(site, `genuine/${name}`);
  const commands =
    year !== undefined && signedWith !== undefined
      ? [
          ...[`${year}.txt`, `${year}.sig`, `${signedWith}.pem`].map(
            (name) => `curl -O ${absolute(site, urlOf(name))}`,
          ),
          `openssl pkeyutl -verify -pubin -inkey ${signedWith}.pem -rawin -in ${year}.txt -sigfile ${year}.sig`,
          "sha256sum FILE",
          `grep HASH ${year}.txt`,
        ].join("\n")
      : undefined;
  return {
    root: rootUrl(site),
    keys: keys.map(({ id, pem }) => ({ id, pem, url: urlOf(`${id}.pem`) })),
    commands,
    manifest: urlOf("index.json"),
  };
}

/** The parts of an address pattern: text, and placeholders. */
type Pattern = readonly ({ readonly text: string } | { readonly word: string })[];

/** The placeholders of a pattern, with their words. */
const placeholders: Readonly<Record<string, string>> = { "{year}": "api.year", "{name}": "api.name" };

function patternOf(address: string): Pattern {
  return address.split(/(\{\w+\})/).map((part) => {
    const word = placeholders[part];
    return word ? { word } : { text: part };
  });
}

/** Returns the addresses of the forms for machines. `code` is an address or the pattern of one; `url` is set if it is an address. */
function machineForms({ site }: Press, lang: string) {
  const release = `${absolute(site, homeUrl(site, lang))}{year}/{name}/{name}`;
  const at = (url: SiteUrl) => ({ code: patternOf(absolute(site, url)), url });
  const sections = {
    releases: twinForms(site).map(({ form }) => ({ word: `form.${form}`, code: patternOf(`${release}.${form}`) })),
    lists: [{ word: "form.json", ...at(listDataUrl(listUrl(site, lang, "releases"))) }],
    feeds: feedLinks(homeUrl(site, lang)).map(({ name, url }) => ({ name, ...at(url) })),
    sitemap: [{ name: "XML", ...at(fileUrl(site, sitemapIndex)) }],
    data: [],
  };
  return {
    sections: Object.entries(sections).map(([name, forms]) => ({
      word: `api.${name}`,
      text: `api.${name}.text`,
      forms,
    })),
    terms: phraseIf(site, site.licence, lang),
    ...waysIn({ site }, lang),
  };
}

/** Returns all links to the archive. */
function waysIn({ site }: Pick<Press, "site">, lang: string) {
  return {
    ways: [
      { word: "nav.releases", text: "list.releases", url: listUrl(site, lang, "releases") },
      ...taxonomies.map(({ name }) => ({
        word: `overview.${name}`,
        text: `overview.${name}.text`,
        url: listUrl(site, lang, name),
      })),
      { word: "media.title", text: "media.text", url: listUrl(site, lang, "media") },
    ],
  };
}
