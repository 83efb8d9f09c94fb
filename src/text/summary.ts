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

/** Returns the first sentence of a parsed text, at most 300 characters: of the first paragraph with words in it that stands in no list, quote or passage. */
export function firstSentenceIn(tokens: readonly Token[]): string {
  const plain = firstParagraph(tokens);
  const sentence = /^.{40,}?[.!?。](?=[^\S\u00a0\u202f]|$)/.exec(plain)?.[0] ?? plain;
  return sentence.length > 300 ? `${sentence.slice(0, sentence.lastIndexOf(" ", 297))} …` : sentence;
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
