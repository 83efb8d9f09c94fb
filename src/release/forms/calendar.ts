import { createEvent, type EventAttributes } from "ics";
import { epochOf } from "../../model/fields.ts";
import { publishedMoment, updatedMoment } from "../../model/moment.ts";
import type { Press } from "../../model/press.ts";
import type { Release } from "../../model/release.ts";
import { absolute, releaseUrl } from "../../pages/urls.ts";
import { type Form, RELATED } from "../form.ts";

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
    description: [release.summary ?? release.title, ...(event.url === undefined ? [] : [event.url])].join("\n\n"),
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

const TIME_AND_PLACE = {
  omitted: "An entry of a calendar says what happens when and where; its link leads to the rest.",
};

export const calendarForm: Form = {
  name: "iCalendar",
  writers: {
    notice: TIME_AND_PLACE,
    translation: TIME_AND_PLACE,
    event: () => undefined,
    picture: TIME_AND_PLACE,
    body: TIME_AND_PLACE,
    figures: TIME_AND_PLACE,
    gallery: TIME_AND_PLACE,
    notes: TIME_AND_PLACE,
    about: TIME_AND_PLACE,
    video: TIME_AND_PLACE,
    documents: TIME_AND_PLACE,
    contacts: TIME_AND_PLACE,
    partners: TIME_AND_PLACE,
    topics: TIME_AND_PLACE,
    changes: TIME_AND_PLACE,
    coverage: TIME_AND_PLACE,
    citation: TIME_AND_PLACE,
  },
  omits: {
    related: RELATED,
    ...Object.fromEntries(
      ["subtitle", "type", "date", "location", "embargo", "published", "reference", "lang"].map((field) => [
        field,
        TIME_AND_PLACE.omitted,
      ]),
    ),
  },
};
