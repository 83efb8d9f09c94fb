import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { layoutFaults, overflow } from "../support/layout.ts";
import { type BuiltSite, builtSite } from "../support/pages.ts";
import { type Served, serve } from "../support/serve.ts";

let site: BuiltSite;
let served: Served;

beforeAll(async () => {
  site = await builtSite("long-words");
  served = await serve(site.folder);
});
afterAll(() => served.close());

describe.each([320, 1280])("T6: words of 60 letters in a window of %i px", (width) => {
  test.each([
    ["en", "Titlewater"],
    ["ar", "عنوانوالمستشفياتالجامعية"],
  ])("are found by the search, and their results and choices keep to their places: %s", async (lang, words) => {
    const { page, faults } = await openPage({ viewport: { width, height: 800 } });
    await page.goto(`${served.origin}/${lang}/search/?q=${encodeURIComponent(words)}`);
    await page.locator(".result").first().waitFor();
    if (width === 320) await page.locator("form summary").click();
    await expect.poll(() => layoutFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each(["en/atom.xml", "ar/rss.xml"])("keep inside a feed that a person opens: %s", async (feed) => {
    const { page } = await openPage({ viewport: { width, height: 800 } });
    await page.goto(`${served.origin}/${feed}`);
    expect(await overflow(page)).toBe(0);
  });

  test("break in print too", async () => {
    const { page } = await openPage({ viewport: { width, height: 800 } });
    await page.emulateMedia({ media: "print" });
    for (const file of site.pages.filter((one) => /^..\/2026\/.*index\.html$/.test(one))) {
      await page.goto(`${served.origin}/${file}`);
      expect({ file, faults: await layoutFaults(page) }).toEqual({ file, faults: [] });
    }
  });
});
