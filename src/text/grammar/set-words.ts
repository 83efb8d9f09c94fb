import type { MarkdownIt, Token } from "markdown-it";
import { edited } from "../edits.ts";
import { OBJECT, typographicEdits, typography } from "../typography.ts";

/** Sets the words of a Markdown text in the typography of their language, or of that of their passage. Code and addresses stay. */
export function setWords(engine: MarkdownIt, lang: string): void {
  engine.core.ruler.at("smartquotes", (state) => {
    const langs = [lang];
    for (const { type, info, children } of state.tokens) {
      if (type === "container_passage_open") langs.push(info.trim());
      else if (type === "container_passage_close") langs.pop();
      else if (type === "inline" && children) setLine(children, langs.at(-1) ?? lang);
    }
  });
}

/** Connected words of one language, and the places at which each token begins in them. */
interface Run {
  readonly lang: string;
  text: string;
  readonly places: { readonly token: Token; readonly from: number }[];
}

function setLine(tokens: readonly Token[], lang: string): void {
  const runs: Run[] = [{ lang, text: "", places: [] }];
  let isAddress = false;
  for (const token of tokens) {
    const { type, content } = token;
    const run = runs.at(-1) as Run;
    if (type === "passage_open") {
      run.text += OBJECT;
      runs.push({ lang: String(token.attrGet("lang")), text: "", places: [] });
    } else if (type === "passage_close") set(runs.pop() as Run);
    else if (type === "link_open") isAddress = token.markup === "autolink" || token.markup === "linkify";
    else if (type === "link_close") isAddress = false;
    else if (type.endsWith("break")) run.text += "\n";
    else if (type === "image") {
      run.text += OBJECT;
      setLine(token.children ?? [], run.lang);
      const caption = token.attrGet("title");
      if (caption) token.attrSet("title", typography(String(caption), run.lang));
    } else if (content !== "" && (isAddress || !type.startsWith("text") || isEscaped(token))) run.text += OBJECT;
    else {
      run.places.push({ token, from: run.text.length });
      run.text += content;
    }
  }
  for (const run of runs) set(run);
}

/** Whether a character was typed after a backslash, and so stays as it is. A pasted entity is like other characters. */
const isEscaped = ({ type, info }: Token) => type === "text_special" && info === "escape";

function set({ lang, text, places }: Run): void {
  const edits = typographicEdits(text, lang);
  if (edits.size > 0) for (const { token, from } of places) token.content = edited(token.content, edits, from);
}
