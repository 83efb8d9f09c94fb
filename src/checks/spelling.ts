import type { Content } from "../model/content.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { localized } from "./localized.ts";
import { isLikely, isWrittenBothWays } from "./slips.ts";
import { usualWords } from "./usual-words.ts";
import { vocabulary } from "./vocabulary.ts";

/** A word of so many letters is no slip away from a name. */
const CERTAIN = 9;

/** Which words are right: those of the dictionaries, and the names that the site's content gives. */
export class Spelling {
  readonly #dictionaries: Dictionaries;
  readonly #names = new Set<string>();
  readonly #stems = new Set<string>();
  readonly #judged = new Map<string, Map<string, boolean>>();

  /** `words` are those that the office knows to be right. */
  constructor(dictionaries: Dictionaries, content: Content, words: readonly string[]) {
    this.#dictionaries = dictionaries;
    for (const name of [...words, ...namesOf(content)]) {
      for (const word of name.match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []) {
        const small = plain(word);
        this.#names.add(small);
        if (small.length > 3) this.#stems.add(stem(small));
      }
    }
  }

  /** Whether words of a language can be judged. */
  judges(lang: string): boolean {
    return this.#dictionaries.has(base(lang));
  }

  /** Whether a word is right. What is written small may also be a name's adjective; a name has endings in some languages. */
  knows(word: string, lang: string): boolean {
    const judged = this.#judged.get(lang) ?? new Map<string, boolean>();
    this.#judged.set(lang, judged);
    let known = judged.get(word);
    if (known === undefined) {
      known = this.#isKnown(word, lang);
      judged.set(word, known);
    }
    return known;
  }

  #isKnown(word: string, lang: string): boolean {
    const form = word.replaceAll("’", "'");
    const small = plain(form);
    if (this.#names.has(small) || this.#dictionaries.knows(form, base(lang))) return true;
    // English writes words of other languages with their accents or without.
    const bare = form.normalize("NFD").replace(/\p{M}/gu, "");
    if (base(lang) === "en" && bare !== form && this.#dictionaries.knows(bare, "en")) return true;
    if (/^\p{Lu}/u.test(form)) {
      if (this.#dictionaries.knows(small, base(lang))) return true;
      return /\p{Script=Cyrillic}/u.test(form) && this.#stems.has(stem(small));
    }
    return false;
  }

  /** Whether a word is made as many words of English are made, of one or two that are right, and is no slip of another. */
  isMade(word: string, lang: string): boolean {
    const small = word.toLowerCase();
    const endings = vocabulary[base(lang)]?.endings;
    if (!endings || this.#dictionaries.slips(small, base(lang)).length > 0) return false;
    return this.#hasEnding(small, lang) || this.#dictionaries.isCompound(small, base(lang));
  }

  #hasEnding(word: string, lang: string): boolean {
    return (vocabulary[base(lang)]?.endings ?? []).some(
      ([ending, other]) => ending.test(word) && this.knows(word.replace(ending, other), lang),
    );
  }

  /** What a wrong word may have been meant to be: at most three. */
  suggest(word: string, lang: string): string[] {
    const small = word.toLowerCase();
    const near = this.#dictionaries.slips(small, base(lang)).map(({ meant }) => meant);
    return [...(this.glued(small, lang) ?? []), ...near.toSorted()].slice(0, 3);
  }

  /** What a word very likely is a slip of; `stands` says whether a word stands in the same text. */
  likely(word: string, lang: string, stands: (word: string) => boolean): string[] {
    const small = word.toLowerCase();
    if (this.isUsual(small, lang)) return [];
    const glued = this.glued(small, lang);
    if (glued) return glued;
    const isUsual = (other: string) => this.isUsual(other, lang) || (other.length > 4 && stands(other));
    const isSmall = (other: string) => vocabulary[base(lang)]?.small?.includes(other) ?? false;
    const near = this.#dictionaries.slips(small, base(lang));
    const slips = near.filter((slip) => isLikely(small, slip, isUsual, isSmall));
    const isDoubling = slips.some(({ kind }) => kind === "doubled" || kind === "undoubled" || kind === "swapped");
    if (!isDoubling && this.#isDerived(small, lang)) return [];
    const meant = slips.map((slip) => slip.meant).toSorted((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
    const single = small.length > 6 ? usual(base(lang)).get(withoutDoubles(small)) : undefined;
    if (meant.length > 0 || single === undefined || isWrittenBothWays(small, single)) return meant.slice(0, 3);
    return this.isWord(single, lang) ? [single] : [];
  }

  /** What a name can only be a slip of: a long and usual word whose letters were left out, doubled or changed places. */
  certain(word: string, lang: string): string[] {
    const small = word.toLowerCase();
    const slips = this.#dictionaries
      .slips(small, base(lang))
      .filter(({ kind }) => kind !== "other" && kind !== "extra");
    return slips
      .filter(
        ({ meant, at }) => meant.length >= CERTAIN && at > 0 && at < small.length - 1 && this.isUsual(meant, lang),
      )
      .map(({ meant }) => meant);
  }

  /** Whether a word is one that the dictionary has, with an ending that it does not have there: "servicers", "useable". */
  #isDerived(word: string, lang: string): boolean {
    const derived = vocabulary[base(lang)]?.derived;
    const stem = derived && word.replace(derived, "");
    if (!stem || stem === word) return false;
    return (
      [stem, `${stem}e`, stem.replace(/i$/, "y")].some((other) => this.knows(other, lang)) ||
      this.#hasEnding(stem, lang)
    );
  }

  /** Whether a word is in a dictionary of its language as it is written; never where there is none. */
  isWord(word: string, lang: string): boolean {
    return this.judges(lang) && this.#dictionaries.knows(word, base(lang));
  }

  /** Whether many releases of a language have a word. */
  isUsual(word: string, lang: string): boolean {
    const words = usual(base(lang));
    return words.get(word) === word || (isInflected(word) && words.has(`${stem(word)}…`));
  }

  /** Two words between which the space is missing, one of them a small one; undefined where it is none such. */
  glued(word: string, lang: string): [string] | undefined {
    const small = vocabulary[base(lang)]?.small ?? [];
    for (const one of small) {
      const [rest, two] = word.startsWith(one)
        ? [word.slice(one.length), `${one} ${word.slice(one.length)}`]
        : word.endsWith(one)
          ? [word.slice(0, -one.length), `${word.slice(0, -one.length)} ${one}`]
          : ["", ""];
      if (rest.length > 2 && (this.isUsual(rest, lang) || small.includes(rest))) return [two];
      if (rest.length > 4 && this.#dictionaries.knows(rest, base(lang))) return [two];
    }
    return undefined;
  }
}

const usualSets = new Map<string, ReadonlyMap<string, string>>();

/** The words that many releases of a language have, by themselves and by how they are without doubled letters; none where they are not known. */
function usual(lang: string): ReadonlyMap<string, string> {
  let words = usualSets.get(lang);
  if (!words) {
    const list = usualWords(lang);
    words = new Map([
      ...list.map((word) => [withoutDoubles(word), word] as const),
      ...list.filter(isInflected).map((word) => [`${stem(word)}…`, word] as const),
      ...list.map((word) => [word, word] as const),
    ]);
    usualSets.set(lang, words);
  }
  return words;
}

/** "Successful" and "succesfull" without their doubled letters are one. */
const withoutDoubles = (word: string) => word.replace(/(\p{L})\1/gu, "$1");

const base = (lang: string) => lang.split("-")[0] ?? lang;
const plain = (word: string) => word.toLowerCase().replaceAll("’", "'");

/** A word that has many endings, of which a list has only some. */
const isInflected = (word: string) => word.length > 6 && /\p{Script=Cyrillic}/u.test(word);
const stem = (word: string) => word.slice(0, Math.max(4, word.length - 2));

/** The names that the content gives: of the site, partners, people, places, topics; in all languages. */
function namesOf({ site, terms, releases }: Content): string[] {
  return [
    ...[site.name, site.parent].flatMap(localized),
    ...[...terms.partners.values()].flatMap(({ name, acronym, aliases = [] }) => [
      ...localized(name),
      ...localized(acronym),
      ...aliases,
    ]),
    ...[...terms.contacts.values()].flatMap(({ name, role, organisation }) =>
      [name, role, organisation].flatMap(localized),
    ),
    ...[...terms.locations.values()].flatMap(({ name, aliases = [] }) => [...localized(name), ...aliases]),
    ...[...terms.topics.values()].flatMap(({ name }) => localized(name)),
    ...releases.flatMap(({ speakers, image, gallery = [] }) => [
      ...speakers,
      ...[...(image ? [image] : []), ...gallery].flatMap(({ credit, place, people = [] }) => [
        credit ?? "",
        place ?? "",
        ...people,
      ]),
    ]),
  ];
}
