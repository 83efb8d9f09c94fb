import type { SiteUrl } from "../model/address.ts";
import type { Localized } from "../model/fields.ts";
import { grouped } from "../model/grouped.ts";
import { sha256 } from "../model/hash.ts";
import { localize } from "../model/localized.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import type { ResultMeta } from "../model/search-result.ts";
import { pathPrefix } from "../model/site.ts";
import { pageUrl } from "../model/urls.ts";
import { pictureOf } from "../pictures/library.ts";
import { thumbnail } from "../pictures/view.ts";
import { day } from "../text/dates.ts";
import { message } from "../text/messages.ts";
import { picturesOf } from "../text/pictures.ts";
import { card, noticeOf } from "./card.ts";
import { cardDigest, currentDigest, sharedDigest } from "./digests.ts";
import { foundBy, framed, type Version } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly archive: ReturnType<typeof archiveView>;
  }
}

/** A record of the search index: words that are searched, `filters`, and `shown` for the result. */
export type SearchRecord = ReturnType<typeof recordOf>;

export const filters = ["year", "type", "partner", "place", "topic", "sdg"] as const;
export type Filter = (typeof filters)[number];

/** The version of Pagefind, and of the way it gets records. After a change, all volumes are made again. */
export const engine = "1.6.0";
const RECIPE = "2";

/** The most releases of finished years in one volume: Pagefind needs 250 MB of memory for each thousand. */
const MOST = 5000;

/**
 * Returns the volumes of a language, each a part of its search index that is made and loaded as one, oldest first: finished years, which hardly ever change, and the newest year by itself. They contain
 * the releases of the language's lists, except withdrawn ones. A preview has none.
 */
export const volumesOf = oncePer((press: Press, lang: string) => {
  if (press.audience === "preview") return [];
  const listed = press.listed(lang).filter(({ status }) => status.is !== "withdrawn");
  return byYears(listed).map((releases) => {
    const digests = releases.map((release) => currentDigest(press, release) + cardDigest(press, release));
    const version = sha256(JSON.stringify([engine, RECIPE, spokenIn(press, lang)]) + digests.join(""));
    return {
      /** Its name holds a hash over all that the volume is made of. */
      folder: `search/${lang}.${version.slice(0, 10)}`,
      lang,
      records: () => releases.map((release) => recordOf(press, release, lang)),
    };
  });
});

/** Returns the inputs of all records of a language besides their releases. */
function spokenIn({ site, words }: Press, lang: string) {
  const said = Object.entries(words.get(lang) ?? {}).filter(([key]) => /^(?:type|sdg|notice)\./.test(key));
  return [site.default_language, site.languages, pathPrefix(site), said];
}

/** In the newest year, releases so many at a time move on to the volume of those that were there before: until then, only few are indexed with each new one. */
const NEW = 100;

/** Whole years: finished ones together, as many as a volume may hold; and the newest by itself, its last releases apart. */
export function byYears<T extends { readonly year: string }>(releases: readonly T[], most = MOST): T[][] {
  const years = [...grouped(releases, ({ year }) => [year])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const newest = years.at(-1)?.[1];
  const volumes: T[][] = [];
  for (const [, group] of years) {
    const last = volumes.at(-1);
    if (!last || group === newest || last.length + group.length > most) volumes.push(group);
    else last.push(...group);
  }
  const latest = volumes.pop() ?? [];
  const settled = latest.length - (latest.length % NEW);
  return [...volumes, latest.slice(0, settled), latest.slice(settled)].filter((volume) => volume.length > 0);
}

function recordOf(press: Press, release: PublicRelease, lang: string) {
  const { site, terms, words } = press;
  const { url, place, title, language } = card(press, release, lang);
  const name = (term: Localized | undefined) =>
    term === undefined ? [] : [localize(term, lang, site.default_language).text];
  const value = (id: string, names: readonly string[]) => names.map((text) => `${id} ${text}`);
  const partners = release.partners.map(({ id }) => ({ id, partner: terms.partners.get(id) }));
  const topics = release.topics.map((id) => ({ id, names: name(terms.topics.get(id)?.name) }));
  const goals = release.sdgs.map((goal) => `${goal} ${message(words, `sdg.${goal}`, lang)}`);
  const type = message(words, `type.${release.type}`, lang);
  const notice = noticeOf(press, release);
  const image = thumbnail(press, release);
  return {
    url,
    /** The language the text is in. */
    lang: release.lang,
    date: release.date,
    title: release.title,
    lines: [release.subtitle, release.summary].filter((line) => line !== undefined),
    ...(release.reference === undefined ? {} : { reference: release.reference }),
    /** Markdown. */
    texts: [release.body, release.notes ?? ""],
    details: detailsOf(press, release),
    /** The names of people, partners, places and topics in the page's language. */
    names: [
      ...partners.flatMap(({ partner }) => [...name(partner?.name), ...name(partner?.acronym)]),
      ...topics.flatMap(({ names }) => names),
      ...goals,
      ...(place ? [place.text] : []),
    ],
    /** Filter → its values: the part of an address, a space, and the name to show. */
    filters: {
      year: [`${release.year} ${release.year}`],
      type: [`${release.type} ${type}`],
      partner: partners.flatMap(({ id, partner }) => value(id, name(partner?.name))),
      place: place && release.location !== undefined ? value(release.location, [place.text]) : [],
      topic: topics.flatMap(({ id, names }) => value(id, names)),
      sdg: goals,
    } satisfies Record<Filter, readonly string[]>,
    shown: {
      type,
      ...(language === undefined ? {} : { language }),
      ...(notice ? { notice: message(words, `notice.${notice.is}`, lang) } : {}),
      date: release.date,
      day: day(release.date, lang),
      ...(place ? { place: place.text } : {}),
      ...(place?.lang === undefined ? {} : { place_lang: place.lang }),
      ...(title.lang === undefined ? {} : { lang: title.lang }),
      ...(image === undefined ? {} : { image }),
    } satisfies ResultMeta,
  };
}

/** Returns words by which readers may remember a release although they are not in its text: a photographer, a report, a film. */
function detailsOf(press: Press, release: PublicRelease): readonly string[] {
  const { figures = [], documents = [], video = [], event, translation } = release;
  const pictures = picturesOf(release).flatMap((named) => {
    const seen = pictureOf(press, release, named)?.source.seen;
    return [
      named.caption,
      named.alt,
      named.credit ?? seen?.credit ?? seen?.creator,
      named.place,
      named.people?.join(", "),
    ];
  });
  return [
    ...figures.map(({ value, label, source }) => [value, label, source].join(" ")),
    ...pictures,
    ...documents.map(({ title }) => title),
    ...video.flatMap(({ title, credit }) => [title, credit]),
    event?.place,
    translation?.by,
  ].filter((text) => text !== undefined);
}

const archiveUrl = ({ site }: Press, lang: string, year: string) => pageUrl(site, lang, `search/${year}`);

/** Returns the releases in the lists of a language by their years, the newest year first. */
const yearsOf = oncePer((press: Press, lang: string): ReadonlyMap<string, readonly PublicRelease[]> => {
  const years = grouped(press.listed(lang), ({ year }) => [year]);
  return new Map([...years].toSorted(([a], [b]) => (a < b ? 1 : -1)));
});

/** Returns the address of the page with all titles of a year, for each year. */
export function archiveLinks(press: Press, lang: string): { year: string; url: SiteUrl }[] {
  return [...yearsOf(press, lang).keys()].map((year) => ({ year, url: archiveUrl(press, lang, year) }));
}

/** Returns one page for each year with only titles and days, in which readers can search with the browser, without scripts. */
export function archivePages(press: Press): Page[] {
  const years = new Map(Object.keys(press.site.languages).map((lang) => [lang, yearsOf(press, lang)]));
  return [...years].flatMap(([lang, own]) =>
    [...own].map(([year, releases]) => {
      const url = archiveUrl(press, lang, year);
      const versions = [...years]
        .filter(([, theirs]) => theirs.has(year))
        .map(([other]) => ({ lang: other, url: archiveUrl(press, other, year) }));
      return pageAt(press.site, "archive", lang, url, {
        sources: () => releases.map(({ file }) => file),
        view: () => archiveView(press, lang, year, versions),
        signature: () =>
          [
            sharedDigest(press, lang),
            JSON.stringify([year, versions]),
            ...releases.map((release) => cardDigest(press, release)),
          ].join(),
        found: () => foundBy(press, { url, versions }),
      });
    }),
  );
}

function archiveView(press: Press, lang: string, year: string, versions: readonly Version[]) {
  const releases = yearsOf(press, lang).get(year) ?? [];
  return {
    ...framed(
      press,
      {
        url: archiveUrl(press, lang, year),
        lang,
        description: message(press.words, "archive.title", lang, { year }),
        versions,
      },
      { word: "search.title", url: pageUrl(press.site, lang, "search") },
      { phrase: { text: year } },
    ),
    year,
    entries: releases.toReversed().map((release) => {
      const { url, title, date, language, notice } = card(press, release, lang);
      return { url, title, date, language, notice: notice?.is };
    }),
  };
}
