import type { Token } from "markdown-it";
import type { Quote } from "../../model/release.ts";
import { onOneLine, plainWords } from "../words.ts";
import { grammarFor } from "./grammar.ts";
import * as speakers from "./speakers.ts";

/** Reads an attribution line: `— Name, role` or, with other words before the name, `— said **Name**, role`. */
export function attributionOf(line: string): { before: string; speaker: string; role: string; comma: string } {
  const tokens: Token[] = [];
  const engine = grammarFor("en", "typed");
  engine.inline.parse(line, engine, {}, tokens);
  const { before, speaker, comma, role } = speakers.attributionOf(tokens);
  const words = (some: readonly Token[]) => onOneLine(plainWords(some));
  return { before: words(before), speaker: words(speaker), role: words(role), comma };
}

/** Returns the quotes of a parsed text, which are its block quotes that end with an attribution line. */
export function quotesIn(tokens: readonly Token[]): Quote[] {
  const quotes: Quote[] = [];
  const opened: string[][] = [];
  for (const { type, children, meta } of tokens) {
    if (type === "blockquote_open") opened.push([]);
    else if (type === "inline") for (const said of opened) said.push(onOneLine(plainWords(children ?? [])));
    else if (type === "blockquote_close") {
      const said = opened.pop() ?? [];
      quotes.push({ text: said.join("\n\n").trim(), speaker: "" });
    } else if (type === "attribution_open") {
      const { text = "" } = quotes.pop() ?? {};
      const role = String(meta?.role ?? "");
      quotes.push({ text, speaker: String(meta?.speaker), ...(role ? { role } : {}) });
    }
  }
  return quotes.filter(({ speaker }) => speaker !== "");
}

/** What can change the meaning of other blocks: code, notes, addresses by name, passages. */
const FAR = /```|~~~|\]:|^[ \t]*:::|\r/m;

/** The beginning of a quote that is not where a block begins, but in a list or below a line of words. */
const WITHIN = /^[ \t\d*+.)>-]*>/m;

/** A numbered line of a quote: whether it is an item depends on the numbers of the whole text. */
const NUMBERED = /^[> \t]*\d/m;

/** Returns the block quotes of a text as it was written; undefined if only its grammar can tell where they are, or what they say. */
export function blockQuotes(source: string): string | undefined {
  if (FAR.test(source)) return undefined;
  const quotes: string[] = [];
  for (const block of source.split(/\n(?:[ \t]*\n)+/)) {
    if (!block.startsWith(">")) {
      if (WITHIN.test(block)) return undefined;
    } else if (NUMBERED.test(block)) return undefined;
    else quotes.push(block);
  }
  return quotes.join("\n\n");
}
