import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsIn } from "../support/accessibility.ts";
import { layoutShift, machine, openPage, openWindow } from "../support/browser.ts";
import { type FixtureName, fixtureNames } from "../support/fixtures.ts";
import { layoutFaults } from "../support/layout.ts";
import { type BuiltSite, builtSite } from "../support/pages.ts";
import { type Served, serve } from "../support/serve.ts";
import { faultsFound } from "../support/verdicts.ts";

/** Pages are loaded side by side: a browser waits more than it works. */
const WINDOWS = 4;

/** Fixtures whose accessibility has tests of its own, and the smallest one, which has no kind of page that they lack. */
const LOOKED_AT: readonly FixtureName[] = ["showcase", "first", "minimal"];

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

  const pages = () => site.files.filter((file) => file.endsWith(".html"));
  const addressOf = (file: string) => `${served.origin}${site.prefix}/${encodeURI(file).replace(/index\.html$/, "")}`;

  /** What a page looks like besides its own bytes: what all pages share, the browser with the fonts of this machine, and how it is looked at. */
  async function basis(): Promise<readonly string[]> {
    const shared = site.files.filter((file) => /\.(?:css|js)$|^_headers$/.test(file));
    const looks = ["browser/every-site.test.ts", "support/browser.ts", "support/layout.ts", "support/serve.ts"];
    return [
      ...shared.map((file) => site.read(file)),
      ...looks.map((file) => readFileSync(path.join("tests", file), "utf8")),
      await machine(),
    ];
  }

  /** Looks at a page that would lead on by itself before it does. */
  async function open(page: Page, file: string): Promise<void> {
    const isMoved = site.read(file).includes('http-equiv="refresh"');
    const address = addressOf(file);
    if (isMoved) {
      await page.route(address, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, "");
        await route.fulfill({ response, body });
      });
    }
    await page.goto(address);
    if (isMoved) await page.unroute(address);
  }

  test("has no page with a console message or a request to elsewhere, and none that is wider than 320 px or whose words are cut off or cover others", async () => {
    const texts = new Map(pages().map((file) => [file, site.read(file)]));
    expect(texts.size).toBeGreaterThan(20);
    const wrong = await faultsFound(`layout-${name}`, await basis(), texts, async (files) => {
      const found: string[] = [];
      const queue = [...files];
      await Promise.all(
        Array.from({ length: Math.min(WINDOWS, queue.length) }, async () => {
          const { page, faults, close } = await openWindow({ viewport: { width: 320, height: 640 } });
          for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
            await open(page, file);
            for (const fault of [...faults.splice(0), ...(await layoutFaults(page))]) found.push(`${file}: ${fault}`);
          }
          await close();
        }),
      );
      return found;
    });
    expect(wrong).toEqual([]);
  }, 240_000);

  test("opens its menus inside the window, whatever they say", async () => {
    const { page } = await openPage({ viewport: { width: 320, height: 640 } });
    for (const file of pages().filter((one) => /^[a-z]+\/(?:media\/)?index\.html$/.test(one))) {
      await open(page, file);
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
      await page.goto(addressOf(file));
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

  if (!LOOKED_AT.includes(name))
    test("has no accessibility fault, and nothing that moves, on any kind of page", async () => {
      const { page } = await openPage({ bypassCSP: true, viewport: { width: 360, height: 800 } });
      for (const [index, file] of oneOfEachKind(site).entries()) {
        await open(page, file);
        if (site.read(file).includes("<picture>"))
          // What a browser shows before it has the whole bar moves it by less.
          expect({ file, isStill: (await layoutShift(page)) < 0.01 }).toEqual({ file, isStill: true });
        const width = index % 2 === 0 ? 360 : 1280;
        for (const colours of ["light", "dark"] as const) {
          const look = [colours, width] as const;
          expect({ file, look, violations: await faultsIn(page, look) }).toEqual({ file, look, violations: [] });
        }
      }
    }, 240_000);
});

/** One page for each set of components that pages have, each from another language than the one before where there are several. */
function oneOfEachKind(site: BuiltSite): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const file of site.files.filter((name) => name.endsWith(".html"))) {
    const [, main = ""] = site.read(file).split("<main");
    const classes = [...main.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" "));
    const kind = [...new Set(classes)]
      .filter((name) => !/^(?:tone|sdg)-/.test(name))
      .toSorted()
      .join(" ");
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  return [...kinds.values()].map((found, index) => found[index % found.length] ?? "");
}
