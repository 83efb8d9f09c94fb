import { daysIn, daysInFigures, isoDay } from "../text/days.ts";
import { bareMarksOf } from "../text/quotation-marks.ts";

/** Returns what an editor probably meant by a value that a field does not take, as YAML; undefined if that is not sure. */
export function meantValue(found: unknown, fits: (value: unknown) => boolean): string | undefined {
  if (typeof found !== "string" && typeof found !== "number") return undefined;
  const words = String(found).trim();
  const [value] = [...candidates(words)].filter(fits);
  return value === undefined ? undefined : written(value);
}

function* candidates(words: string): Generator<unknown> {
  const bare = words.replace(QUOTED, "$1");
  yield ANSWERS.get(words.toLowerCase());
  yield dayIn(bare);
  yield words.toLowerCase();
  yield words.toUpperCase();
  yield { file: bare };
  const parts = bare.split(/\s*[,;]\s*/).map((part) => part.replace(QUOTED, "$1"));
  yield parts;
  yield parts.map((part) => part.toLowerCase().replace(/[\s_]+/g, "-"));
  const numbers = [...words.matchAll(/\d+/g)].map(([number]) => Number(number));
  if (numbers.length > 0) yield numbers;
}

/** Words between quotation marks of any language. */
const MARKS = ["en", "ru", "fr", "de"].flatMap((lang) => [...bareMarksOf(lang)]).join("");
const QUOTED = new RegExp(`^["'${MARKS}](.*)["'${MARKS}]$`, "u");

const ANSWERS = new Map<string, boolean>([
  ...["yes", "y", "on", "да", "так", "oui", "sí", "si", "نعم", "是"].map((word) => [word, true] as const),
  ...["no", "n", "off", "нет", "не", "non", "لا", "否"].map((word) => [word, false] as const),
]);

const LANGUAGES = ["en", "ru", "be", "fr", "es", "ar", "zh"];

/** The day that words name; undefined where two readings are possible, `5/6/2026`, or they say more: a time. */
function dayIn(words: string): string | undefined {
  const days = [...daysIn(words, LANGUAGES), ...daysInFigures(words)];
  const whole = days.find(({ year, words: found }) => year !== undefined && !/\p{Nd}/u.test(words.replace(found, "")));
  return whole?.year === undefined ? undefined : isoDay(whole.year, whole.month, whole.day);
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
