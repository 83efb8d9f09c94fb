import { anyOf, monthsIn } from "../../text/months.ts";

/** A day that a text names. */
export interface NamedDay {
  /** `2017-01-27` */
  readonly date: string;
  readonly index: number;
  readonly words: string;
}

/** Languages whose months are known, with the regions that have names of their own. */
const locales = ["en", "ru", "be", "uk", "fr", "es", "ar-EG", "ar-SY", "ar-MA", "de", "it", "pt", "pl"];

const months = monthsIn(locales);

/** The name of a weekday, long, in any of the languages, with the comma behind it. */
export const WEEKDAY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${locales
    .flatMap((locale) => {
      const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
      return Array.from({ length: 7 }, (_, day) => name.format(Date.UTC(2017, 0, day + 1)));
    })
    .join("|")})(?![\\p{L}\\p{N}]),?`,
  "iu",
);

const MONTH = anyOf(months.keys());
const EDGE = "(?<![\\p{L}\\p{N}])";
/** Russian has a small г for “year” behind it, often without a space. */
const END = "(?!\\p{N}|(?!г(?:\\.|ода|оду)?(?!\\p{L}))\\p{L})";

/** Ways to write a day; each names what it captures. Of `5/6/2020` nobody can say which is the month: it is no date. */
const forms: readonly RegExp[] = [
  new RegExp(
    `${EDGE}(?<d>\\d{1,2})(?:st|nd|rd|th|er|º|-?го|-га)?\\.?\\s+(?:of\\s+|de\\s+)?(?:(?:${MONTH})\\s?/\\s?)?(?<m>${MONTH})\\.?,?\\s+(?:de\\s+|del\\s+)?(?<y>(?:19|20)\\d{2})${END}`,
    "giu",
  ),
  new RegExp(`${EDGE}(?<m>${MONTH})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>(?:19|20)\\d{2})${END}`, "giu"),
  /(?<![\d./-])(?<y>(?:19|20)\d{2})(?<between>[-./])(?<m>\d{1,2})\k<between>(?<d>\d{1,2})(?![\d/-]|\.\d)/gu,
  /(?<![\d.])(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>(?:19|20)\d{2})(?![\d.])/gu,
  /(?<y>(?:19|20)\d{2})\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号]/gu,
];
const slashed = /(?<![\d/])(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y>(?:19|20)\d{2})(?![\d/])/gu;

/** A text with the digits of 0 to 9 for Eastern Arabic ones, of the same length. */
export function withPlainDigits(text: string): string {
  return text.normalize("NFC").replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));
}

/** The days that a text names in full, in the order in which they stand. Eastern Arabic digits are read too. */
export function daysIn(text: string): NamedDay[] {
  const plain = withPlainDigits(text);
  if (!/(?:19|20)\d{2}/.test(plain)) return [];
  const found = forms.flatMap((form) =>
    [...plain.matchAll(form)].flatMap((match) => {
      const { d = "", m = "", y = "" } = match.groups ?? {};
      return named(y, /^\d+$/.test(m) ? Number(m) : months.get(m.toLowerCase()), Number(d), match);
    }),
  );
  for (const match of plain.matchAll(slashed)) {
    const { a = "", b = "", y = "" } = match.groups ?? {};
    if (Number(a) > 12) found.push(...named(y, Number(b), Number(a), match));
    else if (Number(b) > 12 || a === b) found.push(...named(y, Number(a), Number(b), match));
  }
  const endOf = (day?: NamedDay) => (day ? day.index + day.words.length : 0);
  return found.toSorted((a, b) => a.index - b.index).filter((day, at, all) => day.index >= endOf(all[at - 1]));
}

function named(year: string, month: number | undefined, day: number, match: RegExpMatchArray): NamedDay[] {
  const date = dayOf(Number(year), month ?? 0, day);
  return date ? [{ date, index: match.index ?? 0, words: match[0] }] : [];
}

/** A day and a month without a year, as datelines have them. */
export function dayAndMonth(
  text: string,
): { readonly month: number; readonly day: number; readonly words: string } | undefined {
  const plain = withPlainDigits(text);
  const pattern = new RegExp(
    `${EDGE}(?:(?<d>\\d{1,2})(?:st|nd|rd|th|er)?\\.?\\s+(?:de\\s+)?(?<m>${MONTH})|(?<m2>${MONTH})\\.?\\s+(?<d2>\\d{1,2}))${END}|(?<m3>\\d{1,2})\\s?月\\s?(?<d3>\\d{1,2})\\s?日`,
    "iu",
  );
  const match = pattern.exec(plain);
  const { m, m2 = m, m3, d, d2 = d, d3 = d2 } = match?.groups ?? {};
  const month = m3 ? Number(m3) : months.get((m2 ?? "").toLowerCase());
  const day = Number(d3);
  return match && month && month <= 12 && day >= 1 && day <= 31 ? { month, day, words: match[0] } : undefined;
}

/** The day that a field of front matter, a file name or a page's head gives: its calendar day as written, whatever the time zone. */
export function dayOfField(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if (typeof value !== "string") return undefined;
  const [, y, m, d] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/s.exec(value) ?? [];
  return y ? dayOf(Number(y), Number(m), Number(d)) : daysIn(value)[0]?.date;
}

/** A calendar day as text, where there is such a day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.toISOString().slice(0, 10) : undefined;
}
