import { countryOf } from "../model/countries.ts";
import { offsetAt } from "../model/moment.ts";
import { daysIn, daysInFigures, isoDay, type NamedDay, withPlainDigits } from "../text/days.ts";
import { languageName } from "../text/names.ts";
import { bareMarksOf } from "../text/quotation-marks.ts";

/** Returns what an editor probably meant by a value that a field does not take, as YAML; undefined if that is not sure. Times without an offset are those of a time zone. */
export function meantValue(found: unknown, fits: (value: unknown) => boolean, timezone = "UTC"): string | undefined {
  if (typeof found !== "string" && typeof found !== "number") return undefined;
  const words = String(found).trim();
  const [value] = [...candidates(words, timezone)].filter(fits);
  return value === undefined ? undefined : written(value);
}

function* candidates(words: string, timezone: string): Generator<unknown> {
  const bare = words.replace(QUOTED, "$1");
  yield ANSWERS.get(words.toLowerCase());
  yield dayIn(bare);
  yield momentIn(bare, timezone);
  yield words.toLowerCase();
  yield words.toUpperCase();
  yield { file: bare };
  yield { [/^https?:/i.test(bare) ? "url" : "file"]: bare, title: TITLE };
  const parts = bare.split(/\s*[,;]\s*/).map((part) => part.replace(QUOTED, "$1"));
  yield parts.map((file) => ({ file }));
  yield parts.map((part) => ({ [/^https?:/i.test(part) ? "url" : "file"]: part, title: TITLE }));
  yield parts;
  yield parts.map((part) => part.toLowerCase().replace(/[\s_]+/g, "-"));
  const numbers = [...words.matchAll(/\d+/g)].map(([number]) => Number(number));
  if (numbers.length > 0) yield numbers;
  yield bare.replace(/\s*[([{]\s*at\s*[)\]}]\s*/i, "@");
  yield `https://${bare}`;
  yield countryOf(words);
  const codes = languageCodes();
  yield codes.get(words.toLowerCase());
  yield parts.map((part) => codes.get(part.toLowerCase()) ?? part);
  yield parts.map(hoursIn);
}

/** Returns the codes of languages by their names in each of them, in small letters. */
function languageCodes(): Map<string, string> {
  const named = (inside: string) => LANGUAGES.map((code) => [languageName(code, inside).toLowerCase(), code] as const);
  return new Map(LANGUAGES.flatMap(named));
}

/** A line of opening hours as people write it: `Mon – Fri, 9.00–18.00`. */
function hoursIn(line: string): string {
  return line.replace(
    /^(\w\w)[a-z]*\.?(?:\s*[-–—]\s*(\w\w)[a-z]*\.?)?:?\s+(\d\d?)[:.](\d\d)\s*[-–—]\s*(\d\d?)[:.](\d\d)$/i,
    (_, from: string, to: string | undefined, ...times: string[]) => {
      const [opens = "", atOpen, closes = "", atClose] = times;
      const days = [from, ...(to ? [to] : [])].map((day) => day.charAt(0).toUpperCase() + day.charAt(1).toLowerCase());
      return `${days.join("-")} ${opens.padStart(2, "0")}:${atOpen}-${closes.padStart(2, "0")}:${atClose}`;
    },
  );
}

const TITLE = "The title that readers see";

/** Words between quotation marks of any language. */
const MARKS = ["en", "ru", "fr", "de"].flatMap((lang) => [...bareMarksOf(lang)]).join("");
const QUOTED = new RegExp(`^["'${MARKS}](.*)["'${MARKS}]$`, "u");

const ANSWERS = new Map<string, boolean>([
  ["true", true],
  ["false", false],
  ...["yes", "y", "on", "да", "так", "oui", "sí", "si", "نعم", "是"].map((word) => [word, true] as const),
  ...["no", "n", "off", "нет", "не", "non", "لا", "否"].map((word) => [word, false] as const),
]);

const LANGUAGES = ["en", "ru", "be", "fr", "es", "ar", "zh"];

/** The days that words name with their year. */
const daysOf = (words: string): NamedDay[] =>
  [...daysIn(words, LANGUAGES), ...daysInFigures(words)].filter(({ year }) => year);

/** The day that words name; undefined where two readings are possible, `5/6/2026`, or they say more: a time. */
function dayIn(words: string): string | undefined {
  const whole = daysOf(words).find(({ words: found }) => !/\p{Nd}/u.test(words.replace(found, "")));
  return whole && isoDay(whole.year ?? 0, whole.month, whole.day);
}

/** A time beside a day, with its offset from UTC if there is one: `, 9:00`, ` at 9.30 p.m.`, ` 09:00 UTC+3`. */
const TIME =
  /^[\s,،T]*(?:(?:г\.|года)[\s,]*)?(?:(?:at|в|у|à|a las|الساعة)\s)?\s*(?<hour>\d{1,2})(?:[:.h]\s?(?<minute>\d\d)(?::\d\d)?)?\s*(?:(?<half>[ap])\.?m\.?)?\s*(?:(?:UTC|GMT)?\s?(?<offset>[+−-]\d{1,2}))?[\s,،.]*$/iu;

/** The moment that words name, a day and a time; undefined where they say more: the name of a time zone. */
function momentIn(words: string, timezone: string): string | undefined {
  for (const { words: found, ...named } of daysOf(words)) {
    const { hour, minute, half, offset } = TIME.exec(withPlainDigits(words.replace(found, "")))?.groups ?? {};
    if (hour === undefined || (minute === undefined && half === undefined)) continue;
    const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
    const two = (part: string | number) => String(part).padStart(2, "0");
    const local = `${isoDay(named.year ?? 0, named.month, named.day)} ${two(hours)}:${minute ?? "00"}`;
    const utc = Date.parse(`${local}Z`);
    if (Number.isNaN(utc)) continue;
    const own = offset?.replace(/^(.)(.*)$/, (_, sign, part) => `${sign === "+" ? "+" : "-"}${two(part)}:00`);
    return `${local} ${own ?? offsetAt(timezone, Date.parse(`${local}${offsetAt(timezone, utc)}`))}`;
  }
  return undefined;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${written(inner)}`)
      .join(", ")} }`;
  const plain = String(value);
  return /^[\p{L}\p{N}][^,:#"'[\]{}]*$/u.test(plain) ? plain : JSON.stringify(plain);
}
