import { convertIcsCalendar } from "ts-ics";
import { expect, test } from "vitest";
import { testSite } from "../support/site.ts";

const advisory = (title: string, start: string, more = "") => `---
title: ${title}
type: media-advisory
date: 2017-01-02
location: smarhon
partners: []
contacts: [press-office]
event: { start: "${start}", place: Town hall }
${more}---

Come.
`;

test("events are coming or past by the moment of the build, and one calendar holds them all", async () => {
  const site = testSite();
  site.write("releases/2017-01-02-old.md", advisory("Old meeting", "2017-01-03 10:00 +03:00"));
  site.write("releases/2017-01-02-new.md", advisory("New meeting", "2099-01-03 10:00 +03:00"));
  site.write("releases/2017-01-02-off.md", advisory("Lost meeting", "2099-02-03 10:00 +03:00", "status: withdrawn\n"));
  expect((await site.build()).stderr).toBe("");
  const page = site.read("en/events/index.html");
  const [coming = "", past = ""] = page.slice(page.indexOf('id="coming"')).split('id="past"');
  expect(coming).toContain("New meeting");
  expect(coming).toMatch(/Lost meeting[\s\S]*cancelled/);
  expect(coming).not.toContain("Old meeting");
  expect(past).toContain("Old meeting");
  expect(past).toContain("This event is over.");
  const { events = [] } = convertIcsCalendar(undefined, site.read("en/events/events.ics"));
  expect(events.map(({ summary, status }) => `${summary}: ${status}`)).toEqual([
    "Old meeting: CONFIRMED",
    "New meeting: CONFIRMED",
    "Lost meeting: CANCELLED",
  ]);
  expect(site.read("en/index.html")).toContain('href="/en/events/"');
});

test("a site without events has no page of them", async () => {
  const site = testSite();
  await site.build();
  expect(site.files().filter((file) => file.includes("events"))).toEqual([]);
  expect(site.read("en/index.html")).not.toContain("/events/");
});
