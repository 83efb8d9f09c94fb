import type { Words } from "../model/content.ts";
import { memoized } from "../model/memo.ts";
import { localeOf } from "./dates.ts";

const pluralsOf = memoized((lang: string) => new Intl.PluralRules(localeOf(lang)));
const numbersOf = memoized((lang: string) => new Intl.NumberFormat(localeOf(lang)));

/** Words that already have the markup of the place where they will be. */
export interface Marked {
  toString(): string;
}

/** Marks text as ready, so that it fills a slot unchanged. */
export function marked(text: string): Marked {
  return { toString: () => text };
}

/** The values of `{name}` in a word; `count` also chooses the plural form. */
export type Slots = Readonly<Record<string, string | number | Marked>>;

/** The words and the slots of an interface word. */
const partsOf = memoized((word: string) => [...word.matchAll(/\{(\w+)\}|[^{]+|\{/g)]);

const STOP = /^[.。]/;

/** The end of a sentence in the value of a slot, after which a full stop is dropped. */
const ENDED = /[.!?…。！？][\p{Pe}\p{Pf}"]*(?:<[^>]*>)*$/u;

const asItIs = (text: string): string => text;

/**
 * Returns the interface's word for a key in a language, with its `{slots}` filled. With a `count`, it is that of the language's plural
 * form (CLDR: `key.one`, `key.few`, `key.other`). Punctuation and spaces beside a slot are part of the word, because languages differ in
 * them. `write` escapes all that is not marked up.
 * @throws where a word is missing: a page never shows a key.
 */
export function message(words: Words, key: string, lang: string, slots: Slots = {}, write = asItIs): string {
  const table = words.get(lang) ?? {};
  const form = typeof slots.count === "number" ? `${key}.${pluralsOf(lang).select(slots.count)}` : key;
  const found = table[form] ?? (form === key ? undefined : table[`${key}.other`]);
  if (found === undefined) throw new Error(`strings/${lang}.yaml has no word for “${form}”.`);
  if (!found.includes("{")) return write(found);
  let filled = "";
  for (const [part, name] of partsOf(found)) {
    const value = name === undefined ? undefined : slots[name];
    if (value === undefined) filled += write(STOP.test(part) && ENDED.test(filled) ? part.replace(STOP, "") : part);
    else if (typeof value === "object") filled += String(value);
    else filled += write(typeof value === "number" ? number(value, lang) : value);
  }
  return filled;
}

/** Returns a whole number with the language's separators. */
export function number(value: number, lang: string): string {
  return numbersOf(lang).format(value);
}
