import { dayIn } from "./embargo.ts";
import { epochOf } from "./instant.ts";
import { publishedMoment } from "./moment.ts";
import type { Release } from "./release.ts";
import type { Site } from "./site.ts";

/** How long a release is news (Google News). */
export const NEWS_MS = 48 * 60 * 60 * 1000;

/** Of each week that begins, the site's security.txt holds longer. */
export const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** In all time zones, days begin at a quarter of an hour. */
const QUARTER_MS = 15 * 60 * 1000;

/**
 * Returns the next moment, in milliseconds since 1970, at which the site changes although its content does not: an embargo ends, the day
 * of a release begins, a release stops being news, an event is over, or a week or a year begins.
 */
export function nextChange(releases: readonly Release[], site: Site, now: Date): number {
  const today = dayIn(site.timezone, now);
  const time = now.getTime();
  const quarter = Math.floor(time / QUARTER_MS) * QUARTER_MS;
  const isAnyLater = releases.some(({ date }) => date > today);
  const tomorrow = isAnyLater ? [firstQuarter(quarter, site.timezone, (day) => day !== today)] : [];
  const year = Number(today.slice(0, 4)) + 1;
  const eve = Date.UTC(year, 0, 1) - 24 * 60 * 60 * 1000;
  const newYear = firstQuarter(eve, site.timezone, (day) => day.startsWith(String(year)));
  const moments = releases.flatMap((release) => {
    const published = epochOf(publishedMoment(release, site));
    return [
      published,
      published + NEWS_MS,
      ...(release.event ? [epochOf(release.event.end ?? release.event.start) + 1] : []),
      ...[release.embargo, release.published].flatMap((moment) => (moment === undefined ? [] : [epochOf(moment)])),
    ];
  });
  const week = (Math.floor(time / WEEK_MS) + 1) * WEEK_MS;
  return [...moments, ...tomorrow, week, newYear]
    .filter((moment) => moment > time)
    .reduce((first, moment) => Math.min(first, moment), Number.MAX_SAFE_INTEGER);
}

/** Returns the first quarter of an hour, from a moment on, whose day is one of those that are looked for. */
function firstQuarter(moment: number, timezone: string, isFound: (day: string) => boolean): number {
  return isFound(dayIn(timezone, new Date(moment))) ? moment : firstQuarter(moment + QUARTER_MS, timezone, isFound);
}
