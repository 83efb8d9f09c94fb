import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { machine, openPage } from "../support/browser.ts";
import { faultsOnPages, open, pagesIn, withEachComponent } from "../support/every-page.ts";
import { type FixtureName, fixtureNames } from "../support/fixtures.ts";
import { layoutFaults } from "../support/layout.ts";
import { type BuiltSite, builtSite } from "../support/pages.ts";
import { type Served, serve } from "../support/serve.ts";
import { faultsFound } from "../support/verdicts.ts";

/**
 * Fixtures with words or scripts that no other has, and the colours in which each is looked at: they have the same components. The
 * accessibility of the showcase has tests of its own.
 */
const LOOKED_AT: Partial<Readonly<Record<FixtureName, "light" | "dark">>> = {
  "three-scripts": "light",
  "long-words": "dark",
};

/** Fixtures whose languages others have: each component of these is looked at in one language, and of the others in each. */
const IN_ONE_LANGUAGE: readonly FixtureName[] = ["showcase", "folder"];

/** A phone: a screen and a half of it are 1266 px. */
const PHONE = { width: 390, height: 844 };

describe.each(fixtureNames)("the fixture %s", (name) => {
  let site: BuiltSite;
  let served: Served;
  beforeAll(async () => {
    site = await builtSite(name);
    served = await serve(site.folder, site.prefix);
  });
  afterAll(() => served.close());

  /** What a page looks like besides its own bytes: what all pages share, the browser with the fonts of this machine, and how it is looked at. */
  async function basis(): Promise<readonly string[]> {
    const shared = site.files.filter((file) => /\.(?:css|js)$|^_headers$/.test(file));
    const looks = ["accessibility", "browser", "every-page", "layout", "serve"];
    return [
      ...shared.map((file) => site.read(file)),
      ...looks.map((file) => readFileSync(`tests/support/${file}.ts`, "utf8")),
      await machine(),
    ];
  }

  // `npm run test:soak` looks at every page.
  test("has no page with a console message or a request to elsewhere, none that is wider than 320 px or whose words are cut off or cover others, and no accessibility fault", async () => {
    const colours = LOOKED_AT[name];
    const lookedAt = colours ? withEachComponent(site) : [];
    const kinds = withEachComponent(site, IN_ONE_LANGUAGE.includes(name) ? "site" : "language");
    const pages = new Set([...kinds, ...lookedAt]);
    expect(pages.size).toBeGreaterThan(12);
    const texts = new Map([...pages].map((file) => [file, site.read(file)]));
    const wrong = await faultsFound(`layout-${name}`, await basis(), texts, (files) =>
      faultsOnPages(site, served, files, lookedAt, colours && [colours]),
    );
    expect(wrong).toEqual([]);
  }, 240_000);

  test("opens its menus inside the window, whatever they say", async () => {
    const { page } = await openPage({ viewport: { width: 320, height: 640 } });
    for (const file of pagesIn(site).filter((one) => /^[a-z]+\/(?:media\/)?index\.html$/.test(one))) {
      await open(page, site, served, file);
      const menus = await page.locator("details:not(.search *):visible").all();
      expect(menus.length).toBeGreaterThan(0);
      for (const menu of menus) {
        await menu.locator("summary").click();
        await expect.poll(async () => ({ file, faults: await layoutFaults(page) })).toEqual({ file, faults: [] });
        await menu.locator("summary").click();
      }
    }
  });

  test("has on a phone whom to call, the text, pictures and kit within a screen and a half of every release, without scripts", async () => {
    const { page } = await openPage({ viewport: PHONE, javaScriptEnabled: false, isMobile: true, hasTouch: true });
    const releases = site.pages.filter((file) => site.read(file).includes('class="wide release"'));
    expect(releases.length).toBeGreaterThan(0);
    for (const file of releases) {
      await open(page, site, served, file);
      const isWithdrawn = site.read(file).includes("notice-withdrawn");
      const { ends, call, text } = await page.evaluate<{ ends: number[]; call: boolean; text: boolean }>(`(() => {
        const cells = [...document.querySelectorAll(".acts a")].filter((cell) => cell.checkVisibility());
        return {
          ends: cells.map((cell) => cell.getBoundingClientRect().bottom),
          call: cells.some((cell) => /^(?:tel|mailto):/.test(cell.href)),
          text: cells.some((cell) => cell.href.endsWith(".txt")),
        };
      })()`);
      expect({ file, call, text }).toEqual({ file, call: true, text: !isWithdrawn });
      expect({ file, isNear: Math.max(...ends) <= 1.5 * PHONE.height }).toEqual({ file, isNear: true });
    }
  }, 120_000);
});
