import type { NamedDay } from "../../text/days.ts";
import { patternOf } from "../data.ts";
import { daysIn, daysOf, exists, timeOf } from "../dates.ts";
import type { Document, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";
import { sentencesIn } from "../words.ts";

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
