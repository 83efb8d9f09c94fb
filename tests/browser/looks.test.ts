import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsIn, LOOKS, openAll } from "../support/accessibility.ts";
import { openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { overflow } from "../support/layout.ts";
import { type Served, serve } from "../support/serve.ts";

/** One page of every kind, and every fate of a release; left-to-right and right-to-left. */
const PAGES = [
  "/en/",
  "/ar/",
  "/zh/",
  "/en/2026/river-gauges/",
  "/ru/2026/river-gauges/",
  "/ar/2026/river-gauges/",
  "/en/2026/basin-year-in-review/",
  "/en/2026/school-wells/",
  "/en/2025/glacier-survey/",
  "/en/2024/first-gauge-plan/",
  "/en/2024/old-announcement/",
  "/en/releases/",
  "/ar/releases/",
  "/zh/releases/",
  "/en/releases/page/1/",
  "/ar/types/press-release/2026/",
  "/en/partners/",
  "/en/partners/rivers-partnership/",
  "/ar/speakers/",
  "/en/speakers/gulnara-sabyr/",
  "/en/places/",
  "/ar/places/",
  "/en/sdgs/",
  "/ru/sdgs/",
  "/en/events/",
  "/en/corrections/",
  "/en/press-office/",
  "/ar/press-office/",
  "/en/follow/",
  "/en/search/",
  "/en/search/2026/",
  "/en/api/",
  "/ar/api/",
  "/ar/genuine/",
  "/en/media/",
  "/ar/media/",
  "/ar/media/2026/river-gauges/gauge-at-dawn/",
  "/ar/accessibility/",
  "/404.html",
];

const SPACING =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

let served: Served;
beforeAll(async () => {
  served = await serve(path.join(await fixture("showcase"), "_site"));
});
afterAll(() => served.close());

/** How far a page can be scrolled sideways in windows of some widths: 0 px in each. */
async function expectToFit(page: Page, ...widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect({ width, sideways: await overflow(page) }).toEqual({ width, sideways: 0 });
  }
}

// A page is loaded once: that takes longer than most looks at it.
test.each(PAGES)(
  "%s has no accessibility fault in any look, closed and open, fits every window, and loses nothing when text is large or wide",
  async (address) => {
    const { page, faults } = await openPage({ bypassCSP: true });
    await page.goto(served.origin + address);
    for (const look of LOOKS)
      expect({ look, violations: await faultsIn(page, look), faults }).toEqual({ look, violations: [], faults: [] });
    // 640 px are 1280 at 200 per cent.
    await expectToFit(page, 320, 640);

    // The text spacing of WCAG 1.4.12.
    const wide = await page.addStyleTag({ content: SPACING });
    await expectToFit(page, 360);
    const cut = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll("h1,h2,h3,p,li,a,summary,button,figcaption")]
      .filter((e) => getComputedStyle(e).overflow !== "visible" && !e.closest(".sr") && e.scrollHeight > e.clientHeight + 1)
      .map((e) => e.outerHTML.slice(0, 80))`);
    expect(cut).toEqual([]);
    await wide.evaluate((style) => (style as unknown as { remove(): void }).remove());

    await openAll(page);
    for (const look of LOOKS) {
      // What is there when all is closed was looked at.
      expect({ look, violations: await faultsIn(page, look, "details") }).toEqual({ look, violations: [] });
      expect({ look, sideways: await overflow(page) }).toEqual({ look, sideways: 0 });
    }
    // Text at 200 per cent.
    await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
    await expectToFit(page, 390, 1280);
  },
);
