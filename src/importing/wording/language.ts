import { eld } from "eld/extrasmall";
import { countsOf } from "../../model/grouped.ts";
import type { Site } from "../../model/site.ts";

/** Languages to choose from, beside those of the site: those of the interface, and those that could be confused with them. */
const candidates = ["en", "ru", "be", "uk", "fr", "es", "ar", "zh", "pt", "de", "it", "fa", "bg", "ro", "kk", "tg"];
/** Letters that identify languages which eld does not know. Kyrgyz has those of Mongolian too: no site has both. */
const ownLetters: Readonly<Record<string, RegExp>> = {
  kk: /[әғқұһ]/giu,
  tg: /[ӣӯҳҷ]/giu,
  ky: /[ңөү]/giu,
  mn: /[өү]/giu,
  uz: /[og][ʻʼ‘’'`](?=\p{L})/giu,
};
/** The share of these letters in a text of the language; a name in another text has fewer. */
const OWN_LETTERS = 0.02;

/** Fewest letters: in shorter texts, languages of one script are told apart by chance. */
const ENOUGH = 600;
/** Characters of each piece of text that votes for a language, and the most pieces that vote. */
const PIECE = 400;
const MOST_PIECES = 9;
const scripts = ["Latin", "Cyrillic", "Arabic", "Han"].map((name) => new RegExp(`\\p{Script=${name}}`, "gu"));

/**
 * Returns the language that a text is written in (ISO 639-1), by its letters and words. Of a short text only the languages of the
 * site are considered that are written in its script: a dozen words would pass for several others.
 */
export function languageOf(text: string, languages: readonly string[], first: string): string {
  const votes = piecesOf(text).flatMap((piece) => detect(piece, [...candidates, ...languages]) ?? []);
  const [[found] = [""]] = [...countsOf(votes)].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (found && (languages.includes(found) || count(text, /\p{L}/gu) >= ENOUGH)) return found;
  const own = languages.filter((lang) => scriptOf(words(lang)) === scriptOf(text));
  if (own.length === 0) return found || first;
  return own.includes(first) ? first : (detect(text, own) ?? own[0] ?? first);
}

/** The one of some languages that a text is surely written in; undefined where its words do not say it. */
function detect(text: string, languages: readonly string[]): string | undefined {
  const fewest = count(text, /\p{L}/gu) * OWN_LETTERS;
  const byLetters = languages.find((lang) => ownLetters[lang] && count(text, ownLetters[lang]) > fewest);
  if (byLetters) return byLetters;
  eld.setLanguageSubset([...languages]);
  const told = eld.detect(text);
  return told.isReliable() ? told.language : undefined;
}

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/** Pieces from all over a text: its beginning is often nothing but names. */
function piecesOf(text: string): string[] {
  const step = Math.max(PIECE, Math.floor(text.length / MOST_PIECES));
  const pieces = Math.max(1, Math.min(MOST_PIECES, Math.floor(text.length / step)));
  return Array.from({ length: pieces }, (_, index) => text.slice(index * step, index * step + PIECE));
}

/** The script that most of a text's letters are of. */
function scriptOf(text: string): number {
  const counts = scripts.map((script) => count(text, script));
  return counts.indexOf(Math.max(...counts));
}

/** A few words in a language: names of months. */
function words(lang: string): string {
  const format = new Intl.DateTimeFormat(lang, { month: "long", timeZone: "UTC" });
  return [0, 1, 2].map((month) => format.format(new Date(Date.UTC(2017, month, 1)))).join(" ");
}

const english = new Intl.DisplayNames("en", { type: "language" });

/** The language that a folder or a file name's ending names, among those of the site: `ru`, `russian`, `Русский`. */
export function languageNamed(name: string, languages: Site["languages"]): string | undefined {
  const plain = name.toLowerCase();
  return Object.entries(languages).find(
    ([code, { label }]) => plain === code || plain === label.toLowerCase() || plain === english.of(code)?.toLowerCase(),
  )?.[0];
}
