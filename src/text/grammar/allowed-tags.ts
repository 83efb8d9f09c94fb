import type { MarkdownIt, StateInline } from "markdown-it";
import { tokenizePart } from "./rules.ts";

const BREAK = /<br[ \t]*\/?>/iy;
const OPEN = /<(sub|sup)>/iy;

/** Allows the few tags for which Markdown has no marks: `<br>` in a cell of a table, `H<sub>2</sub>O`, `m<sup>2</sup>`. All others are text. */
export function allowedTags(engine: MarkdownIt): void {
  engine.inline.ruler.before("autolink", "allowed-tag", (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== "<") return false;
    const brk = matchAt(BREAK, src, pos);
    if (brk) {
      if (!silent) state.push("hardbreak", "br", 0).meta = { from: pos, to: pos + brk[0].length };
      state.pos = pos + brk[0].length;
      return true;
    }
    const open = matchAt(OPEN, src, pos);
    if (!open) return false;
    const tag = (open[1] ?? "").toLowerCase();
    const from = pos + open[0].length;
    const end = closingTag(state, tag, from);
    if (end === -1) return false;
    if (!silent) {
      state.push(`${tag}_open`, tag, 1).meta = { from: pos, inner: from, to: end + tag.length + 3 };
      tokenizePart(state, from, end);
      state.push(`${tag}_close`, tag, -1);
    }
    state.pos = end + tag.length + 3;
    return true;
  });
}

/** The places of the last closing tags of a line, so that a line with a thousand opening tags is searched once. */
const last = new WeakMap<StateInline, Map<string, number>>();

function closingTag(state: StateInline, tag: string, from: number): number {
  const known = last.get(state) ?? new Map<string, number>();
  last.set(state, known);
  const small = state.src;
  const closing = `</${tag}>`;
  const end = known.get(tag) ?? small.toLowerCase().lastIndexOf(closing);
  known.set(tag, end);
  if (end < from) return -1;
  for (let at = small.indexOf("</", from); at !== -1 && at < state.posMax; at = small.indexOf("</", at + 2))
    if (small.slice(at, at + closing.length).toLowerCase() === closing)
      return at + closing.length <= state.posMax ? at : -1;
  return -1;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
