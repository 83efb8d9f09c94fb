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
/** What other releases tell of, each of a thing that is changed in a way of its own. */
const NEWS = ["boat", "dam", "ferry", "gate", "harbour", "island", "lake"];

const folder = mkdtempSync(path.join(tmpdir(), "dateline-addresses-"));
let base: TestSite;

/** A site that was published and recorded: releases, two with a translation, one with a document, a speaker, a topic, a partner. */
beforeAll(async () => {
  base = siteIn(path.join(folder, "base"), "minimal");
  base.write(
    "site.yaml",
    base.source("site.yaml").replace(/(\n {2}en: [^\n]*)/, "$1\n  ru: { label: Русский, dir: ltr }"),
  );
  base.write("partners/mill.yaml", "name: Water Mill\n");
  base.write("topics/water.yaml", "name: Water\n");
  base.write("topics/sport.yaml", "name: Sport\n");
  base.write("releases/2018-03-14-race.md", release("A race", "All ran.").replace("[water]", "[sport]"));
  base.write("pages/about.md", "---\ntitle: About us\n---\n\nWe write about water.\n");
  base.write("releases/2018-03-11-wells/en.md", WELLS);
  for (const name of ["wells", "pumps"])
    base.write(
      `releases/2018-03-11-${name}/ru.md`,
      `---\ntitle: Колодцы для школ (${name})\ntranslation: { from: en }\n---\n\nВо всех школах долины теперь есть ${name}.\n`,
    );
  base.write("releases/2018-03-11-pumps/en.md", release("Pumps for schools", "Each school has a pump, too."));
  base.write("releases/2018-03-11-wells/plan.csv", "a,b\n1,2\n");
  base.write("releases/2018-03-12-bridge.md", BRIDGE);
  for (const name of NEWS)
    base.write(
      `releases/2018-03-13-${name}.md`,
      release(`Work on the ${name} begins`, `Near the ${name} people began to work on it.`),
    );
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
  for (const file of site.sources().filter((name) => name.endsWith(".md")))
    site.write(file, site.source(file).replaceAll(from, to));
};

test("the list is small: a line for a release, and one for a page in all of its languages", () => {
  const list = JSON.parse(readFileSync(path.join(base.content, LIST), "utf8"));
  expect(Object.keys(list)).toContain("/{en,ru}/partners/mill/");
  expect(Object.keys(list)).toContain("/en/2018/wells/");
  expect(Object.keys(list).filter((line) => line.startsWith("/files/"))).toHaveLength(1);
  expect(Object.keys(list).some((line) => /\.(?:txt|md|json|xml)$|\/page\//.test(line))).toBe(false);
  const addresses = new Set(Object.keys(listOf(base)));
  for (const file of base.files().filter((name) => /^(?:en|ru)\/(?!.*\/page\/).*index\.html$/.test(name)))
    expect(addresses).toContain(`/${file.replace(/index\.html$/, "")}`);
});

/** What an office does to a site, each to another part of it. */
const CHANGES: Readonly<Record<string, (site: TestSite) => void>> = {
  "a release gets a new name": (site) => move(site, "releases/2018-03-13-boat.md", "releases/2018-03-13-a-boat.md"),
  "a release in two languages gets a new name": (site) =>
    move(site, "releases/2018-03-11-pumps", "releases/2018-03-11-all-pumps"),
  "a release gets a new name and a new title": (site) => {
    move(site, "releases/2018-03-13-dam.md", "releases/2018-03-13-new-dam.md");
    edit(site, "releases/2018-03-13-new-dam.md", "Work on the dam begins", "A new dam is made");
  },
  "a release changes its year": (site) => move(site, "releases/2018-03-13-ferry.md", "releases/2019-03-13-ferry.md"),
  "a title is corrected": (site) => edit(site, "releases/2018-03-13-gate.md", "Work on the gate", "The work on a gate"),
  "a text is corrected": (site) => edit(site, "releases/2018-03-13-harbour.md", "people began", "they began"),
  "a release is withdrawn": (site) =>
    edit(site, "releases/2018-03-13-island.md", "contacts:", "status: withdrawn\ncontacts:"),
  "a partner's file gets a new name": (site) => {
    move(site, "partners/mill.yaml", "partners/water-mill.yaml");
    everywhere(site, "[mill]", "[water-mill]");
  },
  "a partner gets another name": (site) => edit(site, "partners/european-union.yaml", "European", "Europe's"),
  "a topic's file gets a new name and another title": (site) => {
    move(site, "topics/sport.yaml", "topics/games.yaml");
    edit(site, "topics/games.yaml", "Sport", "Games");
    everywhere(site, "[sport]", "[games]");
  },
  "a place's file gets a new name": (site) => {
    move(site, "locations/smarhon.yaml", "locations/smarhon-town.yaml");
    everywhere(site, "location: smarhon\n", "location: smarhon-town\n");
  },
  "a speaker's name is corrected": (site) => edit(site, "releases/2018-03-11-wells/en.md", "Aida Nur", "Aidai Nur"),
  "a document is replaced": (site) => site.write("releases/2018-03-11-wells/plan.csv", "a,b\n1,3\n"),
  "a page gets a new name": (site) => move(site, "pages/about.md", "pages/about-us.md"),
  "a release goes, and another names its address": (site) => {
    site.remove("releases/2018-03-13-lake.md");
    edit(site, "releases/2018-03-12-bridge.md", "contacts:", "aliases: [/en/2018/lake/]\ncontacts:");
  },
};

test("nothing that was public is lost of all that an office changes", async () => {
  const site = copy();
  const before = new Set(site.files());
  for (const change of Object.values(CHANGES)) change(site);
  const lost = () => {
    const there = new Set(site.files());
    return filesAt(site, before).filter((file) => !there.has(file));
  };
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
  expect(lost()).toEqual([]);
  // What has moved has its words at the old address too.
  for (const form of ["txt", "md", "json"])
    expect(site.read(`en/2018/boat/boat.${form}`)).toBe(site.read(`en/2018/a-boat/a-boat.${form}`));
  expect(site.read("en/2018/boat/index.html")).toContain('content="0; url=/en/2018/a-boat/"');
  // And once more, when it has been recorded, and after a second build from nothing.
  expect(await site.build({}, "--record")).toMatchObject({ code: 0, stderr: "" });
  rmSync(site.output, { recursive: true });
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
  expect(lost()).toEqual([]);
});

/** What would lose an address, each another one: the address, and what an office does. */
const LOSSES: Readonly<Record<string, readonly [url: string, change: (site: TestSite) => void]>> = {
  "a release is deleted": ["/en/2018/boat/", (site) => site.remove("releases/2018-03-13-boat.md")],
  "a translation is deleted": ["/ru/2018/wells/", (site) => site.remove("releases/2018-03-11-wells/ru.md")],
  "a release becomes a draft again": [
    "/en/2018/dam/",
    (site) => edit(site, "releases/2018-03-13-dam.md", "contacts:", "draft: true\ncontacts:"),
  ],
  "a release is put under embargo": [
    "/en/2018/ferry/",
    (site) => edit(site, "releases/2018-03-13-ferry.md", "contacts:", 'embargo: "2031-01-01 00:00 +00:00"\ncontacts:'),
  ],
  "its old name is given to another release": [
    "/en/2018/gate/",
    (site) => {
      move(site, "releases/2018-03-13-gate.md", "releases/2018-03-13-a-gate.md");
      site.write("releases/2018-03-13-gate.md", release("Fish", "There are fish in the river again."));
    },
  ],
  "another text is written into its file": [
    "/en/2018/harbour/",
    (site) => site.write("releases/2018-03-13-harbour.md", release("Frogs", "There are frogs in the river again.")),
  ],
  "two releases change their names with each other": [
    "/en/2018/bridge/",
    (site) => {
      const [one, other] = ["releases/2018-03-12-bridge.md", "releases/2018-03-13-island.md"] as const;
      const text = site.source(one);
      move(site, other, one);
      site.write(other, text);
    },
  ],
  "a topic's name is given to another topic": [
    "/en/topics/water/",
    (site) => {
      move(site, "topics/water.yaml", "topics/rivers.yaml");
      site.write("topics/water.yaml", "name: Drinking\n");
      edit(site, "releases/2018-03-11-wells/en.md", "\\[water\\]", "[rivers]");
    },
  ],
  "a topic has no release any more": ["/en/topics/water/", (site) => everywhere(site, "topics: [water]\n", "")],
  "a document is taken away": [
    "/files/plan",
    (site) => edit(site, "releases/2018-03-11-wells/en.md", "documents: .*\\n", ""),
  ],
  "a page is deleted": ["/en/about/", (site) => site.remove("pages/about.md")],
  "a language is dropped": [
    "/ru/",
    (site) => {
      edit(site, "site.yaml", "\\n  ru: [^\\n]*", "");
      for (const file of site.sources().filter((name) => name.endsWith("/ru.md"))) site.remove(file);
    },
  ],
  "all releases are deleted": ["/en/2018/boat/", (site) => site.remove("releases")],
};

describe("a build that would lose an address, or give it to another text, stops and says the ways out:", () => {
  let site: TestSite;
  let before: readonly (readonly string[])[];
  const published = () => site.files().map((file) => [file, site.read(file)]);
  beforeAll(() => {
    site = copy();
    before = published();
  });

  test.each(Object.entries(LOSSES))("%s", async (_, [url, change]) => {
    rmSync(site.content, { recursive: true });
    cpSync(base.content, site.content, { recursive: true, preserveTimestamps: true });
    change(site);
    const { code, stderr } = await site.build();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(url) });
    for (const way of ["aliases:", "status: withdrawn", "“gone”"]) expect(stderr).toContain(way);
    expect(published()).toEqual(before);
  });

  test.each([
    ["all but the last of these", Object.values(LOSSES).slice(0, -1)],
    ["the last", Object.values(LOSSES).slice(-1)],
  ])("the office lets the addresses go: %s", async (_, losses) => {
    const site = copy();
    for (const [, change] of losses) change(site);
    const list = path.join(site.content, LIST);
    const { entries, ...lines } = JSON.parse(readFileSync(list, "utf8")) as Record<string, string>;
    const given = Object.fromEntries(Object.entries(lines).map(([line, value]) => [line, `${value} gone`]));
    writeFileSync(list, JSON.stringify({ ...given, entries }));
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    for (const [url] of losses.filter(([one]) => one.endsWith("/")))
      expect(site.read(`${url.slice(1)}index.html`)).toMatch(/This page is not here|<h1>/);
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

test("a list that is older than the last build, such as that of another branch, is taken after what the message says", async () => {
  const site = copy();
  const older = site.source(LIST);
  site.write("releases/2018-03-20-tower.md", release("A tower", "The tower was opened today."));
  expect(await site.build({}, "--record")).toMatchObject({ code: 0 });
  site.write(LIST, older);
  const { code, stderr } = await site.build();
  const file = /delete the file (\S+)\.\n/.exec(stderr)?.[1] ?? "";
  expect([code, file]).toEqual([1, expect.stringMatching(/addresses$/)]);
  rmSync(file);
  expect(await site.build()).toMatchObject({ code: 0 });
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
