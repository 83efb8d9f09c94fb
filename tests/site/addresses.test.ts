import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expanded, type Published } from "../../src/model/published.ts";
import { siteIn, type TestSite, testSite } from "../support/site.ts";

const LIST = "addresses.json";

const release = (title: string, text: string, more = "") =>
  `---\ntitle: ${title}\ndate: 2018-03-11\nlocation: smarhon\npartners: [mill]\ncontacts: [press-office]\ntopics: [water]\n${more}---\n\n${text}\n`;

const WELLS = release(
  "Wells for schools",
  "All schools of the valley have wells now.\n\n> We drink.\n>\n> — Aida Nur, pupil",
  "documents: [{ file: plan.csv, title: The plan }]\n",
);
const BRIDGE = release("A bridge for Smarhon", "The bridge was opened by all who had built it.");

const folder = mkdtempSync(path.join(tmpdir(), "dateline-addresses-"));
let base: TestSite;

/** A site that was published and recorded: two releases, one with a translation, a document, a speaker, a topic, a partner. */
beforeAll(async () => {
  base = siteIn(path.join(folder, "base"), "minimal");
  base.write(
    "site.yaml",
    base.source("site.yaml").replace(/(\n {2}en: [^\n]*)/, "$1\n  ru: { label: Русский, dir: ltr }"),
  );
  base.write("partners/mill.yaml", "name: Water Mill\n");
  base.write("topics/water.yaml", "name: Water\n");
  base.write("pages/about.md", "---\ntitle: About us\n---\n\nWe write about water.\n");
  base.write("releases/2018-03-11-wells/en.md", WELLS);
  base.write(
    "releases/2018-03-11-wells/ru.md",
    "---\ntitle: Колодцы для школ\ntranslation: { from: en }\n---\n\nВо всех школах долины теперь есть колодцы.\n",
  );
  base.write("releases/2018-03-11-wells/plan.csv", "a,b\n1,2\n");
  base.write("releases/2018-03-12-bridge.md", BRIDGE);
  const run = await base.build({}, "--record");
  expect(run.stderr).toBe("");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function copy(): TestSite {
  const own = path.join(folder, String(count++));
  cpSync(path.join(folder, "base"), own, { recursive: true, preserveTimestamps: true });
  return siteIn(own, undefined);
}

const listOf = (site: TestSite): Published => {
  const { entries: _, ...list } = JSON.parse(readFileSync(path.join(site.content, LIST), "utf8"));
  return expanded(list);
};

/** Files at all recorded addresses: of a release also its texts, of a list its feeds. */
function filesAt(site: TestSite, before: ReadonlySet<string>): string[] {
  return Object.keys(listOf(site)).flatMap((url) => {
    const file = url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1);
    const folder = path.posix.dirname(file);
    const beside = [...before].filter((other) => path.posix.dirname(other) === folder);
    return url.endsWith("/") ? [file, ...beside] : [file];
  });
}

const move = (site: TestSite, from: string, to: string) =>
  renameSync(path.join(site.content, from), path.join(site.content, to));
const edit = (site: TestSite, file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(path.join(site.content, file), "utf8");
  expect(text).toMatch(new RegExp(from));
  site.write(file, text.replaceAll(new RegExp(from, "g"), to));
};
const everywhere = (site: TestSite, from: string, to: string) => {
  for (const file of ["2018-03-11-wells/en.md", "2018-03-12-bridge.md"]) edit(site, `releases/${file}`, from, to);
};

test("the list is small: a line for a release, and one for a page in all of its languages", () => {
  const list = JSON.parse(readFileSync(path.join(base.content, LIST), "utf8"));
  expect(Object.keys(list)).toContain("/{en,ru}/partners/mill/");
  expect(Object.keys(list)).toContain("/en/2018/wells/");
  expect(Object.keys(list).filter((line) => line.startsWith("/files/"))).toHaveLength(1);
  expect(Object.keys(list).some((line) => /\.(?:txt|md|json|xml)$|\/page\//.test(line))).toBe(false);
  const addresses = new Set(Object.keys(listOf(base)));
  for (const file of base.files().filter((name) => /^(?:en|ru)\/.*index\.html$/.test(name)))
    expect(addresses).toContain(`/${file.replace(/index\.html$/, "")}`);
});

describe("nothing that was public is lost:", () => {
  test.each<[string, (site: TestSite) => void]>([
    [
      "a release gets a new name",
      (site) => move(site, "releases/2018-03-12-bridge.md", "releases/2018-03-12-a-bridge.md"),
    ],
    [
      "a release in two languages gets a new name",
      (site) => move(site, "releases/2018-03-11-wells", "releases/2018-03-11-all-wells"),
    ],
    [
      "a release gets a new name and a new title",
      (site) => {
        move(site, "releases/2018-03-12-bridge.md", "releases/2018-03-12-new-bridge.md");
        edit(site, "releases/2018-03-12-new-bridge.md", "A bridge for Smarhon", "Smarhon has a new bridge");
      },
    ],
    [
      "a release changes its year",
      (site) => move(site, "releases/2018-03-12-bridge.md", "releases/2019-03-12-bridge.md"),
    ],
    [
      "a title is corrected",
      (site) => edit(site, "releases/2018-03-12-bridge.md", "A bridge for Smarhon", "A bridge for all"),
    ],
    ["a text is corrected", (site) => edit(site, "releases/2018-03-12-bridge.md", "The bridge was", "That bridge was")],
    [
      "a release is withdrawn",
      (site) => edit(site, "releases/2018-03-12-bridge.md", "contacts:", "status: withdrawn\ncontacts:"),
    ],
    [
      "a partner's file gets a new name",
      (site) => {
        move(site, "partners/mill.yaml", "partners/water-mill.yaml");
        everywhere(site, "\\[mill\\]", "[water-mill]");
      },
    ],
    ["a partner gets another name", (site) => edit(site, "partners/mill.yaml", "Water Mill", "The Mill")],
    [
      "a topic's file gets a new name and another title",
      (site) => {
        move(site, "topics/water.yaml", "topics/rivers.yaml");
        edit(site, "topics/rivers.yaml", "Water", "Rivers");
        everywhere(site, "\\[water\\]", "[rivers]");
      },
    ],
    [
      "a place's file gets a new name",
      (site) => {
        move(site, "locations/smarhon.yaml", "locations/smarhon-town.yaml");
        everywhere(site, "smarhon$|location: smarhon\\n", "location: smarhon-town\n");
        for (const file of site.sources().filter((name) => /^releases\/2017/.test(name)))
          edit(site, file, "location: smarhon\\n", "location: smarhon-town\n");
      },
    ],
    ["a speaker's name is corrected", (site) => edit(site, "releases/2018-03-11-wells/en.md", "Aida Nur", "Aidai Nur")],
    ["a document is replaced", (site) => site.write("releases/2018-03-11-wells/plan.csv", "a,b\n1,3\n")],
    ["a page gets a new name", (site) => move(site, "pages/about.md", "pages/about-us.md")],
    [
      "a release goes, and another names its address",
      (site) => {
        site.remove("releases/2018-03-12-bridge.md");
        edit(site, "releases/2018-03-11-wells/en.md", "contacts:", "aliases: [/en/2018/bridge/]\ncontacts:");
      },
    ],
  ])("%s", async (_, change) => {
    const site = copy();
    const before = new Set(site.files());
    change(site);
    const run = await site.build();
    expect(run.stderr).toBe("");
    const there = new Set(site.files());
    expect(filesAt(site, before).filter((file) => !there.has(file))).toEqual([]);
    // And once more, when it has been recorded, and after a second build from nothing.
    expect(await site.build({}, "--record")).toMatchObject({ code: 0, stderr: "" });
    rmSync(site.output, { recursive: true });
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    const again = new Set(site.files());
    expect(filesAt(site, before).filter((file) => !again.has(file))).toEqual([]);
  });

  test("what has moved has its words at the old address too", async () => {
    const site = copy();
    move(site, "releases/2018-03-12-bridge.md", "releases/2018-03-12-a-bridge.md");
    await site.build();
    for (const form of ["txt", "md", "json"])
      expect(site.read(`en/2018/bridge/bridge.${form}`)).toBe(site.read(`en/2018/a-bridge/a-bridge.${form}`));
    expect(site.read("en/2018/bridge/index.html")).toContain('content="0; url=/en/2018/a-bridge/"');
  });
});

describe("a build that would lose an address, or give it to another text, stops and says the ways out:", () => {
  test.each<[string, string, (site: TestSite) => void]>([
    ["all releases are deleted", "/en/2018/wells/", (site) => site.remove("releases")],
    ["a release is deleted", "/en/2018/bridge/", (site) => site.remove("releases/2018-03-12-bridge.md")],
    ["a translation is deleted", "/ru/2018/wells/", (site) => site.remove("releases/2018-03-11-wells/ru.md")],
    [
      "a release becomes a draft again",
      "/en/2018/bridge/",
      (site) => edit(site, "releases/2018-03-12-bridge.md", "contacts:", "draft: true\ncontacts:"),
    ],
    [
      "a release is put under embargo",
      "/en/2018/bridge/",
      (site) =>
        edit(site, "releases/2018-03-12-bridge.md", "contacts:", 'embargo: "2031-01-01 00:00 +00:00"\ncontacts:'),
    ],
    [
      "its old name is given to another release",
      "/en/2018/bridge/",
      (site) => {
        move(site, "releases/2018-03-12-bridge.md", "releases/2018-03-12-a-bridge.md");
        site.write("releases/2018-03-12-bridge.md", release("Fish", "There are fish in the river again."));
      },
    ],
    [
      "another text is written into its file",
      "/en/2018/bridge/",
      (site) => site.write("releases/2018-03-12-bridge.md", release("Fish", "There are fish in the river again.")),
    ],
    [
      "two releases change their names with each other",
      "/en/2018/bridge/",
      (site) => {
        const one = readFileSync(path.join(site.content, "releases/2018-03-12-bridge.md"), "utf8");
        edit(site, "releases/2018-03-11-wells/en.md", "documents: .*\\n", "");
        const other = readFileSync(path.join(site.content, "releases/2018-03-11-wells/en.md"), "utf8");
        site.write("releases/2018-03-11-wells/en.md", one);
        site.write("releases/2018-03-12-bridge.md", other);
      },
    ],
    [
      "a language is dropped",
      "/ru/",
      (site) => {
        edit(site, "site.yaml", "\\n  ru: [^\\n]*", "");
        site.remove("releases/2018-03-11-wells/ru.md");
      },
    ],
    ["a topic has no release any more", "/en/topics/water/", (site) => everywhere(site, "topics: \\[water\\]\\n", "")],
    [
      "a document is taken away",
      "/files/plan",
      (site) => edit(site, "releases/2018-03-11-wells/en.md", "documents: .*\\n", ""),
    ],
    ["a page is deleted", "/en/about/", (site) => site.remove("pages/about.md")],
    [
      "a topic's name is given to another topic",
      "/en/topics/water/",
      (site) => {
        move(site, "topics/water.yaml", "topics/rivers.yaml");
        site.write("topics/water.yaml", "name: Drinking\n");
        edit(site, "releases/2018-03-11-wells/en.md", "\\[water\\]", "[rivers]");
      },
    ],
  ])("%s", async (_, url, change) => {
    const site = copy();
    const before = site.files().map((file) => [file, site.read(file)]);
    change(site);
    const { code, stderr } = await site.build();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(url) });
    for (const way of ["aliases:", "status: withdrawn", "“gone”"]) expect(stderr).toContain(way);
    expect(site.files().map((file) => [file, site.read(file)])).toEqual(before);
    // The third way: the office lets the addresses go.
    const list = path.join(site.content, LIST);
    const { entries, ...lines } = JSON.parse(readFileSync(list, "utf8")) as Record<string, string>;
    const given = Object.fromEntries(Object.entries(lines).map(([line, value]) => [line, `${value} gone`]));
    writeFileSync(list, JSON.stringify({ ...given, entries }));
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    if (url.endsWith("/")) expect(site.read(`${url.slice(1)}index.html`)).toMatch(/This page is not here|<h1>/);
  });
});

describe("a list that is damaged stops a build:", () => {
  const lines = () => readFileSync(path.join(base.content, LIST), "utf8").split("\n");
  test.each<[string, () => string | undefined]>([
    ["a line is missing", () => lines().toSpliced(3, 1).join("\n")],
    ["half of it is missing", () => `${lines().slice(0, 9).join("\n").replace(/,$/, "")}\n}\n`],
    [
      "its last line is missing",
      () =>
        lines()
          .filter((line) => !line.includes('"entries"'))
          .join("\n")
          .replace(/,\n}/, "\n}"),
    ],
    ["it is empty", () => "{}\n"],
    ["it has nothing in it", () => ""],
    ["a line was added", () => lines().toSpliced(1, 0, ' "/en/2018/x/": "2018-01-01",').join("\n")],
    ["an address was changed", () => lines().join("\n").replace("/en/2018/wells/", "/en/2018/walls/")],
    [
      "a day is none",
      () =>
        lines()
          .join("\n")
          .replace(/"20\d\d-/, '"2o18-'),
    ],
    ["two versions were never put together", () => `<<<<<<< HEAD\n${lines().join("\n")}`],
    ["it is gone", () => undefined],
    ["it is a list of numbers", () => "[1, 2]"],
    ["it leads out of the site", () => lines().join("\n").replace("/{en,ru}/partners/mill/", "/{en,ru}/../../mill/")],
  ])("%s", async (_, damaged) => {
    const site = copy();
    const text = damaged();
    if (text === undefined) site.remove(LIST);
    else site.write(LIST, text);
    // Something else, so that there is something to build.
    edit(site, "releases/2018-03-12-bridge.md", "had built it", "have built it");
    const run = await site.build({}, "--record");
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining("addresses.json") });
    expect(run.stderr).not.toMatch(/\n\s+at /);
    if (text !== undefined) expect(readFileSync(path.join(site.content, LIST), "utf8")).toBe(text);
  });
});

test("the list of an older version is read, and kept under its new name", async () => {
  const site = testSite();
  site.write("ledger.json", '{ "/en/2017/long-gone/": "2017-01-27" }');
  expect(await site.build({}, "--record")).toMatchObject({ code: 0, stderr: "" });
  expect(site.read("en/2017/long-gone/index.html")).toContain("<h1>");
  expect(Object.keys(listOf(site))).toContain("/en/2017/long-gone/");
  expect(site.sources()).not.toContain("ledger.json");
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
});
