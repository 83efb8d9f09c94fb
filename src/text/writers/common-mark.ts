import type { Token } from "markdown-it";
import { escapeLineStart, escapeMarkdown, escapeMarks } from "../escape.ts";
import { saidOf } from "../grammar/figures.ts";
import { isolatedTokens } from "../isolate.ts";
import { addressOf, type LinkOptions } from "../links.ts";
import type { Parsed } from "../text.ts";
import { changed, noteNumber } from "../tokens.ts";
import { onOneLine, plainWords } from "../words.ts";
import { EMPHASIS, isReadSo, marksAtLetters, withoutEmphasis } from "./emphasis.ts";
import { indented, isTightList, joined, type Node, noteBlocks, rowsOf, startOf, treeOf, wordsOf } from "./tree.ts";

/**
 * Returns a text as Markdown for every other program: CommonMark, with the tables, footnotes and strikethrough of GitHub, and without the
 * marks that only this site knows.
 */
export function commonMark({ tokens, lang }: Parsed, options: LinkOptions = { prefix: "" }): string {
  return blocks(treeOf(isolatedTokens(tokens, lang)), options);
}

function blocks(nodes: readonly Node[], options: LinkOptions): string {
  let before: { readonly kind: string; readonly text: string } | undefined;
  return joined(nodes.flatMap(unpacked), (node) => {
    const text = (writers[node.kind] ?? inner)(node, options, before?.kind === node.kind ? before.text : "");
    before = { kind: node.kind, text };
    return text;
  });
}

/** Returns the blocks of a passage in another language, because Markdown has no mark for it. */
function unpacked(node: Node): readonly Node[] {
  return node.kind === "container_passage" ? node.inside.flatMap(unpacked) : [node];
}

/** Writes a block; `before` is the text of the block above it, if that is of the same kind. */
type Writer = (node: Node, options: LinkOptions, before: string) => string;

const inner: Writer = ({ inside }, options) => blocks(inside, options);
const words: Writer = (node, options) => lines(wordsOf(node), options);

const list: Writer = (node, options, before) => {
  const items = node.inside.map((item) => blocks(item.inside, options));
  const markOf = node.kind === "ordered_list" ? numbers(node, before) : bullets(items, before);
  return items
    .map((item, index) => {
      const mark = markOf(index);
      return indented(item, mark, " ".repeat(mark.length)).trimEnd();
    })
    .join(isTightList(node) ? "\n" : "\n\n");
};

/** Returns the mark of a list. It differs from that of the list above, to which the list would be joined, and of a list in it, because three marks in a row are a horizontal line. */
function bullets(items: readonly string[], before: string): (index: number) => string {
  const taken = new Set([before, ...items].map((text) => text.charAt(0)));
  const mark = ["-", "*", "+"].find((each) => !taken.has(each)) ?? "-";
  return () => `${mark} `;
}

function numbers({ token }: Node, before: string): (index: number) => string {
  const end = /^\d+\./.test(before) ? ")" : ".";
  const start = startOf(token);
  return (index) => `${start + index}${end} `;
}

const writers: Readonly<Record<string, Writer>> = {
  paragraph: words,
  heading: (node, options) => {
    const text = line(wordsOf(node), options, " ");
    return `${"#".repeat(Number(node.token.tag[1]))} ${text.replace(/#$/, "\\#")}`.trimEnd();
  },
  figure: ({ token }, options) => line(token.children ?? [], options),
  quote: ({ inside }, options) => {
    const [said, speaker] = inside;
    if (!said || !speaker) return blocks(inside, options);
    return indented(`${blocks(said.inside, options) || "<br>"}\n\n— ${attribution(speaker, options)}`, "> ", "> ");
  },
  // A dash at the beginning of a line would be an attribution.
  blockquote: ({ inside }, options) =>
    indented(
      blocks(inside, options).replace(/^[—–―](?= )/gm, (dash) => `&#${dash.charCodeAt(0)};`),
      "> ",
      "> ",
    ).trimEnd(),
  bullet_list: list,
  ordered_list: list,
  table: (node, options) => {
    const [head, ...rows] = rowsOf(node);
    if (!head) return "";
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const written = (cells: readonly Node[]) =>
      row(cells.map((cell) => line(wordsOf(cell), options, "<br>").replaceAll("|", "\\|")));
    const align = ({ token }: Node) => ({ end: "--:", center: ":-:" })[String(token.attrGet("class"))] ?? "---";
    return [written(head), row(head.map(align)), ...rows.map(written)].join("\n");
  },
  fence: ({ token }) => {
    const ticks = Math.max(3, ...[...token.content.matchAll(/`+/g)].map(([run]) => run.length + 1));
    const fence = "`".repeat(ticks);
    return `${fence}${token.info.replaceAll("`", "")}\n${token.content.replace(/\n$/, "")}\n${fence}`;
  },
  hr: () => "* * *",
  footnote: (node, options) => indented(blocks(noteBlocks(node), options), `[^${noteNumber(node.token)}]: `, "    "),
};

/** Writes an attribution. The name is bold if the line alone does not show where it begins and ends. */
function attribution(node: Node, options: LinkOptions): string {
  const tokens = wordsOf(node);
  const open = tokens.findIndex(({ type }) => type === "speaker_open");
  const close = tokens.findIndex(({ type }) => type === "speaker_close");
  const name = plainWords(tokens.slice(open, close));
  const isBold = open > 0 || /[,،，、]/.test(name) || /\.$/.test(name);
  const written = tokens.flatMap((token): Token[] => {
    if (token.type !== "speaker_open" && token.type !== "speaker_close") return [token];
    const type = token.type.replace("speaker", "strong");
    return isBold ? [changed(token, { type, markup: "**" })] : [];
  });
  return line(written, options);
}

/** Writes the words of a paragraph, with escaped marks at the beginning of lines. */
function lines(tokens: readonly Token[], options: LinkOptions): string {
  return line(tokens, options)
    .split("\n")
    .map((each) => escapeLineStart(each.trimStart()))
    .join("\n");
}

/** Writes the words of a line with their marks. */
function line(tokens: readonly Token[], options: LinkOptions, brk = "\\\n"): string {
  if (!tokens.some(({ type }) => EMPHASIS.test(type))) return inline(tokens, options, brk);
  for (const marked of [tokens, marksAtLetters(tokens)]) {
    const written = inline(marked, options, brk);
    if (isReadSo(written, marked)) return written;
  }
  return inline(withoutEmphasis(tokens), options, brk);
}

const MARKS: Readonly<Record<string, string>> = {
  strong_open: "**",
  strong_close: "**",
  em_open: "*",
  em_close: "*",
  s_open: "~~",
  s_close: "~~",
};

function inline(tokens: readonly Token[], options: LinkOptions, brk: string): string {
  let text = "";
  const links: { readonly from: number; readonly token: Token }[] = [];
  let struck = 0;
  /** Footnotes of the words of a link, which are written after it, because a note is a link itself. */
  let notes = "";
  for (const token of tokens) {
    const { type, content } = token;
    const mark = MARKS[type];
    if (type === "s_close") struck--;
    // A doubled strikethrough would begin like code.
    if (mark !== undefined) text += mark !== "~~" || struck === 0 ? mark : "";
    else if (type === "softbreak") text += " ";
    else if (type === "hardbreak") text += brk;
    else if (type === "code_inline") text += code(content);
    else if (type === "link_open") links.push({ from: text.length, token });
    else if (type === "link_close") {
      const link = links.pop();
      if (!link) continue;
      const said = text.slice(link.from);
      text =
        beforeLink(text.slice(0, link.from)) + (said === "" && notes !== "" ? "" : linked(said, link.token, options));
      text += notes;
      notes = "";
    } else if (type === "image") text += picture(token, options);
    else if (type === "footnote_ref" && links.length > 0) notes += `[^${noteNumber(token)}]`;
    else if (type === "footnote_ref") text = `${beforeLink(text)}[^${noteNumber(token)}]`;
    else if (/^su[bp]_/.test(type)) text += `<${type.endsWith("close") ? "/" : ""}${token.tag}>`;
    else text += escapeMarks(content);
    if (type === "s_open") struck++;
  }
  return withoutEnds(text);
}

/** Escapes an exclamation mark before a link, which would make it a picture. */
const beforeLink = (text: string) => (text.endsWith("!") ? `${text.slice(0, -1)}\\!` : text);

/** Removes breaks at the ends of a line, because readers would see their backslashes. */
function withoutEnds(line: string): string {
  let from = 0;
  let to = line.length;
  while (line.startsWith("\\\n", from) || line[from] === " ") from += line[from] === " " ? 1 : 2;
  while (to > from && (line.slice(to - 2, to) === "\\\n" || line[to - 1] === " ")) to -= line[to - 1] === " " ? 1 : 2;
  return line.slice(from, to).trim();
}

function code(content: string): string {
  const runs = new Set([...content.matchAll(/`+/g)].map(([run]) => run.length));
  let ticks = 1;
  while (runs.has(ticks)) ticks++;
  const fence = "`".repeat(ticks);
  const space = /^`|`$|^ .* $/.test(content) ? " " : "";
  return fence + space + content + space + fence;
}

/** An address that is a link by itself between `<` and `>`. */
const BARE = /^(?:https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/i;

function linked(words: string, token: Token, options: LinkOptions): string {
  const href = addressOf(String(token.attrGet("href")), options);
  const address = destination(href);
  const bare = href.replace(/^mailto:/i, "").replace(/[\s<>]/g, encodeURIComponent);
  // Other programs link a bare address only between these marks.
  if (words === escapeMarks(bare) && BARE.test(bare)) return `<${bare}>`;
  return `[${words}](${address}${title(String(token.attrGet("title") ?? ""))})`;
}

function picture(token: Token, options: LinkOptions): string {
  const { alt: seen = "", caption = "" } = saidOf(token);
  const alt = escapeMarkdown(seen);
  const address = addressOf(String(token.attrGet("src")), options);
  if (!/^(?:https?:|\/)/i.test(address)) return alt;
  return `![${alt}](${destination(address)}${title(caption)})`;
}

/** Writes the address of a link. Brackets are escaped only if they are not balanced. */
function destination(address: string): string {
  let depth = 0;
  for (const character of address) if (depth >= 0) depth += character === "(" ? 1 : character === ")" ? -1 : 0;
  const pattern = depth === 0 ? /[\s<>\\]/g : /[\s<>\\()]/g;
  return address.replace(pattern, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

const title = (words: string) => (words === "" ? "" : ` "${onOneLine(words).replace(/[\\"&]/g, "\\$&")}"`);
