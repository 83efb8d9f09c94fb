import { monthsIn } from "../text/months.ts";
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
  yield dayIn(words);
  yield words.toLowerCase();
  yield words.toUpperCase();
  yield { file: bare };
  const parts = bare.split(/\s*[,;]\s*/).map((part) => part.replace(QUOTED, "$1"));
  yield parts;
  yield parts.map(idOf);
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

const LANGUAGES = ["en", "ru", "be", "fr", "es", "ar"];

/** The day that words name; undefined where two readings are possible: `5/6/2026`. */
function dayIn(words: string): string | undefined {
  const [, year, month, day] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(words) ?? [];
  if (year) return iso(year, Number(month), day);
  const [, first, second, last = ""] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(words) ?? [];
  if (first) {
    const isDay = words.includes(".") || Number(first) > 12 || first === second;
    return isDay
      ? iso(last, Number(second), first)
      : Number(second) > 12
        ? iso(last, Number(first), second)
        : undefined;
  }
  const named =
    /^(?:(?<before>\d{1,2})\S*\s+)?(?:de\s+)?(?<name>\p{L}+)\.?\s+(?:(?<behind>\d{1,2})\S*\s+)?(?:de\s+)?(?<in>\d{4})(?:\s+\p{L}+\.?)?$/u;
  const { before, name = "", behind = before, in: written } = named.exec(words)?.groups ?? {};
  const number = monthsIn(LANGUAGES).get(name.toLowerCase());
  return written && behind && number ? iso(written, number, behind) : undefined;
}

function iso(year: string, month: number, day = ""): string {
  return [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
}

function idOf(words: string): string {
  return words.toLowerCase().replace(/[\s_]+/g, "-");
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
