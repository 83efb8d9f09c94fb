import { daysInFigures, daysIn as daysOfText, isoDay, type NamedDay, withPlainDigits } from "../../text/days.ts";

/** A day that a text names in full. */
export interface FullDay {
  /** `2017-01-27` */
  readonly date: string;
  readonly index: number;
  readonly words: string;
}

/** Languages whose days are known, with the regions that have names of their own for months. */
const LANGUAGES = ["en", "ru", "be", "uk", "fr", "es", "ar-EG", "ar-SY", "ar-MA", "de", "it", "pt", "pl", "zh"];

/** The days that a text names in full, in the order in which they stand. */
export function daysIn(text: string): FullDay[] {
  const written = text.normalize("NFC");
  const plain = withPlainDigits(written);
  if (!/\d{4}|\d[./]\d{2}(?!\d)/.test(plain)) return [];
  const endOf = (day?: FullDay) => (day ? day.index + day.words.length : 0);
  const bare = written.replace(QUOTED_DAY, " $1 ");
  return [...daysOfText(bare, LANGUAGES), ...daysInFigures(written)]
    .flatMap(({ year = 0, month, day, ...found }) => {
      const index = found.index - (/[«"“]/.test(written[found.index - 1] ?? "") ? 1 : 0);
      const words = written.slice(index, found.index + found.words.length);
      const common = year >= 1900 + BUDDHIST && year < 2100 + BUDDHIST ? year - BUDDHIST : year;
      const date = common >= 1900 && common < 2100 ? isoDay(common, month, day) : undefined;
      return date ? [{ date, index, words }] : [];
    })
    .concat(shortYears(written, plain))
    .toSorted((a, b) => a.index - b.index)
    .filter((day, at, all) => day.index >= endOf(all[at - 1]));
}

/** The day of a month as Russian forms have it: `«14» мая 2026 г.` */
const QUOTED_DAY = /[«"“](\d{1,2})[»"”](?=\s+\p{L})/gu;

/** By how many years the Buddhist calendar is ahead: 2569 is 2026. */
const BUDDHIST = 543;

/** Days with a year of two digits where only one of the other numbers can be the day, or full stops say that it comes first. */
const SHORT_YEARS = [
  "(?<d>\\d{2})\\.(?<m>\\d{2})\\.(?<y>\\d{2})",
  "(?<d>1[3-9]|[23]\\d)/(?<m>\\d{1,2})/(?<y>\\d{2})",
  "(?<m>\\d{1,2})/(?<d>1[3-9]|[23]\\d)/(?<y>\\d{2})",
].map((source) => new RegExp(`(?<![\\d./-])${source}(?![\\d/-]|\\.\\d)`, "g"));

function shortYears(written: string, plain: string): FullDay[] {
  return SHORT_YEARS.flatMap((pattern) => [...plain.matchAll(pattern)]).flatMap(({ index, 0: { length }, groups }) => {
    const year = Number(groups?.y);
    const date = isoDay(year + (year < 70 ? 2000 : 1900), Number(groups?.m), Number(groups?.d));
    return date ? [{ date, index, words: written.slice(index, index + length) }] : [];
  });
}

/** A day in figures of which nobody can say which is the month: `5/6/2020`. */
export function unclearDayIn(words: string): string | undefined {
  return daysIn(words).length > 0
    ? undefined
    : /(?<![\d./-])\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})(?![\d/-]|\.\d)/.exec(words)?.[0];
}

/** Whether the year of a day has two digits: then nobody can be sure of it. */
export function hasShortYear(words: string): boolean {
  return !/\d{4}/.test(withPlainDigits(words)) && daysIn(words).length > 0;
}

/** A day and a month without a year, as datelines have them. */
export function dayAndMonth(text: string): NamedDay | undefined {
  return daysOfText(text.normalize("NFC"), LANGUAGES)[0];
}

/** The day that a field of front matter, a file name or a page's head gives: its calendar day as written, whatever the time zone. */
export function dayOfField(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value !== "string") return undefined;
  const [, y, m, d] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/s.exec(value) ?? [];
  return y ? isoDay(Number(y), Number(m), Number(d)) : daysIn(value)[0]?.date;
}

/** Ways in which a file's name has a day, and its folders have one; each names what it captures. */
const inName: readonly RegExp[] = [
  /(?<!\d)(?<y>(?:19|20)\d{2})(?<s>[-_.]?)(?<m>\d{2})\k<s>(?<d>\d{2})(?!\d{1,2}(?:\D|$)|\d{4})/,
  /(?<!\d)(?<d>\d{2})[-_.](?<m>\d{2})[-_.](?<y>(?:19|20)\d{2})(?!\d)/,
];
const inFolders = /(?:^|\/)(?<y>(?:19|20)\d{2})\/(?<m>\d{1,2})\/(?<d>\d{1,2})(?=\/)/;

/** The day that a path names: in the file's name, else in its folders (`2023/03/09/a.html`, `release-9-March-2023.docx`). */
export function dayInPath(path: string): Pick<FullDay, "date" | "words"> | undefined {
  const parts = path.split("/");
  for (const name of [parts.at(-1) ?? "", /^_?index\.\w+$/i.test(parts.at(-1) ?? "") ? (parts.at(-2) ?? "") : ""]) {
    for (const pattern of inName) {
      const found = dayFrom(pattern.exec(name));
      if (found) return found;
    }
    const [written] = daysIn(name.replace(/\.\w{2,5}$/, "").replace(/[-_+]|%20/g, " "));
    if (written) return written;
  }
  return dayFrom(inFolders.exec(path));
}

function dayFrom(match: RegExpExecArray | null): Pick<FullDay, "date" | "words"> | undefined {
  const { y, m, d } = match?.groups ?? {};
  const date = y === undefined ? undefined : isoDay(Number(y), Number(m), Number(d));
  return date && match ? { date, words: match[0] } : undefined;
}
