import { memoized } from "../model/memo.ts";
import { localeOf } from "./dates.ts";
import { apart } from "./names.ts";

const formatFor = memoized(
  (lang: string, unit: "megabyte" | "kilobyte") =>
    new Intl.NumberFormat(localeOf(lang), {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: unit === "megabyte" ? 1 : 0,
    }),
);

/** Returns a file's size in words: `340 kB`, `1.2 MB`. */
export function fileSize(bytes: number, lang: string): string {
  const size =
    bytes >= 1_000_000
      ? formatFor(lang, "megabyte").format(bytes / 1_000_000)
      : formatFor(lang, "kilobyte").format(Math.max(1, bytes / 1000));
  return apart(size, lang);
}
