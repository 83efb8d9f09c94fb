import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newKeys } from "../../src/genuine/key.ts";
import { day } from "../../src/text/dates.ts";
import { faultsIn, LOOKS } from "../support/accessibility.ts";
import { openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { type Served, serve } from "../support/serve.ts";
import { siteIn, type TestSite } from "../support/site.ts";
import { verify } from "../support/verify.ts";

/** The showcase, corrected and built with a key: the releases in each language that are copied from. */
const RELEASES = {
  en: "en/2026/river-gauges/",
  ru: "ru/2026/river-gauges/",
  ar: "ar/2026/river-gauges/",
  zh: "zh/2026/river-gauges/",
} as const;
const LANGUAGES = Object.keys(RELEASES) as (keyof typeof RELEASES)[];

const folder = mkdtempSync(path.join(tmpdir(), "dateline-genuine-"));
/** The texts as they were before a correction. */
const before = new Map<string, string>();
let site: TestSite;
let served: Served;

beforeAll(async () => {
  cpSync(await fixture("showcase"), folder, { recursive: true, preserveTimestamps: true });
  site = siteIn(folder, undefined);
  expect(await site.build({}, "--record")).toMatchObject({ code: 0 });
  // Then a number is corrected, in each language, and the site gets a key.
  for (const lang of LANGUAGES) {
    before.set(lang, textOf(RELEASES[lang]));
    const file = `releases/2026-11-18-river-gauges/${lang}.md`;
    const corrected = site.source(file).replaceAll("64", "63");
    site.write(file, corrected.replace(/^figures:/m, "changes: [{ date: 2026-11-19, note: 64 → 63 }]\nfigures:"));
  }
  const { secret, key } = newKeys();
  site.write(`keys/2026-01-01-${key.id}.pem`, key.pem);
  expect(await site.build({ DATELINE_KEY: secret })).toMatchObject({ code: 0, stderr: "" });
  served = await serve(site.output);
}, 600_000);
afterAll(() => {
  served.close();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (release: string) => site.read(`${release}${release.split("/").at(-2)}.txt`);

/** What the check says of a text: the verdict, its words, and the words that it marks. A page of the check stays open. */
async function askOf(page: Page, lang: string, text: string) {
  const address = `${served.origin}/${lang}/genuine/`;
  if (page.url() !== address) await page.goto(address);
  // The answer to the text before is none to this one.
  await page.evaluate("delete document.querySelector('.verdict').dataset.verdict");
  await page.fill("#pasted", text);
  await page.click(".genuine button");
  return answerOf(page);
}

async function answerOf(page: Page) {
  await page.waitForSelector(".verdict[data-verdict]");
  return page.evaluate<{ is: string; said: string; marked: string[]; lost: string[] }>(`(() => {
    const place = document.querySelector(".verdict");
    const texts = (name) => [...place.querySelectorAll(name)].map((element) => element.textContent);
    return { is: place.dataset.verdict, said: place.innerText, marked: texts("mark"), lost: texts("del") };
  })()`);
}

test.each(LANGUAGES)(
  "in %s a release is genuine as it is copied from its page and in a mail; a changed digit is marked, and what was corrected since is told and shown",
  async (lang) => {
    const { page, faults } = await openPage({ computes: true });
    const text = textOf(RELEASES[lang]);
    await page.goto(`${served.origin}/${RELEASES[lang]}`);
    const copied = await page.evaluate<string>("document.querySelector('main').innerText");
    const { is, marked, lost, said } = await askOf(page, lang, copied);
    expect({ is, marked, lost }).toEqual({ is: "genuine", marked: [], lost: [] });
    expect(said).toContain(text.split("\n")[0]);
    // The day as all pages write it.
    expect(said).toContain(day("2026-11-18", lang));

    // Quoted, broken into lines, and with other quotation marks.
    const mailed = text
      .replace(/[“”«»„]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/(\S{71,}|.{1,70})(?:\s|$)/gm, "> $1\r\n");
    expect(await verify(site, mailed)).toMatchObject({ code: 0 });

    const changed = text.replaceAll("2030", "2036");
    expect(changed).toContain("2036");
    expect(await askOf(page, lang, changed)).toMatchObject({ is: "changed", marked: ["2036"], lost: ["2030"] });

    const former = before.get(lang) ?? "";
    expect((await verify(site, former)).stdout).toContain("corrected since");
    const quoted = former.replace(/[“”«»„]/g, '"').replace(/^/gm, "> ");
    expect(await askOf(page, lang, quoted)).toMatchObject({
      is: "since-corrected",
      said: expect.not.stringMatching(/part of the release|часть релиза|جزء من البيان|的一部分/),
      marked: [],
      lost: [],
    });
    await page.click(".verdict a");
    await page.waitForSelector(".difference summary");
    await page.click(".difference summary");
    const told = () =>
      page.evaluate<string[][]>(
        `["del", "ins"].map((name) => [...document.querySelectorAll(".difference " + name)].map((element) => element.lastChild.textContent))`,
      );
    const areRight = async () =>
      (await told()).map((words) => words.every((word) => /^6[34]$/.test(word)) && words.length > 0);
    await expect.poll(areRight).toEqual([true, true]);
    expect(faults).toEqual([]);
  },
);

test("a release from a feed is genuine", async () => {
  const { page, faults } = await openPage({ computes: true });
  const { items } = JSON.parse(site.read("en/feed.json")) as {
    items: { title: string; content_html: string; url: string }[];
  };
  expect(items.length).toBeGreaterThan(3);
  const { page: reader } = await openPage({ computes: true });
  for (const { title, content_html: html, url } of items.slice(0, 4)) {
    if (url.includes("/2025/glacier-survey/")) continue;
    await reader.setContent(`<h1>${title}</h1>${html}`);
    const read = await reader.evaluate<string>("document.body.innerText");
    expect(await askOf(page, "en", read), title).toMatchObject({ is: "genuine", marked: [] });
  }
  expect(faults).toEqual([]);
});

test("a part is genuine and said to be one; a forged text was never issued; a withdrawn one is told", async () => {
  const { page, faults } = await openPage({ computes: true });
  const paragraph =
    textOf(RELEASES.en)
      .split("\n\n")
      .find((part) => part.startsWith("In the past")) ?? "";
  expect(await askOf(page, "en", paragraph)).toMatchObject({
    is: "genuine",
    said: expect.stringContaining("This is part of the release"),
  });
  const forged =
    "The Highland Lakes Office announces today that the dam above Osh is about to break. All families are asked to leave their houses at once and to pay the fee for buses to the account below.";
  expect(await askOf(page, "en", forged)).toMatchObject({ is: "never" });
  expect(await askOf(page, "en", "The dam is about to break.")).toMatchObject({ is: "short" });
  const withdrawn =
    readFileSync(path.join(site.content, "releases/2025-06-03-glacier-survey/en.md"), "utf8").split("---\n")[2] ?? "";
  expect(await askOf(page, "en", withdrawn)).toMatchObject({ is: "withdrawn" });
  expect(faults).toEqual([]);
});

test("the signature is checked, and a manifest that somebody changed is told", async () => {
  const { page } = await openPage({ computes: true });
  const right = await askOf(page, "en", textOf(RELEASES.en));
  expect(right.said).toMatch(/The signature of the list is valid|cannot check signatures/);
  await page.route("**/genuine/2026.txt", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace("#: live 2026-11-18", "#: live 2026-11-19"),
    });
  });
  await page.goto("about:blank");
  const wrong = await askOf(page, "en", textOf(RELEASES.en));
  expect(wrong.said).toMatch(/The signature of the list is not valid|cannot check signatures/);
  expect(wrong.said === right.said).toBe(false);
});

test("a file is known by its bytes, a text by its words", async () => {
  const { page, faults } = await openPage({ computes: true });
  const picture = site.files().find((file) => file.startsWith("downloads/") && file.endsWith(".jpg")) ?? "";
  const bytes = readFileSync(path.join(site.output, picture));
  const drop = async (name: string, mimeType: string, buffer: Buffer) => {
    if (!page.url().endsWith("/en/genuine/")) await page.goto(`${served.origin}/en/genuine/`);
    await page.evaluate("delete document.querySelector('.verdict').dataset.verdict");
    await page.setInputFiles(".genuine input", { name, mimeType, buffer });
    return answerOf(page);
  };
  expect(await drop("a.jpg", "image/jpeg", bytes)).toMatchObject({ is: "genuine" });
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(await drop("a.jpg", "image/jpeg", bytes)).toMatchObject({ is: "never" });
  const text = Buffer.from(textOf(RELEASES.ar));
  expect(await drop("a.txt", "text/plain", text)).toMatchObject({ is: "genuine" });
  const html = Buffer.from(site.read(`${RELEASES.ru}index.html`));
  expect(await drop("a.html", "text/html", html)).toMatchObject({ is: "genuine" });
  expect(faults).toEqual([]);
});

test("the page and its answers are accessible, and nothing is sent away", async () => {
  const { page, faults } = await openPage({ bypassCSP: true, computes: true });
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData()) sent.push(request.url());
  });
  await askOf(page, "ar", textOf(RELEASES.ar).replaceAll("2030", "2036"));
  // The answer is scrolled to, and the bar then covers what stands above it.
  await page.evaluate("scrollTo(0, 0)");
  for (const look of LOOKS) expect(await faultsIn(page, look)).toEqual([]);
  expect([sent, faults]).toEqual([[], []]);
});
