import { epochOf } from "./instant.ts";
import { memoized } from "./memo.ts";
import type { Release } from "./release.ts";

/** Why a release is not public: it is a draft, or it waits for a moment (an instant) or a day (a calendar date). */
export type Standing =
  | { readonly is: "public" }
  | { readonly is: "draft" }
  | { readonly is: "embargoed"; readonly until: string };

type Gated = Pick<Release, "draft" | "embargo" | "published" | "date">;

const formatIn = memoized(
  (timezone: string) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" }),
);

/** The last result, because thousands of releases ask for the same day. */
let last = { timezone: "", time: Number.NaN, day: "" };

/** Returns the calendar day (`2017-01-27`) in a time zone at a moment. */
export function dayIn(timezone: string, now: Date): string {
  const time = now.getTime();
  if (last.timezone === timezone && last.time === time) return last.day;
  last = { timezone, time, day: formatIn(timezone).format(now) };
  return last.day;
}

/**
 * Returns the status of a release at `now`. It is public if it is no draft, its embargo and its published instant have passed, and the
 * day of its dateline has begun in the press office's time zone.
 */
export function standingOf(release: Gated, now: Date, timezone: string): Standing {
  if (release.draft) return { is: "draft" };
  for (const until of [release.embargo, release.published]) {
    if (until !== undefined && epochOf(until) > now.getTime()) return { is: "embargoed", until };
  }
  if (release.date > dayIn(timezone, now)) return { is: "embargoed", until: release.date };
  return { is: "public" };
}
