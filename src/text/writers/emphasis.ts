import createMarkdown, { type Token } from "markdown-it";
import { changed, noteNumber } from "../tokens.ts";
import { plainWords } from "../words.ts";

export const EMPHASIS = /^(?:strong|em|s)_(?:open|close)$/;

/** Plain CommonMark, as other programs read it. */
const strict = createMarkdown({ html: true });

/** Whether other programs emphasise the same words of a line, and show none of its marks. */
export function isReadSo(written: string, tokens: readonly Token[]): boolean {
  const read: Token[] = [];
  strict.inline.parse(written, strict, {}, read);
  return traceOf(read) === traceOf(tokens);
}

/** Returns the words of a line with the places where emphasis begins and ends. */
function traceOf(tokens: readonly Token[]): string {
  let struck = 0;
  return tokens
    .map((token) => {
      const { type, content, children } = token;
      if (type === "s_close") struck--;
      const trace = EMPHASIS.test(type) && !(type.startsWith("s_") && struck > 0) ? `\0${type}\0` : "";
      if (type === "s_open") struck++;
      if (trace !== "") return trace;
      if (type === "image") return plainWords(children ?? []);
      if (type === "footnote_ref") return `[^${noteNumber(token)}]`;
      return type === "html_inline" ? "" : content;
    })
    .join("")
    .replace(/\s+/g, "");
}

/** Returns a line without emphasis, so that no program shows its marks. */
export function withoutEmphasis(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => !EMPHASIS.test(type));
}

const OUTSIDE = String.raw`[\p{P}\p{S}\s]+`;
const START = new RegExp(`^${OUTSIDE}(?=[^])`, "u");
const END = new RegExp(`(?<=[^])${OUTSIDE}$`, "u");

/**
 * Returns a line whose emphasis begins and ends at letters, because other programs do not recognise the marks beside the quotation marks
 * and full stops of Chinese.
 */
export function marksAtLetters(tokens: readonly Token[]): Token[] {
  const moved = [...tokens];
  for (let index = 0; index < moved.length; index++) {
    const [mark, words] = [moved[index], moved[index + 1]];
    if (!mark || !words) break;
    const isOpening = EMPHASIS.test(mark.type) && mark.nesting === 1 && words.type === "text";
    const isClosing = EMPHASIS.test(words.type) && words.nesting === -1 && mark.type === "text";
    const text = isOpening ? words : mark;
    const found = isOpening ? START.exec(text.content) : isClosing ? END.exec(text.content) : null;
    if (!found) continue;
    const content = isOpening ? text.content.slice(found[0].length) : text.content.slice(0, found.index);
    const rest = changed(text, { content });
    const outside = changed(text, { content: found[0] });
    moved.splice(index, 2, ...(isOpening ? [outside, mark, rest] : [rest, words, outside]));
    index++;
  }
  return moved;
}
