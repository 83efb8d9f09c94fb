import { expect, test } from "vitest";
import { testSite } from "../support/site.ts";

const release = (title: string, more = "") => `---
title: ${title}
date: 2017-01-02
location: smarhon
partners: []
contacts: [press-office]
${more}---

Text.
`;

test("each correction and withdrawal stands in the list and its feed, the newest first", async () => {
  const site = testSite();
  site.write(
    "releases/2017-01-02-wells.md",
    release(
      "Wells",
      'status: corrected\nchanges:\n  - { date: 2017-02-03, note: "There are *twelve* wells, as [the list](wells.csv) says.[^1]\\n\\n[^1]: Counted." }\n  - { date: 2017-05-06, note: "Names were put right.[^1]\\n\\n[^1]: Two." }\ndocuments: [{ file: wells.csv, title: Wells }]\n',
    ),
  );
  site.write(
    "releases/2017-01-02-dams.md",
    release("Dams", "status: { is: withdrawn, date: 2017-03-04, reason: The dam is a bridge. }\n"),
  );
  site.write("releases/wells.csv", "a,b\n");
  site.write("releases/2017-01-02-ponds.md", release("Ponds"));
  site.write("pages/corrections/en.md", "---\ntitle: How we correct\n---\n\nIn the open.\n");
  expect((await site.build()).stderr).toBe("");
  const page = site.read("en/corrections/index.html");
  const places = ["Names were put right.", "The dam is a bridge.", "<em>twelve</em>", "How we correct", "In the open."];
  const found = places.map((words) => page.indexOf(words));
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(found[0]).toBeGreaterThan(0);
  expect(page).toMatch(/<a href="\/files\/wells\.[^"]*csv">the list<\/a>/);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(page).toMatch(/Withdrawn[\s\S]*Dams/);
  expect(page).not.toContain("Ponds");
  const feed = site.read("en/corrections/atom.xml");
  expect([...feed.matchAll(/<title[^>]*>([^<]*(?:Wells|Dams|Ponds))/g)].map(([, title]) => title)).toEqual([
    "Corrected: Wells",
    "Withdrawn: Dams",
  ]);
});

test("the office's own text has no heading that the page has already", async () => {
  const site = testSite();
  site.write("pages/corrections/en.md", "---\ntitle: Corrections\n---\n\nIn the open.\n");
  await site.build();
  const page = site.read("en/corrections/index.html");
  expect(page).toContain("<p>In the open.</p>");
  expect(page.match(/<h[12][^>]*>Corrections</g)).toHaveLength(1);
});

test("an office that corrected nothing says so", async () => {
  const site = testSite();
  await site.build();
  expect(site.read("en/corrections/index.html")).toContain("Nothing has been corrected or withdrawn.");
});
