import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { byName } from "../rendering/names.ts";
import { word } from "../rendering/words.ts";
import { card } from "./card.ts";
import { type Frame, frame, type Version } from "./frame.ts";
import { numbersToShow, sheetsOf } from "./listing.ts";
import type { Page } from "./page.ts";
import { collectionPage, type Subject } from "./structured-data.ts";
import { type About, type Heading, type Taxonomy, taxonomies } from "./taxonomies.ts";
import { homeUrl, listDataUrl, listUrl, outputFile, releaseUrl } from "./urls.ts";

/** How many releases a page of a list holds where site.yaml does not say. */
const PER_PAGE = 12;

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
function groupsOf(press: Press, lang: string): ReadonlyMap<string, Groups> {
  const releases = press.listed(lang);
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

interface ListOf {
  readonly path: string;
  readonly heading: Heading;
  /** Key of the sentence under the heading. */
  readonly sentence: string;
  readonly releases: readonly Release[];
  readonly parents: readonly { readonly word: string; readonly url: string }[];
  readonly versions: readonly Version[];
  readonly about?: About | undefined;
  readonly subject?: Subject | undefined;
}

/** What a page of a list says besides its cards. */
export interface ListView {
  readonly frame: Frame;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

function list(
  press: Press,
  lang: string,
  { path, heading, sentence, releases, parents, versions, about, subject }: ListOf,
): Page[] {
  const { site } = press;
  const sheets = sheetsOf(releases, site.releases_per_page ?? PER_PAGE);
  const name = shown(press, lang, heading);
  const last = sheets.length - 1;
  return sheets.map((sheet, index) => {
    const url = listUrl(site, lang, path, sheet.number);
    const page = sheet.number === undefined ? "" : ` ${word(press.words, "list.page", lang, { number: sheet.number })}`;
    const description = word(press.words, sentence, lang, { name }) + page;
    return {
      kind: "list",
      url,
      file: outputFile(site, url),
      lang,
      sources: sheet.entries.map((release) => release.file),
      view: {
        frame: frame(press, {
          url,
          lang,
          description,
          versions: sheet.number === undefined ? versions : [],
          forms: [{ type: "application/json", url: listDataUrl(url) }],
          data: [
            collectionPage(site, lang, {
              url,
              ...(isForeign(heading) ? {} : { name, description }),
              about: subject,
              releases: sheet.entries.map((release) => releaseUrl(site, release)),
            }),
          ],
        }),
        breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, ...parents, heading],
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
        (taxonomy.compare?.(a.term, b.term) ??
          compareNames(shown(press, lang, a.heading), shown(press, lang, b.heading))) ||
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
      groups: names.map((name) => {
        const members = entries.filter(({ group }) => group?.text === name);
        return { heading: members[0]?.group, entries: members.map(({ group: _, ...entry }) => entry) };
      }),
    },
  };
}

/** Whether a heading's words are in another language than the page: a person's name that nobody has written in it yet. */
function isForeign(heading: Heading): boolean {
  return "phrase" in heading && heading.phrase.lang !== undefined;
}

function shown({ words }: Press, lang: string, heading: Heading): string {
  return "phrase" in heading ? heading.phrase.text : word(words, heading.word, lang);
}
