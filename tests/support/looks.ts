import type { Page } from "playwright-core";
import { expect } from "vitest";
import { faultsIn, LOOKS, openAll } from "./accessibility.ts";
import type { Opened } from "./browser.ts";
import { overflow } from "./layout.ts";

const SPACING =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";

/** How far a page can be scrolled sideways in windows of some widths: 0 px in each. */
async function expectToFit(page: Page, ...widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect({ width, sideways: await overflow(page) }).toEqual({ width, sideways: 0 });
  }
}

/** Both colours, and both widths. */
const BOTH = [LOOKS[0], LOOKS[2]];

/**
 * A page has no accessibility fault in some looks, closed and open, fits every window, and loses nothing when text is large or wide. It is
 * loaded once: that takes longer than most looks at it.
 */
export async function expectToLookRight(
  { page, faults }: Opened,
  address: string,
  looks: readonly (typeof LOOKS)[number][] = BOTH,
): Promise<void> {
  await page.goto(address);
  for (const look of looks)
    expect({ look, violations: await faultsIn(page, look), faults }).toEqual({ look, violations: [], faults: [] });
  // 640 px are 1280 at 200 per cent.
  await expectToFit(page, 320, 640);

  // The text spacing of WCAG 1.4.12.
  const wide = await page.addStyleTag({ content: SPACING });
  await expectToFit(page, 360);
  const cut = await page.evaluate<string[]>(`[...document.querySelectorAll("h1,h2,h3,p,li,a,summary,button,figcaption")]
    .filter((e) => getComputedStyle(e).overflow !== "visible" && !e.closest(".sr") && e.scrollHeight > e.clientHeight + 1)
    .map((e) => e.outerHTML.slice(0, 80))`);
  expect(cut).toEqual([]);
  await wide.evaluate((style) => (style as unknown as { remove(): void }).remove());

  await openAll(page);
  // What is there when all is closed was looked at.
  for (const look of BOTH) {
    expect({ look, violations: await faultsIn(page, look, "details") }).toEqual({ look, violations: [] });
    expect({ look, sideways: await overflow(page) }).toEqual({ look, sideways: 0 });
  }
  // Text at 200 per cent.
  await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')");
  await expectToFit(page, 390, 1280);
}
