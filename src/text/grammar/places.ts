import type { MarkdownIt, Token } from "markdown-it";
import { lastUpTo, lineStarts } from "../lines.ts";
import { inlineRule } from "./rules.ts";

/** The place of something in the content of its token. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Stores the places of code and bare addresses in their lines, in the `meta` of their tokens. */
export function linePlaces(engine: MarkdownIt): void {
  for (const name of ["autolink", "linkify"]) engine.inline.ruler.at(name, placed(inlineRule(name), "link_open"));
  engine.inline.ruler.at("backticks", placed(inlineRule("backticks"), "code_inline"));
}

/** Wraps a rule so that the first token of a type that it makes has its place. */
export function placed(rule: ReturnType<typeof inlineRule>, type: string): ReturnType<typeof inlineRule> {
  return (state, silent) => {
    const { pos } = state;
    const count = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (!silent) {
      const token = state.tokens.slice(count).find((each) => each.type === type);
      // The scheme of a bare address was first read as words, so the place begins before it.
      const from = token?.markup === "linkify" ? state.src.lastIndexOf(schemeOf(state.src, pos), pos) : pos;
      if (token) token.meta = { ...token.meta, from, to: state.pos };
    }
    return true;
  };
}

function schemeOf(source: string, colon: number): string {
  return /[a-z][a-z\d+.-]*$/i.exec(source.slice(Math.max(0, colon - 10), colon))?.[0] ?? "";
}

/** Returns the place of a token that {@link placed} has stored. */
export function placeOf({ meta }: Token): Place | undefined {
  return typeof meta?.from === "number" && typeof meta.to === "number" ? { from: meta.from, to: meta.to } : undefined;
}

/** Returns the inline tokens of a text, each with a function from places in its content to places in the source. */
export function linesOf(source: string, tokens: readonly Token[]) {
  const starts = lineStarts(source);
  let row = 0;
  /** The cells of a table have no places, so that each is searched after the one before it. */
  let cursor = 0;
  return tokens.flatMap((token) => {
    if (token.type === "tr_open") {
      row = token.map?.[0] ?? row;
      cursor = starts[row] ?? 0;
    }
    if (token.type !== "inline" && token.type !== "figure") return [];
    if (token.map) {
      const [first] = token.map;
      const begins = lineStarts(token.content);
      const places = token.content.split("\n").map((line, index) => placeOfLine(source, starts, first + index, line));
      const at = (offset: number) => {
        const line = lastUpTo(begins, offset);
        return (places[line] ?? 0) + offset - (begins[line] ?? 0);
      };
      return [{ token, at }];
    }
    const written = token.content.replaceAll("|", "\\|");
    const from = Math.max(0, source.indexOf(written, cursor));
    cursor = from + written.length;
    const bars = (offset: number) =>
      token.content === written ? 0 : token.content.slice(0, offset).split("|").length - 1;
    return [{ token, at: (offset: number) => from + offset + bars(offset) }];
  });
}

/** Returns the place in the source at which a line of a block begins. The line lacks the marks before it there, such as those of a quote. */
function placeOfLine(source: string, starts: readonly number[], line: number, content: string): number {
  const start = starts[line] ?? source.length;
  const end = (starts[line + 1] ?? source.length + 1) - 1;
  const written = source.slice(start, end).trimEnd();
  const words = content.trim();
  const indent = content.length - content.trimStart().length;
  const from = written.endsWith(words) ? written.length - words.length : Math.max(0, written.indexOf(words));
  return start + from - indent;
}
