import { grouped } from "../model/grouped.ts";
import { memoized, oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import { type PublicRelease, releaseTypes } from "../model/release.ts";
import { listUrl, MAIN_LIST } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import type { Heading } from "./frame.ts";

/** The filters that the list of all releases has. */
export interface Choice {
  readonly year?: string | undefined;
  readonly type?: string | undefined;
}

/** A filter: the key of its words, and the address of each of its terms. */
export type Filter = ReturnType<typeof filtersOf>[number];

function pathOf({ year, type }: Choice): string {
  if (type === undefined) return year ?? MAIN_LIST;
  return year === undefined ? `types/${type}` : `types/${type}/${year}`;
}

/** The releases in the lists of a language, oldest first, by the path of each choice that has any. */
const choicesIn = oncePer((press: Press, lang: string) =>
  grouped(press.listed(lang), ({ year, type }) => pathsOf(year, type)),
);

/** The paths of all choices that show a release. */
const pathsOf = memoized((year: string, type: string) => [{}, { year }, { type }, { year, type }].map(pathOf));

function releasesOf(press: Press, lang: string, choice: Choice): readonly PublicRelease[] {
  return choicesIn(press, lang).get(pathOf(choice)) ?? [];
}

/** Returns where a choice is shown: a year and a kind have a list of their own only where it is shorter than both of theirs. */
function shownAt(press: Press, lang: string, { year, type }: Choice): string {
  const path = pathOf({ year, type });
  const size = (choice: Choice) => releasesOf(press, lang, choice).length;
  const wider = [{ year }, { type }].find((choice) => size(choice) === size({ year, type }));
  return year === undefined || type === undefined || !wider ? path : pathOf(wider);
}

const yearsIn = oncePer((press: Press, lang: string) =>
  [...new Set(press.listed(lang).map(({ year }) => year))].toSorted().toReversed(),
);

/** The lists of a language that show a year and a kind of text, and no other list shows the same. */
export const narrowedLists = oncePer((press: Press, lang: string) => {
  const choices = yearsIn(press, lang).flatMap((year) => releaseTypes.map((type) => ({ year, type })));
  return choices.flatMap((choice) => {
    const path = pathOf(choice);
    const releases = releasesOf(press, lang, choice);
    if (releases.length === 0 || shownAt(press, lang, choice) !== path) return [];
    const kind = `kinds.${choice.type}`;
    const text = [message(press.words, kind, lang), choice.year].join(message(press.words, "comma", lang));
    const parents = [
      { word: "overview.types", url: listUrl(press.site, lang, "types") },
      { word: kind, url: listUrl(press.site, lang, pathOf({ type: choice.type })) },
    ];
    const heading = { phrase: { text } };
    return [{ lang, path, heading, sentence: "list.choice", releases, parents, choice, hidden: true }];
  });
});

/** Returns the ways to see fewer of a list, or others than it shows: by year and by kind of text. */
export function filtersOf(press: Press, lang: string, chosen: Choice) {
  const filterOf = (word: string, choices: readonly (readonly [Heading, Choice])[]) => ({
    word,
    entries: choices.flatMap(([heading, choice]) => {
      const count = releasesOf(press, lang, choice).length;
      if (count === 0) return [];
      const url = listUrl(press.site, lang, shownAt(press, lang, choice));
      /** `isCurrent`: whether it is the choice of the page. */
      return [{ heading, url, count, isCurrent: pathOf(choice) === pathOf(chosen) }];
    }),
  });
  const { year, type } = chosen;
  const all = { word: "search.any" };
  return [
    filterOf("choice.year", [
      [all, { type }],
      ...yearsIn(press, lang).map((other) => [{ phrase: { text: other } }, { type, year: other }] as const),
    ]),
    filterOf("choice.type", [
      [all, { year }],
      ...releaseTypes.map((other) => [{ word: `kinds.${other}` }, { year, type: other }] as const),
    ]),
    // “All” and one more say the same.
  ].filter(({ entries }) => entries.length > 2);
}
