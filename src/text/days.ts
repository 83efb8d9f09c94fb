import { isCalendarDate } from "../model/instant.ts";
import { memoized } from "../model/memo.ts";
import { anyOf, monthsIn } from "./months.ts";

/** A day that a text names. */
export interface NamedDay {
  /** As the text has it, with the weekday. */
  readonly words: string;
  readonly index: number;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year?: number;
  /** 0 is Sunday; where the text says it. */
  readonly weekday?: number;
}

/**
 * Returns the days that a text names with day and month, as some languages write them (CLDR), in the order in which they
 * stand, with weekday and year where they stand there. Eastern Arabic digits are read too. The 31st of February is named like any other day.
 */
export function daysIn(text: string, languages: readonly string[]): NamedDay[] {
  if (!/\p{Nd}/u.test(text)) return [];
  return found(text, calendarOf(languages.join(" ")));
}

/** Returns the days that a text names in figures and with the year: `2017-01-27`, `27.1.2017`. Of `5/6/2020` nobody can say which is the month: it is no day. */
export function daysInFigures(text: string): NamedDay[] {
  return found(text, { patterns: FIGURES });
}

/** Returns the days that the patterns of a calendar find in a text, in the order in which they stand. */
function found(text: string, { patterns, months, weekdays }: Calendar): NamedDay[] {
  const plain = withPlainDigits(text);
  const matches = patterns.flatMap((pattern) => [...plain.matchAll(pattern)]);
  return matches
    .flatMap(({ index, 0: { length }, groups }) => {
      const { day: written, month: name = "", year, weekday: said } = groups ?? {};
      const day = Number(written ?? 0);
      const month = (/^\d+$/.test(name) ? Number(name) : months?.get(key(name))) ?? 0;
      if (day < 1 || day > 31 || month < 1 || month > 12) return [];
      const weekday = weekdays?.get(key(said));
      const more = { ...(year ? { year: Number(year) } : {}), ...(weekday === undefined ? {} : { weekday }) };
      return [{ words: text.slice(index, index + length), index, day, month, ...more }];
    })
    .toSorted((a, b) => a.index - b.index);
}

const YEAR = "(?<year>(?:19|20)\\d{2})";
const FIGURES = [
  `(?<![\\d./-])${YEAR}(?<between>[-–./])(?<month>\\d{1,2})\\k<between>(?<day>\\d{1,2})(?![\\d/-]|\\.\\d)`,
  `(?<![\\d.])(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.${YEAR}(?![\\d.])`,
  ...[
    "(?<day>1[3-9]|[23]\\d)[/-](?<month>\\d{1,2})",
    "(?<month>\\d{1,2})[/-](?<day>1[3-9]|[23]\\d)",
    "(?<day>(?<month>\\d{1,2}))[/-]\\k<day>",
  ].map((both) => `(?<![\\d/-])${both}[/-]${YEAR}(?![\\d/-])`),
].map((source) => new RegExp(source, "gu"));

/** Returns a day of the calendar as text, `2017-01-27`; undefined where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
  return isCalendarDate(date) ? date : undefined;
}

/** Returns a text with the digits 0 to 9 in place of Eastern Arabic ones, of the same length. */
export function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));
}

const key = (name: string | undefined) => (name ?? "").toLowerCase().replace(/\.$/, "");

/** Returns the names of weekdays in a language, alone and inside a date, whole and short, in small letters → 0 (Sunday) to 6. */
function weekdaysIn(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const weekday of ["long", "short"] as const) {
    for (const more of [{}, { day: "numeric" }] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, ...more, timeZone: "UTC" });
      for (let index = 0; index < 7; index++) {
        const parts = format.formatToParts(Date.UTC(2001, 3, 1 + index));
        names.set(key(parts.find(({ type }) => type === "weekday")?.value), index);
      }
    }
  }
  if (language.startsWith("en")) names.set("tues", 2).set("thur", 4).set("thurs", 4);
  // The accusative that goes with a day: в пятницу, у суботу.
  if (/^(?:ru|be|uk)/.test(language))
    for (const [name, day] of [...names]) names.set(name.replace(/а$/, "у").replace(/я$/, "ю"), day);
  return names;
}

const CHINESE =
  /(?:(?<year>\d{4})\s?年\s?)?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号](?:\s*[（(]?(?<weekday>(?:星期|周)[日一二三四五六])[）)]?)?/gu;

interface Calendar {
  readonly patterns: readonly RegExp[];
  readonly months?: ReadonlyMap<string, number>;
  readonly weekdays?: ReadonlyMap<string, number>;
}

const calendarOf = memoized((list: string): Calendar => {
  const languages = list.split(" ");
  const isChinese = (language: string) => /^(?:zh|ja)/.test(language);
  const alphabetic = languages.filter((language) => !isChinese(language));
  const months = monthsIn(alphabetic);
  const weekdays = new Map(alphabetic.flatMap((language) => [...weekdaysIn(language)]));
  const patterns: RegExp[] = [];
  if (alphabetic.length > 0) {
    const before = `(?:(?<!\\p{L})(?<weekday>${anyOf(weekdays.keys())})\\.?,?\\s+(?:the |le |el |den |يوم )?)?(?<![\\p{L}\\p{N}])`;
    const name = anyOf(months.keys());
    const month = `(?<month>${name})\\.?(?!\\p{L})`;
    const year = "(?:(?:\\s*[,،]\\s*|\\s+)(?:de |del |of )?(?<year>\\d{4})(?!\\p{N}))?";
    // Arabic names a month twice: كانون الثاني / يناير.
    const dayFirst = `${before}(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|-?го|-га)?\\.?\\s+(?:de |of )?(?:(?:${name})\\s?/\\s?)?${month}${year}`;
    const monthFirst = `${before}${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}–-])(?!:\\d)${year}`;
    patterns.push(new RegExp(dayFirst, "giu"));
    if (alphabetic.some((language) => language.startsWith("en"))) patterns.push(new RegExp(monthFirst, "giu"));
  }
  if (languages.some(isChinese)) {
    for (const [index, sign] of [..."日一二三四五六"].entries())
      weekdays.set(`星期${sign}`, index).set(`周${sign}`, index);
    patterns.push(CHINESE);
  }
  return { months, weekdays, patterns };
});
