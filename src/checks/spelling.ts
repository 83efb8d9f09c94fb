import { distance } from "fastest-levenshtein";
import type { Content } from "../model/content.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { localized } from "./localized.ts";
import { vocabulary } from "./vocabulary.ts";

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
    if (!endings || this.#dictionaries.suggest(small, base(lang), false).length > 0) return false;
    return (
      endings.some(([ending, other]) => ending.test(small) && this.knows(small.replace(ending, other), lang)) ||
      this.#dictionaries.isCompound(small, base(lang))
    );
  }

  /** What a wrong word was probably meant to be: at most three, the nearest first. To look further than one slip takes long. */
  suggest(word: string, lang: string, further: boolean): string[] {
    const near = (other: string) => distance(word.toLowerCase(), other.toLowerCase());
    const most = Math.max(1, Math.floor(word.length / 3));
    return [...new Set(this.#dictionaries.suggest(word.replaceAll("’", "'"), base(lang), further))]
      .filter((other) => near(other) <= most)
      .toSorted((a, b) => near(a) - near(b))
      .slice(0, 3);
  }
}

const base = (lang: string) => lang.split("-")[0] ?? lang;
const plain = (word: string) => word.toLowerCase().replaceAll("’", "'");
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
