import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { getWasmModule, Hunspell } from "hunspell-wasm";
import { attempt } from "../model/attempt.ts";
import { memoized } from "../model/memo.ts";
import { type Slip, slipsOf } from "./slips.ts";

const require = createRequire(import.meta.url);

/** Languages with more than one dictionary: a word that either knows is right. The others have `dictionary-xx`, if any. */
const packages: Partial<Record<string, readonly string[]>> = { en: ["dictionary-en", "dictionary-en-gb"] };

/** The number of words made of two that must begin, or end, with a word before others may be made so too. */
const JOINED = 3;

/** The fewest letters of a part of such a word. */
const SHORTEST = 3;

/** Hunspell with the dictionaries that are installed as npm packages, each read when it is first asked. */
export class Dictionaries {
  readonly #engine: unknown;
  readonly #of = memoized((lang: string) =>
    (packages[lang] ?? [`dictionary-${lang}`]).flatMap((name) => this.#read(name)),
  );
  readonly #joined = memoized((lang: string) => joinedOf(new Set(this.#of(lang).flatMap(({ words }) => words()))));
  readonly #near = memoized((lang: string) => memoized((word: string) => this.#nearTo(word, lang)));

  private constructor(engine: unknown) {
    this.#engine = engine;
  }

  /** The dictionaries of this process: what one check has read, the next one need not. */
  static readonly open = memoized(async () => new Dictionaries(await getWasmModule()));

  /** Whether a language has a dictionary. */
  has(lang: string): boolean {
    return this.#of(lang).length > 0;
  }

  /** Whether a word is in a dictionary of its language, which must have one. */
  knows(word: string, lang: string): boolean {
    return this.#of(lang).some(({ hunspell }) => hunspell.testSpelling(word));
  }

  /** Whether a word is made of two that several words of the dictionary begin, and end, with: "spacebar" as spaceship and crossbar. */
  isCompound(word: string, lang: string): boolean {
    return this.#joined(lang)(word.replace(/s$/, ""));
  }

  /** The words of a language's dictionary that are one slip of the hand away from a word. */
  slips(word: string, lang: string): readonly Slip[] {
    return this.#near(lang)(word);
  }

  #nearTo(word: string, lang: string): readonly Slip[] {
    const slips = new Map([...slipsOf(word, lang)].map((slip) => [slip.meant, slip]));
    for (const { hunspell, threes } of this.#of(lang)) {
      const found = [...slips.values()].filter((slip) => hasOnly(threes(), slip) && hunspell.testSpelling(slip.meant));
      if (found.length > 0) return found;
    }
    return [];
  }

  #read(name: string) {
    const found = attempt(() => require.resolve(name));
    if (found === undefined) return [];
    const [rules = "", words = ""] = ["index.aff", "index.dic"].map((file) =>
      readFileSync(path.join(path.dirname(found), file), "utf8"),
    );
    // The words of its list, without their endings.
    const listed = memoized((): readonly string[] => words.match(/^[^/\n]+/gm) ?? []);
    // Three letters in a row that some word of it has. To look a slip up takes long; most have three that no word has.
    const threes = memoized(() => new Set(listed().flatMap(threesOf)));
    return [{ hunspell: new Hunspell(this.#engine, rules, words), words: listed, threes }];
  }
}

/** Returns a function that says whether a word can be divided into two so that several words begin with the one, and several end with the other. */
function joinedOf(words: ReadonlySet<string>): (word: string) => boolean {
  const isWord = (part: string) => part.length >= SHORTEST && words.has(part);
  /** To look through all words takes some milliseconds, so each part is asked about once. */
  const isUsual = memoized((first: string, last: string) => {
    let count = 0;
    for (const word of words) {
      const isMade = word.startsWith(first) && word.endsWith(last);
      if (isMade && isWord(word.slice(first.length, word.length - last.length)) && ++count === JOINED) return true;
    }
    return false;
  });
  return (word) => {
    for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
      const [first, last] = [word.slice(0, at), word.slice(at)];
      if (isWord(first) && isWord(last) && isUsual(first, "") && isUsual("", last)) return true;
    }
    return false;
  };
}

/** The beginning of a word counts as a letter; its end does not, because endings are not in the list of words. */
function threesOf(word: string): string[] {
  const small = ` ${word.toLowerCase()}`;
  return Array.from({ length: Math.max(0, small.length - 2) }, (_, at) => small.slice(at, at + 3));
}

/**
 * Whether all threes of a word in small letters are among these. Asked of some hundred words for each that is unknown: most have one at
 * the place of their slip that is in no word, so that is looked at first.
 */
function hasOnly(threes: ReadonlySet<string>, { meant, at }: Slip): boolean {
  const whole = ` ${meant}`;
  const count = whole.length - 2;
  const first = Math.max(0, Math.min(at, count) - 1);
  for (let index = 0; index < count; index++) {
    const start = (first + index) % count;
    if (!threes.has(whole.slice(start, start + 3))) return false;
  }
  return true;
}
