import { readEdition } from "../../content/editions.ts";
import { type EditionText, editionText } from "../../model/edition.ts";
import { dayIn } from "../../model/embargo.ts";
import { releaseUrl } from "../../model/urls.ts";
import { editionHash, editionLines } from "../../text/edition-words.ts";
import { wordsOf } from "../../text/plain-words.ts";
import type { Document } from "../document.ts";
import type { Context, Fault } from "../rule.ts";

export function* changeNote(document: Document, { content, contentDir, now }: Context): Generator<Fault> {
  const { release } = document;
  if (!release || release.draft || release.status.is === "withdrawn") return;
  const { lang, noted } = release;
  const last = content.editions.get(releaseUrl(content.site, release))?.at(-1);
  if (!last || noted > last.noted) return;
  const own = editionText(release);
  const hash = editionHash(own, lang);
  if (hash === last.hash) return;
  const text = readEdition(contentDir, last);
  // Another version of Dateline may have made another hash of the same words.
  if (text && editionHash(text, lang) === hash) return;
  const today = dayIn(content.site.timezone, now);
  yield {
    at: document.field(noted > 0 ? ["changes"] : []),
    message: `This text has changed since it was published on ${last.day}${text ? ` (${difference(text, own, lang)})` : ""}, and no line in changes says so.`,
    fix: `${noted > 0 ? "Add a line to changes" : "Write at the top, between the lines of hyphens: changes:, and below it"}:   - { date: ${today}, note: What was changed, in a sentence for the reader. }  Where nothing that was said has changed, such as a mistake in spelling:   - { date: ${today}, note: A mistake in spelling., minor: true }`,
  };
}

/** What the reader of a release that counts no more must learn. */
const TOLD = { corrected: "reason", withdrawn: "reason", superseded: "replaced_by" } as const;
const SAYS = {
  reason: ["why", '"Why, in a sentence for the reader."'],
  replaced_by: ["by which release", "the file or folder name of that release"],
} as const;

export function* statusReason(document: Document, { content, now }: Context): Generator<Fault> {
  const { status, changes, translation } = document.release ?? {};
  if (!status || status.is === "live" || (status.is === "corrected" && (changes || translation))) return;
  const told = TOLD[status.is];
  if (status[told] !== undefined) return;
  const [what, words] = SAYS[told];
  const day = status.date ?? dayIn(content.site.timezone, now);
  yield {
    at: document.field(["status"]),
    message: `This release is ${status.is}, and readers do not learn ${what}.`,
    fix: `Write: status: { is: ${status.is}, date: ${day}, ${told}: ${words} }`,
  };
}

const MOST = 8;

/** The first words that differ, as they were and as they are. */
function difference(before: EditionText, after: EditionText, lang: string): string {
  const [was, is] = [before, after].map((text) => {
    const lines = editionLines(text, lang).join("\n");
    return wordsOf(lines).map(({ text: plain, from, to }) => ({ plain, said: lines.slice(from, to) }));
  }) as [Said[], Said[]];
  let first = 0;
  while (first < was.length && was[first]?.plain === is[first]?.plain) first++;
  let last = 0;
  while (last < Math.min(was.length, is.length) - first && was.at(-1 - last)?.plain === is.at(-1 - last)?.plain) last++;
  const part = (words: readonly Said[]) => {
    const own = words.slice(first, words.length - last).map(({ said }) => said);
    return own.length === 0 ? "nothing" : `“${own.slice(0, MOST).join(" ")}${own.length > MOST ? " …" : ""}”`;
  };
  return `${part(was)} is now ${part(is)}`;
}

interface Said {
  readonly plain: string;
  readonly said: string;
}
