import type { MarkdownIt, Token } from "markdown-it";
import { fileNamed, isOnSite } from "../model/text-pictures.ts";
import type { Linked, Named } from "./markdown.ts";

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
      if (before?.type === "paragraph_open" && isPicture(token))
        return [Object.assign(token, { type: "figure", tag: "" })];
      const isAround = token.type === "paragraph_open" ? after && isPicture(after) : before?.type === "figure";
      return isAround ? [] : [token];
    });
  });

  const shown = (tokens: Token[], index: number, env: Env, alone: boolean): string => {
    const image = tokens[index] as Token;
    const file = fileNamed(String(image.attrGet("src") ?? ""));
    if (env.apart && Object.hasOwn(env.pictures ?? {}, file)) return `${MARK}${alone ? 1 : 0}${file}${MARK}`;
    const words = engine.utils.escapeHtml(engine.renderer.renderInlineAsText(image.children ?? [], engine.options, {}));
    if (!isOnSite(file)) return words;
    image.attrSet("alt", words);
    return engine.renderer.renderToken(tokens, index, engine.options);
  };
  engine.renderer.rules.image = (tokens, index, _options, env) => shown(tokens, index, env as Env, false);
  engine.renderer.rules.figure = (tokens, index, _options, env) => {
    const html = shown(tokens[index]?.children ?? [], 0, env as Env, true);
    return html === "" || html.startsWith(MARK) ? html : `<p>${html}</p>\n`;
  };
  engine.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const url = addressOf(String(tokens[index]?.attrGet("href")), (env as Env).files);
    if (url !== undefined) tokens[index]?.attrSet("href", url);
    return self.renderToken(tokens, index, options);
  };
}

function isPicture(token: Token): boolean {
  return token.type === "inline" && token.children?.length === 1 && token.children[0]?.type === "image";
}

/** Where a link to a file beside the text leads, with the place in the file that it names (`report.pdf#page=3`). */
export function addressOf(link: string, files: Linked = {}): string | undefined {
  const [name = "", place = ""] = link.split(/(?=#)/);
  const file = fileNamed(name);
  return Object.hasOwn(files, file) ? files[file] + place : undefined;
}
