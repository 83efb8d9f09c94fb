import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { layoutShift, openNew, openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { type Served, serve } from "../support/serve.ts";

const folder = path.join(await fixture("showcase"), "_site");
const RELEASE = "/en/2026/river-gauges/";
let served: Served;

beforeAll(async () => {
  served = await serve(folder);
});
afterAll(() => served.close());

describe("the main picture of a release", () => {
  test.each([1, 2])(
    "is at most 60 kB on a phone of 390 pixels and density %i, and nothing moves for it",
    async (deviceScaleFactor) => {
      const { page, faults } = await openNew({ viewport: { width: 390, height: 844 }, deviceScaleFactor });
      await page.goto(served.origin + RELEASE, { waitUntil: "networkidle" });
      const shown = await page.evaluate<string>("document.querySelector('.hero img').currentSrc");
      expect(shown).toMatch(/\.avif$/);
      expect(readFileSync(path.join(folder, new URL(shown).pathname)).length).toBeLessThanOrEqual(60_000);
      expect(await layoutShift(page)).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  test("or the title is the largest thing that is painted", async () => {
    const { page } = await openNew({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
    await page.goto(served.origin + RELEASE, { waitUntil: "networkidle" });
    const largest = await page.evaluate<string>(`new Promise((resolve) =>
      new PerformanceObserver((list) => {
        const { element } = list.getEntries().at(-1);
        resolve(element.closest(".hero, h1") ? "hero or title" : element.outerHTML.slice(0, 200));
      }).observe({ type: "largest-contentful-paint", buffered: true }))`);
    expect(largest).toBe("hero or title");
  });
});

test("the ways to see fewer pictures open and lead on without JavaScript", async () => {
  const { page } = await openPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(`${served.origin}/en/media/`);
  await page.getByText("Places", { exact: true }).first().click();
  await page.getByRole("link", { name: /^Galway/ }).click();
  await page.waitForURL("**/en/media/places/galway/");
  await page.locator(".shot a").first().click();
  await page.waitForURL("**/en/media/2025/galway-night-watch/**");
  expect(await page.getByRole("link", { name: /^Download PNG, / }).count()).toBeGreaterThan(0);
});
