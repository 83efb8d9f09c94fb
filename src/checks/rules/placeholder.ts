import { memoized } from "../../model/memo.ts";
import { table } from "../data.ts";
import { type Document, type Passage, withoutMarkup } from "../document.ts";
import { type Mark, marksOf } from "../marks.ts";
import type { Fault } from "../rule.ts";

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
  /^(?:strictly |under )?(?:embargo(?:ed)?(?: until| till| for|:|$)|not for (?:publication|release|broadcast|distribution)(?: before| until| prior|$)|hold for release|for internal use only|not for distribution|под эмбарго|эмбарго до|не для (?:печати|публикации|распространения)|для служебного пользования|sous embargo|embargo jusqu|ne pas diffuser|bajo embargo|embargo hasta|no difundir|no publicar (?:antes|hasta)|محظور النشر|禁发)/iu;

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
