import { distance } from "fastest-levenshtein";
import { countsOf } from "../model/grouped.ts";
import { oncePer } from "../model/memo.ts";
import { byKey } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import type { Context } from "./rule.ts";
import { wordsIn } from "./words.ts";

/** Above this many documents it is cheaper to count all words once than to look for each. */
const FEW = 20;

/** The same is so for more words than these. */
const MANY = 200;

type Releases = Pick<Context, "content">;

/** The releases by their keys: of each, all its languages. */
export const versionsOf = oncePer(({ content }: Releases) => byKey(content.releases));

/** In how many releases of a language a summary stands. */
export const countsOfSummaries = oncePer(({ content }: Releases) =>
  countsOf(content.releases.map(({ lang, summary = "" }) => `${lang} ${summary}`)),
);

const speakers = oncePer(({ content }: Releases) =>
  countsOf(content.releases.flatMap(({ lang, speakers: all }) => all.map((speaker) => `${lang} ${speaker}`))),
);

/** A more usual, or earlier used, spelling of a speaker's name: all words of a name but one the same, and that nearly. */
export const otherSpelling = oncePer((of: Releases, speaker: string, lang: string): string | undefined => {
  const counts = speakers(of);
  const own = counts.get(`${lang} ${speaker}`) ?? 0;
  for (const [key, count] of counts) {
    const other = key.slice(lang.length + 1);
    if (key.startsWith(`${lang} `) && other !== speaker && count >= own && isNearName(speaker, other)) return other;
  }
  return undefined;
});

const wordsOfAll = oncePer(({ content }: Releases) => countsOf(wordsOfEach(content)));

/** The words of one release after the other: those of all at once would take hundreds of megabytes. */
function* wordsOfEach({ releases }: Context["content"]): Generator<string> {
  for (const release of releases) yield* wordsOf(release);
}

/** A word that stands in so many texts is usual, whatever it is. */
export const USUAL = 5;

/**
 * Returns in how many texts words stand, as they are written: at least in so many, where there are `USUAL` or more. Those that stand in
 * none may be missing.
 */
export function countsOfWords(context: Context, words: readonly string[]): ReadonlyMap<string, number> {
  if (context.checked > FEW || words.length > MANY) return wordsOfAll(context);
  const counts = new Map<string, number>();
  const rare = new Set(words);
  for (const release of context.content.releases) {
    if (rare.size === 0) break;
    const { body } = release;
    const likely = [...rare].filter((word) => body.includes(word));
    const own = likely.length > 0 ? wordsOf(release) : undefined;
    for (const word of likely) {
      if (!own?.has(word)) continue;
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      if (count === USUAL) rare.delete(word);
    }
  }
  return counts;
}

function wordsOf({ body }: Release): ReadonlySet<string> {
  return new Set(wordsIn(body).flatMap(({ word }) => word.split("-")));
}

function isNearName(a: string, b: string): boolean {
  const [left, right] = [a.split(" "), b.split(" ")];
  if (left.length < 2 || left.length !== right.length) return false;
  const [at = -1, ...more] = [...left.keys()].filter((index) => left[index] !== right[index]);
  const [one = "", other = ""] = [left[at], right[at]];
  return (
    more.length === 0 && Math.min(one.length, other.length) >= 4 && distance(one, other) <= 2 && one[0] === other[0]
  );
}
