import type { Token } from "markdown-it";
import { grammarFor } from "../text/grammar/grammar.ts";
import { lineStarts } from "../text/lines.ts";

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
  const starts = lineStarts(body);
  const langs = [lang];
  const blocks: Block[] = [];
  const open = { attribution: 0, heading: 0, blockquote: 0, list_item: 0, tr: 0 };
  let level = 0;
  const add = (kind: Block["kind"], from: number, to: number) => {
    const start = starts[from] ?? body.length;
    const source = body.slice(start, (starts[to] ?? body.length + 1) - 1);
    blocks.push({ kind, lang: langs.at(-1) ?? lang, source, start, ...(kind === "heading" ? { level } : {}) });
  };
  for (const { type, tag, info, map, nesting } of tokens) {
    const name = type.replace(/_(?:open|close)$/, "");
    if (type === "container_passage_open") langs.push(info.trim());
    else if (type === "container_passage_close") langs.pop();
    else if (name in open) open[name as keyof typeof open] += nesting;
    if (type === "heading_open") level = Number(tag[1]);
    if (type === "tr_open" && map) add("row", ...map);
    else if ((type === "inline" || type === "figure") && map && open.tr === 0)
      add(kinds.find(([holder]) => open[holder] > 0)?.[1] ?? "paragraph", ...map);
  }
  return blocks;
}

/** What a block is by the innermost of these that it stands in. */
const kinds = [
  ["attribution", "attribution"],
  ["heading", "heading"],
  ["blockquote", "quote"],
  ["list_item", "item"],
] as const;
