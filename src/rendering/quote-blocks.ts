import type { MarkdownIt } from "markdown-it";
import { attributionOf, isAttribution } from "./quotes.ts";

/**
 * Renders a block quote whose last paragraph says who spoke as a figure: the words once, the speaker as its caption.
 * A block quote without such a line stays a plain one.
 */
export function attributedQuotes(engine: MarkdownIt): void {
  engine.core.ruler.before("inline", "attributed-quotes", (state) => {
    const { tokens } = state;
    for (let close = 0; close < tokens.length; close++) {
      if (tokens[close]?.type !== "blockquote_close") continue;
      const paragraph = tokens[close - 2];
      if (tokens[close - 1]?.type !== "paragraph_close" || paragraph?.type !== "inline") continue;
      const lines = paragraph.content.split("\n");
      const at = lines.findLastIndex(isAttribution);
      const open = tokens.findLastIndex(
        (token, index) => index < close && token.type === "blockquote_open" && token.level === tokens[close]?.level,
      );
      if (at === -1 || open === -1 || (at === 0 && open === close - 4)) continue;
      const caption = new state.Token("attribution", "", 0);
      caption.content = lines.slice(at).join(" ");
      if (at === 0) tokens.splice(close - 3, 3);
      else paragraph.content = lines.slice(0, at).join("\n");
      const end = tokens.indexOf(
        tokens.find(
          (token, index) => index > open && token.type === "blockquote_close" && token.level === tokens[open]?.level,
        ) as never,
      );
      tokens.splice(end + 1, 0, caption, new state.Token("quote_close", "figure", -1));
      tokens.splice(open, 0, new state.Token("quote_open", "figure", 1));
      close = end + 3;
    }
  });
  engine.renderer.rules.quote_open = () => '<figure class="quote">\n';
  engine.renderer.rules.quote_close = () => "</figure>\n";
  engine.renderer.rules.attribution = (tokens, index) => {
    const { before, speaker, role } = attributionOf(tokens[index]?.content ?? "");
    const line = (words: string) => engine.renderInline(words);
    return `<figcaption>${before ? `${line(before)} ` : ""}<b class="speaker">${line(speaker)}</b>${role ? `, ${line(role)}` : ""}</figcaption>\n`;
  };
}
