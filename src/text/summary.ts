import type { Token } from "markdown-it";
import { onOneLine, plainWords } from "./words.ts";

/** Returns a parsed text as one line of words, its marks and pictures left out: for descriptions and data. */
export function wordsIn(tokens: readonly Token[]): string {
  return tokens
    .filter(({ type }) => type === "inline")
    .map(({ children }) => onOneLine(plainWords(children ?? [])))
    .filter(Boolean)
    .join(" ");
}

/** A description that nobody wrote is no longer than this. */
const LONGEST = 300;

/** Behind a mark that ends a sentence may stand those that close a quotation or a bracket. */
const CLOSING = "(?:[\u00a0\u202f]?[\\p{Pe}\\p{Pf}\"'“])*";

/** Chinese and Japanese put no space behind a sentence. */
const SPACED = `(?:[.!?]|[\\u061f\\u06d4\\u0964\\u1362])${CLOSING}(?=[^\\S\\u00a0\\u202f]|$)`;

/** `Dr.`, `J.`, `U.S.`, `No. 5`, `z. B. im`, `3. Oktober`: what goes on behind it is the same sentence. */
const GOES_ON = "(?<!(?<![\\p{L}\\p{N}])(?:\\p{L}|\\p{Lu}\\p{Ll}{1,2}|\\d{1,2})\\.)(?!\\s+[\\p{Ll}\\d])";

const SENTENCE = new RegExp(
  `^(?:.{40,}?${SPACED}${GOES_ON}|.{20,}?[。！？｡．](?:${CLOSING}(?=\\s|$)|(?![\\p{Pe}\\p{Pf}])))`,
  "u",
);

/** Returns the first sentence of a parsed text, at most 300 characters: of the first paragraph with words in it that stands in no list, quote or passage. */
export function firstSentenceIn(tokens: readonly Token[]): string {
  return shortened(firstSentenceOf(firstParagraph(tokens)), LONGEST);
}

/** Returns the first sentence of words; all of them where none ends. */
export function firstSentenceOf(words: string): string {
  return SENTENCE.exec(words.slice(0, 2 * LONGEST))?.[0] ?? words;
}

/** Returns words that are longer than so many characters cut off between two of them, with a mark that they are. */
export function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const start = words.slice(0, longest - 3);
  const end = start.lastIndexOf(" ");
  // A text without spaces is cut anywhere but inside a character.
  return `${end > longest / 2 ? start.slice(0, end) : start.replace(/[\ud800-\udbff]$/, "")} …`;
}

function firstParagraph(tokens: readonly Token[]): string {
  let depth = 0;
  for (const [index, { type, nesting, children }] of tokens.entries()) {
    if (type === "footnote_block_open") break;
    if (depth === 1 && type === "inline" && tokens[index - 1]?.type === "paragraph_open") {
      const words = onOneLine(plainWords(children ?? []));
      if (/[\p{L}\p{N}]/u.test(words)) return words;
    }
    depth += nesting;
  }
  return "";
}
