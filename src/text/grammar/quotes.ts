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
