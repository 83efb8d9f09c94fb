import type { MarkdownIt, StateBlock } from "markdown-it";
import { blockRule } from "./rules.ts";

/** From this many spaces on, Markdown takes what is pasted from a mail for the code of a program. */
const DEEP = 4;

/** A year, or a number of more digits, is the beginning of a sentence and not of a list: `1986. A great year.` */
const YEAR = /^\d{4,}[.)]/;

/** A sentence is no heading, whatever stands in the line below it. */
const SENTENCE = /[.!?…:;,。！？：；，]["'”’»)]*$/;

/** Takes the traps out of Markdown that only programmers know: indented paragraphs, years, lines of hyphens. */
export function lenientBlocks(engine: MarkdownIt): void {
  engine.block.ruler.before("table", "dedent", (state, startLine, endLine, silent) => {
    if (!silent && isDeep(state, startLine)) dedent(state, startLine, endLine);
    return false;
  });

  const list = blockRule("list");
  engine.block.ruler.at(
    "list",
    (state, startLine, endLine, silent) => {
      const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      return !YEAR.test(state.src.slice(from, from + 12)) && list(state, startLine, endLine, silent);
    },
    { alt: ["paragraph", "reference", "blockquote"] },
  );

  const underlined = blockRule("lheading");
  engine.block.ruler.at("lheading", (state, startLine, endLine, silent) => {
    const first = state.tokens.length;
    if (silent || !underlined(state, startLine, endLine, silent)) return false;
    const [open, words, close] = state.tokens.slice(first);
    if (open && words && close && (words.content.includes("\n") || SENTENCE.test(words.content))) {
      for (const [token, type] of [
        [open, "paragraph_open"],
        [close, "paragraph_close"],
      ] as const)
        Object.assign(token, { type, tag: "p", markup: "" });
      const map: [number, number] = [state.line - 1, state.line];
      for (const token of [open, words]) token.map = [startLine, map[0]];
      state.push("hr", "hr", 0).map = map;
    }
    return true;
  });
}

function isDeep(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= DEEP;
}

/** Moves lines that stand far in to where the text begins, all by the same number of columns: a list in them keeps its levels. */
function dedent(state: StateBlock, startLine: number, endLine: number): void {
  let end = startLine;
  let least = Number.POSITIVE_INFINITY;
  while (end < endLine && (state.isEmpty(end) || isDeep(state, end))) {
    if (!state.isEmpty(end)) least = Math.min(least, state.sCount[end] ?? 0);
    end++;
  }
  const columns = least - state.blkIndent;
  for (let line = startLine; line < end; line++) {
    if (state.isEmpty(line)) continue;
    const indent = (state.sCount[line] ?? 0) - columns;
    const text = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    // Spaces that stay are counted back from the text: a tab may have been several.
    const kept = Math.min(indent, state.tShift[line] ?? 0);
    state.bMarks[line] = text - kept;
    state.tShift[line] = kept;
    state.sCount[line] = indent;
  }
}

/** The page's title is the only h1: where a text uses `#`, all its headings move down by one. */
export function headingsBelowTitle(engine: MarkdownIt): void {
  engine.core.ruler.push("headings-below-title", (state) => {
    const headings = state.tokens.filter((token) => token.type.startsWith("heading_"));
    if (!headings.some((token) => token.tag === "h1")) return;
    for (const token of headings) token.tag = `h${Math.min(6, Number(token.tag[1]) + 1)}`;
  });
}
