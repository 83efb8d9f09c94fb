import type { Token } from "markdown-it";
import { grammarFor } from "../text/grammar/grammar.ts";

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
export function blocksOf(
  body: string,
  lang: string,
  tokens: readonly Token[] = grammarFor(lang, "typed").parse(body, {}),
): Block[] {
  const starts = [0];
  for (let at = body.indexOf("\n"); at !== -1; at = body.indexOf("\n", at + 1)) starts.push(at + 1);
  const langs = [lang];
  const blocks: Block[] = [];
  let quotes = 0;
  let items = 0;
  let level = 0;
  let isAttribution = false;
  let isRow = false;
  const add = (kind: Block["kind"], from: number, to: number) => {
    const start = starts[from] ?? body.length;
    const source = body.slice(start, (starts[to] ?? body.length + 1) - 1);
    blocks.push({ kind, lang: langs.at(-1) ?? lang, source, start, ...(kind === "heading" ? { level } : {}) });
  };
  for (const { type, tag, info, map } of tokens) {
    if (type === "container_passage_open") langs.push(info.trim());
    else if (type === "container_passage_close") langs.pop();
    else if (type === "blockquote_open") quotes++;
    else if (type === "blockquote_close") quotes--;
    else if (type === "list_item_open") items++;
    else if (type === "list_item_close") items--;
    else if (type === "heading_open") level = Number(tag[1]);
    else if (type === "heading_close") level = 0;
    else if (type === "attribution_open") isAttribution = true;
    else if (type === "attribution_close") isAttribution = false;
    else if (type === "tr_close") isRow = false;
    else if (type === "tr_open" && map) {
      isRow = true;
      add("row", map[0], map[1]);
    } else if ((type === "inline" || type === "figure") && map && !isRow) {
      const kind = isAttribution
        ? "attribution"
        : level > 0
          ? "heading"
          : quotes > 0
            ? "quote"
            : items > 0
              ? "item"
              : "paragraph";
      add(kind, map[0], map[1]);
    }
  }
  return blocks;
}
