import { UNIT } from "./units.ts";

/** A word of a text, as it is compared: no mark, space, capital letter or invisible character counts. */
export interface Word {
  readonly text: string;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
  /** The number of its line, from 0; empty lines count for nothing. */
  readonly line: number;
  /** Whether one form of a release has it and another does not: an address behind a link, the number of an entry, words for a picture. */
  readonly optional: boolean;
}

/** An address of the web or of a mailbox is one word. Letters that look like an apostrophe are none: each keyboard has another. */
const WORD = new RegExp(
  [
    String.raw`(?:https?|mailto|tel):(?:(?!${UNIT})[^\s<>()"“”«»\u3000-\u303f\uff00-\uff65])+`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    UNIT,
    `(?!\\p{Cf})(?:(?![\\u02b9-\\u02ff]|${UNIT})[\\p{L}\\p{M}\\p{N}\\p{Cf}])+`,
    String.raw`[\p{Sc}%‰٪°=±×]`,
    String.raw`(?<![\p{L}\p{N}])[-−–](?=\d)`,
  ].join("|"),
  "giu",
);

const ADDRESS = /^(?:(?:https?|mailto|tel):|[^@]+@)/i;

/** The number of an entry in a list, and a picture: what it shows, in brackets, and where it is. */
export const ENTRY = /^\s*\d+[.)]\s/;
const PICTURE = /^\s*\[.*\](?:\s*\(https?:\S+\))?\s*$/;

/** Returns the words of a text, or of one that was copied from somewhere. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let line = 0;
  for (const { 0: source, index } of text.matchAll(/[^\r\n]+/g)) {
    const found = lineWords(source);
    for (const word of found) words.push({ ...word, from: index + word.from, to: index + word.to, line });
    if (found.length > 0) line++;
  }
  return words;
}

/** The words of a line, and where they stand in it. */
type LineWords = readonly Omit<Word, "line">[];

/** Returns the words of one line. */
export function lineWords(source: string): LineWords {
  const words: Omit<Word, "line">[] = [];
  const isPicture = PICTURE.test(source);
  const isEntry = ENTRY.test(source);
  for (const { 0: found, index } of source.matchAll(WORD)) {
    const text = plain(found);
    if (text === "") continue;
    const optional = isPicture || ADDRESS.test(found) || (isEntry && words.length === 0);
    words.push({ text, from: index, to: index + found.length, optional });
  }
  return words;
}

/** Returns a word without what differs by program or script: composed or not, capital or small, stretched, with invisible characters. */
function plain(word: string): string {
  const clean = word.normalize("NFKC").replace(/[\p{Cf}\u0640]/gu, "");
  if (ADDRESS.test(word))
    return clean
      .toLowerCase()
      .replace(/^(?:mailto|tel):/, "")
      .replace(/[.,;:!?)\]'’]+$/, "");
  return /^[-−–]$/.test(clean) ? "-" : clean.toUpperCase().toLowerCase().replace("i\u0307", "i");
}

/** So many words in a row are looked up together, and one of so many rows is kept: any 20 unchanged words are found. */
const ROW = 5;
const WINDOW = 16;

/** Returns the words that every form of a text has. */
export function saidOf(words: readonly Omit<Word, "line">[]): string[] {
  return words.flatMap(({ text, optional }) => (optional ? [] : [text]));
}

/** Returns the numbers of all rows of words that a text says. */
export function rowsOf(said: readonly string[]): number[] {
  return said
    .slice(0, Math.max(1, said.length - ROW + 1))
    .map((_, row) => numberOf(said.slice(row, row + ROW).join(" ")));
}

/** Returns the numbers by which a text is found: of every few rows the smallest (“winnowing”), so that each part of a text has some. */
export function sketchOf(said: readonly string[]): number[] {
  const rows = rowsOf(said);
  const found = new Set<number>();
  for (let from = 0; from === 0 || from + WINDOW <= rows.length; from++) {
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < from + WINDOW; at++) least = Math.min(least, rows[at] ?? least);
    found.add(least);
  }
  return [...found];
}

/** Returns a number of 32 bits for a text (FNV-1a): it finds what may be the same, and proves nothing. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
