import type { MarkdownIt, Token } from "markdown-it";
import type { Named } from "./markdown.ts";

/** A picture as a feed or another plain place shows it. */
export interface Shown {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A stretch of HTML, or the place of a picture: alone between paragraphs, or among words. */
export type Part = { readonly html: string } | { readonly picture: string; readonly alone: boolean };

/** Stands around a picture's file name in HTML that is to be taken apart. Markdown lets no such sign through. */
const MARK = "\0";

interface Env extends Named {
  /** Whether pictures are left to a template. */
  readonly apart?: boolean;
}

/** Takes rendered Markdown apart at its pictures. */
export function partsOf(html: string): Part[] {
  return html.split(MARK).map((piece, index): Part => {
    if (index % 2 === 0) return { html: piece };
    return { picture: piece.slice(1), alone: piece.startsWith("1") };
  });
}

/**
 * Pictures in a text: one alone in its paragraph stands for the paragraph. Links to a file beside the release lead to
 * where it is published.
 */
export function pictures(engine: MarkdownIt): void {
  engine.core.ruler.push("pictures", (state) => {
    state.tokens = state.tokens.flatMap((token, index, all): Token[] => {
      const before = all[index - 1];
      const after = all[index + 1];
      if (isAlone(token)) return [Object.assign(token, { type: "figure", tag: "" })];
      return (after && isAlone(after)) || (before?.type === "figure" && token.type === "paragraph_close")
        ? []
        : [token];
    });
  });

  const shown = (image: Token, env: Env, alone: boolean): string => {
    const file = nameOf(image.attrGet("src"));
    const picture = env.pictures?.[file];
    const alt = engine.renderer.renderInlineAsText(image.children ?? [], engine.options, {});
    if (picture === undefined) return engine.utils.escapeHtml(alt);
    if (env.apart) return `${MARK}${alone ? 1 : 0}${file}${MARK}`;
    const { src, width, height } = picture as Shown;
    return `<img src="${engine.utils.escapeHtml(src)}" width="${width}" height="${height}" alt="${engine.utils.escapeHtml(alt || (picture as Shown).alt)}">`;
  };
  engine.renderer.rules.image = (tokens, index, _options, env) => shown(tokens[index] as Token, env as Env, false);
  engine.renderer.rules.figure = (tokens, index, _options, env) => {
    const html = shown(tokens[index]?.children?.[0] as Token, env as Env, true);
    return html === "" || html.startsWith(MARK) ? html : `<p>${html}</p>\n`;
  };
  engine.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const url = (env as Env).files?.[nameOf(tokens[index]?.attrGet("href"))];
    if (url !== undefined) tokens[index]?.attrSet("href", url);
    return self.renderToken(tokens, index, options);
  };
}

function isAlone(token: Token): boolean {
  return token.type === "inline" && token.children?.length === 1 && token.children[0]?.type === "image";
}

/** A file's name as it was written: the parser has encoded its blanks and letters. */
function nameOf(url: string | number | null | undefined): string {
  try {
    return decodeURIComponent(String(url ?? ""));
  } catch {
    return String(url ?? "");
  }
}
