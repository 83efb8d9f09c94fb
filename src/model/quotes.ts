import type { Token } from "markdown-it";
import { blockTokens } from "./markdown.ts";

/** Words somebody said, as a release's body gives them. */
export interface Quote {
  readonly text: string;
  readonly speaker: string;
  /** What follows the name: role and organisation, as written. */
  readonly role?: string;
}

export interface Attribution {
  /** What stands before the name ("said"), as written. */
  readonly before: string;
  readonly speaker: string;
  readonly role: string;
  /** What stands between name and role, as the language writes it: `, `, `، ` or `，`. */
  readonly comma: string;
}

/** A line that says who spoke begins with a dash and a blank. */
const DASHED = /^(?:—|–|―|--)\s+(?=\S)/;

/** What is longer is no name but a sentence, and no name of a folder either. */
const LONGEST_NAME = 80;

/** At which of a paragraph's lines those begin that say who spoke; -1 where none does, or where what they say is no name. */
export function attributionAt(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => DASHED.test(line));
  const { speaker } = attributionOf(lines.slice(at).join(" "));
  return /\p{L}/u.test(speaker) && speaker.length <= LONGEST_NAME ? at : -1;
}

/**
 * Reads an attribution line: `— Name, role` or, where other words stand before the name, `— said **Name**, role`.
 * The name is what is bold, else what stands before the first comma (Latin, Arabic or Chinese).
 */
export function attributionOf(line: string): Attribution {
  const words = line.replace(DASHED, "").replace(/\s+/g, " ").trim();
  const [whole, before = "", bold = "", after = ""] = /^(.*?)\*\*(.+?)\*\*(.*)$/.exec(words) ?? [];
  if (whole !== undefined) return { before: before.trim(), speaker: bold.trim(), ...roleAfter(after) };
  const comma = words.search(/[,،，、]/);
  if (comma === -1) return { before: "", speaker: words.replace(/\.$/, ""), role: "", comma: "" };
  return { before: "", speaker: words.slice(0, comma).trim(), ...roleAfter(words.slice(comma)) };
}

function roleAfter(words: string): { role: string; comma: string } {
  const sign = /[,،，、]/.exec(words)?.[0] ?? ",";
  const role = words
    .replace(/^[\s,،，、]+/, "")
    .replace(/[.。]$/, "")
    .trim();
  return { role, comma: role === "" ? "" : /[，、]/.test(sign) ? sign : `${sign} ` };
}

interface LinesAt {
  readonly lines: readonly string[];
  readonly at: number;
}

/**
 * Where in the last paragraph of a block quote the lines begin that say who spoke: of the tokens from its opening to its
 * closing one. Undefined where it has none, or nothing but them.
 */
export function attributionIn(tokens: readonly Token[], open: number, close: number): LinesAt | undefined {
  const paragraph = tokens[close - 2];
  if (tokens[close - 1]?.type !== "paragraph_close" || paragraph?.type !== "inline") return undefined;
  const lines = paragraph.content.split("\n");
  const at = attributionAt(lines);
  const isOnlyParagraph = open === close - 4;
  return at === -1 || (at === 0 && isOnlyParagraph) ? undefined : { lines, at };
}

/** A text without such a line has no quote, and need not be read as Markdown. */
const DASHED_LINE = /^[ \t>]*(?:—|–|―|--)\s/m;

/** The quotes of a Markdown body: its block quotes that end with an attribution line. */
export function quotesOf(body: string): Quote[] {
  if (!body.includes(">") || !DASHED_LINE.test(body)) return [];
  const quotes: Quote[] = [];
  const opened: number[] = [];
  const tokens = blockTokens(body);
  for (const [index, { type }] of tokens.entries()) {
    if (type === "blockquote_open") opened.push(index);
    if (type !== "blockquote_close") continue;
    const open = opened.pop() ?? index;
    const found = attributionIn(tokens, open, index);
    if (!found) continue;
    const { lines, at } = found;
    const { speaker, role } = attributionOf(lines.slice(at).join(" "));
    const before = tokens.slice(open, index - 2).filter((token) => token.type === "inline");
    const paragraphs = [...before.map(({ content }) => content.split("\n")), lines.slice(0, at)];
    const text = paragraphs.map((paragraph) => paragraph.join(" ")).join("\n\n");
    quotes.push({ text: text.trim(), speaker, ...(role ? { role } : {}) });
  }
  return quotes;
}
