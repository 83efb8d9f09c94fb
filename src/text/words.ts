import type { Token } from "markdown-it";
import { SPACES } from "./escape.ts";

/** Returns the words of a line without marks, pictures and the numbers of footnotes. */
export function plainWords(tokens: readonly Token[]): string {
  let words = "";
  for (const { type, content } of tokens) {
    if (type.endsWith("break")) words += " ";
    else if (type !== "image" && type !== "footnote_ref") words += content;
  }
  return words;
}

/** Returns words on one line, without spaces at their ends. */
export function onOneLine(words: string): string {
  return words.replace(SPACES, " ").trim();
}
