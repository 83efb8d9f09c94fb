import { memoized } from "../../model/memo.ts";
import { watchPage } from "../../model/video.ts";
import { isDay } from "../../text/grammar/lists.ts";
import { table } from "../data.ts";
import { type Document, type Passage, withoutMarkup } from "../document.ts";
import { type Mark, marksOf } from "../marks.ts";
import { readMarkdown } from "../markup.ts";
import type { Fault } from "../rule.ts";

const { tags, marks } = table<{ readonly tags: Readonly<Record<string, string>>; readonly marks: readonly Mark[] }>(
  "visible-markup",
);

/** The number of characters around a find that are looked at. */
const NEAR = 1000;

const SECTIONS = /(?<=^|\n)[ \t]{0,20}§[ \t\u00a0]+\D[^\n]*\n[ \t]{0,20}§[ \t\u00a0]+\D/u;

/** The cells of a row of a table, or of a line with tabs. */
const cellsOf = (row: string) =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(row.includes("|") ? "|" : /\t+/);

const isPicture = ([found]: RegExpExecArray) => found.startsWith("!");

/** What stands alone before the words of a bullet point, between tabs as Word copies it. */
const BULLET = /^\ue000*(?:[•·●▪◦‣\uf0a7\uf0b7§o*–—-]|\p{Nd}{1,2}[.)])$/u;

const visible = marksOf(
  marks,
  {
    isClosed: ({ 0: found, index, input }) =>
      /=|\//.test(found) ||
      input
        .slice(index, index + NEAR)
        .toLowerCase()
        .includes(`[/${found.slice(1).toLowerCase()}`),
    // Letters that were left out of a word: f***.
    isNoOmission: ({ 0: found, index, input }) => found !== "***" || !/\p{L}/u.test(input[index - 1] ?? ""),
    isNoSection: ({ 0: found, index, input }) =>
      !found.includes("§") || SECTIONS.test(input.slice(Math.max(0, index - NEAR / 2), index + NEAR / 2)),
    areRows: ([found]) => {
      const [first = [], second = []] = found.split("\n").map(cellsOf);
      return first.length > 1 && first.length === second.length && !BULLET.test(first[0] ?? "");
    },
    isNoDay: ([found]) => !isDay(found.trimStart()),
  },
  {
    thing: (match) => (isPicture(match) ? "picture" : "link"),
    example: (match) => (isPicture(match) ? "opening.jpg" : "https://…"),
    instead: ({ groups }) => tags[groups?.tag?.toLowerCase() ?? ""] ?? "Delete it, and keep the words.",
    embed: ([found]) =>
      `A ${lookLikeVideo(found) ? "video" : "page of another site"} cannot be shown in a text: readers see this HTML as it stands here.`,
    video: ([found]) => videoLines(found),
    player: ({ groups: { player = "", id = "", address = "" } = {} }) => {
      const host = /vimeo/i.test(player) ? "https://vimeo.com" : "https://youtu.be";
      return fieldLines(watchAddress(address || (/^https?:/.test(id) ? id : `${host}/${id}`)));
    },
    target: ({ groups: { address, email } = {} }) =>
      address === undefined ? `mailto:${email}` : address.replace(/^www\./i, "https://$&"),
    digits: ({ groups }) => groups?.phone?.replace(/[^\d+]/g, "") ?? "",
    encoded: ([found]) => found.replace(/ +(?=>)/g, "").replaceAll(" ", "%20"),
    bare: ([found]) =>
      found
        .trim()
        .replace(/^[*_=+|]+|[*_=+|]+$/g, "")
        .trim() || "words",
    what: ({ groups: { words, said } = {} }) => (words ?? said)?.trim() || "What can be seen",
    picture: ({ groups: { file, beside } = {} }) => file ?? beside ?? "opening.jpg",
    level: ({ groups }) => groups?.mark?.replaceAll("＃", "#") ?? "##",
    index: ([found]) => found.replace(/[~^{}]/g, ""),
    cells: ([found]) => `| ${cellsOf(found.split("\n")[0] ?? "").join(" | ")} |`,
    second: ([found]) =>
      `| ${cellsOf(found.split("\n")[0] ?? "")
        .fill("---")
        .join(" | ")} |`,
  },
);

export function* visibleMarkup(document: Document): Generator<Fault> {
  for (const text of document.texts) {
    for (const fault of visible.faults(document, [{ ...text, text: text.seen }]))
      yield text.isMarkdown ? fault : { ...fault, fix: "Write the words alone: this field knows no marks." };
    yield* text.unused.map(({ name, at }) => ({
      at: document.in(text, at, name.length + 3),
      message: `Readers see nothing of this line, because nothing in the text refers to [${name}].`,
      fix: `For a footnote, write [^${name}]: and the words, and [^${name}] behind the word that it belongs to; for a link, [words][${name}].`,
    }));
  }
}

/** Returns the marks that readers of a text see. */
export function visibleIn(source: string, lang: string): readonly RegExpExecArray[] {
  const { seen } = readMarkdown(source, lang);
  return visible
    .find([{ from: 0, source, seen, text: seen, isMarkdown: true }])
    .flatMap(([, finds]) => finds.map(({ match }) => match));
}

const VIDEO =
  /youtu|vimeo|dailymotion|rutube|vk\.com\/video|ok\.ru\/video|bilibili|tiktok|facebook\.com\/plugins\/video|\/videos?\/|\.(?:mp4|webm|mov|m4v|ogv)\b/i;

/** The value of an attribute, in quotation marks or without them; typographic ones are what a word processor made of them. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:["“”']([^"“”']*)["“”']|([^\\s>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2];
}

/** Whether a tag of HTML shows a video. */
function lookLikeVideo(tag: string): boolean {
  return /^<(?:video|source)/i.test(tag) || VIDEO.test(attribute(tag, "src") ?? attribute(tag, "data") ?? "");
}

/** The page on which a video can be watched, by the address that its player is given. */
const watchAddress = (src: string) => watchPage(src) ?? (src.startsWith("//") ? `https:${src}` : src);

/** Returns the lines to write in place of a tag that embeds something. */
function videoLines(tag: string): string {
  const src = attribute(tag, "src") ?? attribute(tag, "data");
  const address = src === undefined ? "https://…" : watchAddress(src.replaceAll("&amp;", "&"));
  const title = attribute(tag, "title")?.trim() || undefined;
  if (!lookLikeVideo(tag)) return `Delete the tag, and link to what it shows: [${title ?? "words"}](${address})`;
  return fieldLines(/^https?:/.test(address) ? address : "https://…", title);
}

/** The lines of the field `video` for an address. */
function fieldLines(address: string, title = "The title of the video"): string {
  return `Delete it, and write these lines among the fields at the top:\nvideo:\n  - url: ${JSON.stringify(address)}\n    title: ${JSON.stringify(title)}`;
}

/** A line of `data/placeholders.yaml`: `note` says what it is where it is not something to be filled in. */
type LeftBehind = Omit<Mark, "message" | "fix"> & { readonly note?: string };

const sources = table<Readonly<Record<string, string>>>("brackets");
const pattern = memoized((name: string) => new RegExp(sources[name] ?? "$^", "iu"));
const says = (name: string, words: string) => pattern(name).test(words);

/** Words without their brackets. */
const inside = (found: string) => found.replace(/^[[［【{(（<\s]+|[\]］】})）>\s]+$/gu, "");

/** Elements of HTML that are called as things are that are filled in. */
const ELEMENT = /^(?:address|caption|figure|link|location|picture|image|source|text|time|title|details)$/i;

/** Nouns that a Roman twenty or thirty counts. */
const COUNTED_IN_ROMAN =
  /^(?:[-–—][IVX]+|[\s\u00a0]*(?:centur|congress|session|summit|conference|olympi|winter|games|edition|meeting|anniversary|chromosom|siècle|siglo|век|в\.|вв|стол|съезд|сессия|сессии|конференц|олимп|зимн|летн|созыв|международн|всероссийск|республиканск|пленум|форум|фестивал|юбилейн|стагоддз|з'езд))/iu;
const ROMAN_AFTER =
  /(?:siècle|siglo|век\p{Ll}*|chapter|part|title|article|annex|schedule|глава|раздел|chapitre|capítulo)[\s\u00a0]$/iu;

const before = ({ index, input }: RegExpExecArray) => input.slice(Math.max(0, index - 30), index);

const leftBehind = marksOf(
  table<readonly LeftBehind[]>("placeholders").map(({ note, ...mark }) => ({
    flags: "giu",
    ...mark,
    message: note
      ? `“{found}” is ${note}, and readers would see it.`
      : "“{found}” stands where something is still to be filled in.",
    fix: note ? "Do what it says, and delete it." : "Write what is meant, or leave it out.",
  })),
  {
    isNoRoman: (match) => {
      const { 0: found, index, input } = match;
      return !COUNTED_IN_ROMAN.test(input.slice(index + found.length)) && !ROMAN_AFTER.test(before(match));
    },
    isToFillIn: (match) => {
      const words = inside(match[0]);
      return (
        says("fill-in", words) ||
        /^\p{Lu}{2,}(?:[ _/-]+\p{Lu}{2,}){1,5}$/u.test(words) ||
        (match[0].startsWith("{{") && /^[\p{L}_. ]+$/u.test(words)) ||
        (says("thing", words) && !/(?:each|every|last|mobile|next|same|that|this) $/i.test(before(match)))
      );
    },
    isTag: ([found]) => {
      const words = inside(found);
      return says("fill-in", words) || (says("thing", words) && (!ELEMENT.test(words) || found.startsWith("<<")));
    },
    isPutIn: ([found]) => {
      const [verb] = pattern("put-in").exec(inside(found)) ?? [];
      return verb !== undefined && says("thing", inside(found).slice(verb.length));
    },
    isNoGap: ([found]) => !/^\[(?:\.{3}|…|-)\]$/.test(found),
    isAsked: ([found]) => {
      const words = inside(found);
      return says("asked", words) || says("asked-first", words) || (found.startsWith("[") && says("question", words));
    },
    isAskedInPassing: ([found]) => says("asked", inside(found)) || says("question-of-colleagues", inside(found)),
  },
);

export function* placeholder(document: Document): Generator<Fault> {
  // A draft may lack anything.
  const draft = document.release?.draft ? { severity: "warning" as const } : {};
  for (const fault of leftBehind.faults(document, document.passages)) yield { ...fault, ...draft };
  for (const passage of document.passages) yield* embargo(document, passage);
}

/** A line that asks to wait, as on paper. */
const WAIT =
  /^(?:(?:draft|confidential|черновик|brouillon|borrador)[ :–—-]{1,4})?(?:strictly |under )?(?:embargo(?:ed)?(?: until| till| for|:|$)|not for (?:publication|release|broadcast|distribution)(?: before| until| prior|$)|hold for release|for internal use only|not for distribution|под эмбарго|эмбарго до|не для (?:печати|публикации|распространения)|для служебного пользования|sous embargo|embargo jusqu|ne pas diffuser|bajo embargo|embargo hasta|no difundir|no publicar (?:antes|hasta)|محظور النشر|禁发)/iu;

function* embargo(document: Document, passage: Passage): Generator<Fault> {
  const { release } = document;
  const words = passage.text.length > 300 ? "" : withoutMarkup(passage.text);
  if (!release || words.length > 140 || !WAIT.test(words)) return;
  yield {
    at: document.whole(passage),
    ...(release.embargo
      ? {
          message: "This line would still be there when the release is public.",
          fix: "Delete it: the field embargo keeps the release back.",
        }
      : {
          message: "This line asks to wait, but the release has no embargo: it is public as soon as it is published.",
          fix: 'Put the moment into the fields, as embargo: "2026-03-04 09:00 +03:00", and delete the line.',
        }),
    ...(release.draft || release.embargo ? { severity: "warning" } : {}),
  };
}
