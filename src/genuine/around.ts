import type { Word } from "../text/plain-words.ts";

/** Stands for any number in a phrase. */
export const NUMBER = "#";

/** Returns whether a word is a number. */
export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}

/** Words that stand around a release on its page, phrase by phrase; `*` stands for a few words, `#` for a number. */
export type Furniture = readonly (readonly string[])[];

/** The words around the text of a release in a language, and the lines that end it. */
export interface Around {
  readonly phrases: Furniture;
  readonly tail: Furniture;
  /** The address of the site. Where a release had another name, what was copied then has an address of the site that was not issued. */
  readonly site: string;
}

/** Returns the number of words up to the end of a release's text; its citation and other releases follow. */
export function cutAt(words: readonly Word[], tail: Furniture): number {
  const found = tail.flatMap((phrase) => {
    const at = words.findLastIndex(
      ({ line }, index) =>
        phrase.length > 0 &&
        words[index - 1]?.line !== line &&
        words[index + phrase.length]?.line !== line &&
        phrase.every((text, offset) => words[index + offset]?.text === text),
    );
    return at < 0 ? [] : [at];
  });
  return Math.min(words.length, ...found);
}
