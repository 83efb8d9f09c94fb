import type { MarkdownIt, Token } from "markdown-it";
import footnote from "markdown-it-footnote";

/** Which labels a text defines and uses, as the plugin counts them: -1 for one that no reference names. */
interface Env {
  readonly footnotes?: { readonly refs?: Readonly<Record<string, number>> };
}

/**
 * Footnotes: `[^1]` in a line, `[^1]: …` below. A note that nothing refers to, or whose label another note has already, stays
 * where it stands with its label before it, so that no word is lost.
 */
export function footnotes(engine: MarkdownIt): void {
  engine.use(footnote);
  engine.disable("footnote_inline");
  engine.core.ruler.before("footnote_tail", "stray-footnotes", (state) => {
    const refs = (state.env as Env).footnotes?.refs;
    if (!refs) return;
    const seen = new Set<string>();
    let isStray = false;
    state.tokens = state.tokens.filter((token, index, all) => {
      if (token.type === "footnote_reference_open") {
        const label = String(token.meta?.label);
        isStray = seen.has(label) || (refs[`:${label}`] ?? -1) < 0;
        seen.add(label);
        if (isStray) showLabel(all[index + 2], label, state.Token);
        return !isStray;
      }
      return !(token.type === "footnote_reference_close" && isStray);
    });
  });
}

function showLabel(words: Token | undefined, label: string, TokenClass: typeof Token): void {
  if (words?.type !== "inline") return;
  const shown = new TokenClass("text", "", 0);
  shown.content = `[^${label}]: `;
  words.children?.unshift(shown);
}
