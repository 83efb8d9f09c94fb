import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { layoutShift, openNew, openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { type Served, serve } from "../support/serve.ts";

const folder = path.join(await fixture("showcase"), "_site");
const MODEL = "/en/2026/river-gauges/";

let served: Served;

beforeAll(async () => {
  served = await serve(folder);
});
afterAll(() => served.close());

test("the pattern of an address runs from left to right, its Arabic words too", async () => {
  const { page } = await openPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${served.origin}/ar/api/`);
  const order = await page.evaluate<readonly string[]>(`
    (() => {
      const walker = document.createTreeWalker(document.querySelector(".addresses bdi"), NodeFilter.SHOW_TEXT);
      const parts = [];
      for (let node; (node = walker.nextNode()); ) {
        const range = document.createRange();
        range.selectNodeContents(node);
        parts.push({ text: node.textContent, left: range.getBoundingClientRect().left });
      }
      return parts.sort((a, b) => a.left - b.left).map(({ text }) => text);
    })()
  `);
  expect(order).toEqual(["https://press.example.net/ar/", "السنة", "/", "الاسم", "/", "الاسم", ".txt"]);
});

describe("every page", () => {
  test("has its controls in order for the keyboard, each with a visible focus that nothing hides", async () => {
    for (const [address, width] of [
      [MODEL, 1280],
      ["/ar/", 360],
      ["/en/releases/page/1/", 360],
      ["/en/press-office/", 1280],
    ] as const) {
      const { page } = await openPage({ viewport: { width, height: 800 } });
      await page.goto(served.origin + address);
      const expected = await page.evaluate<number>(
        `[...document.querySelectorAll("a[href],button,summary")].filter((e) => e.checkVisibility() && e.tabIndex >= 0).length`,
      );
      let seen = 0;
      for (; seen < expected; seen++) {
        await page.keyboard.press("Tab");
        const focus = () =>
          page.evaluate<{ shown: boolean; covered: boolean; html: string }>(`(() => {
          const e = document.activeElement;
          const outlined = (element) => element && getComputedStyle(element).outlineStyle !== "none";
          const { left, top, width, height } = e.getBoundingClientRect();
          const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 8));
          return {
            shown: outlined(e) || outlined(e.closest(".card, .row")),
            covered: !(e.contains(over) || over?.contains(e) || e.closest(".card, .row, .feature")?.contains(over)),
            html: e.outerHTML.slice(0, 120),
          };
        })()`);
        await expect.poll(async () => ({ address, ...(await focus()) })).toMatchObject({ shown: true, covered: false });
      }
      expect(seen).toBeGreaterThan(10);
    }
  });
});

describe("with the keyboard alone", () => {
  test("a reader skips to the content and opens the menus", async () => {
    const { page } = await openPage({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
    await page.goto(served.origin + MODEL);
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(":focus").textContent()).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await page.waitForURL("**#main");
    await page.getByText("Menu", { exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(":focus").textContent()).toBe("News");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/releases/");
  });
});

describe("without what a browser may lack", () => {
  test("scripts: every page of the model release's links is reachable, and no control does nothing", async () => {
    const { page, faults } = await openPage({ javaScriptEnabled: false });
    await page.goto(served.origin + MODEL);
    expect(await page.locator("button").count()).toBe(0);
    for (const words of ["Sixty-four automatic gauges", "Notes to editors", "timur.sadyrbek@example.org", "CSV"])
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test("pictures: what they show is said", async () => {
    const { page } = await openPage();
    await page.route(/\.(?:avif|webp|jpg|svg)$/, (route) => route.abort());
    await page.goto(served.origin + MODEL);
    expect(await page.getByRole("img", { name: /Two adults and a young man/ }).isVisible()).toBe(true);
  });

  test("styles: all is there, in the order of the page, and nothing twice", async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.route(served.origin + MODEL, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(/<style>.*?<\/style>/s, "") });
    });
    await page.route(/\.css$/, (route) => route.abort());
    await page.goto(served.origin + MODEL);
    const text = await page.locator("main").innerText();
    const order = [
      "Press release",
      "Sixty-four river gauges",
      "Women from the valley keep",
      "18 November 2026",
      "Embargo lifted",
      "For journalists",
      "+44 20 7946 0123",
      "Copy text",
      "Photo: Highland Lakes Office",
      "went into full service today",
      "My mother taught us",
      "Gulnara Sabyr",
      "Key figures",
      "Press contacts",
      "Notes to editors",
      "Documents",
      "Languages and formats",
      "About the organisations",
      "\nPartners\n",
      "13 Climate action",
      "In the media",
      "Cite this release",
      "Related releases",
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(text.split("My mother taught us").length).toBe(2);
  });
});

describe("the look", () => {
  test("lets the yellow quote break out to the start side only, in both directions", async () => {
    for (const [address, side] of [
      [MODEL, "left"],
      ["/ar/2026/river-gauges/", "right"],
    ] as const) {
      for (const width of [390, 1024, 1440]) {
        const { page } = await openPage({ viewport: { width, height: 900 } });
        await page.goto(served.origin + address);
        const quote = await page.locator("figure.quote").first().boundingBox();
        const text = await page.locator(".prose > p").first().boundingBox();
        if (!quote || !text) throw new Error("There is no quote or no text.");
        const [start, end] =
          side === "left"
            ? [quote.x, text.x + text.width - (quote.x + quote.width)]
            : [width - (quote.x + quote.width), quote.x - text.x];
        expect({ address, width, start: Math.round(start), end: Math.abs(Math.round(end)) <= 2 }).toEqual({
          address,
          width,
          start: 0,
          end: true,
        });
      }
    }
  });

  test("hangs the mark below the bar, of which 56 px stay when the page is scrolled", async () => {
    const { page } = await openPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(served.origin + MODEL);
    await page.evaluate("scrollTo(0, 2000)");
    const bar = await page.locator(".header").boundingBox();
    const mark = await page.locator(".header .mark").boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(56);
    expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBe(63);
  });

  test("L5: sets Arabic and Chinese lines further apart than others, headings in proportion", async () => {
    const heights = async (address: string) => {
      const { page } = await openPage({ viewport: { width: 1024, height: 900 } });
      await page.goto(served.origin + address);
      return page.evaluate<Record<string, number>>(`Object.fromEntries(
        ["h1", ".prose > h2", ".prose > h3", ".prose > p", ".prose li", ".quote blockquote", ".about p", ".contact"]
          .map((selector) => [selector, getComputedStyle(document.querySelector(selector))])
          .map(([selector, style]) => [selector, parseFloat(style.lineHeight) / parseFloat(style.fontSize)]))`);
    };
    for (const lang of ["ar", "zh"]) {
      const found = await heights(`/${lang}/2026/river-gauges/`);
      for (const text of [".prose > p", ".prose li", ".about p", ".contact"]) {
        expect({ lang, text, isHigh: (found[text] ?? 0) >= 1.6 && (found[text] ?? 0) <= 1.75 }).toEqual({
          lang,
          text,
          isHigh: true,
        });
      }
      for (const words of ["h1", ".prose > h2", ".prose > h3", ".quote blockquote"])
        expect({ lang, words, isHigh: (found[words] ?? 0) >= 1.25 && (found[words] ?? 0) <= 1.5 }).toEqual({
          lang,
          words,
          isHigh: true,
        });
    }
    for (const lang of ["en", "ru"])
      expect(await heights(`/${lang}/2026/river-gauges/`)).toMatchObject({
        ".prose > p": expect.closeTo(1.5, 2),
        h1: expect.closeTo(1.1, 2),
      });
  });

  test.each(["en", "ar"])("L5: lets the lead picture of the home page fill its side: %s", async (lang) => {
    const { page } = await openPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${served.origin}/${lang}/`);
    const card = await page.locator(".feature").boundingBox();
    const picture = await page.locator(".feature img").boundingBox();
    if (!card || !picture) throw new Error("There is no lead picture.");
    const gap = lang === "ar" ? card.x + card.width - picture.x - picture.width : picture.x - card.x;
    expect(Math.round(gap)).toBe(0);
  });

  test.each(["/404.html", "/ru/404.html", "/en/2024/old-announcement/"])(
    "leaves room over and between what %s says",
    async (address) => {
      const { page } = await openPage();
      await page.goto(served.origin + address);
      for (const width of [390, 800, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const gaps = await page.evaluate<number[]>(`(() => {
        const boxes = ["header", ...document.querySelectorAll("main .lead")].map((e) => (e.nodeType ? e : document.querySelector(e)).getBoundingClientRect());
        return boxes.slice(1).map((box, index) => box.top - boxes[index].bottom);
      })()`);
        expect(gaps.length).toBe(address === "/404.html" ? 4 : 1);
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(32);
      }
    },
  );

  test("leads from an unknown address to the search, in the language of the page", async () => {
    const { page } = await openPage();
    await page.goto(`${served.origin}/ru/404.html`);
    await page.locator("main").getByRole("link", { name: "Поиск" }).click();
    await page.waitForURL(`${served.origin}/ru/search/`);
  });

  test.each([390, 1000])("opens a menu below the bar, as wide as the page: %i px", async (width) => {
    const { page } = await openPage({ viewport: { width, height: 800 } });
    for (const lang of ["en", "ar"]) {
      await page.goto(`${served.origin}/${lang}/`);
      for (const menu of await page.locator(".header summary:visible").all()) {
        await menu.click();
        const place = async () => {
          const panel = await menu.locator("xpath=..").locator("nav").boundingBox();
          const bar = await page.locator(".header").boundingBox();
          return { below: Math.round((panel?.y ?? 0) - (bar?.height ?? 0)), width: panel?.width };
        };
        await expect.poll(place).toEqual({ below: 0, width });
        await menu.click();
      }
    }
  });

  test("keeps a black rule away from what stands over it on a phone", async () => {
    const { page } = await openPage({ viewport: { width: 390, height: 800 } });
    const gapOver = (selector: string) =>
      page.evaluate<number>(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        return element.getBoundingClientRect().top - element.previousElementSibling.getBoundingClientRect().bottom;
      })()`);
    await page.goto(`${served.origin}/en/`);
    expect(await gapOver(".sides > div")).toBeGreaterThanOrEqual(24);
    await page.goto(`${served.origin}/en/follow/`);
    expect(await gapOver(".ways")).toBeGreaterThanOrEqual(16);
  });

  test.each(["/ar/2026/river-gauges/", "/ar/media/2026/river-gauges/gauge-at-dawn/"])(
    "keeps a size beside its unit from right to left, and the parts of a line in their order: %s",
    async (address) => {
      const { page } = await openPage();
      await page.goto(served.origin + address);
      // Where the parts of each line that tells a size begin, as an Arabic reader meets them: at their right ends.
      const lines = await page.evaluate<{ line: string; met: string[]; told: string[]; gap: number }[]>(`(() => {
        const PARTS = /[A-Z]{3,4}|\\d+ × \\d+|\\d+(?=\\s*[كم]\\p{L}+بايت)|[كم]\\p{L}+بايت/gu;
        return [...document.querySelectorAll(".takeaway a, .links span, .forms a")].flatMap((element) => {
          const text = [...element.childNodes].map((node) => node.textContent).join("");
          const told = [...text.matchAll(PARTS)];
          if (!/بايت/.test(text)) return [];
          const boxes = told.map((part) => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let from = part.index;
            let node = walker.nextNode();
            while (node && from >= node.length) { from -= node.length; node = walker.nextNode(); }
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, from + part[0].length);
            return { part: part[0], box: range.getBoundingClientRect() };
          });
          const [number, unit] = boxes.slice(-2);
          return [{
            line: text,
            told: told.map((part) => part[0]),
            met: boxes.toSorted((a, b) => b.box.right - a.box.right).map(({ part }) => part),
            gap: number.box.left - unit.box.right,
          }];
        });
      })()`);
      expect(lines.length).toBeGreaterThan(0);
      for (const { line, met, told, gap } of lines) {
        expect({ line, met }).toEqual({ line, met: told });
        expect(Math.abs(gap)).toBeLessThan(10);
      }
    },
  );

  test("moves nothing while it loads", async () => {
    const { page } = await openNew({ viewport: { width: 390, height: 844 } });
    for (const address of ["/en/", MODEL, "/en/releases/"]) {
      await page.goto(served.origin + address, { waitUntil: "load" });
      const shift = await layoutShift(page);
      expect({ address, shift }).toEqual({ address, shift: 0 });
    }
  });

  test("prints the first release's page without menus, with its address and its contact", async () => {
    const { page } = await openPage();
    await page.goto(served.origin + MODEL);
    await page.emulateMedia({ media: "print" });
    for (const hidden of [
      "nav.menu",
      ".breadcrumb",
      "footer",
      ".copy",
      ".related",
      ".takeaway",
      ".acts",
      "[data-hours] b",
    ]) {
      expect(await page.locator(hidden).count()).toBeGreaterThan(0);
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    }
    expect(await page.getByText("https://press.example.net/en/2026/river-gauges/").isVisible()).toBe(true);
    expect(await page.getByText("+44 20 7946 0101").first().isVisible()).toBe(true);
  });
});

describe("for the journalist, the script", () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const copied = (page: Page) => page.evaluate<string>("navigator.clipboard.readText()");

  test("copies a quote with who said it and where it stands", async () => {
    const { page } = await openPage({ permissions });
    await page.goto(served.origin + MODEL);
    await page.getByRole("button", { name: "Copy quote" }).first().click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("Copied");
    await expect
      .poll(() => copied(page))
      .toBe(
        "“My mother taught us to listen to the stones. When they begin to knock against each other at night, you take the children and go up. Now the siren tells us while the stones are still quiet.”\n— Gulnara Sabyr, chair of the women’s cooperative of Upper Karasuu\nRivers Partnership, Highland Lakes Office\nhttps://press.example.net/en/2026/river-gauges/",
      );
  });

  test("has at least 44 px for each button on touch, and moves nothing when it adds them", async () => {
    const { page } = await openNew({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto(served.origin + MODEL);
    await page.locator(".copy").last().waitFor({ state: "attached" });
    for (const button of await page.locator(".copy:visible, .acts a:visible").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await layoutShift(page)).toBe(0);
  });

  test("has room for each button under a figure, in every language, on a phone", async () => {
    const { page } = await openPage({ viewport: { width: 360, height: 800 } });
    for (const lang of ["en", "ru", "ar", "zh"]) {
      await page.goto(served.origin + MODEL.replace("/en/", `/${lang}/`));
      await page.locator(".figures .copy").first().waitFor();
      const free = await page.evaluate<number[]>(
        "[...document.querySelectorAll('.figures small')].map((text) => text.nextElementSibling.getBoundingClientRect().top - text.getBoundingClientRect().bottom)",
      );
      expect(free.length).toBe(4);
      for (const pixels of free) expect(pixels).toBeGreaterThan(0);
    }
  });

  test("copies a figure with its source, the citation, and the whole text", async () => {
    const { page } = await openPage({ permissions });
    await page.goto(served.origin + MODEL);
    await page.getByRole("button", { name: "Copy figure" }).first().click();
    await expect
      .poll(() => copied(page))
      .toBe(
        "64 automatic gauges on the Tashsay and its tributaries\nSource: Tashsay Basin Authority\nhttps://press.example.net/en/2026/river-gauges/",
      );
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect
      .poll(() => copied(page))
      .toMatch(/^Rivers Partnership, Highland Lakes Office\. Sixty-four .*river-gauges\/$/);
    await page.goto(`${served.origin}/ru/2026/river-gauges/`);
    await page.locator(".cite .copy").click();
    await expect.poll(() => copied(page)).toContain(" 2026 г. https://");
    await page.goto(served.origin + MODEL);
    await page.getByRole("button", { name: "Copy text" }).click();
    await expect.poll(() => page.getByRole("status").textContent()).toBe("Copied");
    const text = await copied(page);
    expect(text).toMatch(/^Sixty-four river gauges give villages.*\n\nWomen from the valley/);
    expect(text).toContain("\n— said Azamat Toktor, director of the Tashsay Basin Authority\n\n");
    expect(text.split("My mother taught us").length).toBe(2);
  });

  test.each([
    ["2026-11-24T10:00:00Z", "Open now"],
    ["2026-11-24T04:30:00Z", "Opens in 4\u00a0hr."],
    ["2026-11-24T08:05:00Z", "Opens in 25\u00a0min."],
    ["2026-11-28T14:00:00Z", "Opens in 43\u00a0hr."],
  ])("tells at %s that the press office %s", async (now, expected) => {
    const { page } = await openNew();
    await page.clock.setFixedTime(now);
    await page.goto(`${served.origin}/en/press-office/`);
    await expect.poll(() => page.locator("[data-hours] b").first().textContent()).toBe(expected);
  });

  test("speaks the page's language", async () => {
    const { page } = await openNew({ permissions });
    await page.clock.setFixedTime("2026-11-24T04:30:00Z");
    await page.goto(`${served.origin}/ru/2026/river-gauges/`);
    await page.getByRole("button", { name: "Копировать цитату" }).first().waitFor();
    await expect.poll(() => page.locator("[data-hours] b").last().textContent()).toBe("На связи через 4\u00a0ч");
  });
});
