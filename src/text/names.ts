import { memoized } from "../model/memo.ts";
import { localeOf } from "./dates.ts";

const namesIn = memoized(
  (type: "region" | "language", lang: string) => new Intl.DisplayNames(localeOf(lang), { type }),
);

/** A country's name in a language (CLDR), by its code (ISO 3166-1). */
export function countryName(code: string, lang: string): string {
  return namesIn("region", lang).of(code) ?? code;
}

/** A language's name in a language (CLDR), by its code (BCP 47). */
export function languageName(code: string, lang: string): string {
  return namesIn("language", lang).of(code) ?? code;
}

const listFormat = memoized((lang: string) => new Intl.ListFormat(localeOf(lang)));

/** Joins names as a language lists them: `English, Russian and Arabic`. */
export function listOf(names: readonly string[], lang: string): string {
  return listFormat(lang).format(names);
}

/** Returns the function that sorts names in the order of a language. */
export const byName = memoized((lang: string) => new Intl.Collator(localeOf(lang)).compare);

const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** Returns the direction of a language, by the script in which it is mostly written (CLDR). */
export const directionOf = memoized((lang: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? "") ? "rtl" : "ltr",
);

/**
 * Isolates a part of a line that has its own direction, such as a size, in a language written from right to left (UAX #9). Otherwise a
 * number would join the Latin letters before it and be separated from its unit.
 */
export function apart(text: string, lang: string): string {
  return directionOf(lang) === "rtl" ? `\u2068${text}\u2069` : text;
}

/** A language with the country where most people write it (CLDR), as Open Graph wants it: `en_GB`, `be_BY`. */
export const regionalLocaleOf = memoized((lang: string): string => {
  const { language, region } = new Intl.Locale(localeOf(lang)).maximize();
  return region === undefined ? language : `${language}_${region}`;
});
