import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { byName } from "../rendering/names.ts";
import { card } from "./card.ts";
import { frame, type Version } from "./frame.ts";
import { numbersToShow, sheetsOf } from "./listing.ts";
import type { Page } from "./page.ts";
import { type About, type Heading, type Taxonomy, taxonomies } from "./taxonomies.ts";
import { feedHome, feedLinks, homeUrl, listUrl, outputFile } from "./urls.ts";

/** How many releases a page of a list holds where site.yaml does not say. */
export const PER_PAGE = 12;

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
      path: "releases",
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
  const grouped = new Map(languages.map((lang) => [lang, groupsOf(press, lang)]));
  const versions = (path: string, taxonomy?: string, term = ""): Version[] =>
    languages
      .filter((lang) => taxonomy === undefined || grouped.get(lang)?.get(taxonomy)?.has(term))
      .map((lang) => ({ lang, url: listUrl(press.site, lang, path) }));
  return languages.flatMap((lang) => [
    ...list(press, lang, {
      path: "releases",
      heading: { word: "nav.releases" },
      sentence: "list.releases",
      releases: press.listed(lang),
      parents: [],
      versions: versions("releases"),
    }),
    ...taxonomies.flatMap((taxonomy) => {
      const groups = grouped.get(lang)?.get(taxonomy.name) ?? new Map<string, readonly Release[]>();
      const lists = [...groups].flatMap(([term, releases]) =>
        list(press, lang, {
          path: taxonomy.path(term),
          heading: taxonomy.heading(press, term, lang),
          sentence: `list.${taxonomy.name}`,
          releases,
          about: taxonomy.about?.(press, term, lang, releases),
          parents: [{ word: `overview.${taxonomy.name}`, url: listUrl(press.site, lang, taxonomy.name) }],
          versions: versions(taxonomy.path(term), taxonomy.name, term),
        }),
      );
      return [...lists, overview(press, lang, taxonomy, groups, versions(taxonomy.name))];
    }),
  ]);
}

type Groups = ReadonlyMap<string, readonly Release[]>;

const known = new WeakMap<Press, Map<string, ReadonlyMap<string, Groups>>>();

/** The releases of a language under each term of each taxonomy, oldest first. */
function groupsOf(press: Press, lang: string): ReadonlyMap<string, Groups> {
  const made = known.get(press) ?? new Map<string, ReadonlyMap<string, Groups>>();
  known.set(press, made);
  let found = made.get(lang);
  if (!found) {
    found = grouped(press.listed(lang));
    made.set(lang, found);
  }
  return found;
}

function grouped(releases: readonly Release[]): ReadonlyMap<string, Groups> {
  return new Map(
    taxonomies.map((taxonomy) => {
      const groups = new Map<string, Release[]>();
      for (const release of releases) {
        for (const term of new Set(taxonomy.terms(release))) {
          const group = groups.get(term);
          if (group) group.push(release);
          else groups.set(term, [release]);
        }
      }
      return [taxonomy.name, groups];
    }),
  );
}

interface ListOf extends Omit<Listed, "lang"> {
  readonly parents: readonly { readonly word: string; readonly url: string }[];
  readonly versions: readonly Version[];
  readonly about?: About | undefined;
}

function list(
  press: Press,
  lang: string,
  { path, heading, sentence, releases, parents, versions, about }: ListOf,
): Page[] {
  const { site } = press;
  const sheets = sheetsOf(releases, site.releases_per_page ?? PER_PAGE);
  const last = sheets.length - 1;
  return sheets.map((sheet, index) => {
    const url = listUrl(site, lang, path, sheet.number);
    return {
      kind: "list",
      url,
      file: outputFile(site, url),
      lang,
      sources: sheet.entries.map((release) => release.file),
      view: {
        frame: frame(press, { url, lang, description: "", versions: sheet.number === undefined ? versions : [] }),
        breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, ...parents, heading],
        feeds: feedLinks(feedHome(site, lang, path)),
        heading,
        sentence,
        about: sheet.number === undefined ? about : undefined,
        cards: sheet.entries.map((release) => card(press, release, lang)),
        number: sheet.number,
        newer: index === 0 ? undefined : listUrl(site, lang, path, sheets[index - 1]?.number),
        older: index === last ? undefined : listUrl(site, lang, path, sheets[index + 1]?.number),
        pages: numbersToShow(last, sheet.number).map((number) => ({ number, url: listUrl(site, lang, path, number) })),
      },
    };
  });
}

function overview(press: Press, lang: string, taxonomy: Taxonomy, groups: Groups, versions: readonly Version[]): Page {
  const { site } = press;
  const url = listUrl(site, lang, taxonomy.name);
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
        (taxonomy.compare?.(a.term, b.term) ?? compareNames(shown(a.heading), shown(b.heading))) ||
        (a.term < b.term ? -1 : 1),
    );
  const names = [...new Set(entries.map(({ group }) => group?.text))];
  return {
    kind: "overview",
    url,
    file: outputFile(site, url),
    lang,
    sources: [],
    view: {
      frame: frame(press, { url, lang, description: "", versions }),
      breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: `overview.${taxonomy.name}` }],
      heading: { word: `overview.${taxonomy.name}` },
      sentence: `overview.${taxonomy.name}.text`,
      numbered: taxonomy.name === "sdgs",
      groups: names.map((name) => {
        const members = entries.filter(({ group }) => group?.text === name);
        return { heading: members[0]?.group, entries: members.map(({ group: _, ...entry }) => entry) };
      }),
    },
  };
}

function shown(heading: Heading): string {
  return "phrase" in heading ? heading.phrase.text : heading.word;
}
