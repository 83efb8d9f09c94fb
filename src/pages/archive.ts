import type { Press } from "../model/press.ts";
import { word } from "../rendering/words.ts";
import { card } from "./card.ts";
import { frame } from "./frame.ts";
import type { Page } from "./page.ts";
import { homeUrl, outputFile, pageUrl } from "./urls.ts";

const archiveUrl = ({ site }: Press, lang: string, year: string) => pageUrl(site, lang, `search/${year}`);

/** The years in which there is something in the lists of a language, newest first. */
function yearsOf(press: Press, lang: string): string[] {
  return [...new Set(press.listed(lang).map(({ year }) => year))].toSorted().toReversed();
}

/** Where all titles of a year stand, for each year. */
export function archiveLinks(press: Press, lang: string): { year: string; url: string }[] {
  return yearsOf(press, lang).map((year) => ({ year, url: archiveUrl(press, lang, year) }));
}

/** For each year one page with nothing but titles and days: to be searched by the browser itself, without scripts. */
export function archivePages(press: Press): Page[] {
  const years = new Map(Object.keys(press.site.languages).map((lang) => [lang, yearsOf(press, lang)]));
  return [...years].flatMap(([lang, own]) =>
    own.map((year) => {
      const versions = [...years].filter(([, theirs]) => theirs.includes(year)).map(([other]) => other);
      return archivePage(press, lang, year, versions);
    }),
  );
}

function archivePage(press: Press, lang: string, year: string, versions: readonly string[]): Page {
  const { site } = press;
  const url = archiveUrl(press, lang, year);
  const releases = press.listed(lang).filter((release) => release.year === year);
  return {
    kind: "archive",
    url,
    file: outputFile(site, url),
    lang,
    sources: releases.map(({ file }) => file),
    view: {
      frame: frame(press, {
        url,
        lang,
        description: word(press.words, "archive.title", lang, { year }),
        versions: versions.map((other) => ({ lang: other, url: archiveUrl(press, other, year) })),
      }),
      breadcrumb: [
        { word: "nav.home", url: homeUrl(site, lang) },
        { word: "search.title", url: pageUrl(site, lang, "search") },
        { phrase: { text: year } },
      ],
      year,
      entries: releases.toReversed().map((release) => {
        const { url: address, title, date, language, notice } = card(press, release, lang);
        return { url: address, title, date, language, notice: notice?.is };
      }),
    },
  };
}
