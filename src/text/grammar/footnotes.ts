import type { MarkdownIt, StateCore, Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { token } from "../tokens.ts";
import { ruleNamed } from "./rules.ts";

/** The notes to which a text refers, in the order of the first reference, as the plugin collects them. */
interface Env {
  readonly footnotes?: { readonly list?: readonly { readonly label: string; readonly count: number }[] };
}

/**
 * Footnotes: `[^1]` in a line, `[^1]: …` below. They move to the end of the text. A note that nothing refers to, or whose label
 * another note has already, stays where it stands with its label before it, so that no word is lost.
 */
export function footnotes(engine: MarkdownIt): void {
  engine.use(footnote);
  engine.disable("footnote_inline");
  // The alternative text of a picture has no footnotes.
  const reference = ruleNamed(engine, "footnote_ref");
  engine.inline.ruler.at("footnote_ref", (state, silent) => state.env.isPicture !== true && reference(state, silent));
  engine.core.ruler.at("footnote_tail", (state) => {
    const list = (state.env as Env).footnotes?.list ?? [];
    const notes = takeNotes(state, new Set(list.map(({ label }) => label)));
    if (list.length === 0) return;
    state.tokens.push(token("footnote_block_open", "", 1));
    for (const [id, { label, count }] of list.entries()) {
      const said = notes.get(label) ?? [];
      const isWords = said.at(-1)?.type === "paragraph_close";
      const anchors = Array.from({ length: Math.max(1, count) }, (_, subId) =>
        token("footnote_anchor", "", 0, { meta: { id, subId } }),
      );
      state.tokens.push(token("footnote_open", "", 1, { meta: { id, label } }));
      for (const inside of isWords ? said.slice(0, -1) : said) state.tokens.push(inside);
      for (const anchor of anchors) state.tokens.push(anchor);
      if (isWords) state.tokens.push(...said.slice(-1));
      state.tokens.push(token("footnote_close", "", -1, { meta: { id } }));
    }
    state.tokens.push(token("footnote_block_close", "", -1));
  });
}

/** Removes the notes to which something refers from the text, and returns them by their labels. */
function takeNotes(state: StateCore, labels: ReadonlySet<string>): Map<string, Token[]> {
  const notes = new Map<string, Token[]>();
  const rest: Token[] = [];
  let note: Token[] | undefined;
  let label: string | undefined;
  for (const each of state.tokens) {
    if (each.type === "footnote_reference_open") {
      label = String(each.meta?.label);
      note = labels.has(label) && !notes.has(label) ? [] : undefined;
      if (note) notes.set(label, note);
    } else if (each.type === "footnote_reference_close") {
      // A note without words has only its label.
      if (!note && label !== undefined) {
        const words = token("inline", "", 0, { children: [labelled(label)] });
        rest.push(token("paragraph_open", "p", 1), words, token("paragraph_close", "p", -1));
      }
      note = undefined;
      label = undefined;
    } else {
      if (!note && label !== undefined && each.type === "inline") {
        each.children?.unshift(labelled(label));
        label = undefined;
      }
      (note ?? rest).push(each);
    }
  }
  state.tokens = rest;
  return notes;
}

const labelled = (label: string): Token => token("text", "", 0, { content: `[^${label}]: `, meta: { label } });
