import { dayIn } from "../../model/embargo.ts";
import { epochOf } from "../../model/instant.ts";
import { oncePer } from "../../model/memo.ts";
import { daysIn as daysOfText, type NamedDay } from "../../text/days.ts";
import { patternOf } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import type { Context, Fault } from "../rule.ts";
import { sentencesIn } from "../words.ts";

/** A day in milliseconds. */
const DAY = 86_400_000;

/** The days that a passage names, without those whose number may be part of another: “3–5 March”, “10:30 March”. */
const daysIn = oncePer(({ text, lang }: Pick<Passage, "text" | "lang">): readonly NamedDay[] =>
  daysOfText(text, [lang]).filter(
    ({ words, index }) => !(/^\p{N}/u.test(words) && /[.,:–-]/.test(text[index - 1] ?? "")),
  ),
);

/** The days that a document names, and where. */
function daysOf(document: Document) {
  return document.passages.flatMap((passage) =>
    daysIn(passage).map((named) => ({
      passage,
      named,
      get at() {
        return document.in(passage, named.index, named.words.length);
      },
    })),
  );
}

/** The moment at which a named day begins in UTC, in its own year or in another. */
function timeOf({ day, month, year = 0 }: NamedDay, instead = year): number {
  return Date.UTC(instead, month - 1, day);
}

/** Whether a month has such a day; February has 29 where the year is not known. */
function exists({ day, month, year = 2000 }: Pick<NamedDay, "day" | "month" | "year">): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const COMPARE = "Compare both days with the original.";

export function* datesDiffer(document: Document, { content }: Context): Generator<Fault> {
  for (const passage of document.passages) yield* outOfOrder(document, passage);
  if (!document.release) return;
  const isHead = ({ passage }: { readonly passage: Passage }) => /^(?:title|subtitle|summary)$/.test(passage.kind);
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

export function* weekday(document: Document): Generator<Fault> {
  for (const { at, named } of daysOf(document)) {
    const found = named.words.trim();
    if (!exists(named)) {
      yield { at, message: `There is no day “${found}”.`, fix: "Look the day up in a calendar." };
      continue;
    }
    const year = named.year ?? (document.date === undefined ? undefined : nearestYear(named, document.date));
    if (named.weekday === undefined || year === undefined) continue;
    const real = new Date(timeOf(named, year));
    if (real.getUTCDay() === named.weekday) continue;
    const name = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(real);
    yield {
      at,
      message: `“${found}”${named.year ? "" : ` of ${year}`} was not that weekday, but a ${name}.`,
      fix: "Correct the weekday or the date, whichever is wrong.",
      ...(named.year ? {} : { severity: "warning" }),
    };
  }
}

/** The year in which a day without one lies nearest to the dateline. */
function nearestYear(named: NamedDay, date: string): number {
  const year = Number(date.slice(0, 4));
  const away = (other: number) => Math.abs(timeOf(named, other) - Date.parse(date));
  return [year, year + 1, year - 1].toSorted((a, b) => away(a) - away(b))[0] ?? year;
}

/** A full day further ahead than this is announced by nobody; years are ("by 2050"). */
const AHEAD = 11;

/** A year in running text: four digits, and what stands before. */
const YEAR =
  /(?<![\p{L}\p{N}.,:/$€£#№_-])[12]\d{3}(?![\p{L}\p{N}:/%_]|[.,-]\p{N}|[ \u00a0](?:\p{N}|people|kg|km|m\b|t\b|tonnes|euros|dollars|человек|personnes|personas))/gu;

/** Matches words that stand before a year, and less often before a number of things. */
const BEFORE_YEAR =
  /(?:(?<!\p{L})(?:in|by|of|since|until|till|before|after|during|from|to|between|and|year|spring|summer|autumn|fall|winter|early|late|mid|в|во|к|с|до|по|от|после|en|de|du|depuis|avant|ici|desde|hasta|año)|[(–—-]|\d{1,2},?|\p{Lu}\p{Ll}{2,}|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{Ll}*)\s?$/u;

/** A month before a number of five digits, or of three that end the sentence; letters among the digits of a year. */
const NO_YEAR =
  /(?<=(?:january|february|march|april|may|june|july|august|september|october|november|december|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: de| del)?)(?: \d{1,2},)? )(?:\d{5}|[12][09]\d(?=[.,;)]|$))(?![\p{L}\p{N}.,-]?\p{N})|(?<![\p{L}\p{N}_-])(?:[12][oOоОlI]\d{2}|[12]\d[oOоО]\d|20\d[oOоОlI]|2[oOоО]{2}\d|[lI]9\d{2})(?![\p{L}\p{N}_-])/giu;

/** A clock that has no such time, where the words around say that it is one. */
const TIME =
  /(?<![\p{N}:.,])(?:(?<hour>\d{1,2})[:.](?<minute>\d{2}))(?![\p{N}:]|[.,]\p{N})(?=(?<after>\s?(?:a\.?m\.?|p\.?m\.?|hrs?|hours|o['’]clock|час|uhr|heures|horas)(?!\p{L}))?)/giu;

const AT =
  /(?<!\p{L})(?:at|from|until|till|by|before|after|begins?|starts?|в|с|до|à|dès|de|a las?|desde las?|hasta las?)\s$/iu;

export function* noSuchDate(document: Document): Generator<Fault> {
  for (const passage of document.passages) {
    if (!/\d/.test(passage.text)) continue;
    yield* years(document, passage);
    for (const find of document.findIn(passage, TIME)) {
      const { found, match } = find;
      const [hour, minute] = [Number(match.groups?.hour), Number(match.groups?.minute)];
      // A number after "at" may also be minutes and seconds of a video.
      const isAt = found.includes(":") && hour <= 24 && AT.test(find.before(14));
      if ((hour > 24 || minute >= 60) && (match.groups?.after || isAt))
        yield { at: find.at, message: `There is no time “${found}”.`, fix: "Compare it with the original." };
    }
  }
}

function* years(document: Document, passage: Passage): Generator<Fault> {
  const now = document.date === undefined ? undefined : Number(document.date.slice(0, 4));
  const fault = (index: number, found: string): Fault => ({
    at: document.in(passage, index, found.length),
    message: `“${found.trim()}” is probably not the year that is meant${now === undefined ? "" : `: this release is of ${now}`}.`,
    fix: "Compare it with the original, digit by digit.",
  });
  for (const { 0: found, index } of passage.text.matchAll(NO_YEAR)) yield fault(index, found);
  if (now === undefined) return;
  const far = daysIn(passage).filter((named) => exists(named) && (named.year ?? now) > now + AHEAD);
  for (const { words, index } of far) yield fault(index, words);
  for (const find of document.findIn(passage, YEAR)) {
    const { index } = find.match;
    const isNamed = far.some((day) => index >= day.index && index < day.index + day.words.length);
    if (!isNamed && BEFORE_YEAR.test(find.before(16)) && isTwisted(find.found, now)) yield fault(index, find.found);
  }
}

/** Whether a year far ahead has the digits of one about the release's, in another order; those that end in 0 or 5 are goals. */
function isTwisted(found: string, now: number): boolean {
  const year = Number(found);
  if (year <= now + 15 || year > 2999 || year % 5 === 0) return false;
  const digits = (value: number | string) => [...String(value)].toSorted().join("");
  return [-2, -1, 0, 1, 2].some((away) => digits(now + away) === digits(found));
}

const relative = patternOf("relative-day", "iu");

export function* relativeDay(document: Document): Generator<Fault> {
  // A speech is heard on its day.
  if (!document.release || document.release.type === "speech") return;
  for (const passage of document.passages) {
    const pattern = relative(passage.lang);
    if (!pattern || !["title", "subtitle", "summary", "paragraph", "item"].includes(passage.kind)) continue;
    for (const { sentence, index } of sentencesIn(passage.text)) {
      const found = pattern.exec(sentence);
      if (!found) continue;
      const isQuoted = /["“«„]|&(?:ldquo|quot|#8220);/.test(passage.source.slice(0, index + found.index));
      // "Yesterday in Congress" within a sentence is the name of something.
      const isName = /^\p{Lu}/u.test(found[0]) && /\p{L}/u.test(sentence.slice(0, found.index));
      if (isQuoted || isName || daysIn({ text: sentence, lang: passage.lang }).length > 0) continue;
      yield {
        at: document.in(passage, index + found.index, found[0].length),
        message: `“${found[0]}” does not say which day that is.`,
        fix: "Put the date beside it, or in its place.",
      };
    }
  }
}
