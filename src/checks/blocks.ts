import { blockTokens } from "../model/markdown.ts";
import { attributionAt } from "../model/quotes.ts";

/** A block of a Markdown text, as it stands in it. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "quote" | "attribution" | "item" | "row";
  readonly lang: string;
  readonly source: string;
  /** Where it begins in the text. */
  readonly start: number;
  /** 1 to 6, for a heading. */
  readonly level?: number;
}

/** Divides a text into its blocks of words; code is left out. The lines that say who spoke are blocks of their own. */
export function blocksOf(body: string, lang: string): Block[] {
  const starts = [0];
  for (let at = body.indexOf("\n"); at !== -1; at = body.indexOf("\n", at + 1)) starts.push(at + 1);
  const langs = [lang];
  const blocks: Block[] = [];
  let quotes = 0;
  let items = 0;
  let level = 0;
  const add = (kind: Block["kind"], from: number, to: number) => {
    const start = starts[from] ?? body.length;
    const source = body.slice(start, (starts[to] ?? body.length + 1) - 1);
    blocks.push({ kind, lang: langs.at(-1) ?? lang, source, start, ...(kind === "heading" ? { level } : {}) });
  };
  for (const token of blockTokens(body)) {
    if (token.type === "container_passage_open") langs.push(token.info.trim());
    else if (token.type === "container_passage_close") langs.pop();
    else if (token.type === "blockquote_open") quotes++;
    else if (token.type === "blockquote_close") quotes--;
    else if (token.type === "list_item_open") items++;
    else if (token.type === "list_item_close") items--;
    else if (token.type === "heading_open") level = Number(token.tag[1]);
    else if (token.type === "heading_close") level = 0;
    else if (token.type === "tr_open" && token.map) add("row", token.map[0], token.map[1]);
    else if (token.type === "inline" && token.map) {
      const [from, to] = token.map;
      // The cells of a table: their row is there already.
      if (blocks.at(-1)?.kind === "row" && (blocks.at(-1)?.start ?? -1) >= (starts[from] ?? 0)) continue;
      const said = quotes > 0 ? attributionAt(token.content.split("\n")) : -1;
      const kind = level > 0 ? "heading" : quotes > 0 ? "quote" : items > 0 ? "item" : "paragraph";
      if (said !== 0) add(kind, from, said === -1 ? to : from + said);
      if (said !== -1) add("attribution", from + said, to);
    }
  }
  return blocks;
}
