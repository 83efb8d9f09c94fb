import type { SiteUrl } from "../model/address.ts";
import { grouped } from "../model/grouped.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { pageUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { card } from "./card.ts";
import { cardDigest, sharedDigest } from "./digests.ts";
import { foundBy, framed, type Version } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly archive: ReturnType<typeof archiveView>;
  }
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
