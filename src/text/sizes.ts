import { localeOf } from "./dates.ts";
import { apart } from "./names.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** A file's size as a reader says it: `340 kB`, `1.2 MB`. */
export function fileSize(bytes: number, lang: string): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const key = `${lang} ${unit}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(lang), {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: isLarge ? 1 : 0,
    });
    formats.set(key, format);
  }
  return apart(format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000)), lang);
}
