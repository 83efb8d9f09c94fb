import type { Press } from "../model/press.ts";
import { byName } from "../rendering/names.ts";
import { word } from "../rendering/words.ts";
import { archiveLinks } from "./archive.ts";
import { contactViews } from "./contact.ts";
import { frame, phrase, type Version } from "./frame.ts";
import type { Kind, Page } from "./page.ts";
import { filters, volumesOf } from "./search.ts";
import { taxonomies } from "./taxonomies.ts";
import { feedLinks, fileUrl, homeUrl, listUrl, openSearchFile, outputFile, pageUrl, rootUrl } from "./urls.ts";

/** The pages that each language has once: the press office, how to follow, the search. */
export function officePages(press: Press): Page[] {
  return Object.keys(press.site.languages).flatMap((lang) => [
    single(press, lang, "press-office", "office", { contacts: contactsOf(press, lang) }),
    single(press, lang, "follow", "follow", followed(press, lang)),
    single(press, lang, "search", "search", searched(press, lang)),
  ]);
}

function single(
  press: Press,
  lang: string,
  path: string,
  kind: Kind & string,
  view: Readonly<Record<string, unknown>>,
): Page {
  const { site } = press;
  const url = pageUrl(site, lang, path);
  const versions: Version[] = Object.keys(site.languages).map((other) => ({
    lang: other,
    url: pageUrl(site, other, path),
  }));
  return {
    kind,
    url,
    file: outputFile(site, url),
    lang,
    sources: [],
    view: {
      frame: frame(press, { url, lang, description: word(press.words, `${kind}.text`, lang), versions }),
      breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: `${kind}.title` }],
      ...view,
    },
  };
}

/** Everybody a journalist can reach: the press office first, the others by name. */
function contactsOf(press: Press, lang: string) {
  const { press_office } = press.site;
  const compare = byName(lang);
  const others = contactViews(
    press,
    [...press.terms.contacts.keys()].filter((id) => id !== press_office),
    lang,
  );
  return [
    ...contactViews(press, [press_office], lang),
    ...others.toSorted((a, b) => compare(a.name.text, b.name.text) || (a.id < b.id ? -1 : 1)),
  ];
}

function followed(press: Press, lang: string) {
  const { site, terms } = press;
  return {
    channels: (site.channels ?? []).map(({ name, url }) => ({ name: phrase(site, name, lang), url })),
    email: terms.contacts.get(site.press_office)?.email,
    office: pageUrl(site, lang, "press-office"),
    feeds: feedLinks(homeUrl(site, lang)),
    allFeeds: Object.keys(site.languages).length > 1 ? feedLinks(rootUrl(site)) : [],
    ...waysIn(press, lang),
  };
}

/** The search, and for who cannot or would not use it every other way. */
function searched(press: Press, lang: string) {
  return {
    preview: press.audience === "preview",
    volumes: volumesOf(press, lang).map(({ folder }) => fileUrl(press.site, `${folder}/`)),
    filters,
    archive: archiveLinks(press, lang),
    search: fileUrl(press.site, openSearchFile(lang)),
    ...waysIn(press, lang),
  };
}

/** Every way into the archive. */
function waysIn({ site }: Press, lang: string) {
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
