import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsIn, LOOKS } from "../support/accessibility.ts";
import { openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { askAnew } from "../support/search.ts";
import { type Served, serve } from "../support/serve.ts";

const folder = path.join(await fixture("showcase"), "_site");
let served: Served;

beforeAll(async () => {
  served = await serve(folder);
});
afterAll(() => served.close());

const search = async (page: Page, lang: string, question = "") => {
  await page.goto(`${served.origin}/${lang}/search/${question}`);
};
const titles = (page: Page) => page.locator(".result h2").allTextContents();
const days = (page: Page) =>
  page.locator(".result time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));

/** An option of a choice, as it is shown. */
async function optionOf(page: Page, label: string, start: string): Promise<string | undefined> {
  const options = await page.getByLabel(label).locator("option").allTextContents();
  return options.find((option) => option.startsWith(start));
}

/** The count that is said when an answer is there. */
async function answered(page: Page, words: RegExp): Promise<number> {
  await page.getByRole("status").filter({ hasText: words }).waitFor();
  return Number(/\d+/.exec(await page.getByRole("status").innerText())?.[0]);
}

describe("a reader who types three letters", () => {
  test.each([
    ["en", "gau", "Sixty-four river gauges", "Osh, 18 November 2026"],
    ["ru", "пав", "64 гидропоста", "Ош, 18 ноября 2026 г."],
    ["ar", "مطر", "أسطح عمّان", "عمّان، 20 مايو 2026"],
    ["zh", "水文站", "64座水文站", "奥什，2026年11月18日"],
  ])("finds releases in %s", async (lang, letters, title, when) => {
    const { page, faults } = await openPage();
    await search(page, lang);
    await page.getByRole("searchbox").pressSequentially(letters, { delay: 20 });
    const result = page.locator(".result").filter({ hasText: title });
    await result.waitFor();
    expect((await result.locator(".when").innerText()).trim()).toBe(when);
    await page.locator(".result mark").first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(letters);
    expect(faults).toEqual([]);
  });
});

describe("the search", () => {
  test("narrows, sorts, shows more, and has all as it was for who comes back from a result", async () => {
    const { page, faults } = await openPage({ viewport: { width: 390, height: 800 } });
    await search(page, "en", "?q=water");
    const all = await answered(page, /found/);
    expect(all).toBeGreaterThan(10);
    await expect.poll(async () => (await titles(page)).length).toBe(10);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(async () => (await titles(page)).length).toBe(Math.min(all, 20));
    await expect.poll(() => page.locator(":focus").textContent()).toBe((await titles(page))[10]);

    await page.getByText("Filter and sort").click();
    await page.getByLabel("Sort by").selectOption("oldest");
    await page.getByLabel("Topic").locator("option", { hasText: "(" }).first().waitFor({ state: "attached" });
    await page.getByLabel("Sort by").selectOption("newest");
    await page.getByLabel("Year").selectOption({ label: (await optionOf(page, "Year", "2025")) ?? "" });
    const years = async () => [...new Set((await days(page)).map((day) => day.slice(0, 4)))];
    await expect.poll(years).toEqual(["2025"]);
    await expect.poll(() => new URL(page.url()).search).toBe("?q=water&year=2025&sort=newest");
    const found = await days(page);
    expect(found).toContain("2025-03-21");
    expect(found).toEqual(found.toSorted().toReversed());
    await expect.poll(() => optionOf(page, "Year", "2025")).toBe(`2025 (${found.length})`);

    const before = await titles(page);
    await page.locator(".result a").nth(1).click();
    await page.waitForURL("**/en/2025/**");
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual(before);
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("water");
    await expect.poll(() => page.getByLabel("Year").inputValue()).toBe("2025");
    expect(faults).toEqual([]);
  });

  test("sorts through all volumes of the index", async () => {
    const { page } = await openPage();
    for (const order of ["newest", "oldest"]) {
      await search(page, "en", `?q=gauge&sort=${order}`);
      await answered(page, /found/);
      const found = await days(page);
      expect(found).toEqual(order === "newest" ? found.toSorted().toReversed() : found.toSorted());
      expect(new Set(found.map((day) => day.slice(0, 4))).size).toBeGreaterThan(1);
    }
  });

  test("finds what the lists of a language hold: marked what is in another, and not what was withdrawn", async () => {
    const { page } = await openPage();
    await search(page, "en", "?q=amman");
    const arabic = page.locator(".result", { has: page.locator("a[lang=ar][dir=rtl]") }).first();
    await arabic.waitFor();
    expect(await arabic.locator(".tag").innerText()).toContain("العربية");
    expect(await arabic.locator(".excerpt").getAttribute("lang")).toBe("ar");
    await search(page, "en", "?q=glacier");
    await answered(page, /found/);
    expect(await page.locator(".result a[href*='glacier-survey-recalculated']").count()).toBe(1);
    expect(await page.locator(".result a[href='/en/2025/glacier-survey/']").count()).toBe(0);
  });

  test("is used with the keyboard alone", async () => {
    const { page } = await openPage({ viewport: { width: 390, height: 800 } });
    await search(page, "en");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("gauges villages", { delay: 5 });
    await page.keyboard.press("Enter");
    await answered(page, /found/);
    const stops: (string | null)[] = [];
    while (stops.length < 20 && !stops.at(-1)?.startsWith("Sixty-four")) {
      await page.keyboard.press("Tab");
      stops.push(await page.locator(":focus").textContent());
    }
    expect(stops.slice(0, 2)).toEqual(["Search", "Filter and sort"]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/2026/river-gauges/");
    await page.goBack();
    await answered(page, /found/);
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Escape");
    await page.locator(".result").first().waitFor({ state: "detached" });
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("");
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await page.getByRole("link", { name: "News" }).first().waitFor();
  });

  test("says when there is nothing, and leads to the lists when it cannot be loaded", async () => {
    const { page } = await openPage();
    await search(page, "en", "?q=qwxyzzy");
    await page.getByText("No releases found.").waitFor();
    const { page: offline } = await openPage();
    await offline.route("**/pagefind*.js", (route) => route.abort());
    await search(offline, "en", "?q=gauge");
    await offline.getByText("The search could not be loaded.").waitFor();
    await offline.locator("#lists").waitFor();
  });

  test("costs nobody anything who does not search", async () => {
    const { page } = await openPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    for (const address of ["/en/", "/en/releases/", "/en/2026/river-gauges/", "/en/search/2026/"])
      await page.goto(served.origin + address, { waitUntil: "load" });
    expect(asked.filter((address) => /pagefind|^\/search/.test(address))).toEqual([]);
    await search(page, "en");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((address) => /pagefind|^\/search/.test(address))).toEqual([
      expect.stringMatching(/^\/search\.en\.[0-9a-f]{10}\.js$/),
    ]);
  });

  test("gives way to lists and a plain archive where there are no scripts", async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await search(page, "en");
    expect(await page.getByRole("searchbox").count()).toBe(0);
    const said = await page.locator("main").innerText();
    expect(said).toContain("search on that page with your browser");
    expect(said).not.toContain("Search all releases");
    expect(await page.locator("#lists a").count()).toBeGreaterThan(8);
    await page.getByRole("link", { name: "2024", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "All titles from 2024", exact: true }).waitFor();
    await page.getByRole("link", { name: "Pupils switch on the first automatic gauge" }).click();
    await page.waitForURL("**/en/2024/first-school-gauge/");
  });
});

test.each([
  ["en", "?q=water"],
  ["ar", "?q=المياه"],
])("results in %s have no accessibility fault and fit the window, with the filters open", async (lang, question) => {
  const { page, faults } = await openPage({ viewport: { width: 360, height: 800 }, bypassCSP: true });
  await search(page, lang, question);
  await page.locator(".result").first().waitFor();
  await page.locator("form summary").click();
  await page.locator("select[name=partner] option").nth(1).waitFor({ state: "attached" });
  for (const look of LOOKS) expect({ look, violations: await faultsIn(page, look) }).toEqual({ look, violations: [] });
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  }
  expect(faults).toEqual([]);
});

describe("A5: what a reader remembers of a release", () => {
  test("finds it first: its number, its day, what its pictures, films and documents say, who speaks in it", async () => {
    const { page, faults } = await openPage();
    await search(page, "en");
    for (const [question, title, count] of [
      ["RP/2026/31", "Sixty-four river gauges", 1],
      ["wooden jetty in a mountain lake", "Pupils switch on the first automatic gauge"],
      ["rp-2026-31", "Sixty-four river gauges", 1],
      ["Duan Xiaoman", "A school on Lake Dianchi"],
      ["RP 2026 31", "Sixty-four river gauges"],
      ["school on lake Dianchi", "A school on Lake Dianchi"],
      ...[
        "2026/31",
        "Bermet Asanbay",
        "first Monday of each month at six",
        "Tashsay gauges in brief",
        "first gauge to the last siren",
        "Daniyar Osmon",
        "18 November 2026",
      ].map((words) => [words, "Sixty-four river gauges"] as const),
    ] as const) {
      await askAnew(page, question);
      await expect
        .poll(async () => ({ question, first: (await titles(page))[0] }))
        .toEqual({ question, first: expect.stringContaining(title) });
      if (count !== undefined) expect(await answered(page, /found/)).toBe(count);
    }
    expect(faults).toEqual([]);
  });

  test("finds a phrase first where it stands as it was typed", async () => {
    const { page } = await openPage();
    await search(page, "en", "?q=river+gauges");
    await answered(page, /found/);
    const texts = await page.locator(".result").allTextContents();
    const places = texts.map((text) => /river\s+gauges/i.test(text));
    expect(places[0]).toBe(true);
    expect(places.lastIndexOf(true)).toBeLessThan(places.length);
  });

  test.each([
    ["en", "vilages", "villages"],
    ["en", "glaicer", "glacier"],
    ["en", "watr qwxyzzyq", undefined],
    ["en", "Asanbai", "asanbay"],
    ["ru", "леднки", "ледник"],
    ["ar", "المباه", "المياه"],
  ])("a word written wrongly in %s, %s, leads to the one that was meant", async (lang, question, meant) => {
    const { page, faults } = await openPage();
    await search(page, lang, `?q=${encodeURIComponent(question)}`);
    const link = page.getByRole("status").getByRole("link");
    if (meant === undefined) {
      await answered(page, /./);
      await page.waitForLoadState("networkidle");
      expect(await link.count()).toBe(0);
    } else {
      await link.waitFor();
      expect(await link.textContent()).toContain(meant);
      await link.click();
      await page.locator(".result").first().waitFor();
      await expect.poll(() => page.getByRole("searchbox").inputValue()).toContain(meant);
    }
    expect(faults).toEqual([]);
  });

  test("who types a word is not asked whether another was meant", async () => {
    const { page } = await openPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await search(page, "en");
    await page.getByRole("searchbox").pressSequentially("villag", { delay: 200 });
    await answered(page, /found/);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((address) => address.endsWith("/words.txt"))).toEqual([]);
  });
});
