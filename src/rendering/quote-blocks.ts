import type { MarkdownIt, Token } from "markdown-it";
import { attributionIn, attributionOf } from "../model/quotes.ts";
import type { Linked, Named } from "./markdown.ts";

/** From this many characters on a quote is set smaller: a paragraph in display type is no emphasis but a wall. */
const LONG = 280;

/**
 * Renders a block quote whose last paragraph ends with who spoke as a figure: the words once, the speaker as its
 * caption. A block quote without such a line stays a plain one.
 */
export function attributedQuotes(engine: MarkdownIt): void {
  engine.core.ruler.before("inline", "attributed-quotes", (state) => {
    const opened: number[] = [];
    for (let index = 0; index < state.tokens.length; index++) {
      const token = state.tokens[index];
      if (token?.type === "blockquote_open") opened.push(index);
      if (token?.type !== "blockquote_close") continue;
      const open = opened.pop() ?? index;
      const attribution = takeAttribution(state.tokens, open, index);
      if (attribution === undefined) continue;
      const close = state.tokens.indexOf(token);
      const length = state.tokens.slice(open, close).reduce((sum, inner) => sum + inner.content.length, 0);
      const figure = new state.Token("quote_open", "figure", 1);
      figure.attrSet("class", length >= LONG ? "quote long" : "quote");
      const caption = new state.Token("attribution", "", 0);
      caption.content = attribution;
      state.tokens.splice(close + 1, 0, caption, new state.Token("quote_close", "figure", -1));
      state.tokens.splice(open, 0, figure);
      index = close + 3;
    }
  });
  engine.renderer.rules.attribution = (tokens, index, _options, env) => {
    const { before, speaker, role, comma } = attributionOf(tokens[index]?.content ?? "");
    const line = (words: string) => engine.renderInline(words);
    const speakers: Linked = (env as Named).speakers ?? {};
    const name = Object.hasOwn(speakers, speaker)
      ? `<a href="${engine.utils.escapeHtml(speakers[speaker] ?? "")}">${line(speaker)}</a>`
      : line(speaker);
    return `<figcaption>${before ? `${line(before)} ` : ""}<span>${name}</span>${comma}${line(role)}</figcaption>\n`;
  };
}

/** Takes the attribution out of the last paragraph of a block quote; undefined where it has none. */
function takeAttribution(tokens: Token[], open: number, close: number): string | undefined {
  const found = attributionIn(tokens, open, close);
  const paragraph = tokens[close - 2];
  if (!found || !paragraph) return undefined;
  const { lines, at } = found;
  if (at === 0) tokens.splice(close - 3, 3);
  else paragraph.content = lines.slice(0, at).join("\n");
  return lines.slice(at).join(" ");
}
