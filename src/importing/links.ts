import { escapeMarkdown, escapeMarks } from "../text/escape.ts";
import { withoutRedirect } from "../text/redirects.ts";
import type { Draft } from "./draft.ts";
import { textField } from "./fields.ts";
import type { Fields } from "./incoming.ts";

/** What is known of where links of the old site lead. */
interface Known {
  readonly addressOf: (href: string, from: string) => string | undefined;
  /** The old site's address. */
  readonly origin: string | undefined;
  /** The path that the text had there, where that is known: its links can begin at it. */
  readonly at?: string | undefined;
}

/** Returns where a link of a source leads; undefined where its words stay without one, `lost` where the report must say so. */
export function linkFor(href: string, from: string, known: Known): string | undefined {
  const { addressOf } = known;
  const bare = /^\((.*)\)$/.exec(href)?.[1];
  if (bare !== undefined) return linkFor(bare, from, known);
  if (/^mailto:(?![^@\s]+@)/i.test(href)) return undefined;
  if (/^(?:mailto|tel):/i.test(href)) return href;
  if (/^[^\s/:@]+@[^\s/:@]+\.[a-z]{2,}$/i.test(href)) return `mailto:${href}`;
  if (/^https?:\/\//i.test(href)) {
    const to = withoutRedirect(href);
    return addressOf(to, from) ?? (URL.canParse(to) ? to : undefined);
  }
  if (/^\/\//.test(href)) return `https:${href}`;
  if (/^www\./i.test(href)) return `http://${href}`;
  if (href.startsWith("#") || /^[a-z]+:/i.test(href)) return undefined;
  return addressOf(href, from) ?? onOldSite(href, known) ?? "lost";
}

/** The whole address of a path on the old site, where that is known. */
function onOldSite(path: string, { origin, at }: Pick<Known, "origin" | "at">): string | undefined {
  const site = origin?.replace(/\/$/, "");
  if (site === undefined || path.startsWith("/")) return site && site + path;
  return at && URL.canParse(path, site + at) ? new URL(path, site + at).href : undefined;
}

/** Writes the text of a post that only points to a page elsewhere: its own summary and the link. */
export function standIn(draft: Draft, fields: Fields, origin: string | undefined): void {
  if (draft.blocks.some(({ text }) => text !== "")) return;
  const named = textField(fields, "elsewhere") ?? "";
  const url = onOldSite(named, { origin }) ?? named;
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
