/** Quotation marks (outer pair, inner pair) and the languages that write them (Unicode CLDR, and what the press of a language does). */
const styles: readonly (readonly [marks: string, languages: string])[] = [
  ["«»„“", "be ky os ru sah uk"],
  ["«»“”", "ca el es eu fr hy it kk mg pt-PT pt-AO pt-MZ pt-TL tg"],
  ["«»‹›", "am az-Cyrl fa ps rm"],
  ["«»‘’", "nb nn no"],
  ["„“‚‘", "cs de dsb et hr hsb is ksh lb mk sk sl sq"],
  ["„“„“", "bg lt"],
  ["„”«»", "pl ro"],
  ["„“«»", "ka"],
  ["„”»«", "hu"],
  ["„”‘’", "bs"],
  ["„”’’", "sr"],
  ["””’’", "fi he sv"],
  ["”“’‘", "ar ur"],
  ["「」『』", "ja zh-Hant zh-HK zh-TW"],
];

const known = new Map(
  styles.flatMap(([marks, languages]) => languages.split(" ").map((lang) => [lang, [...marks]] as const)),
);

const ENGLISH = ["“", "”", "‘", "’"];

/** Returns the quotation marks of a language: outer pair, inner pair, without spaces. */
export function bareMarksOf(lang: string): readonly string[] {
  const [language = ""] = lang.split("-");
  return known.get(lang) ?? known.get(language) ?? ENGLISH;
}

/** Returns the quotation marks of a language: outer pair, inner pair, with the spaces of French. */
export function quotationMarksOf(lang: string): readonly string[] {
  const marks = bareMarksOf(lang);
  return hasSpacedGuillemets(lang) ? marks.map(spaced) : marks;
}

/** Whether a language has a space inside « ». */
export function hasSpacedGuillemets(lang: string): boolean {
  return /^fr(?:-|$)/.test(lang);
}

const spaced = (mark: string) => (mark === "«" ? "«\u00a0" : mark === "»" ? "\u00a0»" : mark);
