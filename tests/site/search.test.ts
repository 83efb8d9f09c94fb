import { cpSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { openPage } from "../support/browser.ts";
import { fixture } from "../support/fixtures.ts";
import { askAnew } from "../support/search.ts";
import { serve } from "../support/serve.ts";
import { type TestSite, testSite } from "../support/site.ts";

/** Environment in which nothing can be indexed. */
const BROKEN = { PAGEFIND_EXTENDED_BINARY_PATH: "/bin/false" };

function release(title: string, date: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: ${date}\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n${more}---\n\nText of ${title}.\n`;
}

/** The files of the search index, by folder, with their bytes. */
function indexesOf(site: TestSite): Map<string, Record<string, string>> {
  const folders = new Map<string, Record<string, string>>();
  for (const file of site.files().filter((name) => name.startsWith("search/"))) {
    const folder = file.split("/").slice(0, 2).join("/");
    const bytes = readFileSync(path.join(site.output, file), "base64");
    folders.set(folder, { ...folders.get(folder), [file]: bytes });
  }
  return folders;
}

const folder = path.join(await fixture("showcase"), "_site", "search");

describe("the index of the showcase", () => {
  const bytes = filesIn(folder).map((file) => ({ file, bytes: readFileSync(path.join(folder, file)) }));
  const plain = bytes.map(({ file, bytes: packed }) => ({
    file,
    text: (packed[0] === 0x1f && packed[1] === 0x8b ? gunzipSync(packed) : packed).toString("utf8"),
  }));

  test("has no word of what is withheld or was withdrawn in any file, unpacked", () => {
    const secrets =
      /zanzibarite|tanzanitic|quiet-coast-society|nora-quill|coastal-springs|blue-quarry-trust|idris-vane|quarry-lakes/i;
    const withdrawn = /Highland glaciers lost two metres|\/2025\/glacier-survey\//;
    expect(plain.filter(({ text }) => secrets.test(text) || withdrawn.test(text))).toEqual([]);
    // The same look at what is public finds it: in the texts, in the words of the index, in the filters.
    for (const [kind, word] of [
      ["pf_fragment", /Sixty-four river gauges/],
      ["pf_index", /tashsay/],
      ["pf_filter", /highland-water-fund Highland Water Fund/],
    ] as const)
      expect({ kind, found: plain.some(({ file, text }) => file.endsWith(kind) && word.test(text)) }).toEqual({
        kind,
        found: true,
      });
  });

  test("A6: names releases by addresses, and says what a result shows as metadata", () => {
    const fragments = plain
      .filter(({ file }) => file.endsWith(".pf_fragment"))
      .map(({ text }) => JSON.parse(text.replace("pagefind_dcd", "")));
    expect(fragments.length).toBeGreaterThan(60);
    for (const { url, meta } of fragments) {
      expect(url).toMatch(/^\/[a-z]{2}\/\d{4}\/[\w-]+\/$/);
      expect(meta).toMatchObject({
        title: expect.stringMatching(/\S/),
        type: expect.stringMatching(/\S/),
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        day: expect.stringMatching(/\d{4}/),
      });
      for (const value of Object.values(meta)) expect(value).not.toMatch(/[{}]|%7B/);
      if (meta.image) expect(statSync(path.join(folder, "..", meta.image)).size).toBeGreaterThan(0);
    }
    const gauges = fragments.find(({ url, meta }) => url === "/ar/2026/river-gauges/" && meta.lang === undefined);
    expect(gauges.meta).toMatchObject({ reference: "RP/2026/31", place: "أوش", day: "18 نوفمبر 2026" });
    expect(
      fragments.find(({ url, meta }) => url === "/ar/2026/amman-rooftop-rain/" && meta.lang === "ar").meta,
    ).toMatchObject({
      language: "العربية",
    });
  });

  test("and Pagefind weigh little for a first search", () => {
    const size = (name: RegExp) =>
      bytes.filter(({ file }) => name.test(file)).map(({ bytes: packed }) => gzipSync(packed, { level: 9 }).length);
    expect(Math.max(...size(/pagefind\.js$/))).toBeLessThan(14_000);
    expect(Math.max(...size(/pagefind-worker\.js$/))).toBeLessThan(13_000);
    expect(Math.max(...size(/wasm\..*\.pagefind$/))).toBeLessThan(62_000);
    expect(plain.filter(({ file }) => /ui|highlight/.test(file))).toEqual([]);
  });
});

describe("a build", () => {
  test("indexes only what changed: nothing where nothing has, and of a new release only its year", async () => {
    const site = testSite();
    for (const [year, name] of [
      ["2018", "spring"],
      ["2019", "autumn"],
      ["2020", "winter"],
    ])
      site.write(`releases/${year}-03-10-${name}.md`, release(`News of ${name}`, `${year}-03-10`));
    expect((await site.build()).stderr).toBe("");
    const before = indexesOf(site);
    expect(before.size).toBe(2);

    const unchanged = await site.buildAsUser(BROKEN);
    expect([unchanged.code, unchanged.stderr]).toEqual([0, ""]);
    expect(indexesOf(site)).toEqual(before);

    site.write("releases/2020-04-11-more.md", release("Zeppelin", "2020-04-11"));
    await site.build();
    const after = indexesOf(site);
    expect(after.size).toBe(2);
    const kept = [...after].filter(([folder]) => before.has(folder));
    expect(kept.length).toBe(1);
    for (const [folder, files] of kept) expect(files).toEqual(before.get(folder));
    expect(site.read("en/search/index.html")).toContain([...after.keys()].find((folder) => !before.has(folder)));
  }, 120_000);

  test("that cannot index says so, and leaves the site as it was", async () => {
    const site = testSite();
    await site.build();
    const before = site.files().map((file) => [file, statSync(path.join(site.output, file)).mtimeMs]);
    site.write("releases/2018-03-10-news.md", release("News", "2018-03-10"));
    const run = await site.buildAsUser(BROKEN);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("The search index for the language “en” could not be made.");
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(site.files().map((file) => [file, statSync(path.join(site.output, file)).mtimeMs])).toEqual(before);
    expect((await site.build()).code).toBe(0);
  }, 120_000);

  test("of a site in a folder searches inside that folder", async () => {
    const site = testSite();
    const text = readFileSync(path.join(site.content, "site.yaml"), "utf8");
    site.write("site.yaml", text.replace("press.example.org", "office.example.org/press"));
    site.write(
      "releases/2018-03-10-brackets.md",
      `${release("Brackets & <b>tags</b>", "2018-03-10")}\nA \`<script>alert(1)</script>\` & more < less.\n`,
    );
    await site.build();
    const host = path.join(site.output, "..", "host");
    cpSync(site.output, path.join(host, "press"), { recursive: true });
    const served = await serve(host);
    const { page, faults } = await openPage();
    await page.goto(`${served.origin}/press/en/search/?q=brackets`);
    const result = page.locator(".result");
    await result.waitFor();
    expect(await result.getByRole("link").textContent()).toBe("Brackets & <b>tags</b>");
    expect(await result.locator(".excerpt").textContent()).toContain("<script>alert(1)</script> & more < less");
    expect(await result.locator("script, b").count()).toBe(0);
    await result.getByRole("link").click();
    await page.waitForURL("**/press/en/2018/brackets/");
    expect(faults).toEqual([]);
    served.close();
  });
});

test("L1: any part of a headline without spaces is found, whatever the language of the page", async () => {
  const site = testSite();
  const fields = readFileSync(path.join(site.content, "site.yaml"), "utf8");
  site.write("site.yaml", fields.replace("  en: {", "  zh: { label: 中文, dir: ltr }\n  en: {"));
  const write = (name: string, lang: string, title: string, text: string) =>
    site.write(
      `releases/${name}.md`,
      `---\ntitle: ${title}\nlang: ${lang}\ndate: ${name.slice(0, 10)}\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n---\n\n${text}\n`,
    );
  write("2026-10-06-six", "zh", "难民儿童返校计划在明斯克启动", "北国今天宣布一项措施。");
  // The same characters in another order.
  write("2026-10-05-five", "zh", "动员与启蒙", "明天，克服困难的民间学校，儿歌，童话，返还校园。斯人。");
  write("2026-10-04-four", "en", "ミンスクの学校 and โรงเรียนใหม่", "A school of UNICEF难民署 in 64座城市.");
  await site.build();
  const served = await serve(site.output);
  const { page, faults } = await openPage();
  for (const [lang, questions] of [
    [
      "zh",
      [
        ...["难民", "儿童", "返校", "明斯克", "启动", "童返", "校计划在明", "难民儿童返校计划在明斯克启动", "措施"].map(
          (part) => [part, "six"] as const,
        ),
        ["困难", "five"],
        ["UNICEF难民", "four"],
      ],
    ],
    ["en", [["返校", "six"], ...["学校", "スク", "เรียน", "64座"].map((part) => [part, "four"] as const)]],
  ] as const) {
    await page.goto(`${served.origin}/${lang}/search/`);
    for (const [question, name] of questions) {
      await askAnew(page, question);
      const found = () => page.locator(".result a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      await expect
        .poll(async () => ({ question, first: (await found())[0] }))
        .toEqual({ question, first: expect.stringContaining(`/${name}/`) });
      if (question === "启动" || question === "返校") expect((await found()).length).toBe(1);
    }
  }
  await page.goto(`${served.origin}/zh/search/?q=民间`);
  const excerpt = page.locator(".result .excerpt");
  await excerpt.waitFor();
  expect(await excerpt.innerText()).toContain("克服困难的民间学校，儿歌，童话");
  expect(await excerpt.locator("mark").allTextContents()).toEqual(["民间"]);
  expect(faults).toEqual([]);
  served.close();
});
