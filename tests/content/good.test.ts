import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadContent } from "../../src/content/load.ts";
import { good, releaseFile } from "../support/content.ts";

const FILE = "releases/2018-03-04-centre.md";

function only(text: string | Buffer) {
  return good({ [FILE]: text }).releases.find((release) => release.file === FILE);
}

describe("a release is read whatever wrote it:", () => {
  const expected = {
    title: "A new centre",
    date: "2018-03-04",
    slug: "centre",
    year: "2018",
    lang: "en",
    body: "The text.\n\nMore.",
  };
  const file = releaseFile({}, "The text.\n\nMore.");

  test.each([
    ["as it should be", file],
    ["with a byte order mark", `\uFEFF${file}`],
    ["with the line ends of Windows", file.replaceAll("\n", "\r\n")],
    ["with those of an old Mac", file.replaceAll("\n", "\r")],
    ["in UTF-16, as Windows calls Unicode", Buffer.from(`\uFEFF${file}`, "utf16le")],
    ["in UTF-16, the other way round", Buffer.from(`\uFEFF${file}`, "utf16le").swap16()],
    ["with blanks after the hyphens", file.replaceAll("---\n", "---   \n")],
    ["with empty lines above", `\n\n${file}`],
    ["with empty fields", file.replace("date:", "subtitle:\nimage:\ngallery: \ndate:")],
  ])("%s", (_, text) => {
    expect(only(text)).toMatchObject(expected);
  });
});

test("the office's own content can be read: no change of the code shuts it out", () => {
  expect(loadContent("content").problems).toEqual([]);
});

test("a title may be in any script; the address is the file's name", () => {
  expect(only(releaseFile({ title: "边防人员新培训中心落成" }))).toMatchObject({
    title: "边防人员新培训中心落成",
    slug: "centre",
  });
});

test("the year of the address is that of the file's name, so that a corrected date does not break links", () => {
  expect(only(releaseFile({ date: "2019-01-01" }))).toMatchObject({ date: "2019-01-01", year: "2018" });
});

test("a draft may lack what it will need, and nothing else is an error", () => {
  expect(only("---\ntitle: A plan\ndraft: true\nlocation:\n---\n")).toMatchObject({
    draft: true,
    title: "A plan",
    contacts: [],
  });
});

test("a partner is a partner where no other role is said", () => {
  const release = only(releaseFile({ partners: "[state-border-committee, { id: european-union, role: funder }]" }));
  expect(release?.partners).toEqual([
    { id: "state-border-committee", role: "partner" },
    { id: "european-union", role: "funder" },
  ]);
});

test("a translation takes the facts of its original, but none of its words", () => {
  const { releases } = good({
    "site.yaml":
      "name: X\ndescription: Y\norigin: https://press.example.org\ndefault_language: en\nlanguages: { en: { label: English, dir: ltr }, ru: { label: Русский, dir: ltr } }\ntimezone: Europe/Minsk\npress_office: press-office\n",
    "strings/en.yaml": "skip: Skip\n",
    "strings/ru.yaml": "skip: Дальше\n",
    "releases/2018-03-04-centre/en.md": releaseFile({
      subtitle: "Words",
      sdgs: "[16]",
      embargo: '"2026-03-04T09:00:00+03:00"',
    }),
    "releases/2018-03-04-centre/ru.md": "---\ntitle: Новый центр\n---\n\nТекст.\n",
  });
  const translation = releases.find((release) => release.lang === "ru");
  expect(translation).toMatchObject({
    key: "2018-03-04-centre",
    date: "2018-03-04",
    location: "smarhon",
    sdgs: [16],
    embargo: "2026-03-04T09:00:00+03:00",
  });
  expect(translation?.subtitle).toBeUndefined();
});

test("a translation into the site's first language takes its facts from the original too", () => {
  const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8").replace(
    "  en: { label: English, dir: ltr }",
    "  en: { label: English, dir: ltr }\n  zh: { label: 中文, dir: ltr }",
  );
  const { releases } = good({
    "site.yaml": site,
    "releases/2018-03-04-centre/zh.md": releaseFile({ title: "新中心", topics: "[migration]" }),
    "releases/2018-03-04-centre/en.md": "---\ntitle: A new centre\ntranslation: { from: zh }\n---\n\nThe text.\n",
  });
  expect(releases.find(({ key, lang }) => key === "2018-03-04-centre" && lang === "en")).toMatchObject({
    date: "2018-03-04",
    location: "smarhon",
    topics: ["migration"],
  });
});
