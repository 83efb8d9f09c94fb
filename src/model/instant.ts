/** Days and moments as text. This file imports no package, because `dateline due` runs before any is installed. */

import { memoized } from "./memo.ts";

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z| ?[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

/** Whether a text is a day of the calendar, `2017-01-27`. */
export function isCalendarDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Whether a text is a point in time with its offset from UTC (RFC 3339 date-time; a space may stand for the T). */
export function isInstant(value: string): boolean {
  const parts = INSTANT.exec(value);
  return parts !== null && isCalendarDate(parts[1] ?? "");
}

/** Splits an instant into its day, its time and its offset, which gets its colon; undefined for a day alone. */
export function instantParts(
  value: string,
): { readonly day: string; readonly time: string; readonly offset: string } | undefined {
  const [, day, time = "", offset = ""] = /^(\S{10})[T ]([\d:.]+) ?(Z|[+-].*)$/.exec(value) ?? [];
  return day === undefined ? undefined : { day, time, offset: offset.replace(/^(...)(?=\d)/, "$1:") };
}

/** Returns an instant in milliseconds since 1970. */
export const epochOf = memoized((value: string): number => {
  const { day, time, offset } = instantParts(value) ?? {};
  return Date.parse(`${day}T${time}${offset}`);
});
