import type { Token } from "markdown-it";
import { attributionOf } from "../model/quotes.ts";
import { quotationMarksOf, tokensOf } from "./markdown.ts";
import { widthOf, wrapped } from "./wrapping.ts";

/** What stands before the lines of a block: of its first one, and of all others. */
interface Margin {
  readonly first: string;
  readonly rest: string;
}

/**
 * Renders an editor's Markdown as plain text for a mail or a wire: lines of at most 72 columns, quotes in the language's
 * quotation marks with their speaker, lists with their numbers, links with their addresses. Links that begin with /
 * lead into `origin`.
 */
export function plainText(source: string, lang: string, origin = ""): string {
  return blocksOf(tokensOf(source, lang, origin), lang)
    .map(({ text, isTight }, index) => (index === 0 ? text : `${isTight ? "\n" : "\n\n"}${text}`))
    .join("");
}

interface Block {
  readonly text: string;
  /** Whether it follows the one before without an empty line. */
  readonly isTight: boolean;
}

function blocksOf(tokens: readonly Token[], lang: string): Block[] {
  const [opening = "“", closing = "”"] = quotationMarksOf(lang);
  const blocks: Block[] = [];
  /** What the blocks around the one at hand put before its lines. */
  const margins: Margin[] = [];
  const numbers: (number | undefined)[] = [];
  let row: string[] = [];
  const put = (text: string, isTight = false) => blocks.push({ text, isTight });
  const paragraph = (text: string, { first, rest }: Margin) =>
    text
      .split("\n")
      .map((line, index) => wrapped(line, index === 0 ? first : rest, rest))
      .join("\n");
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const margin = margins.at(-1) ?? { first: "", rest: "" };
    switch (token.type) {
      case "heading_open": {
        const text = wrapped(inline(next));
        const width = Math.max(...text.split("\n").map(widthOf));
        const rule = { h2: "=", h3: "-" }[token.tag];
        put(rule === undefined ? text : `${text}\n${rule.repeat(width)}`);
        break;
      }
      case "paragraph_open": {
        const isFirst = tokens[index - 1]?.type === "blockquote_open" && tokens[index - 2]?.type === "quote_open";
        const isLast = tokens[index + 3]?.type === "blockquote_close" && tokens[index + 4]?.type === "attribution";
        const isFirstItem = tokens[index - 2]?.type.endsWith("_list_open") && numbers.length === 1;
        const text = `${isFirst ? opening : ""}${inline(next)}${isLast ? closing : ""}`;
        put(paragraph(text, margin), token.hidden && !isFirstItem);
        // Only the first paragraph of an item stands behind its mark.
        if (margins.length > 0) margins[margins.length - 1] = { first: margin.rest, rest: margin.rest };
        break;
      }
      case "attribution": {
        const { before, speaker, role, comma } = attributionOf(token.content);
        put(wrapped(`— ${before ? `${before} ` : ""}${speaker}${comma}${role}`, "    "));
        break;
      }
      case "blockquote_open":
        margins.push({ first: `${margin.rest}    `, rest: `${margin.rest}    ` });
        break;
      case "bullet_list_open":
        numbers.push(undefined);
        break;
      case "ordered_list_open":
        numbers.push(Number(token.attrGet("start") ?? 1));
        break;
      case "list_item_open": {
        const number = numbers.at(-1);
        const mark = number === undefined ? "- " : `${number}. `;
        if (number !== undefined) numbers[numbers.length - 1] = number + 1;
        margins.push({ first: margin.rest + mark, rest: margin.rest + " ".repeat(mark.length) });
        break;
      }
      case "blockquote_close":
      case "list_item_close":
        margins.pop();
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        numbers.pop();
        break;
      case "th_open":
      case "td_open":
        row.push(inline(next));
        break;
      case "tr_close":
        put(wrapped(row.join(" | "), margin.rest, `${margin.rest}    `), tokens[index + 1]?.type !== "thead_close");
        row = [];
        break;
      case "fence":
      case "code_block":
        put(token.content.trimEnd().replace(/^/gm, `${margin.rest}    `));
        break;
      case "hr":
        put("* * *");
        break;
    }
  }
  return blocks;
}

/** The words of a line, each link followed by its address where it does not say it itself. */
function inline(token: Token | undefined): string {
  let text = "";
  let link: { readonly from: number; readonly href: string } | undefined;
  for (const child of token?.children ?? []) {
    if (child.type === "softbreak") text += " ";
    else if (child.type === "hardbreak") text += "\n";
    else if (child.type === "link_open") link = { from: text.length, href: String(child.attrGet("href") ?? "") };
    else if (child.type === "link_close" && link) {
      const address = link.href.replace(/^(?:mailto|tel):/, "");
      if (!text.slice(link.from).includes(address)) text += ` (${address})`;
      link = undefined;
    } else text += child.content;
  }
  return text;
}
