import { countryOf } from "../model/countries.ts";
import { offsetAt } from "../model/moment.ts";
import { daysIn, daysInFigures, isoDay, type NamedDay, withPlainDigits } from "../text/days.ts";
import { languageName } from "../text/names.ts";
import { bareMarksOf } from "../text/quotation-marks.ts";
import { didYouMean } from "./suggest.ts";

/** What is known beside a value: the time zone of times without an offset, and the day of times without one. */
interface Beside {
  readonly timezone?: string | undefined;
  readonly day?: unknown;
}

/** Returns what an editor probably meant by a value that a field does not take, as YAML; undefined if that is not sure. */
export function meantValue(found: unknown, fits: (value: unknown) => boolean, beside: Beside = {}): string | undefined {
  const isGroup = typeof found === "object" && found !== null;
  if (!isGroup && typeof found !== "string" && typeof found !== "number") return undefined;
  const all = isGroup ? groups(found, beside) : candidates(String(found).trim(), beside);
  // The last candidates are compared with all time zones.
  for (const value of all) if (fits(value)) return value === undefined ? undefined : written(value);
  return undefined;
}

/** A list for the one that is in it, one for a list, and a day and a time for a moment. */
function* groups(found: object, beside: Beside): Generator<unknown> {
  const inner: unknown[] = Object.values(found);
  if (inner.length === 1) yield inner[0];
  yield [found];
  if (inner.every((part) => typeof part === "string")) yield momentIn(inner.join(" "), beside);
}

function* candidates(words: string, beside: Beside): Generator<unknown> {
  const bare = words.replace(QUOTED, "$1");
  yield words;
  yield ANSWERS.get(words.toLowerCase());
  yield dayIn(bare);
  yield dayIn(bare.replace(/[°º]|(?<=\d)-(?=\p{L})|(?<=\p{L})-(?=\d)/gu, " "));
  yield bare.replace(/^(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?$/, "$1-$2-$3");
  yield momentIn(bare, beside);
  if (NONE.test(bare)) yield [];
  yield words.toLowerCase();
  yield words.toUpperCase();
  yield { is: words.toLowerCase() };
  yield { file: bare };
  yield { file: bare.split("\\").at(-1) };
  yield { [/^https?:/i.test(bare) ? "url" : "file"]: bare, title: TITLE };
  const parts = bare
    .replace(/^[([【《](.*)[)\]】》]$/, "$1")
    .split(/\s*[,;，、،؛]\s*|\s+\/\s+|\s+(?=#)/)
    .map((part) => part.replace(QUOTED, "$1").replace(/^#/, ""));
  yield parts.map((file) => ({ file }));
  yield parts.map((part) => ({ [/^https?:/i.test(part) ? "url" : "file"]: part, title: TITLE }));
  yield parts;
  yield parts.map((part) => part.toLowerCase().replace(/[\s_]+/g, "-"));
  const numbers = [...words.matchAll(/\d+/g)].map(([number]) => Number(number));
  if (numbers.length > 0) yield numbers;
  if (numbers.length === 1) yield numbers[0];
  yield bare.replace(/\s*[([{]\s*at\s*[)\]}]\s*/i, "@");
  const mails = bare.replace(/\s*@\s*/g, "@").match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
  if (mails.length === 1) yield mails[0];
  if (/^[\w -]+$/.test(words)) yield words.toLowerCase().replace(/[ _]+/g, "-");
  if (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(bare) && !FILE.test(bare)) yield `https://${bare}`;
  const zones = Intl.supportedValuesOf("timeZone");
  yield zones.find((zone) => zone.toLowerCase().endsWith(`/${bare.toLowerCase().replaceAll(" ", "_")}`));
  yield didYouMean(bare, zones);
  yield countryOf(words);
  const codes = languageCodes();
  yield codes.get(words.toLowerCase());
  yield parts.map((part) => codes.get(part.toLowerCase()) ?? part);
  yield hoursIn(bare);
  yield parts.map(hoursIn);
}

/** Returns the codes of languages by their names in each of them, in small letters. */
function languageCodes(): Map<string, string> {
  const named = (inside: string) => LANGUAGES.map((code) => [languageName(code, inside).toLowerCase(), code] as const);
  return new Map(LANGUAGES.flatMap(named));
}

/** The days of a week, and how their names begin in English, French, Spanish, Russian and Belarusian. */
const DAYS = [
  ["Mo", "mo", "lu", "по", "пн", "па"],
  ["Tu", "tu", "ma", "вт", "аў"],
  ["We", "we", "me", "mi", "ср", "се"],
  ["Th", "th", "je", "ju", "че", "чт", "ча", "чц"],
  ["Fr", "fr", "ve", "vi", "пя", "пт"],
  ["Sa", "sa", "sá", "су", "сб"],
  ["Su", "su", "di", "do", "во", "вс", "ня", "нд"],
] as const;

/** A line of opening hours as people write it: `Mon – Fri, 9.00–18.00`, `пн-пт 9:00-18:00`, `Lun-Ven 9h-18h`, `24/7`. */
function hoursIn(line: string): string {
  if (/^24\s?\/\s?7$/.test(line)) return "Mo-Su 00:00-24:00";
  const { from, to, ...times } = HOURS.exec(line)?.groups ?? {};
  const days = [from, to].flatMap((name = "") =>
    DAYS.filter(([, ...begins]) => begins.includes(name.slice(0, 2).toLowerCase() as never)),
  );
  if (from === undefined || days.length !== (to === undefined ? 1 : 2)) return line;
  const time = (hour = "", minute = "00", half = "") =>
    `${String(half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : hour).padStart(2, "0")}:${minute}`;
  const [opens, closes] = [time(times.h1, times.m1, times.half1), time(times.h2, times.m2, times.half2)];
  return `${days.map(([day]) => day).join("-")} ${opens}-${closes}`;
}

const clock = (n: number) => `(?<h${n}>\\d\\d?)(?:\\s?[:.h]\\s?(?<m${n}>\\d\\d)?)?\\s?(?:(?<half${n}>[ap])\\.?m\\.?)?`;
const HOURS = new RegExp(
  `^(?<from>\\p{L}{2,12})\\.?(?:\\s*[-–—]\\s*(?<to>\\p{L}{2,12})\\.?)?[:,]?\\s+${clock(1)}\\s*[-–—]\\s*${clock(2)}$`,
  "iu",
);

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

/** The name of a file, and no host. */
const FILE = /^[^/]*\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|pptx?|zip|csv|mp[34]|mov|html?)$/i;

/** What people write into a list that has nothing in it. */
const NONE = /^(?:none|no|nil|n\/?a|-|–|—|нет|няма|aucune?|ningun[oa]|لا يوجد|无)$/i;

const LANGUAGES = ["en", "ru", "be", "fr", "es", "ar", "zh"];

/** The days that words name with their year. */
const daysOf = (words: string): NamedDay[] =>
  [...daysIn(words, LANGUAGES), ...daysInFigures(words)].filter(({ year }) => year);

/** The day that words name; undefined where two readings are possible, `5/6/2026`, or they say more: a time. */
function dayIn(words: string): string | undefined {
  const whole = daysOf(words).find(({ words: found }) => !/\p{Nd}/u.test(words.replace(found, "")));
  return whole && isoDay(whole.year ?? 0, whole.month, whole.day);
}

/** A time beside a day, with its offset from UTC if there is one: `, 9:00`, ` at 9.30 p.m.`, ` à 9 h 30`, ` 0900 hrs GMT`, `上午9时`, ` 09:00 UTC+3`. */
const TIME =
  /^(?:le|el|on)?[\s,،T]*(?:(?:г\.|года)[\s,]*)?(?:from|de|с|з|until|till|до|jusqu[’']au|hasta(?: el)?|حتى)?[\s,،]*(?:(?:at|в|у|à|a las|الساعة)\s)?\s*(?:上午|(?<noon>下午))?(?<hour>\d{1,2})(?:\s?(?<mark>[:.h时點点])\s?(?:(?<minute>\d\d)分?)?(?::\d\d)?|(?<four>\d\d)(?=\s?h))?(?:\s?h(?:rs|ours)?\.?)?\s*(?:(?<half>[ap])\.?m\.?)?\s*(?<zone>UTC|GMT|Z)?\s?(?:(?<offset>[+−-]\d{1,2})(?::?00)?)?[\s,،.]*$/iu;

/** The moment that words name, a day and a time; undefined where they say more: the name of a time zone. */
function momentIn(words: string, { timezone = "UTC", day }: Beside): string | undefined {
  const days = daysOf(words);
  for (const { words: found, ...named } of days.length > 0 ? days : daysOf(String(day)).slice(0, 1)) {
    const rest = days.length > 0 ? words.replace(found, "") : words;
    const { hour, mark, minute, four, half, noon, zone, offset } = TIME.exec(withPlainDigits(rest))?.groups ?? {};
    if (hour === undefined || !(minute || four || half || /[h时點点]/i.test(mark ?? ""))) continue;
    const isAfterNoon = /p|下/i.test(half ?? noon ?? "");
    const hours = half || noon ? (Number(hour) % 12) + (isAfterNoon ? 12 : 0) : Number(hour);
    const two = (part: string | number) => String(part).padStart(2, "0");
    const local = `${isoDay(named.year ?? 0, named.month, named.day)} ${two(hours)}:${minute ?? four ?? "00"}`;
    // An end before its start is one of the next day.
    const start = days.length > 0 ? undefined : momentIn(String(day), { timezone });
    if (start?.startsWith(local)) continue;
    if (start && local < start.slice(0, local.length)) {
      const next = new Date(Date.parse(`${local.slice(0, 10)}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
      return momentIn(`${next} ${local.slice(11)}`, { timezone });
    }
    const utc = Date.parse(`${local}Z`);
    if (Number.isNaN(utc)) continue;
    const own = (offset ?? (zone && "+0"))?.replace(
      /^(.)(.*)$/,
      (_, sign, part) => `${sign === "+" ? "+" : "-"}${two(part)}:00`,
    );
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
