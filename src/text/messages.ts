import type { Words } from "../model/content.ts";
import { memoized } from "../model/memo.ts";
import { localeOf } from "./dates.ts";

const pluralsOf = memoized((lang: string) => new Intl.PluralRules(localeOf(lang)));
const numbersOf = memoized((lang: string) => new Intl.NumberFormat(localeOf(lang)));

/** Words that are written already, with the markup of the place where they will stand. */
export interface Marked {
  toString(): string;
}

/** What fills a slot as it is. */
export function marked(text: string): Marked {
  return { toString: () => text };
}

/** What stands for `{name}` in a word; `count` also chooses the plural form. */
export type Slots = Readonly<Record<string, string | number | Marked>>;

/** What ends a sentence, where it stands at the end of a slot: a full stop that follows it would be one too many. */
const ENDED = /[.!?…。！？][\p{Pe}\p{Pf}"]*(?:<[^>]*>)*$/u;

/**
 * The interface's word for a key in a language, its `{slots}` filled. With a `count`, the word is that of the
 * language's plural form (CLDR: `key.one`, `key.few`, `key.other`). Punctuation and spaces beside a slot are part of
 * the word, because languages differ in them. `write` writes all that is not marked up, for the place where it will stand.
 * @throws where a word is missing: a page never shows a key.
 */
export function message(
  words: Words,
  key: string,
  lang: string,
  slots: Slots = {},
  write = (text: string): string => text,
): string {
  const table = words.get(lang) ?? {};
  const form = typeof slots.count === "number" ? `${key}.${pluralsOf(lang).select(slots.count)}` : key;
  const found = table[form] ?? (form === key ? undefined : table[`${key}.other`]);
  if (found === undefined) throw new Error(`strings/${lang}.yaml has no word for “${form}”.`);
  if (!found.includes("{")) return write(found);
  let filled = "";
  for (const [part, name] of found.matchAll(/\{(\w+)\}|[^{]+|\{/g)) {
    const value = name === undefined ? undefined : slots[name];
    if (value === undefined) filled += write(ENDED.test(filled) ? part.replace(/^[.。]/, "") : part);
    else if (typeof value === "object") filled += String(value);
    else filled += write(typeof value === "number" ? number(value, lang) : value);
  }
  return filled;
}

/** A whole number with the language's separators. */
export function number(value: number, lang: string): string {
  return numbersOf(lang).format(value);
}
