import type { MarkdownIt } from "markdown-it";
import container from "markdown-it-container";
import { isLanguage, LANGUAGE } from "../../model/fields.ts";
import { directionOf } from "../names.ts";
import { tokenizePart } from "./rules.ts";

const INLINE = new RegExp(`:(${LANGUAGE})\\[`, "y");

/**
 * Marks passages in another language, so that they are pronounced, broken and set as that language: `:ru[слово]` inside a line, and
 * whole paragraphs between lines `:::ru` and `:::` (the generic directives of the CommonMark community).
 */
export function passages(engine: MarkdownIt): void {
  engine.inline.ruler.before("link", "passage", (state, silent) => {
    if (state.src[state.pos] !== ":") return false;
    INLINE.lastIndex = state.pos;
    const [opening, lang = ""] = INLINE.exec(state.src) ?? [];
    if (opening === undefined || !isLanguage(lang)) return false;
    const start = state.pos + opening.length;
    const end = engine.helpers.parseLinkLabel(state, start - 1);
    if (end < 0) return false;
    if (!silent) {
      const open = state.push("passage_open", "span", 1);
      open.meta = { from: state.pos, inner: start, to: end + 1 };
      open.attrs = attributesOf(lang);
      tokenizePart(state, start, end);
      state.push("passage_close", "span", -1);
    }
    state.pos = end + 1;
    return true;
  });
  engine.use(container, "passage", { validate: (words: string) => isLanguage(words.trim()) });
  engine.core.ruler.push("passages", (state) => {
    for (const token of state.tokens) {
      if (token.type === "container_passage_open") token.attrs = attributesOf(token.info.trim());
    }
  });
}

const attributesOf = (lang: string) => Object.entries({ lang, dir: directionOf(lang) });
