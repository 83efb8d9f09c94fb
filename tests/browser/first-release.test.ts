import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsIn, LOOKS } from "../support/accessibility.ts";
import { openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { BuiltSite } from "../support/pages.ts";
import { type Served, serve } from "../support/serve.ts";

const RELEASE = "/en/2017/714-victims-of-trafficking-helped/";

const folder = path.join(await fixture("first"), "_site");
let served: Served;

beforeAll(async () => {
  served = await serve(folder);
});
afterAll(() => served.close());

describe.each([true, false])("the first release's site, JavaScript on: %s", (javaScriptEnabled) => {
  test("leads from the home page to the first release, its quotes and the phone number", async () => {
    const { page, faults } = await openPage({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    await page.goto(served.origin);
    await page.getByRole("link", { name: /714 victims of trafficking/ }).click();
    await page.waitForURL(served.origin + RELEASE);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Over the past 3 years 714 victims of trafficking have received legal and psychological help in Belarus",
    );
    const quotes = page.getByRole("blockquote");
    expect(await quotes.count()).toBe(2);
    expect(await quotes.first().textContent()).toContain("not walls, not fences");
    const figures = page.locator("figure.quote figcaption");
    expect(await figures.allTextContents()).toEqual([
      "said Sanaka Samarasinha, UNDP Resident Representative in Belarus",
      "stated Andrea Wiktorin, Ambassador, Head of the Delegation of the European Union to Belarus",
    ]);
    expect(await page.locator("main a[href^='tel:']:visible").first().getAttribute("href")).toBe("tel:+375173274876");
    expect(await page.getByText("press.office.by@undp.org").filter({ visible: true }).first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});

describe("the first release's site", () => {
  test("holds every word of the release, and nothing of the advert that was under it", () => {
    const site = new BuiltSite(folder, "https://press.example.org");
    const html = site.read(`${RELEASE.slice(1)}index.html`);
    for (const words of [
      "Smarhon",
      "psychosocial support service",
      "peaceful and inclusive societies",
      "funded by the European Union",
      "psycological",
    ]) {
      expect(html).toContain(words);
    }
    for (const file of site.files) expect(site.read(file)).not.toMatch(/Jordan|Varsity/i);
  });

  test.each([768, 1024, 1440])("has no line of more than 75 characters on its home page, %d px wide", async (width) => {
    const { page } = await openPage({ viewport: { width, height: 900 } });
    await page.goto(`${served.origin}/en/`);
    const lines = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll("main :is(p, li, dd)")].flatMap((place) => {
      const lines = {};
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (let at = 0; at < text.length; at++) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { width, bottom } = range.getBoundingClientRect();
          if (width > 0) lines[Math.round(bottom / 8)] = (lines[Math.round(bottom / 8)] ?? "") + text.data[at];
        }
      return Object.values(lines);
    })`);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => line.length > 75)).toEqual([]);
  });

  test.each([RELEASE, "/be/"])("has no accessibility fault in any of its looks: %s", async (address) => {
    const { page, faults } = await openPage({ bypassCSP: true });
    await page.goto(served.origin + address);
    for (const look of LOOKS)
      expect({ look, violations: await faultsIn(page, look) }).toEqual({ look, violations: [] });
    expect(faults).toEqual([]);
  });

  test("leads to its translations and says that they are translations", async () => {
    const { page } = await openPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(served.origin + RELEASE);
    await page.getByText("Menu", { exact: true }).click();
    await page.getByRole("banner").getByRole("link", { name: "Беларуская" }).click();
    await page.waitForURL("**/be/**");
    expect(await page.locator("html").getAttribute("lang")).toBe("be");
    expect(await page.getByRole("note").textContent()).toContain("не з’яўляецца афіцыйным");
    expect(await page.getByRole("note").getByRole("link").getAttribute("href")).toBe(RELEASE);
  });

  test("lets no foreign script run, even one that got into a page", async () => {
    const { page } = await openPage();
    await page.goto(served.origin);
    await page.evaluate(
      "document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' }))",
    );
    expect(await page.evaluate("window.hacked")).toBeUndefined();
  });

  test("prints as two pages of A4, with its address and the number to call", async () => {
    const { page } = await openPage();
    for (const address of [RELEASE, RELEASE.replace("/en/", "/ru/")]) {
      await page.goto(served.origin + address);
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    }
  });

  test("is readable without its styles, in the order of the page", async () => {
    const { page } = await openPage();
    await page.goto(served.origin + RELEASE);
    await page.evaluate("document.querySelectorAll('style, [rel=stylesheet]').forEach((style) => style.remove())");
    const text = await page.evaluate<string>("document.body.innerText");
    const order = [
      "News",
      "Over the past 3 years",
      "27 January 2017",
      "+375 17 327 48 76",
      "In recent years",
      "not walls",
      "said Sanaka",
      "16 Peace",
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
