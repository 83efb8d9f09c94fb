import { createEvent, type EventAttributes } from "ics";
import { epochOf } from "../model/fields.ts";
import { publishedMoment, updatedMoment } from "../model/moment.ts";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { absolute, releaseUrl } from "../pages/urls.ts";

/**
 * The event that an advisory announces, for a reader's calendar (iCalendar, RFC 5545). Its UID is the release's address
 * and its time stamp the release's own, so that the same event is the same bytes on any day.
 */
export function calendar({ site }: Press, { event, ...release }: Release): string {
  if (!event) throw new Error(`${release.file} announces no event.`);
  const address = absolute(site, releaseUrl(site, release));
  const published = publishedMoment(release, site);
  const modified = updatedMoment(release, site);
  const start = epochOf(event.start);
  const isCalledOff = release.status.is === "withdrawn";
  // The library knows the time stamp; its types do not.
  const attributes: EventAttributes & { readonly timestamp: number } = {
    uid: address,
    productId: "Dateline",
    title: release.title,
    start,
    startInputType: "utc",
    startOutputType: "utc",
    end: event.end === undefined ? start + 60 * 60 * 1000 : epochOf(event.end),
    endInputType: "utc",
    endOutputType: "utc",
    location: event.place,
    description: release.summary ?? release.title,
    url: address,
    status: isCalledOff ? "CANCELLED" : "CONFIRMED",
    method: "PUBLISH",
    timestamp: epochOf(modified),
    created: epochOf(published),
    lastModified: epochOf(modified),
    sequence: release.changes?.length ?? 0,
  };
  const { value, error } = createEvent(attributes);
  if (!value) throw new Error(`${release.file}: ${error?.message}`);
  return value;
}
