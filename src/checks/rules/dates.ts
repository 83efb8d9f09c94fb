import { dayIn } from "../../model/embargo.ts";
import { epochOf } from "../../model/instant.ts";
import type { NamedDay } from "../../text/days.ts";
import { DAY, type Day, daysIn, daysOf, exists, timeOf } from "../dates.ts";
import type { Document, Passage } from "../document.ts";
import type { Context, Fault } from "../rule.ts";

const COMPARE = "Compare both days with the original.";

export function* datesDiffer(document: Document, { content }: Context): Generator<Fault> {
  for (const passage of document.passages) yield* outOfOrder(document, passage);
  if (!document.release) return;
  const isHead = ({ passage }: Day) => /^(?:title|subtitle|summary)$/.test(passage.kind);
  const days = daysOf(document).filter(({ named }) => exists(named));
  const text = days.filter((day) => !isHead(day)).map(({ named }) => named);
  const { event } = document.release;
  const dayOf = (instant: string) => dayIn(content.site.timezone, new Date(epochOf(instant)));
  for (const { named, at } of days.filter(isHead)) {
    const near = text.find((other) => other.month === named.month && other.day !== named.day);
    const [start, end] = event ? [dayOf(event.start), dayOf(event.end ?? event.start)] : [];
    let what: string | undefined;
    if (start !== undefined && end !== undefined) {
      const day = new Date(timeOf(named, named.year ?? Number(start.slice(0, 4)))).toISOString().slice(0, 10);
      if (day < start || day > end) what = `is not the day of the event in the fields (${start})`;
    } else if (near && !text.some((other) => isSame(other, named)))
      what = `is nowhere in the text; there it is “${near.words.trim()}”`;
    if (what !== undefined)
      yield { at, message: `“${named.words.trim()}” ${what}.`, fix: "Compare both with the original." };
  }
}

const isSame = (one: NamedDay, two: NamedDay) =>
  one.day === two.day && one.month === two.month && (one.year ?? two.year) === (two.year ?? one.year);

/** Matches a word that joins the first and the last day of something. */
const TO = "(?:to|till|until|through|–|—|-|по|до|да|au|à|al|a|hasta(?: el)?|إلى|至|到)";

const FROM_DAY = new RegExp(
  `(?<![\\p{N}.,:/])(?<first>\\d{1,2})(?:st|nd|rd|th|-го)?\\s*${TO}\\s*(?:the |le |el )?$`,
  "iu",
);
const JOINED = new RegExp(`^,?\\s*${TO}\\s*(?:the |le |el )?$`, "iu");

/** Matches words which say that a day is the last one to do something. */
const LAST_DAY =
  /(?:deadline(?: for [^.!?\n]{0,40})?(?: is|:)(?: on)?|(?:^|[.!?:;]\s|please |must |should |can |may )(?:apply|register|submit|send)(?![\p{L}])[^.!?\n]{0,60} (?:by|until|before|no later than)|(?:applications?|registrations?|submissions?|entries|proposals)(?: are| is| will be)? (?:open|due|accepted|received)[^.!?\n]{0,30} (?:by|until|till|before)|(?:заявк[аи]|регистраци[яи])[^.!?\n]{0,20}принима(?:ю|е)тся[^.!?\n]{0,30} (?:до|по)|(?:date limite|clôture)[^.!?\n]{0,40}(?:est le|:(?: le)?)|candidatures[^.!?\n]{0,20}jusqu['’]au|(?:fecha límite|plazo)[^.!?\n]{0,40}(?:es el|:(?: el)?)|solicitudes[^.!?\n]{0,20}hasta el)\s*$/iu;

/** Finds events that end before they begin, and days to apply that were over when the release came out. */
function* outOfOrder(document: Document, passage: Passage): Generator<Fault> {
  // A number before "–24 August" is the first of two days.
  const words = passage.text.replace(/(?<=\d)[–—-](?=\d{1,2}(?:[\s,]|$))/gu, " ");
  const days = daysIn(words === passage.text ? passage : { text: words, lang: passage.lang }).filter(exists);
  for (const [index, named] of days.entries()) {
    const span = endsTooEarly(passage.text, days[index - 1], named);
    if (span) {
      const found = passage.text.slice(...span);
      const at = document.in(passage, span[0], found.length);
      yield { at, message: `“${found}” ends before it begins.`, fix: COMPARE };
    }
    if (named.year === undefined || document.date === undefined) continue;
    const late = (Date.parse(document.date) - timeOf(named)) / DAY;
    if (late < 1 || late > 800 || !LAST_DAY.test(passage.text.slice(Math.max(0, named.index - 120), named.index)))
      continue;
    yield {
      at: document.in(passage, named.index, named.words.length),
      message: `“${named.words.trim()}” was over when this release came out (${document.date}).`,
      fix: "Compare day and year with the original.",
    };
  }
}

/** From where to where a text names two days of which the first is the later one: "9–5 March", "12 to 9 May". */
function endsTooEarly(text: string, before: NamedDay | undefined, last: NamedDay): [number, number] | undefined {
  const end = last.index + last.words.length;
  const until = /^[–—-](\d{1,2})(?=[,\s.;)]|$)/.exec(text.slice(end, end + 4));
  if (until && last.year === undefined && Number(until[1]) < last.day) return [last.index, end + until[0].length];
  if (before && JOINED.test(text.slice(before.index + before.words.length, last.index)))
    return isAfter(before, last) ? [before.index, end] : undefined;
  const start = Math.max(0, last.index - 40);
  const own = FROM_DAY.exec(text.slice(start, last.index));
  const first = Number(own?.groups?.first);
  return own && first > last.day && first <= 31 ? [start + own.index, end] : undefined;
}

/** Whether the first of two days is later. Without its year it is of the same year only where it is of the same month. */
function isAfter(first: NamedDay, last: NamedDay): boolean {
  const isSameMonth = first.month === last.month;
  if (first.year === undefined && last.year === undefined) return isSameMonth && first.day > last.day;
  const year = first.year ?? (isSameMonth ? last.year : undefined);
  return year !== undefined && last.year !== undefined && timeOf(first, year) > timeOf(last);
}

export function* dateline(document: Document, context: Context): Generator<Fault> {
  const { date } = document;
  if (date === undefined) return;
  yield* nameOfFile(document, date);
  yield* publication(document, date, context);
  const days = daysOf(document).filter(
    ({ passage, named }) => passage.kind !== "notes" && passage.kind !== "label" && named.year && exists(named),
  );
  const year = Number(date.slice(0, 4));
  const daysFrom = (time: number) => Math.abs(Date.parse(date) - time) / DAY;
  for (const { passage, named, at } of days) {
    const away = daysFrom(timeOf(named, year));
    if (Math.abs((named.year ?? year) - year) !== 1 || away > 31 || daysFrom(timeOf(named)) <= 62) continue;
    if (!/^(?:\s|\ue000)*$/.test(passage.text.slice(0, named.index)) && away > 7) continue;
    yield {
      at,
      severity: "hint",
      message: `“${named.words}” is a year away from the dateline, ${date}: is the year right?`,
      fix: "Correct the year here or in the field date.",
    };
  }
  const [first] = days;
  if (!first || days.some(({ named }) => timeOf(named) !== timeOf(first.named))) return;
  const late = (Date.parse(date) - timeOf(first.named)) / DAY;
  if (late < 1 || late > 14) return;
  yield {
    at: first.at,
    severity: "hint",
    message: `The only day that the text names is ${first.named.words}; the dateline says ${date}.`,
    fix: "Make sure that date is the day of the dateline, and not the day on which the page was put on the web; that is published.",
  };
}

/** The day in the name of the file or folder is the dateline's, unless a change says why it was corrected. */
function* nameOfFile(document: Document, date: string): Generator<Fault> {
  const { release } = document;
  const named = /^(\d{4}-\d{2}-\d{2})-/.exec(release?.key ?? "")?.[1];
  if (!release || !named || named === date || release.changes || release.translation) return;
  yield {
    at: { ...document.field(["date"]), length: 10 },
    message: `The date is ${date}, but the file's name begins with ${named}.`,
    fix: "Correct the one that is wrong; where the date was corrected after publication, say so in changes.",
  };
}

function* publication(document: Document, date: string, { content }: Context): Generator<Fault> {
  const { published, translation, changes, notes, embargo } = document.release ?? {};
  if (!published || translation || changes || notes !== undefined || embargo !== undefined) return;
  const day = published.slice(0, 10);
  const late = (Date.parse(day) - Date.parse(date)) / DAY;
  if (late >= 0 && late <= 1) return;
  yield {
    at: { ...document.field(["published"]), length: published.length },
    message: `The dateline says ${date}, but it was published on ${day} (${content.site.timezone}), and nothing says why.`,
    fix:
      late < 0
        ? "Nothing is published before its dateline: correct one of the two."
        : "Correct one of the two, or say why in notes or changes.",
  };
}
