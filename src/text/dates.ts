import { memoized } from "../model/memo.ts";

/** The locales for the dates and numbers of languages that do not use their own code. */
const locales: Partial<Record<string, string>> = { en: "en-GB" };

export function localeOf(lang: string): string {
  return locales[lang] ?? lang;
}

const styles = {
  day: { year: "numeric", month: "long", day: "numeric" },
  moment: { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  weekday: { weekday: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatFor = memoized(
  (lang: string, style: keyof typeof styles) =>
    new Intl.DateTimeFormat(localeOf(lang), { timeZone: "UTC", ...styles[style] }),
);

function written(date: Date, lang: string, style: keyof typeof styles): string {
  const text = formatFor(lang, style).format(date);
  // French has an ordinal for the first day of a month only, which CLDR does not know.
  return lang === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** Returns a calendar date (`2017-01-27`) or an instant as a day in words: `27 January 2017`. The day of an instant is the one written in it. */
export function day(date: string, lang: string): string {
  return dayIn(date.slice(0, 10), lang);
}

const dayIn = memoized((date: string, lang: string) => written(new Date(`${date}T00:00:00Z`), lang, "day"));

/** Returns an instant (`2026-03-04 09:00 +03:00`) as day, time and offset in words, with the offset it was written with. */
export function moment(instant: string, lang: string): string {
  const [, date, time, offset = ""] = /^(\S{10})[T ](\d\d:\d\d)\S* ?(Z|[+-].*)$/.exec(instant) ?? [];
  const zone = /^(?:Z|[+-]00:?00)$/.test(offset) ? "UTC" : `UTC${offset.replace("-", "−")}`;
  return `${written(new Date(`${date}T${time}Z`), lang, "moment")} (${zone})`;
}

/** Returns abbreviated days of the week (0 is Monday): `Mon–Fri`, or one day. */
export function weekdays(from: number, to: number, lang: string): string {
  // 2 January 2017 was a Monday.
  const name = (index: number) => written(new Date(Date.UTC(2017, 0, 2 + index)), lang, "weekday");
  return from === to ? name(from) : `${name(from)}–${name(to)}`;
}
