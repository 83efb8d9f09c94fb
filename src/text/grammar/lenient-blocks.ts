import type { MarkdownIt, StateBlock } from "markdown-it";
import { endsLine, isItem } from "./lists.ts";
import { blockRule } from "./rules.ts";
import { DASHED } from "./speakers.ts";

/** Text that is indented by this many spaces, often pasted from an email, is code in CommonMark. */
const DEEP = 4;

/** The beginning of code, with at most the name of its language. CommonMark would hide more words there. */
const FENCE = /^(`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*$/;

/** The end of a sentence, which is no heading even above a line of hyphens. */
const SENTENCE = /[.!?…:;,。！？：；，]["'”’»)]*$/;

/** Spaces that are not plain ones, as keyboards of a Mac and Chinese ones type them. */
const OTHER_SPACE = /[\u00a0\u2002-\u200a\u202f\u3000]/g;

/** The mark of a heading, item or quote at the beginning of a line, with the spaces beside it. */
const MARK = /^(?:[^\S\n]|>){0,20}(?:#{1,6}|[*+-]|\d{1,9}[.)])[^\S\n]+(?=\S)/gm;

/** A line that does not continue in the next one. */
const ENDED = /[^,،，、\s]\s*$/u;

/** Removes the traps of Markdown for people who are no programmers: indented paragraphs, days, lines of hyphens, code without an end. */
export function lenientBlocks(engine: MarkdownIt): void {
  engine.block.ruler.before("table", "dedent", (state, startLine, endLine, silent) => {
    if (!silent && isDeep(state, startLine)) dedent(state, startLine, endLine);
    return false;
  });

  // Each space becomes a plain one, so that all places stay.
  engine.core.ruler.before("block", "plain-spaces", (state) => {
    if (state.src.search(OTHER_SPACE) === -1) return;
    state.src = state.src.replace(MARK, (mark) => mark.replace(OTHER_SPACE, " "));
  });

  // `2*3*4` is a product, and no digit in italics.
  engine.inline.ruler.before("emphasis", "product", (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== "*" || !/^\d\*\d$/.test(src.slice(Math.max(0, pos - 1), pos + 2))) return false;
    if (!silent) state.pending += "*";
    state.pos++;
    return true;
  });

  const fence = blockRule("fence");
  const unclosed = new WeakMap<StateBlock, Map<string, number>>();
  engine.block.ruler.at(
    "fence",
    (state, startLine, endLine, silent) => {
      const [, mark = ""] = FENCE.exec(lineOf(state, startLine)) ?? [];
      if (mark === "") return false;
      const known = unclosed.get(state) ?? new Map<string, number>();
      unclosed.set(state, known);
      if ((known.get(mark) ?? Number.POSITIVE_INFINITY) <= startLine) return false;
      if (isClosed(state, mark, startLine, endLine)) return fence(state, startLine, endLine, silent);
      // The same mark further down has no end either.
      if (endLine === state.lineMax && state.blkIndent === 0) known.set(mark, startLine);
      return false;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );

  // What only looks like a list or a heading is a paragraph: `###` and `# # #` mark the end of a release.
  for (const [name, isOne] of [
    ["list", isItem],
    ["heading", (line: string) => !/^[#\s]*$/.test(line)],
  ] as const) {
    const rule = blockRule(name);
    engine.block.ruler.at(
      name,
      (state, line, end, silent) => isOne(lineOf(state, line)) && rule(state, line, end, silent),
      {
        alt: ["paragraph", "reference", "blockquote"],
      },
    );
  }
  // A list ends before a line that is no item.
  engine.block.ruler.before("list", "no-item", (state, line, _, silent) => silent && !isItem(lineOf(state, line)), {
    alt: ["list"],
  });

  // A quote ends with its speaker: the paragraph below is not the rest of a role, even without an empty line between them.
  engine.block.ruler.before(
    "blockquote",
    "after-speaker",
    (state, line, _, silent) => {
      const before = silent ? lineOf(state, line - 1) : "";
      return DASHED.test(before) && ENDED.test(before);
    },
    { alt: ["blockquote"] },
  );

  engine.inline.ruler.before("newline", "lines-apart", (state, silent) => {
    if (state.src[state.pos] !== "\n" || !endsLine(state)) return false;
    if (!silent) state.push("hardbreak", "br", 0);
    state.pos++;
    while (/[ \t]/.test(state.src[state.pos] ?? "")) state.pos++;
    return true;
  });

  const underlined = blockRule("lheading");
  engine.block.ruler.at("lheading", (state, startLine, endLine, silent) => {
    const first = state.tokens.length;
    if (silent || !underlined(state, startLine, endLine, silent)) return false;
    const [open, words, close] = state.tokens.slice(first);
    if (open && words && close && (words.content.includes("\n") || SENTENCE.test(words.content))) {
      Object.assign(open, { type: "paragraph_open", tag: "p", markup: "" });
      Object.assign(close, { type: "paragraph_close", tag: "p", markup: "" });
      const map: [number, number] = [state.line - 1, state.line];
      for (const token of [open, words]) token.map = [startLine, map[0]];
      state.push("hr", "hr", 0).map = map;
    }
    return true;
  });
}

/** Whether code that begins here has an end. Without one, it would include the rest of the text. */
function isClosed(state: StateBlock, mark: string, startLine: number, endLine: number): boolean {
  for (let line = startLine + 1; line < endLine && !isOutside(state, line); line++) {
    const words = lineOf(state, line).trimEnd();
    if (words.length >= mark.length && words === mark.charAt(0).repeat(words.length)) return true;
  }
  return false;
}

function isOutside(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

const isDeep = (state: StateBlock, line: number) => (state.sCount[line] ?? 0) - state.blkIndent >= DEEP;

/** Moves deeply indented lines to the left, all by the same number of columns, so that a list keeps its levels. */
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
    // Remaining spaces are counted back from the text, because a tab counts as several.
    const kept = Math.min(indent, state.tShift[line] ?? 0);
    state.bMarks[line] = text - kept;
    state.tShift[line] = kept;
    state.sCount[line] = indent;
  }
}

/** Moves all headings of a text down by one if it uses `#`, because the page's title is the only h1. */
export function headingsBelowTitle(engine: MarkdownIt): void {
  engine.core.ruler.push("headings-below-title", (state) => {
    const headings = state.tokens.filter((token) => token.type.startsWith("heading_"));
    if (!headings.some((token) => token.tag === "h1")) return;
    for (const token of headings) token.tag = `h${Math.min(6, Number(token.tag[1]) + 1)}`;
  });
}
