import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openNew, openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { layoutFaults } from "../support/layout.ts";
import { BuiltSite } from "../support/pages.ts";
import { type Served, serve } from "../support/serve.ts";

const PHONE = { width: 390, height: 844 };

const MODEL = "/en/2026/river-gauges/";
const folder = path.join(await fixture("showcase"), "_site");
let served: Served;

beforeAll(async () => {
  served = await serve(folder);
});
afterAll(() => served.close());

test("on a wide screen the same stands beside the text, and stays when the page is scrolled", async () => {
  const { page } = await openPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(served.origin + MODEL);
  await page.evaluate("scrollTo(0, 3000)");
  for (const name of ["+44 20 7946 0123", "Copy text", "Pictures 3", "Press kit"])
    await expect
      .poll(() =>
        page
          .locator(".desk")
          .getByText(name.split(" 3")[0] ?? "")
          .filter({ visible: true })
          .count(),
      )
      .toBeGreaterThan(0);
  const box = await page.locator(".desk").boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(56);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
});

test("the ways to share stand on one line each, and look alike, in every language", async () => {
  for (const width of [1024, 1440])
    for (const lang of ["en", "ru", "ar", "zh"]) {
      const { page } = await openPage({ viewport: { width, height: 900 } });
      await page.goto(`${served.origin}/${lang}/2026/river-gauges/`);
      await page.locator(".share .copy").waitFor();
      const ways = await page.evaluate<{ lines: number; spaced: string }[]>(
        `[...document.querySelectorAll(".share > *")].map((way) => {
          const words = document.createRange();
          words.selectNodeContents(way);
          return { lines: words.getClientRects().length, spaced: getComputedStyle(way).letterSpacing };
        })`,
      );
      expect({ width, lang, ways }).toEqual({ width, lang, ways: Array(2).fill({ lines: 1, spaced: "normal" }) });
    }
});

test.each([
  [390, 45],
  [768, 75],
  [1440, 75],
])("at %i px a line of text has at most 75 characters, and at 768 px not 42", async (width, most) => {
  const { page } = await openPage({ viewport: { width, height: 900 } });
  await page.goto(served.origin + MODEL);
  const longest = await page.evaluate<number>(`Math.max(...[...document.querySelectorAll(".text > p")].map((p) => {
    const lines = new Map();
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top } = range.getBoundingClientRect();
        lines.set(Math.round(top), (lines.get(Math.round(top)) ?? 0) + 1);
      }
    return Math.max(...lines.values());
  }))`);
  expect(longest).toBeLessThanOrEqual(most);
  if (width === 768) expect(longest).toBeGreaterThan(50);
});

test("title, text and footer begin at one edge, and a heading in the text is well below the title", async () => {
  for (const [lang, width] of [
    ["en", 390],
    ["en", 768],
    ["en", 1440],
    ["ar", 1440],
  ] as const) {
    const { page } = await openPage({ viewport: { width, height: 900 } });
    await page.goto(`${served.origin}/${lang}/2026/river-gauges/`);
    const edges = await page.evaluate<number[]>(`["h1", ".text > p", ".ruled > h2", ".footer h2"].map((one) => {
      const { left, right } = document.querySelector(one).getBoundingClientRect();
      return Math.round(document.dir === "rtl" ? innerWidth - right : left);
    })`);
    expect({ lang, width, edges: new Set(edges).size }).toEqual({ lang, width, edges: 1 });
    const [title = 0, heading = 0] = await page.evaluate<number[]>(
      `["h1", ".text > h2"].map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))`,
    );
    expect(heading / title).toBeLessThan(0.7);
  }
});

test("figures are outlined only in scripts whose letters neither join nor have many strokes", async () => {
  const { page } = await openPage({ viewport: PHONE });
  for (const lang of ["en", "ru", "ar", "zh"]) {
    await page.goto(`${served.origin}/${lang}/2026/river-gauges/`);
    const stroke = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('.figures b')).webkitTextStrokeWidth",
    );
    expect({ lang, stroke }).toEqual({ lang, stroke: lang === "ar" || lang === "zh" ? "0px" : "3px" });
  }
});

test.each(["en", "ru", "ar", "zh"])(
  "a quote's speaker keeps away from its button, and pictures beside each other end on one line: %s",
  async (lang) => {
    for (const width of [390, 768, 1440]) {
      const { page } = await openPage({ viewport: { width, height: 900 } });
      await page.goto(`${served.origin}/${lang}/2026/river-gauges/`);
      await page.locator(".quote .copy").last().waitFor();
      const gaps = await page.evaluate<number[]>(`[...document.querySelectorAll(".quote")].map((quote) => {
        const words = document.createRange();
        words.selectNodeContents(quote.querySelector("figcaption"));
        const [text, button] = [words, quote.querySelector(".copy")].map((one) => one.getBoundingClientRect());
        return Math.round(document.dir === "rtl" ? text.left - button.right : button.left - text.right);
      })`);
      expect(gaps.length).toBe(2);
      for (const gap of gaps) expect({ width, gap, isWide: gap >= 8 }).toEqual({ width, gap, isWide: true });
      const ends = await page.evaluate<{ top: number; end: number }[]>(
        `[...document.querySelectorAll(".gallery figure")].map((figure) => ({ top: figure.getBoundingClientRect().top, end: figure.querySelector(".caption").getBoundingClientRect().bottom }))`,
      );
      for (const { top, end } of ends)
        for (const other of ends) if (other.top === top) expect(Math.abs(other.end - end)).toBeLessThan(1);
    }
  },
);

test("a quote is at most as high as its words and a comfortable margin", async () => {
  const { page } = await openPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(served.origin + MODEL);
  const margins = await page.evaluate<number[]>(`[...document.querySelectorAll(".quote")].map((quote) =>
    quote.getBoundingClientRect().height - quote.querySelector("blockquote").getBoundingClientRect().height - quote.querySelector("figcaption").getBoundingClientRect().height)`);
  expect(margins.length).toBe(2);
  for (const margin of margins) expect(margin).toBeLessThanOrEqual(72);
});

test("at least 20 releases stand in a window of 1440 × 2000 px", async () => {
  const many = new BuiltSite(folder, "https://press.example.net");
  const { page } = await openPage({ viewport: { width: 1440, height: 2000 } });
  await page.goto(`${served.origin}/en/releases/`);
  // The fixture has few on a page: the others are put below.
  const rows = many.read("en/releases/page/2/index.html").match(/<ul class="rows">(.*?)<\/ul>/s)?.[1] ?? "";
  const more = many.read("en/releases/page/1/index.html").match(/<ul class="rows">(.*?)<\/ul>/s)?.[1] ?? "";
  const seen = await page.evaluate<number>(`(() => {
    document.querySelector(".rows").insertAdjacentHTML("beforeend", ${JSON.stringify(rows + more)});
    return [...document.querySelectorAll(".row")].filter((row) => row.getBoundingClientRect().bottom <= 2000).length;
  })()`);
  expect(seen).toBeGreaterThanOrEqual(20);
  const long = await page.evaluate<number>(`(() => {
    for (const place of document.querySelectorAll(".row .in")) {
      place.querySelector("a").textContent = "Border guards open training centre number 27 in the north of the country";
      place.querySelector("p")?.remove();
      place.insertAdjacentHTML("beforeend", "<p>The centre opened today with forty guards from both sides of the border.</p>");
    }
    return [...document.querySelectorAll(".row")].filter((row) => row.getBoundingClientRect().bottom <= 2000).length;
  })()`);
  expect(long).toBeGreaterThanOrEqual(20);
});

test.each([768, 1440])("in lists a day stands on one line, also where months have long names: %d px", async (width) => {
  const { page } = await openPage({ viewport: { width, height: 900 } });
  for (const address of ["/ru/", "/ru/releases/", "/ru/corrections/", "/en/corrections/"]) {
    await page.goto(served.origin + address);
    const lines = await page.evaluate<number[]>(`[...document.querySelectorAll(".when time")].map((time) => {
      // The longest in Belarusian and in Spanish.
      const texts = [time.textContent, "30 кастрычніка 2026 г.", "30 de septiembre de 2026"];
      return Math.max(...texts.map((text) => ((time.textContent = text), time.getClientRects().length)));
    })`);
    expect(lines.length).toBeGreaterThan(2);
    expect({ address, lines: Math.max(...lines) }).toEqual({ address, lines: 1 });
  }
});

test("on a page from right to left, quotes and notes in English begin where the page does", async () => {
  const { page } = await openPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${served.origin}/ar/speakers/aoife-lannigan/`);
  const edges = await page.evaluate<number[][]>(
    `[...document.querySelectorAll(".quote")].map((quote) => [quote, quote.querySelector("p > span")].map((element) => innerWidth - element.getBoundingClientRect().right))`,
  );
  // The yellow rule is at the edge of the page, and the words at that of the title.
  expect(edges.length).toBeGreaterThan(1);
  for (const edge of edges) expect(edge).toEqual([0, 120]);
  await page.goto(`${served.origin}/ar/corrections/`);
  const notes = await page.evaluate<number[]>(
    `[...document.querySelectorAll(".note")].map((note) => note.previousElementSibling.getBoundingClientRect().right - note.getBoundingClientRect().right)`,
  );
  expect(notes.length).toBeGreaterThan(1);
  expect([...new Set(notes)]).toEqual([0]);
});

test("all section heads of a release are of one size, and a table has room between a number and the words after it", async () => {
  const { page } = await openPage({ viewport: PHONE });
  for (const width of [390, 1440])
    for (const media of ["screen", "print"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media });
      await page.goto(served.origin + MODEL);
      const sizes = await page.evaluate<string[]>(
        `[...document.querySelectorAll(".ruled > h2, .related > h2")].map((head) => getComputedStyle(head).fontSize)`,
      );
      expect(sizes.length).toBeGreaterThan(10);
      expect({ width, media, sizes: new Set(sizes).size }).toEqual({ width, media, sizes: 1 });
      const gaps = await page.evaluate<
        number[]
      >(`[...document.querySelectorAll("td.end + td:not(.end)")].map((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        const number = document.createRange();
        number.selectNodeContents(cell.previousElementSibling);
        return words.getBoundingClientRect().left - number.getBoundingClientRect().right;
      })`);
      expect(gaps.length).toBe(3);
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(20);
    }
  await page.emulateMedia({ media: "screen" });
});

test.each(["en", "ru", "ar", "zh"])(
  "on a phone the name of a licence, and a number with its unit, are never parted: %s",
  async (lang) => {
    const { page } = await openNew({ viewport: PHONE });
    await page.clock.setFixedTime("2026-11-28T14:00:00Z");
    for (const width of [320, 360, 390, 430]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${served.origin}/${lang}/2026/river-gauges/`);
      await page.locator("[data-hours] b").last().waitFor({ state: "attached" });
      // How many lines each of these parts of the page's words has.
      const lines = await page.evaluate<{ part: string; lines: number }[]>(`(() => {
        const found = [];
        for (const element of document.querySelectorAll(".caption, [data-hours] b")) {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const { 0: part, index } of node.data.matchAll(/CC BY(-SA)? 4\\.0|\\d+\\s(?:hr|ч|ساعة)/g)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + part.length);
              found.push({ part, lines: new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size });
            }
        }
        return found.filter(({ lines }) => lines > 0);
      })()`);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect({ lang, width, ...line }).toMatchObject({ lines: 1 });
    }
  },
);

test("what is said of an event stands below when and where it is", async () => {
  const { page } = await openPage({ viewport: PHONE });
  await page.goto(`${served.origin}/en/2026/gauge-open-day/`);
  const [bold = 0, after = 0] = await page.evaluate<number[]>(`(() => {
    const rest = document.createRange();
    rest.setStartAfter(document.querySelector(".event > b"));
    rest.setEndAfter(document.querySelector(".event").lastChild);
    return [document.querySelector(".event > b").getBoundingClientRect().bottom, rest.getBoundingClientRect().top];
  })()`);
  expect(after).toBeGreaterThanOrEqual(bold - 4);
});

describe("on paper", () => {
  test("pictures keep what is on them, and a link its address beside it", async () => {
    const { page } = await openPage({ viewport: { width: 680, height: 900 } });
    await page.goto(served.origin + MODEL);
    await page.emulateMedia({ media: "print" });
    const shapes = await page.evaluate<number[]>(`[...document.querySelectorAll(".gallery img")].map((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      return height / width;
    })`);
    expect(shapes.length).toBe(2);
    for (const shape of shapes) expect(shape).toBeGreaterThan(0.4);
    const displays = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".links a")].map((link) => getComputedStyle(link).display)`,
    );
    expect(displays).not.toContain("flex");
  });

  test.each(["en", "ru", "ar"])("the model release has at most three pages, with numbers: %s", async (lang) => {
    const { page } = await openPage();
    await page.goto(`${served.origin}/${lang}/2026/river-gauges/`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
  });

  test("no word is cut off or stands over another, on releases, lists and the home page, in any script", async () => {
    // As wide as the paper without its margins.
    const { page } = await openPage({ viewport: { width: 658, height: 900 } });
    await page.emulateMedia({ media: "print" });
    for (const lang of ["en", "ru", "ar", "zh"])
      for (const address of ["", "2026/river-gauges/", "releases/", "press-office/"]) {
        await page.goto(`${served.origin}/${lang}/${address}`);
        expect({ lang, address, faults: await layoutFaults(page) }).toEqual({ lang, address, faults: [] });
      }
  });

  test("a short list has at most two", async () => {
    const { page } = await openPage();
    await page.goto(`${served.origin}/en/releases/`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });
});

test.each([MODEL, "/en/", "/en/releases/"])(
  "%s shows its largest part within 2.5 s at 400 kbit/s and 400 ms",
  async (address) => {
    const { page } = await openNew({ viewport: PHONE, isMobile: true, hasTouch: true });
    const client = await page.context().newCDPSession(page);
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    await page.goto(served.origin + address, { waitUntil: "load" });
    const largest = await page.evaluate<number>(
      `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true }))`,
    );
    expect(largest).toBeLessThanOrEqual(2500);
  },
);
