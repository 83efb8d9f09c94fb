import type { Token } from "markdown-it";
import { onOneLine, plainWords } from "./words.ts";

/** Returns a parsed text as one line of words, without marks and pictures, for descriptions and data. */
export function wordsIn(tokens: readonly Token[]): string {
  return tokens
    .filter(({ type }) => type === "inline")
    .map(({ children }) => onOneLine(plainWords(children ?? [])))
    .filter(Boolean)
    .join(" ");
}

/** The longest automatic description. */
const LONGEST = 300;

/** Marks that close a quotation or a bracket after the end of a sentence. */
const CLOSING = "(?:[\u00a0\u202f]?[\\p{Pe}\\p{Pf}\"'“])*";

/** The end of a sentence in languages that put a space after it; Chinese and Japanese put none. */
const SPACED = `(?:[.!?]|[\\u061f\\u06d4\\u0964\\u1362])${CLOSING}(?=[^\\S\\u00a0\\u202f]|$)`;

/** Full stops that do not end a sentence: `Dr.`, `J.`, `U.S.`, `No. 5`, `z. B. im`, `3. Oktober`. */
const GOES_ON = "(?<!(?<![\\p{L}\\p{N}])(?:\\p{L}|\\p{Lu}\\p{Ll}{1,2}|\\d{1,2})\\.)(?!\\s+[\\p{Ll}\\d])";

const SENTENCE = new RegExp(
  `^(?:.{40,}?${SPACED}${GOES_ON}|.{20,}?[。！？｡．](?:${CLOSING}(?=\\s|$)|(?![\\p{Pe}\\p{Pf}])))`,
  "u",
);

/** Returns the first sentence of a parsed text, at most 300 characters: of the first paragraph with words in it that stands in no list, quote or passage. */
export function firstSentenceIn(tokens: readonly Token[]): string {
  return shortened(firstSentenceOf(firstParagraph(tokens)), LONGEST);
}

/** Returns the first sentence of words; all of them if no sentence ends. */
export function firstSentenceOf(words: string): string {
  return SENTENCE.exec(words.slice(0, 2 * LONGEST))?.[0] ?? words;
}

/** Shortens words to at most so many characters, between two words, with an ellipsis. */
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
