import { epochOf } from "../../model/instant.ts";
import { momentOf, publishedMoment, updatedMoment } from "../../model/moment.ts";
import type { Press } from "../../model/press.ts";
import { pathPrefix } from "../../model/site.ts";
import type { Announcement } from "../../pages/events.ts";
import { isolated } from "../../text/isolate.ts";
import { message } from "../../text/messages.ts";
import { type CalendarZone, wallTime, zoneOf } from "../../text/writers/calendar-zone.ts";
import { type Component, type ContentLine, icalendar } from "../../text/writers/content-lines.ts";
import { plainText } from "../../text/writers/plain-text.ts";
import { sectionBlocks } from "../document.ts";
import { type Form, joined, RELATED, type Writers, written } from "../form.ts";
import type { Telling } from "../sections.ts";

/** The fields that a section adds to the entry. Lists of several sections are joined. */
interface Part {
  readonly status?: "CONFIRMED" | "CANCELLED";
  readonly lines?: readonly ContentLine[];
  /** Paragraphs of its description. */
  readonly description?: readonly string[];
}

interface Context {
  readonly press: Press;
  readonly telling: Telling;
}

/**
 * Returns the events that releases announce, one or all of a language, for a reader's calendar (iCalendar, RFC 5545). Its UID is the release's
 * address and its time stamp the release's own, so that the same event is the same bytes on any day. Of a release that
 * was withdrawn only the name and the time are left, and that it is cancelled: whoever saved it has both already.
 */
export function calendar(press: Press, announced: readonly Announced[]): string {
  const { site } = press;
  const times = announced.map(({ release: { event } }) => timesOf(event, site.timezone));
  const moments = times.flatMap(({ start, end }) => [start, end]);
  const zone = zoneOf(site.timezone, moments);
  return icalendar([
    "vcalendar",
    [
      ["version", {}, "text", "2.0"],
      ["prodid", {}, "text", "-//Dateline//EN"],
      ["calscale", {}, "text", "GREGORIAN"],
      ["method", {}, "text", "PUBLISH"],
    ],
    [...(zone ? [zone.rules] : []), ...announced.map((each) => entryOf(press, each, zone))],
  ]);
}

/** An event with the telling of its release. */
export interface Announced {
  readonly release: Announcement;
  readonly telling: Telling;
}

function timesOf(event: Announcement["event"], timeZone: string) {
  const start = momentOf(event.start, timeZone);
  return { start, end: event.end === undefined ? hourLater(start) : momentOf(event.end, timeZone) };
}

function entryOf(press: Press, { release, telling }: Announced, zone: CalendarZone | undefined): Component {
  const { site } = press;
  const { head } = telling;
  const { start, end } = timesOf(release.event, site.timezone);
  const modified = inUtc(updatedMoment(release, site));
  const entry = joined<Part>({ status: "CONFIRMED" }, [
    ...written(writers, telling.sections, { press, telling }),
    { description: [head.address] },
  ]);
  const lines: ContentLine[] = [
    ["uid", {}, "text", head.address],
    ["sequence", {}, "integer", String((release.changes?.length ?? 0) + (release.status.is === "live" ? 0 : 1))],
    ["dtstamp", {}, "date-time", modified],
    ["created", {}, "date-time", inUtc(publishedMoment(release, site))],
    ["last-modified", {}, "date-time", modified],
    time("dtstart", start, zone),
    time("dtend", end, zone),
    ["summary", {}, "text", isolated(head.title, telling.lang)],
    ["status", {}, "text", entry.status ?? ""],
    ...organizer(press, telling),
    ...(entry.lines ?? []),
    ["description", {}, "text", (entry.description ?? []).join("\n\n")],
    ["url", {}, "uri", head.address],
  ];
  return ["vevent", lines, []];
}

function hourLater(moment: string): string {
  const later = new Date(Date.parse(`${wallTime(moment)}Z`) + 60 * 60 * 1000).toISOString();
  return wallTime(later) + moment.slice(19);
}

function inUtc(moment: string): string {
  return `${wallTime(new Date(epochOf(moment)).toISOString())}Z`;
}

/** A moment as the clocks of a time zone show it; in UTC where there is none. */
function time(name: string, moment: string, zone: CalendarZone | undefined): ContentLine {
  return zone ? [name, { tzid: zone.name }, "date-time", wallTime(moment)] : [name, {}, "date-time", inUtc(moment)];
}

/** The office, where its press office can be written to: a calendar wants an address of its organizer. */
function organizer({ site, terms }: Press, { head }: Telling): ContentLine[] {
  const email = terms.contacts.get(site.press_office)?.email;
  return email === undefined ? [] : [["organizer", { cn: head.office.text }, "cal-address", `mailto:${email}`]];
}

const TIME_AND_PLACE = {
  omitted: "An entry of a calendar says what happens when and where, and whom to ask; its link leads to the rest.",
};

const writers: Writers<Part, Context> = {
  notice: (section, { press, telling }) => ({
    ...(section.notice.is === "withdrawn" ? { status: "CANCELLED" } : {}),
    description: [
      plainText(
        { tokens: sectionBlocks(press, { ...telling, sections: [section] }), lang: telling.lang },
        { prefix: pathPrefix(press.site), base: telling.head.address },
      ).trim(),
    ],
  }),
  translation: TIME_AND_PLACE,
  making: TIME_AND_PLACE,
  event: ({ place, url }, { telling: { head, lang } }) => ({
    lines: [["location", {}, "text", isolated(place, lang)]],
    description: [isolated(head.summary, lang), ...(url === undefined ? [] : [url])],
  }),
  picture: TIME_AND_PLACE,
  body: TIME_AND_PLACE,
  figures: TIME_AND_PLACE,
  gallery: TIME_AND_PLACE,
  notes: TIME_AND_PLACE,
  about: TIME_AND_PLACE,
  video: TIME_AND_PLACE,
  documents: TIME_AND_PLACE,
  contacts: ({ contacts }, { press, telling }) => ({
    lines: contacts.map(({ name, role, organisation, phone, mobile, email }): ContentLine => {
      const said = [name.text, role?.text, organisation?.text, phone?.read, mobile?.read, email];
      const comma = message(press.words, "comma", telling.lang);
      const line = said.filter((part) => part !== undefined).join(comma);
      return ["contact", {}, "text", isolated(line, telling.lang)];
    }),
  }),
  partners: TIME_AND_PLACE,
  topics: TIME_AND_PLACE,
  changes: TIME_AND_PLACE,
  coverage: TIME_AND_PLACE,
  citation: TIME_AND_PLACE,
};

export const calendarForm: Form = {
  name: "iCalendar",
  writers,
  omits: {
    related: RELATED,
    ...Object.fromEntries(
      [
        ...["subtitle", "type", "date", "location", "embargo", "published", "reference", "lang"],
        ...["note", "languages", "hours", "timezone"].map((field) => `contact.${field}`),
      ].map((field) => [field, TIME_AND_PLACE.omitted]),
    ),
  },
};
