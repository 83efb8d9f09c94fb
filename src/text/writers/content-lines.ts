import ICAL from "ical.js";

/** A line of a calendar or an address card as in jCal and jCard (RFC 7265, RFC 7095): name, parameters, type, value. */
export type ContentLine = readonly [
  name: string,
  parameters: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  value: string | readonly string[],
];

/** A calendar, an address card, or a part of one: its name, its lines and its parts. */
export type Component = readonly [name: string, lines: readonly ContentLine[], parts: readonly Component[]];

// The library does not count the space at the start of a folded line, and a line may have at most 75 octets.
ICAL.foldLength = 74;

/** The grammar of vCard 3.0, in which semicolons are escaped in every text (RFC 2426, section 4). The library escapes them only in lists. */
const vcard3 = {
  ...ICAL.design.vcard3,
  value: { ...ICAL.design.vcard3.value, text: ICAL.design.icalendar.value.text },
};

/** Returns a calendar as iCalendar (RFC 5545): escaped, folded, CRLF at the end of each line. */
export function icalendar(calendar: Component): string {
  return ICAL.stringify([...calendar]);
}

/** Returns the lines of a card as vCard 3.0 (RFC 2426). */
export function vcard(lines: readonly ContentLine[]): string {
  const card: Component = ["vcard", [["version", {}, "text", "3.0"], ...lines], []];
  return `${ICAL.stringify.component([...card], vcard3)}\r\n`;
}
