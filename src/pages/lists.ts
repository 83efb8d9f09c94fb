import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import {
  feedHome,
  feedLinks,
  homeUrl,
  listDataUrl,
  listUrl,
  MAIN_LIST,
  outputFile,
  releaseUrl,
} from "../model/urls.ts";
import { day } from "../text/dates.ts";
import { word } from "../text/messages.ts";
import { byName } from "../text/names.ts";
import { card } from "./card.ts";
import { type Frame, frame, type Heading, type Version } from "./frame.ts";
import { sheetsOf } from "./listing.ts";
import { oncePerLanguage } from "./once.ts";
import { type Kind, Page } from "./page.ts";
import { collectionPage, type Item, type Subject } from "./structured-data.ts";
import { type About, type Taxonomy, taxonomies } from "./taxonomies.ts";

/** How many releases a page of a list holds where site.yaml does not say. */
export const PER_PAGE = 20;

/** A list of a language: what stands over it, and its releases, oldest first. */
export interface Listed {
  readonly lang: string;
  readonly path: string;
  readonly heading: Heading;
  /** Key of the sentence under the heading. */
  readonly sentence: string;
  readonly releases: readonly Release[];
}

/** Every list of the site: of all releases, and of every term of every taxonomy, in each language. */
export function listsOf(press: Press): Listed[] {
  return Object.keys(press.site.languages).flatMap((lang) => [
    {
      lang,
      path: MAIN_LIST,
      heading: { word: "nav.releases" },
      sentence: "list.releases",
      releases: press.listed(lang),
    },
    ...taxonomies.flatMap((taxonomy) =>
      [...(groupsOf(press, lang).get(taxonomy.name) ?? [])].map(([term, releases]) => ({
        lang,
        path: taxonomy.path(term),
        heading: taxonomy.heading(press, term, lang),
        sentence: `list.${taxonomy.name}`,
        releases,
      })),
    ),
  ]);
}

/** The list of all releases, and the lists of every term of every taxonomy, with an overview of each taxonomy; in each language. */
export function listPages(press: Press): Page[] {
  const languages = Object.keys(press.site.languages);
  const groupsIn = new Map(languages.map((lang) => [lang, groupsOf(press, lang)]));
  const versions = (path: string, taxonomy?: string, term = ""): Version[] =>
    languages
      .filter((lang) => taxonomy === undefined || groupsIn.get(lang)?.get(taxonomy)?.has(term))
      .map((lang) => ({ lang, url: listUrl(press.site, lang, path) }));
  return languages.flatMap((lang) => [
    ...list(press, lang, {
      path: MAIN_LIST,
      heading: { word: "nav.releases" },
      sentence: "list.releases",
      ...cardsOf(press, lang, press.listed(lang)),
      parents: [],
      versions: versions(MAIN_LIST),
    }),
    ...taxonomies.flatMap((taxonomy) => {
      const groups = groupsIn.get(lang)?.get(taxonomy.name) ?? new Map<string, readonly Release[]>();
      const lists = [...groups].flatMap(([term, releases]) =>
        list(press, lang, {
          path: taxonomy.path(term),
          heading: taxonomy.heading(press, term, lang),
          sentence: `list.${taxonomy.name}`,
          ...cardsOf(press, lang, releases, (release) => taxonomy.more?.(press, term, release)),
          kind: taxonomy.kind ?? "list",
          about: () => taxonomy.about?.(press, term, lang, releases),
          subject: taxonomy.subject,
          parents: [{ word: `overview.${taxonomy.name}`, url: listUrl(press.site, lang, taxonomy.name) }],
          versions: versions(taxonomy.path(term), taxonomy.name, term),
        }),
      );
      return [...lists, overview(press, lang, taxonomy, groups, versions(taxonomy.name))];
    }),
  ]);
}

type Groups = ReadonlyMap<string, readonly Release[]>;

/** The releases of a language under each term of each taxonomy, oldest first. */
const groupsOf = oncePerLanguage((press, lang): ReadonlyMap<string, Groups> => {
  const releases = press.listed(lang);
  return new Map(
    taxonomies.map((taxonomy) => [taxonomy.name, grouped(releases, (release) => taxonomy.terms(release, press))]),
  );
});

/** Things under each of their terms, in the order given. */
export function grouped<T>(things: Iterable<T>, termsOf: (thing: T) => Iterable<string>): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    for (const term of termsOf(thing)) {
      const group = groups.get(term);
      if (!group) groups.set(term, [thing]);
      // A thing may name a term twice.
      else if (group.at(-1) !== thing) group.push(thing);
    }
  }
  return groups;
}

/** Releases as the entries of a list. */
function cardsOf(
  press: Press,
  lang: string,
  releases: readonly Release[],
  more?: (release: Release) => object | undefined,
) {
  return {
    entries: releases,
    card: (release: Release) => ({ ...card(press, release, lang), ...more?.(release) }),
    item: (release: Release) => ({ url: releaseUrl(press.site, release), name: release.title }),
    sources: ({ file }: Release) => [file],
  };
}

interface ListOf<T> {
  /** The kind of its pages, where it is no list of releases. */
  readonly kind?: Kind;
  readonly path: string;
  readonly heading: Heading;
  /** Key of the sentence under the heading. */
  readonly sentence: string;
  /** Oldest first. */
  readonly entries: readonly T[];
  card(entry: T): { readonly date: string };
  /** An entry as the list's data name it, where it has data. */
  item?(entry: T): Item;
  /** Files of content/ that the front is made of besides its entries. */
  readonly ownSources?: readonly string[];
  /** Files of content/ that an entry is made of. */
  sources(entry: T): readonly string[];
  readonly parents: readonly { readonly word: string; readonly url: SiteUrl }[];
  readonly versions: readonly Version[];
  about?(): About | undefined;
  /** What stands on the front of the list only. */
  readonly front?: Readonly<Record<string, unknown>>;
  readonly subject?: Subject | undefined;
}

/** What a page of a list says besides its cards. */
export interface ListView {
  readonly frame: Frame;
  readonly newer: SiteUrl | undefined;
  readonly older: SiteUrl | undefined;
}

/** The pages of one list, numbered from its oldest entries. */
export function list<T>(
  press: Press,
  lang: string,
  {
    kind = "list",
    path,
    heading,
    sentence,
    entries,
    card,
    item,
    sources,
    parents,
    versions,
    about,
    subject,
    front,
    ownSources = [],
  }: ListOf<T>,
): Page[] {
  const { site } = press;
  const sheets = sheetsOf(entries, site.releases_per_page ?? PER_PAGE);
  const name = shown(press, lang, heading);
  const last = sheets.length - 1;
  const describe = (span: string | undefined) =>
    word(press.words, sentence, lang, { name }) +
    (span === undefined ? "" : word(press.words, "brackets", lang, { text: span }));
  return sheets.map((sheet, index) => {
    const url = listUrl(site, lang, path, sheet.number);
    return new Page({
      kind,
      url,
      file: outputFile(site, url),
      lang,
      sources: () => [
        ...sheet.entries.flatMap((entry) => sources(entry)),
        ...(sheet.number === undefined ? ownSources : []),
      ],
      view: () => {
        const cards = sheet.entries.map((entry) => card(entry));
        const [to = "", from = to] = [cards[0]?.date, cards.at(-1)?.date];
        const span = sheet.number === undefined ? undefined : spanOf(press, lang, from, to);
        return {
          frame: frame(press, {
            url,
            lang,
            description: describe(span),
            versions: sheet.number === undefined ? versions : [],
            ...(path === MAIN_LIST ? { forms: [{ type: "application/json", url: listDataUrl(url) }] } : {}),
            data: item
              ? [
                  collectionPage(site, lang, {
                    url,
                    ...(isForeign(heading) ? {} : { name, description: describe(span) }),
                    about: subject,
                    items: sheet.entries.map((entry) => item(entry)),
                  }),
                ]
              : [],
          }),
          breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, ...parents, heading],
          ...(item ? { feeds: feedLinks(feedHome(site, lang, path)) } : {}),
          heading,
          sentence,
          about: sheet.number === undefined ? about?.() : undefined,
          cards,
          span,
          from,
          to,
          newer: index === 0 ? undefined : listUrl(site, lang, path, sheets[index - 1]?.number),
          older: index === last ? undefined : listUrl(site, lang, path, sheets[index + 1]?.number),
          ...(sheet.number === undefined ? front : {}),
        };
      },
    });
  });
}

/** The days from which and to which the entries of a page are: they tell it from the other pages of its list. */
function spanOf({ words }: Press, lang: string, from: string, to: string): string {
  if (from === to) return day(from, lang);
  return word(words, "list.span", lang, { from: day(from, lang), to: day(to, lang) });
}

function overview(press: Press, lang: string, taxonomy: Taxonomy, groups: Groups, versions: readonly Version[]): Page {
  const { site } = press;
  const url = listUrl(site, lang, taxonomy.name);
  return new Page({
    kind: "overview",
    url,
    file: outputFile(site, url),
    lang,
    view: () => ({
      frame: frame(press, {
        url,
        lang,
        description: word(press.words, `overview.${taxonomy.name}.text`, lang),
        versions,
      }),
      breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: `overview.${taxonomy.name}` }],
      heading: { word: `overview.${taxonomy.name}` },
      sentence: `overview.${taxonomy.name}.text`,
      numbered: taxonomy.name === "sdgs",
      groups: overviewGroups(press, lang, taxonomy, groups),
    }),
  });
}

/** The terms of a taxonomy with the number of their releases, under what they stand. */
function overviewGroups(press: Press, lang: string, taxonomy: Taxonomy, groups: Groups) {
  const { site } = press;
  const compareNames = byName(lang);
  const entries = [...new Set([...(taxonomy.always ?? []), ...groups.keys()])]
    .map((term) => {
      const count = groups.get(term)?.length ?? 0;
      return {
        term,
        heading: taxonomy.heading(press, term, lang),
        url: count === 0 ? undefined : listUrl(site, lang, taxonomy.path(term)),
        count,
        group: taxonomy.group?.(press, term, lang),
      };
    })
    .toSorted(
      (a, b) =>
        compareNames(a.group?.text ?? "", b.group?.text ?? "") ||
        (taxonomy.compare?.(a.term, b.term) ??
          compareNames(shown(press, lang, a.heading), shown(press, lang, b.heading))) ||
        (a.term < b.term ? -1 : 1),
    );
  const names = [...new Set(entries.map(({ group }) => group?.text))];
  return names.map((name) => {
    const members = entries.filter(({ group }) => group?.text === name);
    return { heading: members[0]?.group, entries: members.map(({ group: _, ...entry }) => entry) };
  });
}

/** Whether a heading's words are in another language than the page: a person's name that nobody has written in it yet. */
function isForeign(heading: Heading): boolean {
  return "phrase" in heading && heading.phrase.lang !== undefined;
}

function shown({ words }: Press, lang: string, heading: Heading): string {
  return "phrase" in heading ? heading.phrase.text : word(words, heading.word, lang);
}
