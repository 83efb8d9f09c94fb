import createMarkdown, { type Token } from "markdown-it";
import { passages } from "./passages.ts";

/** Words as they were typed: a summary is no place for another typography than the editor's. */
const engine = createMarkdown().use(passages);

/** A Markdown text as one line of plain words, its marks and pictures left out: for descriptions and data. */
export function withoutMarks(text: string): string {
  return engine
    .parse(text, {})
    .map(({ children }) => wordsOf(children ?? []))
    .filter(Boolean)
    .join(" ");
}

/** The first sentence of a Markdown text without its marks, for descriptions that nobody wrote; at most 300 characters. */
export function firstSentence(body: string): string {
  const plain = firstParagraph(body);
  const sentence = /^.{40,}?[.!?。](?=\s|$)/.exec(plain)?.[0] ?? plain;
  return sentence.length > 300 ? `${sentence.slice(0, sentence.lastIndexOf(" ", 297))} …` : sentence;
}

/** The words of the first paragraph that has any, and stands in no list, quote or passage. */
function firstParagraph(body: string): string {
  const env = {};
  const blocks: Token[] = [];
  engine.block.parse(body, engine, env, blocks);
  for (const [index, { type, level, content }] of blocks.entries()) {
    if (type !== "inline" || level !== 1 || blocks[index - 1]?.type !== "paragraph_open") continue;
    const inline: Token[] = [];
    engine.inline.parse(content, engine, env, inline);
    const words = wordsOf(inline);
    if (/[\p{L}\p{N}]/u.test(words)) return words;
  }
  return "";
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => (type.endsWith("break") ? " " : type === "image" ? "" : content))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
