import { memoized, oncePer } from "../model/memo.ts";
import { anyOf, monthsIn } from "../text/months.ts";
import type { Document, Passage, Spot } from "./document.ts";

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** A day that a text names. */
export interface NamedDay {
  readonly found: string;
  readonly index: number;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year?: number;
  /** 0 is Sunday; where the text says it. */
  readonly weekday?: number;
}

/** The days that a text names with day and month, in the way its language writes them (CLDR), with weekday and year where they stand there. */
export const daysIn = oncePer(({ text, lang }: Pick<Passage, "text" | "lang">): readonly NamedDay[] => {
  if (!/\p{Nd}/u.test(text)) return [];
  const { patterns, months, weekdays } = calendarOf(lang);
  return patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index, groups = {} }): NamedDay => {
        const month = /^\d+$/.test(groups.month ?? "") ? Number(groups.month) : (months.get(key(groups.month)) ?? 0);
        const weekday = weekdays.get(key(groups.weekday));
        return {
          found,
          index,
          day: Number(groups.day),
          month,
          ...(groups.year ? { year: Number(groups.year) } : {}),
          ...(weekday === undefined ? {} : { weekday }),
        };
      }),
    )
    .filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12)
    .toSorted((a, b) => a.index - b.index);
});

/** A day that a document names, and where. */
export interface Day {
  readonly passage: Passage;
  readonly named: NamedDay;
  readonly at: Spot;
}

/** The days that a document names. */
export function daysOf(document: Document): Day[] {
  return document.passages.flatMap((passage) =>
    daysIn(passage).map((named) => ({
      passage,
      named,
      get at() {
        return document.in(passage, named.index, named.found.length);
      },
    })),
  );
}

/** The moment at which a named day begins in UTC, in its own year or in another. */
export function timeOf({ day, month, year = 0 }: NamedDay, instead = year): number {
  return Date.UTC(instead, month - 1, day);
}

/** Whether a month has such a day; February has 29 where the year is not known. */
export function exists({ day, month, year = 2000 }: Pick<NamedDay, "day" | "month" | "year">): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const key = (name: string | undefined) => (name ?? "").toLowerCase().replace(/\.$/, "");

/** The names of weekdays: alone and inside a date, whole and short. */
function weekdaysIn(lang: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const weekday of ["long", "short"] as const) {
    for (const more of [{}, { day: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(lang, { weekday, ...more, timeZone: "UTC" });
      for (let index = 0; index < 7; index++) {
        const parts = format.formatToParts(Date.UTC(2001, 3, 1 + index));
        names.set(key(parts.find(({ type }) => type === "weekday")?.value), index);
      }
    }
  }
  return names;
}

const CHINESE =
  /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日(?:\s*[（(]?(?<weekday>(?:星期|周)[日一二三四五六])[）)]?)?/gu;

const calendarOf = memoized((lang: string) => {
  const months = monthsIn([lang]);
  const weekdays = weekdaysIn(lang);
  if (lang.startsWith("en")) weekdays.set("tues", 2).set("thur", 4).set("thurs", 4);
  if (/^(?:zh|ja)/.test(lang)) {
    for (const [index, sign] of [..."日一二三四五六"].entries())
      weekdays.set(`星期${sign}`, index).set(`周${sign}`, index);
    return { months, weekdays, patterns: [CHINESE] };
  }
  const before = `(?:(?<![\\p{L}])(?<weekday>${anyOf(weekdays.keys())})\\.?,?\\s+(?:the |le |el |den |يوم )?)?`;
  const month = `(?<month>${anyOf(months.keys())})\\.?(?![\\p{L}])`;
  const year = "(?:(?:,\\s*|\\s+(?:de |del |of )?|،\\s*)(?<year>\\d{4})(?!\\p{N}))?";
  const dayFirst = `${before}(?<![\\p{N}.,:–-])(?<day>\\d{1,2})(?:st|nd|rd|th|-го|-га|er|º)?\\s+(?:de |of )?${month}${year}`;
  const monthFirst = `${before}(?<![\\p{L}])${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}–-])(?!:\\d)${year}`;
  const sources = lang.startsWith("en") ? [dayFirst, monthFirst] : [dayFirst];
  return { months, weekdays, patterns: sources.map((source) => new RegExp(source, "giu")) };
});
