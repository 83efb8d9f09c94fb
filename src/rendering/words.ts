import type { Words } from "../model/content.ts";
import { localeOf } from "./dates.ts";

const plurals = new Map<string, Intl.PluralRules>();

/** What stands for `{name}` in a word; `count` also chooses the plural form. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * The interface's word for a key in a language, its `{slots}` filled. With a `count`, the word is that of the
 * language's plural form (CLDR: `key.one`, `key.few`, `key.other`).
 * @throws where a word is missing: a page never shows a key.
 */
export function word(words: Words, key: string, lang: string, slots: Slots = {}): string {
  const table = words.get(lang) ?? {};
  const form = typeof slots.count === "number" ? `${key}.${pluralFor(lang).select(slots.count)}` : key;
  const found = table[form] ?? (form === key ? undefined : table[`${key}.other`]);
  if (found === undefined) throw new Error(`strings/${lang}.yaml has no word for “${form}”.`);
  return found.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = slots[name];
    return value === undefined ? slot : typeof value === "number" ? number(value, lang) : value;
  });
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A whole number with the language's separators. */
export function number(value: number, lang: string): string {
  let format = numbers.get(lang);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(lang));
    numbers.set(lang, format);
  }
  return format.format(value);
}

function pluralFor(lang: string): Intl.PluralRules {
  let rules = plurals.get(lang);
  if (!rules) {
    rules = new Intl.PluralRules(localeOf(lang));
    plurals.set(lang, rules);
  }
  return rules;
}
