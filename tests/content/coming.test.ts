import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { comingOf } from "../../src/content/coming.ts";
import { loadContent } from "../../src/content/load.ts";
import { Press } from "../../src/model/press.ts";
import { dateline } from "../support/command.ts";
import { releaseFile } from "../support/content.ts";
import { fixtureNames } from "../support/fixtures.ts";
import { ownFolder } from "../support/folder.ts";

const SITE = `name: Belarus
description: Press releases.
origin: https://press.example.org
default_language: en
timezone: Europe/Minsk
press_office: press-office
languages:
  en: { label: English, dir: ltr }
  ru: { label: Русский, dir: ltr }
`;

function office(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = ownFolder();
  const all = {
    "site.yaml": SITE,
    "contacts/press-office.yaml": "name: Desk\nemail: a@example.org\n",
    "locations/smarhon.yaml": "name: Smarhon\ncountry: BY\n",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const DAY = "2018-03-04";
const embargoed = (embargo: string, more: Readonly<Record<string, string>> = {}) =>
  releaseFile({ date: DAY, embargo, ...more });
const NINE = "2026-03-04T06:00:00.000Z";

/** The moments at which something becomes public, as `due` reads them from lines. */
const moments = (files: Readonly<Record<string, string | Buffer>>) =>
  Object.fromEntries(
    comingOf(office(files)).map(({ file, at }) => [file.slice("releases/".length), new Date(at).toISOString()]),
  );

describe("the moment at which a text becomes public is read", () => {
  test.each([
    ["an embargo in quotation marks", embargoed('"2026-03-04 09:00 +03:00"')],
    ["in single ones", embargoed("'2026-03-04 09:00 +03:00'")],
    ["without any, in UTC", embargoed("2026-03-04T06:00:00Z")],
    ["with a comment", embargoed('"2026-03-04 09:00 +0300" # the press conference')],
    ["with spaces after it", embargoed('"2026-03-04 09:00 +03:00"   ')],
    ["with the line ends of Windows", embargoed('"2026-03-04 09:00 +03:00"').replaceAll("\n", "\r\n")],
    [
      "below long fields in letters of two bytes",
      embargoed('"2026-03-04 09:00 +03:00"', { summary: "ж".repeat(3001) }),
    ],
    ["above them", releaseFile({ embargo: '"2026-03-04 09:00 +03:00"', date: DAY, summary: "ж".repeat(3001) })],
    ["in UTF-16", Buffer.from(`\uFEFF${embargoed('"2026-03-04 09:00 +03:00"')}`, "utf16le")],
    ["after an empty line", `\n${embargoed('"2026-03-04 09:00 +03:00"')}`],
    ["where it is to be published later", releaseFile({ date: DAY, published: '"2026-03-04 09:00 +03:00"' })],
    ["the later of two", embargoed('"2026-03-04 09:00 +03:00"', { published: '"2026-03-03 09:00 +03:00"' })],
  ])("%s", (_, text) => {
    expect(moments({ [`releases/${DAY}-centre.md`]: text })).toEqual({ [`${DAY}-centre.md`]: NINE });
  });

  test("a day of the future begins at midnight in the office's time zone", () => {
    expect(moments({ "releases/2026-03-05-centre.md": releaseFile({ date: "2026-03-05" }) })).toEqual({
      "2026-03-05-centre.md": "2026-03-04T21:00:00.000Z",
    });
  });

  test("a translation waits for its original, a draft for nothing", () => {
    const ru = "---\ntitle: Центр\n---\n\nТекст.\n";
    const folder = (en: string, text = ru) => ({
      [`releases/${DAY}-centre/en.md`]: en,
      [`releases/${DAY}-centre/ru.md`]: text,
    });
    const both = { [`${DAY}-centre/en.md`]: NINE, [`${DAY}-centre/ru.md`]: NINE };
    expect(moments(folder(embargoed('"2026-03-04 09:00 +03:00"')))).toEqual(both);
    expect(moments(folder(embargoed('"2026-03-04 09:00 +03:00"', { draft: "true" })))).toEqual({});
    const later = ru.replace("---\n\n", 'embargo: "2026-03-05 09:00 +03:00"\n---\n\n');
    expect(moments(folder(embargoed('"2026-03-04 09:00 +03:00"'), later))[`${DAY}-centre/ru.md`]).toBe(
      "2026-03-05T06:00:00.000Z",
    );
  });

  test("a text or a release that is a link inside content/ counts, and one that leads out of it does not", () => {
    const text = embargoed('"2026-03-04 09:00 +03:00"');
    const folder = office({ "drafts/centre/en.md": text, [`releases/${DAY}-school/ru.md`]: "---\ntitle: x\n---\n" });
    writeFileSync(`${folder}.md`, text);
    symlinkSync("../drafts/centre", path.join(folder, "releases", `${DAY}-centre`));
    symlinkSync("../../drafts/centre/en.md", path.join(folder, "releases", `${DAY}-school`, "en.md"));
    symlinkSync(`${folder}.md`, path.join(folder, "releases", `${DAY}-other.md`));
    expect(comingOf(folder).map(({ file }) => file)).toEqual(
      [`${DAY}-centre/en.md`, `${DAY}-school/en.md`, `${DAY}-school/ru.md`].map((file) => `releases/${file}`),
    );
  });

  test("a file that is no release, or nonsense, stops nothing", () => {
    const files = {
      "releases/a.txt": "x",
      "releases/b.md": "embargo: never",
      "releases/2026-01-01-c.md": "---\ndate: 2026-13-45\nembargo: soon\n---\n",
      "site.yaml": "timezone: Mars/Olympus",
    };
    expect(moments(files)).toEqual({});
  });
});

test.each(fixtureNames)("the build and `due` agree on what is public when in %s", (name) => {
  const folder = path.join("tests", "fixtures", name);
  const { content } = loadContent(folder);
  if (!content) throw new Error(`The fixture ${name} has problems.`);
  const coming = comingOf(folder);
  const edges = [...new Set(coming.map(({ at }) => at))].flatMap((at) => [at - 1, at]);
  for (const time of edges.toSorted((a, b) => a - b).slice(-12)) {
    const now = new Date(time);
    const known = coming.filter(({ at }) => at <= time).map(({ file }) => file);
    expect(new Press(content, now).releases.map(({ file }) => file).toSorted(), now.toISOString()).toEqual(
      known.toSorted(),
    );
  }
});

describe("due", () => {
  const content = () =>
    office({
      [`releases/${DAY}-centre.md`]: embargoed('"2026-03-04 09:00 +03:00"'),
      [`releases/${DAY}-later.md`]: embargoed('"2026-03-06 09:30 +03:00"'),
    });
  const said = async (folder: string, BUILD_TIME: string, ...args: readonly string[]) =>
    (await dateline("due", ["--content", folder, ...args], { BUILD_TIME })).stdout.trim();

  test("names what becomes public next, in the office's time", async () => {
    expect(await said(content(), "2026-03-04T03:20:00Z")).toBe(
      [
        `2026-03-04 09:00 +03:00  releases/${DAY}-centre.md  (in 2 h 40 min)`,
        `2026-03-06 09:30 +03:00  releases/${DAY}-later.md  (in 2 days 3 h)`,
      ].join("\n"),
    );
    expect(await said(content(), "2027-01-01T00:00:00Z")).toBe("Nothing waits for a moment to become public.");
  });

  test("names no release where others can read it", async () => {
    const env = { BUILD_TIME: "2026-03-04T03:20:00Z", CI: "true" };
    const { stdout } = await dateline("due", ["--content", content()], env);
    expect(stdout).toContain("2026-03-04 09:00 +03:00  a release  (in 2 h 40 min)");
    expect(stdout).not.toMatch(/centre|later/);
  });

  test("says a moment only where it is near, and nothing otherwise", async () => {
    const folder = content();
    expect(await said(folder, "2026-03-04T05:44:00Z", "--within", "15")).toBe("");
    expect(await said(folder, "2026-03-04T05:46:00Z", "--within", "15")).toBe("2026-03-04T06:00:00Z");
    expect(await said(folder, "2026-03-04T06:00:00Z", "--within", "15")).toBe("");
  });

  test("says “now” where a moment was missed: the list of published addresses has no such text", async () => {
    const folder = content();
    writeFileSync(path.join(folder, "ledger.json"), '{\n "/en/2018/other/": "2018-03-04"\n}');
    expect(await said(folder, "2026-03-04T06:20:00Z", "--within", "15")).toBe("now");
    expect(await said(folder, "2026-03-04T09:00:00Z", "--within", "15")).toBe("");
    writeFileSync(path.join(folder, "ledger.json"), '{\n "/en/2018/centre/": "2026-03-04"\n}');
    expect(await said(folder, "2026-03-04T06:20:00Z", "--within", "15")).toBe("");
  });

  test("waits until the moment, and sees that it was changed meanwhile", async () => {
    const folder = content();
    const began = performance.now();
    await said(folder, "2026-03-04T05:59:58.500Z", "--wait");
    expect(performance.now() - began).toBeGreaterThan(1400);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test("in a folder that is no office it says what to do", async () => {
    const { code, stderr } = await dateline("due", ["--content", tmpdir()]);
    expect(code).toBe(1);
    expect(stderr).toContain("dateline init my-press");
  });
});
