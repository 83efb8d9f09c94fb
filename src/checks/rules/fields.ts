import { readEdition } from "../../content/editions.ts";
import { type EditionText, editionText } from "../../model/edition.ts";
import { dayIn } from "../../model/embargo.ts";
import { updatedOn } from "../../model/release.ts";
import { originalOf } from "../../model/translations.ts";
import { releaseUrl } from "../../model/urls.ts";
import { editionHash, editionLines } from "../../text/edition-words.ts";
import { wordsOf } from "../../text/plain-words.ts";
import { countsOfSummaries, versionsOf } from "../archive.ts";
import { blocksOf } from "../blocks.ts";
import type { Document } from "../document.ts";
import type { Context, Fault } from "../rule.ts";
import { numbersIn } from "../words.ts";

/** More characters of a title are cut off. */
const LONGEST_TITLE = 110;

export function* titleLength(document: Document): Generator<Fault> {
  const title = document.passages.find(({ kind }) => kind === "title");
  const { length } = [...(title?.source ?? "")];
  if (!title || length <= LONGEST_TITLE) return;
  yield {
    at: document.in(title, 0, 0),
    message: `The title has ${length} characters; more than ${LONGEST_TITLE} are cut off in many places.`,
    fix: "Say the news first, and move the rest to the subtitle or the text.",
  };
}

/** The same summary in so many releases of a language is a phrase, not a summary. */
const STANDING = 3;

export function* summary(document: Document, context: Context): Generator<Fault> {
  const { release } = document;
  if (!release?.summary) return;
  const at = document.field(["summary"]);
  const count = countsOfSummaries(context).get(`${release.lang} ${release.summary}`) ?? 0;
  if (repeats(release.summary, release.title)) {
    yield {
      at,
      message: "The summary repeats the title.",
      fix: "Say what the title leaves out: who, where, how many. Or delete the line: then the text's beginning is taken.",
    };
  } else if (count >= STANDING)
    yield { at, message: `The same summary stands in ${count} releases.`, fix: "Say what is new in this one." };
}

/** Whether nearly all words of the one are words of the other, and it is not much longer. */
function repeats(summary: string, title: string): boolean {
  const [own = [], others = []] = [summary, title].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const there = new Set<string>(others);
  return (
    own.length > 0 && own.length <= there.size + 3 && own.filter((word) => there.has(word)).length >= own.length * 0.9
  );
}

export function* confirmed(document: Document, { content, now }: Context): Generator<Fault> {
  const day = document.contact?.confirmed;
  if (day === undefined) return;
  const today = dayIn(content.site.timezone, now);
  if (day >= `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`) return;
  yield {
    at: { ...document.field(["confirmed"]), length: day.length },
    message: `This contact was last confirmed on ${day}, more than a year ago.`,
    fix: "Call the number, write to the address, and set confirmed to today.",
  };
}

export function* translation(document: Document, context: Context): Generator<Fault> {
  const { release } = document;
  const original =
    release && originalOf(versionsOf(context).get(release.key) ?? [], context.content.site.default_language);
  if (!release || !original || original === release || release.body === "") return;
  if (original.event && !release.event) {
    yield {
      at: document.field(["translation"]),
      message: "The original announces an event, and this translation does not: its readers find it in no calendar.",
      fix: `Copy event from ${original.file}, and write its place in this language.`,
    };
  }
  const at = document.inBody(0, 0);
  const counts = [release, original].map((version) => ({
    quotes: version.speakers.length,
    numbers: new Set(numbersIn(version.body).map(({ value }) => value)),
    paragraphs: blocksOf(version.body, "en").filter(({ kind }) => kind === "paragraph").length,
  }));
  const [own, others] = counts;
  if (!own || !others) return;
  if (own.quotes < others.quotes) {
    yield {
      at,
      message: `The original has ${others.quotes} quotes, and this translation ${own.quotes}.`,
      fix: `Translate the others from ${original.file}.`,
    };
  }
  const missing = [...others.numbers].filter(
    (value) => value.length > 1 && !own.numbers.has(value) && !own.numbers.has(value.replace(".", "")),
  );
  if (missing.length > 0) {
    yield {
      at,
      message: `The original has the ${missing.length === 1 ? "figure" : "figures"} ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""}, which this translation lacks.`,
      fix: `Compare it with ${original.file}.`,
    };
  }
  if (own.paragraphs < others.paragraphs && own.quotes >= others.quotes) {
    yield {
      at,
      message: `The original has ${others.paragraphs} paragraphs, and this translation ${own.paragraphs}.`,
      fix: `Compare it with ${original.file}; where paragraphs were joined, allow it.`,
    };
  }
  const changed = updatedOn(original);
  const made = release.translation?.date ?? updatedOn(release) ?? release.date;
  if (changed === undefined || changed <= made) return;
  yield {
    at: document.field(release.translation?.date ? ["translation", "date"] : ["translation"]),
    message: `The original was changed on ${changed}, after this translation was made (${made}).`,
    fix: "Bring the translation up to date, and set the date in translation.",
  };
}

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
  const { is, date = dayIn(content.site.timezone, now), ...more } = status;
  // What is said already, such as that the title is hidden, stays in the line to write.
  const kept = Object.entries(more).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}, `],
  );
  yield {
    at: document.field(["status"]),
    message: `This release is ${is}, and readers do not learn ${what}.`,
    fix: `Write: status: { is: ${is}, date: ${date}, ${kept.join("")}${told}: ${words} }`,
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
