import { dayIn } from "./embargo.ts";
import { epochOf } from "./fields.ts";
import { publishedMoment } from "./moment.ts";
import type { Release } from "./release.ts";
import type { Site } from "./site.ts";

/** So long a release is news (Google News). */
export const NEWS_MS = 48 * 60 * 60 * 1000;

/** All zones of the world begin their days at a quarter of an hour, or a half, or a whole one. */
const QUARTER_MS = 15 * 60 * 1000;

/**
 * Returns the next moment, in milliseconds since 1970, at which the same content makes another site: an embargo ends, a day begins that a
 * release waits for, a release stops to be news, or an event is over.
 */
export function nextChange(releases: readonly Release[], site: Site, now: Date): number {
  const today = dayIn(site.timezone, now);
  const time = now.getTime();
  const tomorrow = releases.some(({ date }) => date > today) ? [nextDay(site.timezone, now)] : [];
  const moments = releases.flatMap((release) => {
    const published = epochOf(publishedMoment(release, site));
    return [
      published,
      published + NEWS_MS,
      ...(release.event ? [epochOf(release.event.end ?? release.event.start) + 1] : []),
      ...[release.embargo, release.published].flatMap((moment) => (moment === undefined ? [] : [epochOf(moment)])),
    ];
  });
  return [...moments, ...tomorrow]
    .filter((moment) => moment > time)
    .reduce((first, moment) => Math.min(first, moment), Number.MAX_SAFE_INTEGER);
}

function nextDay(timezone: string, now: Date): number {
  const today = dayIn(timezone, now);
  let moment = Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS;
  while (dayIn(timezone, new Date(moment)) === today) moment += QUARTER_MS;
  return moment;
}
