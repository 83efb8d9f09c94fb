import { describe, expect, test } from "vitest";
import { testSite } from "../support/site.ts";

const RELEASE = `---
title: Wells for the north
date: 2019-05-06
location: smarhon
partners: [european-union]
contacts: [press-office]
topics: [migration]
sdgs: [6]
type: statement
---

Text.

> Water is life.
>
> — Анна Коваленко, minister

> Water is a right.
>
> — Anna Kavalenka, Resident Representative
`;

describe("the lists of the site", () => {
  test("hold each release under its year, kind, partner, place, topic, goal and speakers", async () => {
    const site = testSite();
    site.write("releases/2019-05-06-wells.md", RELEASE);
    expect((await site.build()).stderr).toBe("");
    for (const list of [
      "releases",
      "2019",
      "types/statement",
      "partners/european-union",
      "places/smarhon",
      "topics/migration",
      "sdgs/6",
      "speakers/anna-kavalenka",
      "speakers/anna-kovalenko",
    ]) {
      expect(site.read(`en/${list}/index.html`)).toContain('href="/en/2019/wells/"');
    }
    expect(site.read("en/partners/european-union/index.html")).toContain("/en/2017/training-centre/");
    expect(site.read("en/2017/index.html")).not.toContain("/en/2019/wells/");
    expect(site.read("en/speakers/anna-kovalenko/index.html")).toContain("<h1>Анна Коваленко</h1>");
  });

  test("are named in overviews, with how many releases each holds", async () => {
    const site = testSite();
    site.write("releases/2019-05-06-wells.md", RELEASE);
    await site.build();
    const partners = site.read("en/partners/index.html");
    expect(partners).toMatch(/European Union<\/a> <small>2 releases/);
    expect(partners).toMatch(/State Border Committee<\/a> <small>1 release</);
    expect(site.read("en/sdgs/index.html")).toContain("Clean water and sanitation");
    expect(site.read("en/years/index.html").indexOf("2017")).toBeGreaterThan(0);
  });

  test("know nothing of a term that only a withheld release has", async () => {
    const site = testSite();
    site.write("releases/2019-05-06-wells.md", RELEASE.replace("type: statement", "type: statement\ndraft: true"));
    await site.build();
    expect(site.files().filter((file) => /migration|sdgs\/6|statement|2019|kavalenka\/index/.test(file))).toEqual([
      "en/speakers/anna-kavalenka/index.html",
    ]);
    expect(site.read("en/topics/index.html")).not.toContain("Migration");
  });

  test("change only where a new release joins them", async () => {
    const site = testSite();
    await site.build();
    const before = site.read("en/partners/state-border-committee/index.html");
    site.write("releases/2019-05-06-wells.md", RELEASE);
    await site.build();
    expect(site.read("en/partners/state-border-committee/index.html")).toBe(before);
  });
});

test("a withdrawn release keeps its address, its title and the reason, and nothing that could be quoted", async () => {
  const site = testSite();
  const status =
    "status: { is: withdrawn, date: 2019-06-01, reason: The figures were wrong., replaced_by: 2017-01-27-training-centre }";
  site.write("releases/2019-05-06-wells.md", RELEASE.replace("type: statement", `summary: Wells for all.\n${status}`));
  expect((await site.build()).stderr).toBe("");
  const html = site.read("en/2019/wells/index.html");
  for (const words of [
    "Wells for the north",
    "Withdrawn",
    "1 June 2019",
    "The figures were wrong.",
    'href="/en/2017/training-centre/"',
  ]) {
    expect(html).toContain(words);
  }
  for (const words of ["Water is life", "Wells for all"]) {
    for (const file of site.files()) expect(site.read(file)).not.toContain(words);
  }
  expect(site.read("en/releases/index.html")).toContain("Withdrawn");
  expect(site.files()).not.toContain("en/speakers/anna-kovalenko/index.html");
});

test("no link of the site leads nowhere", async () => {
  const site = testSite();
  site.write("releases/2019-05-06-wells.md", RELEASE);
  await site.build();
  const files = new Set(site.files());
  const dead = [...files]
    .filter((file) => file.endsWith(".html"))
    .flatMap((file) =>
      [...site.read(file).matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map(([, link = ""]) => ({ file, link })),
    )
    .filter(({ link }) => !files.has(link.endsWith("/") ? `${link.slice(1)}index.html` : link.slice(1)));
  expect(dead).toEqual([]);
});
