import { readFileSync } from "node:fs";
import { convertIcsCalendar } from "ts-ics";
import { expect, test } from "vitest";
import { releaseFile } from "../support/content.ts";
import { expectContentLines } from "../support/lines.ts";
import { testSite } from "../support/site.ts";

/** Returns the one event of a calendar as an independent reader takes it. */
function read(text: string) {
  expectContentLines(text);
  const { events = [], timezones = [] } = convertIcsCalendar(undefined, text);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (!event) throw new Error("There is no event.");
  return {
    event,
    named: timezones.map(({ id }) => id),
    lines: text.slice(text.indexOf("BEGIN:VEVENT")).replaceAll("\r\n ", "").split("\r\n"),
    moments: [event.start.date, event.end?.date].map((date) => date?.toISOString()),
  };
}

/** In a time zone: events from and until moments, and how their calendars must write them. */
const zones: Readonly<Record<string, readonly (readonly [start: string, end: string, first: string, last: string])[]>> =
  {
    "Europe/Minsk": [
      ["2026-10-09 08:00 +03:00", "", "TZID=Europe/Minsk:20261009T080000", "TZID=Europe/Minsk:20261009T090000"],
      // In another place.
      ["2026-10-09 08:00 +06:00", "", "20261009T020000Z", "20261009T030000Z"],
    ],
    "Europe/Berlin": [
      [
        "2026-07-01 10:00 +02:00",
        "2026-07-01 11:30 +02:00",
        "TZID=Europe/Berlin:20260701T100000",
        "TZID=Europe/Berlin:20260701T113000",
      ],
      // Over the night in which the clocks change; the end is written with the wrong offset; winter time in summer; UTC.
      [
        "2026-10-24 20:00 +02:00",
        "2026-10-25 08:00 +01:00",
        "TZID=Europe/Berlin:20261024T200000",
        "TZID=Europe/Berlin:20261025T080000",
      ],
      ["2026-10-24 20:00 +02:00", "2026-10-25 08:00 +02:00", "20261024T180000Z", "20261025T060000Z"],
      ["2026-07-01 10:00 +01:00", "", "20260701T090000Z", "20260701T100000Z"],
      ["2026-07-01 10:00 +00:00", "", "20260701T100000Z", "20260701T110000Z"],
    ],
    "America/New_York": [
      ["2027-01-15 23:30 -05:00", "", "TZID=America/New_York:20270115T233000", "TZID=America/New_York:20270116T003000"],
    ],
    "Asia/Calcutta": [
      ["2026-12-31 23:45 +0530", "", "TZID=Asia/Kolkata:20261231T234500", "TZID=Asia/Kolkata:20270101T004500"],
    ],
    // Its clocks were changed in 2024.
    "Asia/Almaty": [["2020-05-05 10:00 +06:00", "", "20200505T040000Z", "20200505T050000Z"]],
    UTC: [["2026-07-01 10:00 +00:00", "", "20260701T100000Z", "20260701T110000Z"]],
  };

test.each(Object.entries(zones))(
  "an event of an office in %s is at the moment that was written, by the clocks of the place where they say so",
  async (timezone, events) => {
    const site = testSite();
    const siteYaml = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
    site.write("site.yaml", siteYaml.replace("timezone: Europe/Minsk", `timezone: ${timezone}`));
    for (const [index, [start, end]] of events.entries()) {
      const until = end === "" ? "" : `end: "${end}", `;
      const fields = { title: `Event ${index}`, event: `{ start: "${start}", ${until}place: Main hall }` };
      site.write(`releases/2018-03-04-event-${index}.md`, releaseFile(fields));
    }
    expect((await site.build()).stderr).toBe("");
    for (const [index, [start, end, first, last]] of events.entries()) {
      const { lines, moments, named } = read(site.read(`en/2018/event-${index}/event-${index}.ics`));
      const times = lines.flatMap((line) => /^DT(?:START|END)[;:](.*)/.exec(line)?.[1] ?? []);
      expect(times).toEqual([first, last]);
      const begins = Date.parse(start.replace(" ", "T").replace(" ", ""));
      const ends = end === "" ? begins + 60 * 60 * 1000 : Date.parse(end.replace(" ", "T").replace(" ", ""));
      expect(moments).toEqual([new Date(begins).toISOString(), new Date(ends).toISOString()]);
      expect(named).toEqual(first.startsWith("TZID=") ? [/TZID=(.*):/.exec(first)?.[1]] : []);
    }
  },
);

test("an event says who invites, whom to ask, where to register, and keeps every character", async () => {
  const site = testSite();
  const place = 'Зал «Мир», 2 этаж; вход "Б" \\\\ 会议厅'.replaceAll('"', '\\"');
  site.write(
    "releases/2018-03-04-centre.md",
    releaseFile({
      title: '"Открытие центра, пресс-показ; приглашение для журналистов и фотографов"',
      summary: '"Пресс-показ, а потом вопросы; места для 20 журналистов 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"',
      contacts: "[press-office, anna]",
      event: `{ start: "2026-10-09 08:00 +03:00", place: "${place}", url: "https://events.example.org/a,b;c" }`,
    }),
  );
  site.write(
    "contacts/anna.yaml",
    'name: Anna Kavalenka\nrole: Officer\nmobile: "+375 29 123 45 67"\nemail: anna@example.org\n',
  );
  expect((await site.build()).stderr).toBe("");
  const { event, lines } = read(site.read("en/2018/centre/centre.ics"));
  expect(event.organizer).toMatchObject({ name: "Northland", email: "press@example.org" });
  expect(lines.filter((line) => line.startsWith("CONTACT"))).toEqual([
    "CONTACT:Press Office\\, +375 17 327 48 76\\, press@example.org",
    "CONTACT:Anna Kavalenka\\, Officer\\, +375 29 123 45 67\\, anna@example.org",
  ]);
  expect(event.summary).toBe("Открытие центра, пресс-показ; приглашение для журналистов и фотографов");
  expect(event.location).toMatch(/^Зал «Мир», 2 этаж; вход .Б. \\ 会议厅$/);
  expect(event.description).toBe(
    [
      "Пресс-показ, а потом вопросы; места для 20 журналистов 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
      "https://events.example.org/a,b;c",
      "https://press.example.org/en/2018/centre/",
    ].join("\n\n"),
  );
  expect([event.url, event.uid, event.status]).toEqual([
    "https://press.example.org/en/2018/centre/",
    "https://press.example.org/en/2018/centre/",
    "CONFIRMED",
  ]);
  expect(lines).toContain("SEQUENCE:0");
});

test("the event of a release that is withdrawn is cancelled where it was saved, and says no more than why", async () => {
  const site = testSite();
  const event = '{ start: "2026-10-09 08:00 +03:00", place: Secret hall, url: "https://events.example.org/secret" }';
  const fields = { event, summary: "Secret summary.", changes: "[{ date: 2018-03-05, note: Secret change. }]" };
  const make = async (more: Readonly<Record<string, string>>) => {
    site.write("releases/2018-03-04-centre.md", releaseFile({ ...fields, ...more }));
    expect((await site.build()).stderr).toBe("");
    return read(site.read("en/2018/centre/centre.ics"));
  };
  const before = await make({});
  const after = await make({ status: "{ is: withdrawn, date: 2018-04-01, reason: The hall burnt down. }" });
  expect([before.event.status, after.event.status]).toEqual(["CONFIRMED", "CANCELLED"]);
  expect([before.event.sequence, after.event.sequence]).toEqual([1, 2]);
  expect([after.event.uid, ...after.moments]).toEqual([before.event.uid, ...before.moments]);
  expect(after.event.description).toContain("The hall burnt down.");
  expect(after.lines.join("\n")).not.toMatch(/secret/i);
});
