import type { Token } from "markdown-it";
import { saidOf } from "../grammar/figures.ts";
import { isolatedTokens } from "../isolate.ts";
import { addressOf, type LinkOptions } from "../links.ts";
import { quotationMarksOf } from "../quotation-marks.ts";
import type { Parsed } from "../text.ts";
import { noteNumber } from "../tokens.ts";
import { indented, isTightList, joined, type Node, noteBlocks, rowsOf, startOf, treeOf, wordsOf } from "./tree.ts";

interface Context extends LinkOptions {
  readonly lang: string;
}

/**
 * Returns a text to be pasted into an email or a story: each paragraph is one line, quotes have the language's quotation marks and their
 * speaker, lists their numbers, links their addresses, and numbered footnotes are at the end.
 */
export function plainText({ tokens, lang }: Parsed, options: LinkOptions = { prefix: "" }): string {
  return blocks(treeOf(isolatedTokens(tokens, lang)), { ...options, lang });
}

function blocks(nodes: readonly Node[], context: Context): string {
  return joined(nodes, (node) => (writers[node.kind] ?? inner)(node, context));
}

type Writer = (node: Node, context: Context) => string;

const inner: Writer = ({ inside }, context) => blocks(inside, context);
const words: Writer = (node, context) => line(wordsOf(node), context);

const list: Writer = (node, context) => {
  const start = node.kind === "ordered_list" ? startOf(node.token) : undefined;
  return node.inside
    .map((item, index) => {
      const mark = start === undefined ? "- " : `${start + index}. `;
      return indented(blocks(item.inside, context), mark, " ".repeat(mark.length)).trimEnd();
    })
    .join(isTightList(node) ? "\n" : "\n\n");
};

const writers: Readonly<Record<string, Writer>> = {
  paragraph: words,
  heading: words,
  attribution: (node, context) => `— ${words(node, context)}`,
  figure: ({ token }, context) => line(token.children ?? [], context),
  quote: ({ inside }, context) => {
    const [said, speaker] = inside;
    if (!said || !speaker) return blocks(inside, context);
    return `${quoted(blocks(said.inside, context), context.lang)}\n${blocks([speaker], context)}`;
  },
  blockquote: ({ inside }, context) => indented(blocks(inside, context), "    ", "    "),
  bullet_list: list,
  ordered_list: list,
  table: (node, context) =>
    rowsOf(node)
      .map((cells) => cells.map((cell) => line(wordsOf(cell), context).replaceAll("\n", " ")).join(" | "))
      .join("\n"),
  fence: ({ token }) => token.content.trimEnd(),
  hr: () => "* * *",
  footnote: (node, context) => indented(blocks(noteBlocks(node), context), `[${noteNumber(node.token)}] `, ""),
};

/** Returns a quote in quotation marks, unless it has them already. */
export function quoted(text: string, lang: string): string {
  const [opening = "“", closing = "”"] = quotationMarksOf(lang);
  return text.startsWith(opening.trim()) ? text : `${opening}${text}${closing}`;
}

/** Writes the words of a line, each link followed by its address unless the words show it. */
function line(tokens: readonly Token[], context: Context): string {
  let text = "";
  let raised: { readonly from: number; readonly to: Readonly<Record<string, string>> } | undefined;
  const links: { readonly from: number; readonly href: string }[] = [];
  for (const token of tokens) {
    const { type } = token;
    if (type === "softbreak") text += " ";
    else if (type === "hardbreak") text += "\n";
    else if (type === "link_open")
      links.push({ from: text.length, href: addressOf(String(token.attrGet("href")), context) });
    else if (type === "link_close") {
      const { from, href } = links.pop() ?? { from: 0, href: "" };
      const address = href.replace(/^(?:mailto|tel):/i, "");
      if (!isSaid(href, address, text.slice(from))) text += ` (${address})`;
    } else if (type === "image") text += picture(token, context);
    else if (type === "footnote_ref") text += `[${noteNumber(token)}]`;
    else if (type === "sub_open" || type === "sup_open")
      raised = { from: text.length, to: type === "sub_open" ? LOWERED : RAISED };
    else if (type === "sub_close" || type === "sup_close") {
      if (raised) text = text.slice(0, raised.from) + moved(text.slice(raised.from), raised.to);
      raised = undefined;
    } else text += token.content;
  }
  return text;
}

function isSaid(href: string, address: string, text: string): boolean {
  if (/^tel:/i.test(href)) return /\d/.test(text);
  const bare = (words: string) => words.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  try {
    return text.includes(address) || bare(text) === bare(address) || bare(text) === bare(decodeURI(address));
  } catch {
    return false;
  }
}

function picture(token: Token, context: Context): string {
  const { alt = "", caption } = saidOf(token);
  const address = addressOf(String(token.attrGet("src")), context);
  const seen = /^https?:/i.test(address) ? [alt && `[${alt}]`, `(${address})`].filter(Boolean).join(" ") : alt;
  return [seen, caption].filter(Boolean).join("\n");
}

const DIGITS = "0123456789+−=()n";
const lookup = (characters: string) =>
  Object.fromEntries([...DIGITS].map((digit, index) => [digit, [...characters][index] ?? digit]));
const RAISED = lookup("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
const LOWERED = lookup("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ");

/** Returns raised or lowered numbers as characters of their own, because 10⁶ is not 106; other words as they are. */
function moved(text: string, to: Readonly<Record<string, string>>): string {
  const characters = [...text.replaceAll("-", "−")];
  return characters.every((character) => Object.hasOwn(to, character))
    ? characters.map((character) => to[character]).join("")
    : text;
}
