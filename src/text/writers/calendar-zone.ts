import ICAL from "ical.js";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { epochOf } from "../../model/instant.ts";
import { memoized } from "../../model/memo.ts";
import type { Component } from "./content-lines.ts";

/** A time zone of a calendar: its name and its rules (VTIMEZONE). */
export interface CalendarZone {
  readonly name: string;
  readonly rules: Component;
}

/** Returns the rules from a package and not from the machine, so that every machine writes the same bytes. */
const cachedZone = memoized((timezone: string) => {
  if (!tzlib_get_timezones().includes(timezone)) return undefined;
  const [name, lines, parts] = ICAL.parse(String(tzlib_get_ical_block(timezone)[0]));
  const rules: Component = [name, lines, parts];
  const zone = new ICAL.Timezone(new ICAL.Component([...rules]));
  return { name: zone.tzid, rules, zone };
});

/**
 * Returns the rules of a time zone, if they give each moment (a date-time of RFC 3339) the time of day that it is written with. They are
 * today's rules, which may be wrong for other years and for moments written with another offset.
 */
export function zoneOf(timezone: string, moments: readonly string[]): CalendarZone | undefined {
  const found = cachedZone(timezone);
  if (found === undefined || found.name === "Etc/UTC") return undefined;
  const isRight = moments.every((moment) => {
    const time = ICAL.Time.fromDateTimeString(wallTime(moment));
    time.zone = found.zone;
    return time.toUnixTime() * 1000 === epochOf(moment);
  });
  return isRight ? { name: found.name, rules: found.rules } : undefined;
}

/** Returns the time of day of a moment without its offset, `2026-10-09T08:00:00`. */
export function wallTime(moment: string): string {
  return moment.slice(0, 19);
}
