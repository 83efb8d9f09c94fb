import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Hunspell, type HunspellFactory, loadModule } from "hunspell-asm";

const require = createRequire(import.meta.url);

/** Languages with more than one dictionary: a word that either knows is right. The others have `dictionary-xx`, if any. */
const packages: Partial<Record<string, readonly string[]>> = { en: ["dictionary-en", "dictionary-en-gb"] };

let opened: Promise<Dictionaries> | undefined;

/** Hunspell with the dictionaries that are installed as npm packages, each read when it is first asked. */
export class Dictionaries {
  readonly #factory: HunspellFactory;
  readonly #opened = new Map<string, readonly Hunspell[]>();
  readonly #known = new Map<string, boolean>();

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

  /** What a wrong word may have been meant to be, the likeliest first. */
  suggest(word: string, lang: string): string[] {
    return this.#of(lang).flatMap((dictionary) => dictionary.suggest(word));
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
