import { localeOf } from "./dates.ts";

const tables = new Map<string, Intl.DisplayNames>();

function nameOf(type: "region" | "language", code: string, lang: string): string {
  const key = `${type} ${lang}`;
  let table = tables.get(key);
  if (!table) {
    table = new Intl.DisplayNames(localeOf(lang), { type });
    tables.set(key, table);
  }
  return table.of(code) ?? code;
}

/** A country's name in a language (CLDR), by its code (ISO 3166-1). */
export function countryName(code: string, lang: string): string {
  return nameOf("region", code, lang);
}

/** A language's name in a language (CLDR), by its code (BCP 47). */
export function languageName(code: string, lang: string): string {
  return nameOf("language", code, lang);
}

const lists = new Map<string, Intl.ListFormat>();

/** Names in a row, as a language strings them together: `English, Russian and Arabic`. */
export function listOf(names: readonly string[], lang: string): string {
  let format = lists.get(lang);
  if (!format) {
    format = new Intl.ListFormat(localeOf(lang));
    lists.set(lang, format);
  }
  return format.format(names);
}

const collators = new Map<string, Intl.Collator>();

/** Sorts names as a reader of the language looks them up. */
export function byName(lang: string): (a: string, b: string) => number {
  let collator = collators.get(lang);
  if (!collator) {
    collator = new Intl.Collator(localeOf(lang));
    collators.set(lang, collator);
  }
  return collator.compare;
}

const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** The direction in which a language is written, by the script it is mostly written in (CLDR). */
export function directionOf(lang: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? "") ? "rtl" : "ltr";
}

/**
 * A part of a line that has its own direction, such as a size: in a language written from right to left it is isolated
 * (UAX #9), or a number would be drawn to the Latin letters before it and torn from its unit.
 */
export function apart(text: string, lang: string): string {
  return directionOf(lang) === "rtl" ? `\u2068${text}\u2069` : text;
}

/** A language with the country where most people write it (CLDR), as Open Graph wants it: `en_GB`, `be_BY`. */
export function regionalLocaleOf(lang: string): string {
  const { language, region } = new Intl.Locale(localeOf(lang)).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
