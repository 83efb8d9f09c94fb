import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Hunspell, type HunspellFactory, loadModule } from "hunspell-asm";

const require = createRequire(import.meta.url);

/** Languages with more than one dictionary: a word that either knows is right. The others have `dictionary-xx`, if any. */
const packages: Partial<Record<string, readonly string[]>> = { en: ["dictionary-en", "dictionary-en-gb"] };

/** How many words Hunspell itself is asked for suggestions. */
const MOST = 40;

let opened: Promise<Dictionaries> | undefined;

/** Hunspell with the dictionaries that are installed as npm packages, each read when it is first asked. */
export class Dictionaries {
  readonly #factory: HunspellFactory;
  readonly #opened = new Map<string, readonly Hunspell[]>();
  readonly #known = new Map<string, boolean>();
  readonly #suggested = new Map<string, readonly string[]>();
  #far = 0;

  private constructor(factory: HunspellFactory) {
    this.#factory = factory;
  }

  /** The dictionaries of this process: what one check has read, the next one need not. */
  static open(): Promise<Dictionaries> {
    opened ??= loadModule().then((factory) => new Dictionaries(factory));
    return opened;
  }

  /** Whether a language has a dictionary. */
  has(lang: string): boolean {
    return this.#of(lang).length > 0;
  }

  /** Whether a word is in a dictionary of its language, which must have one. Each word is looked up once. */
  knows(word: string, lang: string): boolean {
    const key = `${lang} ${word}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#of(lang).some((dictionary) => dictionary.spell(word));
      this.#known.set(key, known);
    }
    return known;
  }

  /**
   * What a wrong word may have been meant to be: the words that are one slip of the hand away from it. Hunspell looks further, and
   * takes a hundred times as long: it is asked for the first words of a process that have none so near.
   */
  suggest(word: string, lang: string): readonly string[] {
    const key = `${lang} ${word}`;
    let found = this.#suggested.get(key);
    if (!found) {
      const dictionaries = this.#of(lang);
      const slips = [...new Set(slipsOf(word, lang))];
      found = [];
      for (const dictionary of dictionaries)
        if (found.length === 0) found = slips.filter((other) => dictionary.spell(other));
      if (found.length === 0 && this.#far++ < MOST)
        found = dictionaries.flatMap((dictionary) => dictionary.suggest(word));
      this.#suggested.set(key, found);
    }
    return found;
  }

  #of(lang: string): readonly Hunspell[] {
    let dictionaries = this.#opened.get(lang);
    if (!dictionaries) {
      dictionaries = (packages[lang] ?? [`dictionary-${lang}`]).flatMap((name) => this.#read(name));
      this.#opened.set(lang, dictionaries);
    }
    return dictionaries;
  }

  #read(name: string): Hunspell[] {
    let folder: string;
    try {
      folder = path.dirname(require.resolve(name));
    } catch {
      return [];
    }
    const [rules = "", words = ""] = ["index.aff", "index.dic"].map((file) =>
      this.#factory.mountBuffer(readFileSync(path.join(folder, file)), `${name}-${file}`),
    );
    return [this.#factory.create(rules, words)];
  }
}

const alphabets: Partial<Record<string, string>> = {
  ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  be: "абвгдеёжзійклмнопрстуўфхцчшыьэюя'",
  uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
  fr: "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûü",
  es: "abcdefghijklmnopqrstuvwxyzáéíóúñü",
};

/** All that one slip makes of a word: two letters changed places, one left out, one wrong, one too many. */
function* slipsOf(word: string, lang: string): Generator<string> {
  const alphabet = alphabets[lang] ?? "abcdefghijklmnopqrstuvwxyz";
  for (let at = 0; at < word.length; at++) {
    const [before, letter = "", next = "", after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 1)];
    if (next !== "") yield before + next + letter + word.slice(at + 2);
    yield before + after;
    for (const other of alphabet) yield before + other + after;
    for (const other of alphabet) yield before + other + letter + after;
  }
  for (const other of alphabet) yield word + other;
}
