import type { MarkdownIt, Token } from "markdown-it";
import { changed, token as made } from "../tokens.ts";
import { onOneLine, plainWords } from "../words.ts";

/** Quotes of so many characters are set smaller, because a whole paragraph in display type is hard to read. */
const LONG = 280;

/** Quotes of so many characters, and quotes in a text of more than so many, are set like the text, because many large ones emphasise nothing. */
const QUIET = { characters: 600, quotes: 3 };

/** Marks words that are not in the source. */
export const MADE = "made";

/** The beginning of an attribution line: a dash and a space, a long dash and a name, in Chinese a double dash. */
export const DASHED = /^(?:(?:—|–|―|--|ـ)\s+|(?:——|──|――)\s*|[—―](?=[\p{Lu}\p{Lo}]))(?=\S)/u;

/** The longest name. Longer words are a sentence, and could not name a folder. */
const LONGEST_NAME = 80;

const COMMA = /[,،，、]/;

/** The mark of a line break at the end of words: an odd number of backslashes, a tag, or spaces. */
const BREAK = /(?<=(?<!\\)(?:\\\\)*)\\$|<br[ \t]*\/?>[ \t]*$|[ \t]+$/i;

/** The parts of an attribution line: `— said **Name**, role`. */
interface Attribution {
  readonly before: readonly Token[];
  readonly speaker: readonly Token[];
  /** The comma between name and role, as the language writes it: `, `, `، ` or `，`. */
  readonly comma: string;
  readonly role: readonly Token[];
}

/**
 * Makes a figure, with words and speaker, of a block quote whose last paragraph ends with an attribution line. A block quote without such
 * a line stays a plain one.
 */
export function attributedQuotes(engine: MarkdownIt): void {
  engine.core.ruler.before("inline", "attributed-quotes", (state) => {
    const figures = new Set<Token>();
    const opened: number[] = [];
    const tokens: Token[] = [];
    for (const token of state.tokens) {
      if (token.type === "blockquote_open") opened.push(tokens.length);
      tokens.push(token);
      if (token.type !== "blockquote_close") continue;
      const open = opened.pop() ?? 0;
      const said = takeAttribution(tokens, open, (line) => {
        const inline: Token[] = [];
        engine.inline.parse(line, engine, {}, inline);
        return inline;
      });
      if (!said) continue;
      figures.add(tokens[open] as Token);
      const closing = [made("attribution_close", "figcaption", -1), made("quote_close", "figure", -1)];
      tokens.push(made("attribution_open", "figcaption", 1), said, ...closing);
    }
    if (figures.size === 0) return;
    state.tokens = tokens.flatMap((token, index) => {
      if (!figures.has(token)) return [token];
      const figure = made("quote_open", "figure", 1);
      const length = wordsUntilClosed(tokens, index);
      const isQuiet = figures.size > QUIET.quotes || length >= QUIET.characters;
      figure.attrSet("class", isQuiet ? "quote quiet" : length >= LONG ? "quote long" : "quote");
      return [figure, token];
    });
  });
  engine.core.ruler.push("speakers", (state) => {
    for (const [index, token] of state.tokens.entries()) {
      const line = state.tokens[index + 1];
      if (token.type !== "attribution_open" || !line?.children) continue;
      const { before, speaker, comma, role } = attributionOf(line.children);
      const name = onOneLine(plainWords(speaker));
      token.meta = { speaker: name, role: onOneLine(plainWords(role)) };
      // A name that contains a link or a footnote gets no other link.
      const isPlain = !speaker.some(({ type }) => type === "link_open" || type === "footnote_ref");
      const mark = (type: string, nesting: 1 | -1) =>
        made(type, "span", nesting, { meta: isPlain ? { speaker: name } : {} });
      const text = (content: string) => made("text", "", 0, { content, info: MADE });
      line.children = [
        ...before,
        ...(before.length > 0 ? [text(" ")] : []),
        mark("speaker_open", 1),
        ...speaker,
        mark("speaker_close", -1),
        ...(comma === "" ? [] : [text(comma)]),
        ...role,
      ].map((child) => (child.type.endsWith("break") ? text(" ") : child));
    }
  });
}

function wordsUntilClosed(tokens: readonly Token[], open: number): number {
  const level = tokens[open]?.level ?? 0;
  let length = 0;
  for (let index = open + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === "blockquote_close" && token.level === level) break;
    length += token?.content.length ?? 0;
  }
  return length;
}

/** Removes the attribution from the last paragraph of the block quote that has just closed, and returns it; undefined if it has none. */
function takeAttribution(tokens: Token[], open: number, parse: (line: string) => Token[]): Token | undefined {
  const paragraph = tokens.at(-3);
  if (tokens.at(-2)?.type !== "paragraph_close" || paragraph?.type !== "inline") return undefined;
  const lines = paragraph.content.split("\n");
  const at = lines.findLastIndex((line) => DASHED.test(line));
  const isOnlyParagraph = open === tokens.length - 5;
  if (at === -1 || (at === 0 && isOnlyParagraph)) return undefined;
  const line = lines.slice(at).join("\n");
  const speaker = onOneLine(plainWords(attributionOf(parse(line)).speaker));
  if (!/\p{L}/u.test(speaker) || speaker.length > LONGEST_NAME) return undefined;
  const [from = 0, to = 0] = paragraph.map ?? [];
  const said = changed(paragraph, { children: [], content: line, map: [from + at, to] });
  if (at === 0) tokens.splice(-4, 3);
  else {
    paragraph.content = lines.slice(0, at).join("\n").replace(BREAK, "");
    paragraph.map = [from, from + at];
  }
  return said;
}

/** Splits an attribution line. The name is bold, or else before the first comma (Latin, Arabic or Chinese). */
export function attributionOf(tokens: readonly Token[]): Attribution {
  const all = trimmed(tokens, (words) => words.replace(DASHED, ""));
  const bold = all.findIndex(({ type }) => type === "strong_open");
  const end = all.findIndex(({ type }, index) => index > bold && type === "strong_close");
  if (bold !== -1 && end !== -1) {
    const before = trimmed(all.slice(0, bold), same, (words) => words.trimEnd());
    return { before, speaker: all.slice(bold + 1, end), ...roleIn(all.slice(end + 1)) };
  }
  const at = all.findIndex(({ type, level, content }) => type === "text" && level === 0 && COMMA.test(content));
  const words = all[at];
  if (!words) {
    const speaker = trimmed(all, same, (text) => text.replace(/\.$/, ""));
    return { before: [], speaker, comma: "", role: [] };
  }
  const comma = words.content.search(COMMA);
  return {
    before: [],
    speaker: [...all.slice(0, at), changed(words, { content: words.content.slice(0, comma).trimEnd() })],
    ...roleIn([changed(words, { content: words.content.slice(comma) }), ...all.slice(at + 1)]),
  };
}

function roleIn(tokens: readonly Token[]): Pick<Attribution, "comma" | "role"> {
  const start = (words: string) => words.replace(/^[\s,،，、]+/, "");
  const end = (words: string) =>
    words
      .trimEnd()
      .replace(/[.。]$/, "")
      .trimEnd();
  const role = trimmed(tokens, start, end);
  if (onOneLine(plainWords(role)) === "") return { comma: "", role: [] };
  const comma = COMMA.exec(tokens.find(({ content }) => COMMA.test(content))?.content ?? ",")?.[0] ?? ",";
  return { role, comma: /[，、]/.test(comma) ? comma : `${comma} ` };
}

const same = (words: string) => words;

/** Returns tokens with the beginning of the first and the end of the last one changed, if these are text. */
function trimmed(tokens: readonly Token[], start: typeof same, end = same): Token[] {
  const last = tokens.length - 1;
  return tokens
    .map((token, index) => {
      if (token.type !== "text" || (index !== 0 && index !== last)) return token;
      const words = index === 0 ? start(token.content) : token.content;
      return changed(token, { content: index === last ? end(words) : words });
    })
    .filter((token) => token.type !== "text" || token.content !== "");
}
