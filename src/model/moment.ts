import { epochOf, instantParts } from "./instant.ts";
import { memoized } from "./memo.ts";
import type { Release } from "./release.ts";
import type { Site } from "./site.ts";

const formatIn = memoized(
  (timezone: string) => new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" }),
);

/** Returns a time zone's offset from UTC at a moment, `+03:00`. */
export function offsetAt(timezone: string, epoch: number): string {
  return /GMT([+-]\d\d:\d\d)/.exec(formatIn(timezone).format(epoch))?.[1] ?? "+00:00";
}

/**
 * Returns a date-time of RFC 3339 with its offset: for an instant, with the offset it was written with; for a calendar date, the
 * moment at which that day begins in a time zone.
 */
export function momentOf(value: string, timezone: string): string {
  return momentsIn(timezone)(value);
}

/** Time zone → a function that caches moments by their value alone: several are asked of each of ten thousand releases. */
const momentsIn = memoized((timezone: string) =>
  memoized((value: string): string => {
    const parts = instantParts(value);
    if (!parts) return beginningOf(value, timezone);
    const { day, time, offset } = parts;
    return `${day}T${time.length === 5 ? `${time}:00` : time}${offset}`;
  }),
);

/** Returns the first moment of a day in a time zone: midnight, or an hour later if the clocks skip it. */
function beginningOf(day: string, timezone: string): string {
  const inUtc = Date.parse(`${day}T00:00:00Z`);
  const midnight = (offset: string) => Date.parse(`${day}T00:00:00${offset}`);
  // The offset at midnight in UTC leads to midnight there, and that to the offset then. Where midnight is skipped, the
  // offsets before and after lead to one another, and the day begins at the later of the two moments.
  const first = offsetAt(timezone, inUtc);
  const offsetThere = offsetAt(timezone, midnight(first));
  // On most days no clock changes. To ask for an offset takes long.
  if (first === offsetThere) return new Date(inUtc).toISOString().slice(0, 19) + first;
  const guess = midnight(offsetThere);
  const epoch = Math.max(guess, midnight(offsetAt(timezone, guess)));
  const offset = offsetAt(timezone, epoch);
  return new Date(epoch + inUtc - midnight(offset)).toISOString().slice(0, 19) + offset;
}

/** Returns the latest of some moments (RFC 3339 date-times); of equal ones the first. */
export function latest(moments: readonly string[]): string | undefined {
  let found: string | undefined;
  let newest = Number.NEGATIVE_INFINITY;
  for (const moment of moments) {
    const epoch = epochOf(moment);
    if (epoch > newest) [found, newest] = [moment, epoch];
  }
  return found;
}

/** Returns when a release was published: at the instant it names, else at the end of its embargo or the beginning of its day, whichever is later. */
export function publishedMoment(
  { published, embargo, date }: Pick<Release, "published" | "embargo" | "date">,
  { timezone }: Pick<Site, "timezone">,
): string {
  if (published !== undefined) return momentOf(published, timezone);
  const day = momentOf(date, timezone);
  return embargo === undefined ? day : (latest([day, momentOf(embargo, timezone)]) ?? day);
}

/** Returns when a release last changed in public: its newest change or its new status, else its publication. */
export function updatedMoment(
  release: Pick<Release, "published" | "embargo" | "date" | "changes" | "status">,
  site: Pick<Site, "timezone">,
): string {
  const { changes = [], status } = release;
  const published = publishedMoment(release, site);
  const dates = [...changes.map(({ date }) => date), ...(status.date === undefined ? [] : [status.date])];
  if (dates.length === 0) return published;
  return latest([published, ...dates.map((date) => momentOf(date, site.timezone))]) ?? published;
}
