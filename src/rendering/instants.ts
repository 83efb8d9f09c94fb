import { epochOf } from "../model/fields.ts";
import { type Release, updatedOn } from "../model/release.ts";

/** An instant as editors may write it (`2026-03-04 09:00 +0300`), as RFC 3339 has it: `2026-03-04T09:00:00+03:00`. */
export function rfc3339(instant: string): string {
  const [, day, minutes, seconds = ":00", sign, hours, rest] =
    /^(\S{10})[T ](\d\d:\d\d)(:\d\d)?[.\d]* ?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(instant) ?? [];
  return `${day}T${minutes}${seconds}${sign === undefined ? "Z" : `${sign}${hours}:${rest}`}`;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

function offsetAt(epoch: number, timezone: string): string {
  let format = offsets.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
    offsets.set(timezone, format);
  }
  const name = format.formatToParts(epoch).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return name === "GMT" ? "+00:00" : name.slice(3, 9);
}

const starts = new Map<string, string>();

/** The instant at which a calendar day begins in a time zone, with the offset that holds there on that day. */
function startOf(day: string, timezone: string): string {
  const key = `${day} ${timezone}`;
  let start = starts.get(key);
  if (start === undefined) {
    const near = `${day}T00:00:00${offsetAt(Date.parse(`${day}T00:00:00Z`), timezone)}`;
    start = `${day}T00:00:00${offsetAt(Date.parse(near), timezone)}`;
    starts.set(key, start);
  }
  return start;
}

function asInstant(date: string, timezone: string): string {
  return date.length === 10 ? startOf(date, timezone) : rfc3339(date);
}

/**
 * When a release was published and last changed, in RFC 3339 with an offset. Where only a day is known, it is the moment
 * at which that day began at the press office: the moment at which such a release becomes public.
 */
export function publicationOf(
  release: Pick<Release, "published" | "embargo" | "date" | "changes">,
  timezone: string,
): { readonly published: string; readonly modified: string } {
  const published = asInstant(release.published ?? release.embargo ?? release.date, timezone);
  const newest = updatedOn(release);
  const written = release.changes?.findLast(({ date }) => date.startsWith(newest ?? ""))?.date;
  const changed = written === undefined ? published : asInstant(written, timezone);
  return { published, modified: epochOf(changed) > epochOf(published) ? changed : published };
}
