import { daysIn, exists, type NamedDay } from "./dates.ts";
import type { Document, Passage } from "./document.ts";
import type { Fault } from "./rule.ts";

/** What joins the first and the last day of something. */
const TO = "(?:to|till|until|through|–|—|-|по|до|да|au|à|al|a|hasta(?: el)?|إلى|至|到)";

const FROM_DAY = new RegExp(
  `(?<![\\p{N}.,:/])(?<first>\\d{1,2})(?:st|nd|rd|th|-го)?\\s*${TO}\\s*(?:the |le |el )?$`,
  "iu",
);
const JOINED = new RegExp(`^,?\\s*${TO}\\s*(?:the |le |el )?$`, "iu");

/** What says that a day is the last one to do something. */
const LAST_DAY =
  /(?:deadline(?: for [^.!?\n]{0,40})?(?: is|:)(?: on)?|(?:^|[.!?:;]\s|please |must |should |can |may )(?:apply|register|submit|send)(?![\p{L}])[^.!?\n]{0,60} (?:by|until|before|no later than)|(?:applications?|registrations?|submissions?|entries|proposals)(?: are| is| will be)? (?:open|due|accepted|received)[^.!?\n]{0,30} (?:by|until|till|before)|(?:заявк[аи]|регистраци[яи])[^.!?\n]{0,20}принима(?:ю|е)тся[^.!?\n]{0,30} (?:до|по)|(?:date limite|clôture)[^.!?\n]{0,40}(?:est le|:(?: le)?)|candidatures[^.!?\n]{0,20}jusqu['’]au|(?:fecha límite|plazo)[^.!?\n]{0,40}(?:es el|:(?: el)?)|solicitudes[^.!?\n]{0,20}hasta el)\s*$/iu;

const DAY = 86_400_000;

/** What ends before it begins, or could be joined only before the release came out. */
export function* daysOutOfOrder(document: Document): Generator<Fault> {
  for (const passage of document.passages) {
    // What stands before "–24 August" is the first of two days.
    const words = passage.text.replace(/(?<=\d)[–—-](?=\d{1,2}(?:[\s,]|$))/gu, " ");
    const days = daysIn(words === passage.text ? passage : { text: words, lang: passage.lang }).filter(exists);
    for (const [at, named] of days.entries()) {
      yield* beforeItBegins(document, passage, days[at - 1], named);
      yield* overBefore(document, passage, named);
    }
  }
}

function* beforeItBegins(
  document: Document,
  passage: Passage,
  before: NamedDay | undefined,
  last: NamedDay,
): Generator<Fault> {
  const text = passage.text.slice(0, last.index);
  const own = FROM_DAY.exec(text.slice(-40));
  const first = Number(own?.groups?.first);
  const end = before && before.index + before.found.length;
  const isJoined = before && end !== undefined && JOINED.test(passage.text.slice(end, last.index));
  const after = last.index + last.found.length;
  const until = /^[–—-](\d{1,2})(?=[,\s.;)]|$)/.exec(passage.text.slice(after, after + 4));
  if (until && last.year === undefined && Number(until[1]) < last.day) {
    const found = passage.text.slice(last.index, after + until[0].length);
    yield {
      at: document.in(passage, last.index, found.length),
      message: `“${found}” ends before it begins.`,
      fix: "Compare both days with the original.",
    };
    return;
  }
  const from = isJoined ? before.index : own ? text.length - Math.min(40, text.length) + own.index : -1;
  if (!(isJoined ? isAfter(before, last) : own && first > last.day && first <= 31)) return;
  const found = passage.text.slice(from, last.index + last.found.length);
  yield {
    at: document.in(passage, from, found.length),
    message: `“${found}” ends before it begins.`,
    fix: "Compare both days with the original.",
  };
}

/** Whether the first of two days is later. Without its year it is of the same year only where it is of the same month. */
function isAfter(first: NamedDay, last: NamedDay): boolean {
  const isSameMonth = first.month === last.month;
  const year = first.year ?? (isSameMonth ? last.year : undefined);
  if (first.year === undefined && last.year === undefined) return isSameMonth && first.day > last.day;
  if (year === undefined || last.year === undefined) return false;
  return Date.UTC(year, first.month, first.day) > Date.UTC(last.year, last.month, last.day);
}

function* overBefore(document: Document, passage: Passage, named: NamedDay): Generator<Fault> {
  const { date } = document;
  if (named.year === undefined || date === undefined) return;
  const late = (Date.parse(date) - Date.UTC(named.year, named.month - 1, named.day)) / DAY;
  if (late < 1 || late > 800 || !LAST_DAY.test(passage.text.slice(Math.max(0, named.index - 120), named.index))) return;
  yield {
    at: document.in(passage, named.index, named.found.length),
    message: `“${named.found.trim()}” was over when this release came out (${date}).`,
    fix: "Compare day and year with the original.",
  };
}
