import { grouped } from "../model/grouped.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import { type FeedLink, feedHome, feedLinks, listUrl, MAIN_LIST, releaseUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { byName } from "../text/names.ts";
import { card } from "./card.ts";
import { cardDigest, contentDigest } from "./digests.ts";
import { type Choice, type Filter, filtersOf, narrowedLists } from "./filters.ts";
import { framed, headingText, type Version } from "./frame.ts";
import { sheetsIn } from "./listing.ts";
import { type Around, type ListView, type Named, numberedPages } from "./numbered.ts";
import { type Page, PageOf, pageAt } from "./page.ts";
import type { Quote } from "./speakers.ts";
import { type About, type Taxonomy, taxonomies } from "./taxonomies.ts";

declare module "./page.ts" {
  interface Views {
    readonly list: ListView<Card> & Beside;
    readonly person: ListView<Card & { readonly quotes: readonly Quote[] }> & Beside;
    readonly overview: ReturnType<typeof overviewView>;
  }
}

type Card = ReturnType<typeof card>;

/** The parts of a list of releases besides its cards. */
interface Beside {
  readonly feeds?: readonly FeedLink[];
  /** On the front only, as are the following fields. */
  readonly about: About | undefined;
  /** The filters. */
  readonly filters: readonly Filter[] | undefined;
}

/** A list of a language: its heading, and its releases, oldest first. */
export interface Listed extends Named {
  readonly lang: string;
  readonly releases: readonly PublicRelease[];
  /** It has no feed. */
  readonly unfollowed?: true | undefined;
}

interface ReleaseList extends Listed, Around {
  about?(): About | undefined;
  /** The text of an entry in place of a summary, in the list of a person. */
  readonly quotes?: ((release: PublicRelease) => readonly Quote[]) | undefined;
  /** The choice of its filters, if it has any. */
  readonly choice?: Choice | undefined;
}

/** Every list of the site that is followed: of all releases, and of every term of every taxonomy, in each language. */
export const listsOf = oncePer((press: Press): readonly ReleaseList[] =>
  Object.keys(press.site.languages).flatMap((lang) => [
    {
      lang,
      path: MAIN_LIST,
      heading: { word: "nav.releases" },
      sentence: "list.releases",
      releases: press.listed(lang),
      choice: {},
      parents: [],
    },
    ...taxonomies.flatMap((taxonomy) =>
      [...(groupsOf(press, lang).get(taxonomy.name) ?? [])].map(([term, releases]) => ({
        lang,
        path: taxonomy.path(term),
        heading: taxonomy.heading(press, term, lang),
        sentence: `list.${taxonomy.name}`,
        releases,
        about: () => taxonomy.about?.(press, term, lang, releases),
        quotes: taxonomy.quotes && ((release: PublicRelease) => taxonomy.quotes?.(press, term, release) ?? []),
        subject: taxonomy.subject,
        choice: taxonomy.choice?.(term),
        unfollowed: taxonomy.unfollowed,
        parents: [{ word: `overview.${taxonomy.name}`, url: listUrl(press.site, lang, taxonomy.name) }],
      })),
    ),
  ]),
);

/** The pages of all lists, and an overview of each taxonomy; in each language. */
export function listPages(press: Press): Page[] {
  const languages = Object.keys(press.site.languages);
  const lists: ReleaseList[] = [...listsOf(press), ...languages.flatMap((lang) => narrowedLists(press, lang))];
  const byPath = grouped(lists, ({ path }) => [path]);
  const versions = (path: string, all: readonly { readonly lang: string }[] = []): Version[] =>
    all.map(({ lang }) => ({ lang, url: listUrl(press.site, lang, path) }));
  const inAll = languages.map((lang) => ({ lang }));
  return [
    ...lists.flatMap((listed) => list(press, listed, versions(listed.path, byPath.get(listed.path)))),
    ...languages.flatMap((lang) =>
      taxonomies.map((taxonomy) =>
        pageAt(press.site, "overview", lang, listUrl(press.site, lang, taxonomy.name), {
          view: () => overviewView(press, lang, taxonomy, versions(taxonomy.name, inAll)),
        }),
      ),
    ),
  ];
}

/** Returns the releases of a language under each term of each taxonomy, oldest first. */
const groupsOf = oncePer((press: Press, lang: string) => {
  const releases = press.listed(lang);
  return new Map(
    taxonomies.map((taxonomy) => [taxonomy.name, grouped(releases, (release) => taxonomy.terms(release, press))]),
  );
});

/** Returns the feeds of a list. An empty list has none, but for the list of all releases. */
export function feedsOf(site: Site, { lang, path, releases, unfollowed }: Listed) {
  const isFollowed = (releases.length > 0 || path === MAIN_LIST) && !unfollowed;
  return isFollowed ? { feeds: feedLinks(feedHome(site, lang, path)) } : {};
}

function list(
  press: Press,
  { lang, releases, about, quotes, choice, ...listed }: ReleaseList,
  versions: readonly Version[],
): readonly Page<"list" | "person">[] {
  const { site } = press;
  const common = {
    ...listed,
    versions,
    entries: releases,
    item: (release: PublicRelease) => ({ url: releaseUrl(site, release), name: release.title }),
    sources: (some: readonly PublicRelease[]) => some.map(({ file }) => file),
  };
  const cardOf = (release: PublicRelease) => card(press, release, lang);
  const digestOf = (release: PublicRelease) => cardDigest(press, release);
  const contentOf = (release: PublicRelease) => contentDigest(press, release);
  const beside = (number: number | undefined): Beside => ({
    ...(listed.hidden ? {} : feedsOf(site, { ...listed, lang, releases })),
    about: number === undefined ? about?.() : undefined,
    filters: number === undefined && choice ? filtersOf(press, lang, choice) : undefined,
  });
  // The feeds of a numbered page follow from the list's address.
  const frontOnly = (number: number | undefined) => (number === undefined ? JSON.stringify(beside(number)) : "");
  if (quotes) {
    const card = (release: PublicRelease) => ({ ...cardOf(release), quotes: quotes(release) });
    return numberedPages(press, lang, { ...common, card }).map(
      ({ number, view, bare, entries, ...place }) =>
        new PageOf({
          kind: "person",
          ...place,
          view: () => ({ ...view(), ...beside(number) }),
          signature: () => [bare(), frontOnly(number), ...entries.map(digestOf), ...entries.map(contentOf)].join(),
        }),
    );
  }
  return numberedPages(press, lang, { ...common, sheets: sheetsIn(site, releases), card: cardOf }).map(
    ({ number, view, bare, entries, ...place }) =>
      new PageOf({
        kind: "list",
        ...place,
        view: () => ({ ...view(), ...beside(number) }),
        signature: () => [bare(), frontOnly(number), ...entries.map(digestOf)].join(),
      }),
  );
}

function overviewView(press: Press, lang: string, taxonomy: Taxonomy, versions: readonly Version[]) {
  const { site } = press;
  return {
    ...framed(
      press,
      {
        url: listUrl(site, lang, taxonomy.name),
        lang,
        description: message(press.words, `overview.${taxonomy.name}.text`, lang),
        versions,
      },
      { word: `overview.${taxonomy.name}` },
    ),
    heading: { word: `overview.${taxonomy.name}` },
    sentence: `overview.${taxonomy.name}.text`,
    numbered: taxonomy.name === "sdgs",
    groups: overviewGroups(press, lang, taxonomy),
  };
}

/** Returns the terms of a taxonomy with the number of their releases, in groups. */
function overviewGroups(press: Press, lang: string, taxonomy: Taxonomy) {
  const { site } = press;
  const groups = groupsOf(press, lang).get(taxonomy.name) ?? new Map<string, readonly PublicRelease[]>();
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
          compareNames(headingText(press, a.heading, lang), headingText(press, b.heading, lang))) ||
        (a.term < b.term ? -1 : 1),
    );
  return [...grouped(entries, ({ group }) => [group?.text]).values()].map((members) => ({
    heading: members[0]?.group,
    entries: members.map(({ group: _, ...entry }) => entry),
  }));
}
