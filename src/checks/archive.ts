import { distance } from "fastest-levenshtein";
import type { Content } from "../model/content.ts";
import { countsOf } from "../model/grouped.ts";
import { byKey } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { wordsIn } from "./words.ts";

/** Above this many documents it is cheaper to count all words once than to look for each. */
const FEW = 20;

/** The same is so for more words than these. */
const MANY = 200;

/** All releases together: what a rule asks that must know more than one. */
export class Archive {
  readonly releases: readonly Release[];
  readonly #groups: ReadonlyMap<string, readonly Release[]>;
  readonly #checked: number;
  #summaries: ReadonlyMap<string, number> | undefined;
  #speakers: ReadonlyMap<string, number> | undefined;
  #counts: ReadonlyMap<string, number> | undefined;

  /** `checked` is how many documents will be looked at. */
  constructor({ releases }: Content, checked: number) {
    this.releases = releases;
    this.#checked = checked;
    this.#groups = byKey(releases);
  }

  /** A release in all its languages. */
  versions(key: string): readonly Release[] {
    return this.#groups.get(key) ?? [];
  }

  /** In how many releases of a language a summary stands. */
  summaries(lang: string, summary: string): number {
    this.#summaries ??= countsOf(this.releases.map((release) => `${release.lang} ${release.summary ?? ""}`));
    return this.#summaries.get(`${lang} ${summary}`) ?? 0;
  }

  /** A more usual, or earlier used, spelling of a speaker's name: all words of a name but one the same, and that nearly. */
  otherSpelling(speaker: string, lang: string): string | undefined {
    this.#speakers ??= countsOf(
      this.releases.flatMap(({ lang, speakers }) => speakers.map((speaker) => `${lang} ${speaker}`)),
    );
    const own = this.#speakers.get(`${lang} ${speaker}`) ?? 0;
    for (const [key, count] of this.#speakers) {
      const other = key.slice(lang.length + 1);
      if (key.startsWith(`${lang} `) && other !== speaker && count >= own && isNearName(speaker, other)) return other;
    }
    return undefined;
  }

  /** In how many texts words stand, as they are written. Those that stand in none may be missing. */
  counts(words: readonly string[]): ReadonlyMap<string, number> {
    if (this.#checked <= FEW && words.length <= MANY)
      return countWords(this.releases.filter(({ body }) => words.some((word) => body.includes(word))));
    this.#counts ??= countWords(this.releases);
    return this.#counts;
  }
}

function countWords(releases: readonly Release[]): Map<string, number> {
  return countsOf(releases.flatMap(({ body }) => [...new Set(wordsIn(body).flatMap(({ word }) => word.split("-")))]));
}

function isNearName(a: string, b: string): boolean {
  const [left, right] = [a.split(" "), b.split(" ")];
  if (left.length < 2 || left.length !== right.length) return false;
  const different = left.flatMap((word, index) => (word === right[index] ? [] : [[word, right[index] ?? ""] as const]));
  const [only] = different;
  if (different.length !== 1 || !only) return false;
  return Math.min(only[0].length, only[1].length) >= 4 && distance(...only) <= 2 && only[0][0] === only[1][0];
}
