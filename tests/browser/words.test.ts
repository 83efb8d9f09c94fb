import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { type Served, serve } from "../support/serve.ts";
import { siteIn } from "../support/site.ts";

const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
let served: Served;

const ARABIC = `---
title: "المرجع 2026/31/RP"
summary: "هاتف +375 17 327 48 76"
date: 2018-03-04
lang: ar
location: smarhon
partners: []
contacts: [press-office]
notes: "في 2026-10-02"
---

للتواصل: +375 17 327 48 76 أو press@example.org. اتصل على (017) 327-48-76، أو ٠٢ ٢٥٧٨ ٤٨٤٠.
`;

const ENGLISH = `---
title: "The O'Neil plan of the '90s"
date: 2018-03-05
location: smarhon
partners: []
contacts: [press-office]
---

It costs 5 % more.
`;

beforeAll(async () => {
  const site = siteIn(folder, "minimal");
  site.write(
    "site.yaml",
    `name: { en: Office }
description: { en: News. }
origin: https://press.example.org
default_language: en
languages: { en: { label: English, dir: ltr }, ar: { label: العربية, dir: rtl } }
timezone: Europe/Minsk
country: BY
press_office: press-office
`,
  );
  site.write("releases/2018-03-04-numbers.md", ARABIC);
  site.write("releases/2018-03-05-plan.md", ENGLISH);
  const { code, stderr } = await site.build();
  expect({ code, stderr }).toMatchObject({ code: 0 });
  served = await serve(site.output);
});
afterAll(() => {
  served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The characters of some words on a page, from left to right as they are seen. */
function seen(page: Page, words: string): Promise<string> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector("main") as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(wanted);
      if (at === -1) continue;
      const boxes = [...wanted].map((character, index) => {
        const range = document.createRange();
        range.setStart(node, at + index);
        range.setEnd(node, at + index + 1);
        const { left, top } = range.getBoundingClientRect();
        return { character, left, top: Math.round(top) };
      });
      return boxes
        .toSorted((a, b) => a.top - b.top || a.left - b.left)
        .map(({ character }) => character)
        .join("");
    }
    return "";
  }, words);
}

describe("L3: in a text from right to left", () => {
  test.each(["+375 17 327 48 76", "(017) 327-48-76", "٠٢ ٢٥٧٨ ٤٨٤٠", "2026/31/RP", "2026-10-02", "press@example.org"])(
    "%s is read as it was written",
    async (words) => {
      const { page } = await openPage({ viewport: { width: 1000, height: 800 } });
      await page.goto(`${served.origin}/ar/2018/numbers/`);
      expect(await seen(page, words)).toBe(words);
    },
  );

  test("what is copied from the page has no characters that nobody sees", async () => {
    const { page } = await openPage();
    await page.goto(`${served.origin}/ar/2018/numbers/`);
    const copied = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector("main") as Node);
      return String(getSelection());
    });
    expect(copied).toContain("+375 17 327 48 76");
    expect(copied).not.toMatch(/[\u200e\u200f\u2066-\u2069\u202a-\u202e]/);
  });

  test("an address of several lines on the page for machines begins each where it began", async () => {
    const { page } = await openPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`${served.origin}/ar/api/`);
    const lines = await page
      .locator(".addresses > li > bdi")
      .first()
      .evaluate((address) => {
        const { left } = address.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(address);
        const rows = new Map<number, number>();
        for (const { top, left: start } of range.getClientRects())
          rows.set(Math.round(top / 10), Math.min(rows.get(Math.round(top / 10)) ?? start, start));
        return [...rows.values()].map((start) => Math.round(start - left));
      });
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines)).toEqual(new Set([0]));
  });
});

test.each(["O'Neil", "O’Neil", "'90s", "5 %"])(
  "T7: who searches for %s finds it, whichever mark was typed",
  async (words) => {
    const { page } = await openPage();
    await page.goto(`${served.origin}/en/search/?q=${encodeURIComponent(words)}`);
    await page.locator(".result").filter({ hasText: "The O’Neil plan of the ’90s" }).waitFor();
  },
);

test("L3: a result of the search keeps the order of numbers, too", async () => {
  const { page } = await openPage();
  await page.goto(`${served.origin}/ar/search/?q=${encodeURIComponent("المرجع")}`);
  await page.locator(".result h2 bdi").filter({ hasText: "2026/31/RP" }).waitFor();
});
