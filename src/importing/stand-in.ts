import { escapeMarkdown, escapeMarks } from "../text/escape.ts";
import type { Draft } from "./draft.ts";
import { textField } from "./fields.ts";
import type { Fields } from "./incoming.ts";
import { onOldSite } from "./links.ts";

/** Writes the text of a post that only points to a page elsewhere: its own summary and the link. */
export function standIn(draft: Draft, fields: Fields, origin: string | undefined): void {
  if (draft.blocks.some(({ text }) => text !== "")) return;
  const named = textField(fields, "elsewhere") ?? "";
  const url = onOldSite(named, origin) ?? named;
  const title = draft.first<string>("title");
  if (!/^https?:/.test(url) || !URL.canParse(url) || !title) return;
  const summary = draft.first<string>("summary") ?? draft.first<string>("subtitle");
  const to = new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29");
  const parts = [
    ...(summary ? [{ markdown: escapeMarkdown(summary), text: summary }] : []),
    { markdown: `[${escapeMarks(title)}](${to})`, text: title },
  ];
  draft.blocks = parts.map((part) => ({ kind: "paragraph", ...part }));
  draft.end = draft.blocks.length;
  draft.look(
    "The source has no text of its own: it points to another page. Its summary and the link stand as the text.",
    url,
  );
}
