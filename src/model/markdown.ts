import createMarkdown, { type Token } from "markdown-it";
import container from "markdown-it-container";
import { isLanguage } from "./fields.ts";

const engine = createMarkdown().use(container, "passage", { validate: (info: string) => isLanguage(info.trim()) });

/** The blocks of a Markdown text (paragraphs, quotes, lists …), as its page has them; the words in them are not read. */
export function blockTokens(body: string): Token[] {
  const tokens: Token[] = [];
  engine.block.parse(body, engine, {}, tokens);
  return tokens;
}
