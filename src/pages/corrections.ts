import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import { updatedOn } from "../model/release.ts";
import { CORRECTIONS, type FeedLink, listUrl, releaseUrl } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { documentUrls } from "./attached.ts";
import { foreign, phraseIn } from "./frame.ts";
import { feedsOf, type Listed } from "./lists.ts";
import { type ListView, numberedPages } from "./numbered.ts";
import { type Page, PageOf } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly corrections: ListView<ReturnType<typeof rowOf>> & {
      readonly feeds?: readonly FeedLink[];
      /** The office's own text about corrections, on the front only. */
      readonly standing: { readonly title: string | undefined; readonly body: string } | undefined;
    };
  }
}

/**
 * Returns all corrections and withdrawals of a language's releases, oldest first: each with its day or moment, and a note (Markdown in the
 * language of the release), unless the office gave no reason.
 */
const correctionsOf = oncePer((press: Press, lang: string) =>
  press
    .listed(lang)
    .flatMap((release) => {
      const { is, date, reason } = release.status;
      const changes = (release.changes ?? []).map((change) => ({ release, is: "corrected" as const, ...change }));
      if (is !== "withdrawn" && is !== "superseded") return changes;
      const last = { release, is, date: date ?? updatedOn(release) ?? release.date, note: reason };
      return is === "withdrawn" ? [last] : [...changes, last];
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
);

type Correction = ReturnType<typeof correctionsOf>[number];

/** Returns the list that feeds follow: each corrected release once, by its newest correction, oldest first. */
export function correctionsList(press: Press, lang: string): Listed {
  const newestFirst = correctionsOf(press, lang).toReversed();
  const releases = [...new Set(newestFirst.map(({ release }) => release))].toReversed();
  return { lang, path: CORRECTIONS, heading: { word: "corrections.title" }, sentence: "corrections.text", releases };
}

/** Returns the list of all corrections of each language, with the office's own text about corrections below it. */
export function correctionPages(press: Press): Page<"corrections">[] {
  const { site } = press;
  const languages = Object.keys(site.languages);
  return languages.flatMap((lang) => {
    const list = correctionsList(press, lang);
    const { path, heading, sentence } = list;
    const standing = press.pages.find((page) => page.key === CORRECTIONS && page.lang === lang);
    const corrections = correctionsOf(press, lang);
    const title = message(press.words, "corrections.title", lang);
    const pages = numberedPages(press, lang, {
      path,
      heading,
      sentence,
      entries: corrections,
      card: (correction: Correction) => rowOf(press, correction, lang),
      item: ({ release }) => ({ url: releaseUrl(site, release), name: release.title }),
      sources: (some) => some.map(({ release }) => release.file),
      parents: [],
      versions: languages.map((other) => ({ lang: other, url: listUrl(site, other, CORRECTIONS) })),
      ownSources: standing ? [standing.file] : [],
    });
    return pages.map(
      ({ number, view, ...place }) =>
        new PageOf({
          kind: "corrections",
          ...place,
          view: () => ({
            ...view(),
            ...feedsOf(site, list),
            standing:
              number === undefined && standing
                ? // A heading that says what the page's title says is none.
                  { title: standing.title === title ? undefined : standing.title, body: standing.body }
                : undefined,
          }),
        }),
    );
  });
}

/** A correction as the list shows it, with the language of its note. */
function rowOf(press: Press, { release, is, date, note }: Correction, lang: string) {
  const { site } = press;
  return {
    url: releaseUrl(site, release),
    title: phraseIn(site, release.title, release.lang, lang),
    is,
    date: date.slice(0, 10),
    note,
    files: is === "withdrawn" ? {} : documentUrls(press, release),
    ...foreign(site, release.lang),
    first: release.date,
  };
}
