import type { Content } from "../model/content.ts";
import { memoized } from "../model/memo.ts";
import { baseOf, languageOf, patternOf, usualWords } from "./data.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { namesInReleases, namesOf } from "./localized.ts";
import { isLikely, isWrittenBothWays } from "./slips.ts";

/** A word of so many letters is no slip away from a name. */
const CERTAIN = 9;

/** Knows which words are right: those of the dictionaries, and the names that the site's content gives. */
export class Spelling {
  readonly #dictionaries: Dictionaries;
  readonly #names = new Set<string>();
  readonly #stems = new Set<string>();
  /** For each language: what is known of words. Texts say the same words millions of times. */
  readonly #known = memoized((_lang: string) => new Map<string, boolean>());

  /** `words` are those that the office knows to be right. */
  constructor(dictionaries: Dictionaries, content: Content, words: readonly string[]) {
    this.#dictionaries = dictionaries;
    for (const name of [...words, ...namesOf(content), ...namesInReleases(content)]) {
      for (const word of name.match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []) {
        const small = plain(word);
        this.#names.add(small);
        if (small.length > 3) this.#stems.add(stem(small));
      }
    }
  }

  /** Whether a word is right. What is written small may also be a name's adjective; a name has endings in some languages. */
  knows(word: string, lang: string): boolean {
    const known = this.#known(lang);
    const found = known.get(word);
    if (found !== undefined) return found;
    const is = this.#isKnown(word, lang);
    known.set(word, is);
    return is;
  }

  /** Whether words of a language can be judged. */
  judges(lang: string): boolean {
    return this.#dictionaries.has(baseOf(lang));
  }

  #isKnown(word: string, lang: string): boolean {
    const form = word.replaceAll("’", "'");
    const small = plain(form);
    if (this.#names.has(small) || this.#dictionaries.knows(form, baseOf(lang))) return true;
    // English writes words of other languages with their accents or without.
    const bare = form.normalize("NFD").replace(/\p{M}/gu, "");
    if (baseOf(lang) === "en" && bare !== form && this.#dictionaries.knows(bare, "en")) return true;
    if (!/^\p{Lu}/u.test(form)) return false;
    if (this.#dictionaries.knows(small, baseOf(lang))) return true;
    return /\p{Script=Cyrillic}/u.test(form) && this.#stems.has(stem(small));
  }

  /** Whether a word is made as many words of a language are made, of one or two that are right, and is no slip of another. */
  isMade(word: string, lang: string): boolean {
    const small = word.toLowerCase();
    if (!languageOf(lang).endings || this.#dictionaries.slips(small, baseOf(lang)).length > 0) return false;
    return this.#hasEnding(small, lang) || this.#dictionaries.isCompound(small, baseOf(lang));
  }

  #hasEnding(word: string, lang: string): boolean {
    return endings(lang).some(([ending, other]) => ending.test(word) && this.knows(word.replace(ending, other), lang));
  }

  /** Returns at most three words that a wrong word may have been meant to be. */
  suggest(word: string, lang: string): string[] {
    const small = word.toLowerCase();
    const near = this.#dictionaries.slips(small, baseOf(lang)).map(({ meant }) => meant);
    return [...this.#glued(small, lang), ...near.toSorted()].slice(0, 3);
  }

  /** Returns the words that a word very likely is a slip of; `stands` says whether a word stands in the same text. */
  likely(word: string, lang: string, stands: (word: string) => boolean): string[] {
    const small = word.toLowerCase();
    if (this.isUsual(small, lang)) return [];
    const glued = this.#glued(small, lang);
    if (glued.length > 0) return glued;
    const isUsual = (other: string) => this.isUsual(other, lang) || (other.length > 4 && stands(other));
    const isSmall = (other: string) => glue(lang).includes(other);
    const near = this.#dictionaries.slips(small, baseOf(lang));
    const slips = near.filter((slip) => isLikely(small, slip, isUsual, isSmall));
    const isDoubling = slips.some(({ kind }) => kind === "doubled" || kind === "undoubled" || kind === "swapped");
    if (!isDoubling && this.#isDerived(small, lang)) return [];
    const meant = slips.map((slip) => slip.meant).toSorted((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
    const single = small.length > 6 ? usual(baseOf(lang)).get(withoutDoubles(small)) : undefined;
    if (meant.length > 0 || single === undefined || isWrittenBothWays(small, single)) return meant.slice(0, 3);
    return this.isWord(single, lang) ? [single] : [];
  }

  /** Returns the words that a name can only be a slip of: long and usual ones whose letters were left out, doubled or changed places. */
  certain(word: string, lang: string): string[] {
    const small = word.toLowerCase();
    return this.#dictionaries.slips(small, baseOf(lang)).flatMap(({ meant, kind, at }) => {
      const isInside = at > 0 && at < small.length - 1 && kind !== "other" && kind !== "extra";
      return isInside && meant.length >= CERTAIN && this.isUsual(meant, lang) ? [meant] : [];
    });
  }

  /** Whether a word is one that the dictionary has, with an ending that it does not have there: "servicers", "useable". */
  #isDerived(word: string, lang: string): boolean {
    const stem = word.replace(derived(lang) ?? /$/, "");
    if (!stem || stem === word) return false;
    return (
      [stem, `${stem}e`, stem.replace(/i$/, "y")].some((other) => this.knows(other, lang)) ||
      this.#hasEnding(stem, lang)
    );
  }

  /** Whether a word is in a dictionary of its language as it is written; never where there is none. */
  isWord(word: string, lang: string): boolean {
    return this.judges(lang) && this.#dictionaries.knows(word, baseOf(lang));
  }

  /** Whether many releases of a language have a word. */
  isUsual(word: string, lang: string): boolean {
    const words = usual(baseOf(lang));
    return words.get(word) === word || (isInflected(word) && words.has(`${stem(word)}…`));
  }

  /** Two words between which the space is missing, one of them a small one; none where it is none such. */
  #glued(word: string, lang: string): string[] {
    for (const one of glue(lang)) {
      const [rest, two] = word.startsWith(one)
        ? [word.slice(one.length), `${one} ${word.slice(one.length)}`]
        : word.endsWith(one)
          ? [word.slice(0, -one.length), `${word.slice(0, -one.length)} ${one}`]
          : ["", ""];
      if (rest.length > 2 && (this.isUsual(rest, lang) || glue(lang).includes(rest))) return [two];
      if (rest.length > 4 && this.#dictionaries.knows(rest, baseOf(lang))) return [two];
    }
    return [];
  }
}

const derived = patternOf("derived", "");
const glue = memoized((lang: string) => languageOf(lang).glue?.split(" ") ?? []);
const endings = memoized((lang: string) =>
  Object.entries(languageOf(lang).endings ?? {}).map(([ending, other]) => [new RegExp(ending), other] as const),
);

/** The words that many releases of a language have, by themselves and by how they are without doubled letters; none where they are not known. */
const usual = memoized((lang: string): ReadonlyMap<string, string> => {
  const list = usualWords(lang);
  return new Map([
    ...list.map((word) => [withoutDoubles(word), word] as const),
    ...list.filter(isInflected).map((word) => [`${stem(word)}…`, word] as const),
    ...list.map((word) => [word, word] as const),
  ]);
});

/** "Successful" and "succesfull" without their doubled letters are one. */
const withoutDoubles = (word: string) => word.replace(/(\p{L})\1/gu, "$1");

const plain = (word: string) => word.toLowerCase().replaceAll("’", "'");

/** A word that has many endings, of which a list has only some. */
const isInflected = (word: string) => word.length > 6 && /\p{Script=Cyrillic}/u.test(word);
const stem = (word: string) => word.slice(0, Math.max(4, word.length - 2));
