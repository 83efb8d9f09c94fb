import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteIn, type TestSite, testSite } from "../support/site.ts";

const PICTURE = readFileSync("tests/fixtures/folder/releases/2026-06-01-harbour-lights/lamp.jpg");

/** Each field of words has a straight mark or a missing space that typography must see to; nothing else has. */
const RELEASE = `---
title: "Title's \\"A\\" of the '90s"
subtitle: "Subtitle's \\"B\\""
summary: "Summary's \\"C\\""
date: 2018-03-04
location: smarhon
partners: [union]
contacts: [o-neil]
topics: [water]
reference: "RP'1"
licence: "Terms' \\"D\\""
figures: [{ value: "50 %", label: "of pupils' \\"E\\"", source: "State's \\"F\\"" }]
image: { file: well.jpg, alt: "Alt's \\"G\\"", caption: "Caption's \\"H\\"", credit: "Ann O'Neil", licence: "CC BY 4.0", place: "King's Cross", people: ["Bob O'Hara"] }
documents: [{ file: report.csv, title: "Report's \\"I\\"" }]
video: [{ url: "https://video.example.org/?q='x'", title: "Video's \\"J\\"", credit: "BBC's" }]
coverage: [{ url: "https://news.example.org/", title: "Coverage's \\"K\\"", outlet: "Minsk's Voice" }]
event: { start: "2018-04-09 08:00 +03:00", place: "Bishop's Hall" }
notes: "Notes' \\"L\\"."
changes: [{ date: 2018-03-05, note: "Change's \\"M\\"." }]
status: { is: corrected, date: 2018-03-05, reason: "Reason's \\"N\\"" }
---

Body's "O" was 5'10".

> Quote's "P".
>
> — Ann O'Neil, Head of "Q"
`;

const FRENCH = `---
title: "Pourquoi? Le plan: «oui»"
---

Texte!
`;

let site: TestSite;
const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));

beforeAll(async () => {
  site = siteIn(folder, "minimal");
  const all = (words: string) => `{ en: ${words}, fr: ${words} }`;
  site.write(
    "site.yaml",
    `name: ${all(`"Office's"`)}
parent: ${all(`"Ministry's"`)}
description: ${all(`"The office's \\"R\\""`)}
origin: https://press.example.org
default_language: en
languages: { en: { label: English, dir: ltr }, fr: { label: Français, dir: ltr } }
timezone: Europe/Minsk
country: BY
press_office: o-neil
channels: [{ name: ${all(`"Editor's list"`)}, url: "https://lists.example.org/" }]
disclaimer: ${all(`"Disclaimer's"`)}
copyright: ${all(`"Copyright's"`)}
`,
  );
  site.write(
    "contacts/o-neil.yaml",
    `name: "Ann O'Neil"\nrole: "Head's aide"\nnote: "Don't call."\nemail: o'neil@example.org\n`,
  );
  site.write("partners/union.yaml", `name: "People's Union"\nabout: "The Union's \\"S\\"."\n`);
  site.write("topics/water.yaml", `name: "Water's"\ndescription: "Topic's."\n`);
  site.write("pages/about.md", `---\ntitle: "Office's page"\nsummary: "Page's summary"\n---\n\nPage's "text".\n`);
  site.write("releases/2018-03-04-all/en.md", RELEASE);
  site.write("releases/2018-03-04-all/fr.md", FRENCH);
  site.write("releases/2018-03-04-all/well.jpg", PICTURE);
  site.write("releases/2018-03-04-all/report.csv", "a;b\n");
  const { code, stderr } = await site.build();
  expect({ code, stderr }).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader sees of a file: no tags, no addresses, no marks of its format. */
function wordsIn(file: string): string {
  const text = site.read(file);
  const html = (words: string) =>
    words
      .replace(/<(script|style)\b[\s\S]*?<\/\1>|<meta http-equiv[^>]*>/g, "")
      .replace(/<[a-z/!][^>]*? (?:alt|content|title)="([^"]*)"[^>]*>/g, " $1 ")
      .replace(/<[^>]*>/g, " ");
  const unescaped = (words: string) =>
    words
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  if (file.endsWith(".html")) return unescaped(html(text));
  if (file.endsWith(".xml")) return unescaped(html(unescaped(html(text))));
  if (file.endsWith(".json")) {
    const strings: string[] = [];
    JSON.parse(text, (_, value) => {
      if (typeof value === "string") strings.push(/^</.test(value) ? unescaped(html(value)) : value);
      return value;
    });
    return strings.join("\n");
  }
  return text;
}

const ADDRESS = /\S*(?:@|:\/\/|%27)\S*|RP'1/g;

describe("T7: the typography of a language", () => {
  test("is that of every field, in every form", () => {
    const files = site
      .files()
      // The words of a search index are there to be compared, not to be read.
      .filter((file) => /\.(?:html|xml|json|txt|md|ics)$/.test(file) && !/^pagefind|^search\/|opensearch/.test(file));
    expect(files.length).toBeGreaterThan(100);
    const straight = files.flatMap((file) =>
      [
        ...wordsIn(file)
          .replace(ADDRESS, "")
          .matchAll(/.{0,30}(?:['"](?=[A-Za-z ,.])|(?<=[A-Za-z])['"]).{0,30}/g),
      ].map(([found]) => `${file}: ${found}`),
    );
    // Markdown files have their fields in YAML, which may need marks of its own.
    expect(straight.filter((found) => !/\.md: (?:title|subtitle|licence|publisher): /.test(found))).toEqual([]);
  });

  test("keeps addresses, ids and codes as they were typed", () => {
    const page = site.read("en/2018/all/index.html");
    expect(page).toContain('href="https://video.example.org/?q=&#39;x&#39;"');
    expect(page).toContain("mailto:o&#39;neil@example.org");
    expect(page).toContain("RP&#39;1");
    expect(site.files()).toContain("en/speakers/ann-o-neil/index.html");
  });

  test("is in the data, the card and the kit, too", () => {
    const page = site.read("en/2018/all/index.html");
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
    expect(data).toContain("Title’s “A” of the ’90s");
    expect(data).not.toMatch(/[a-z]'s/);
    const card = site.files().find((file) => file.endsWith(".vcf"));
    expect(site.read(card ?? "")).toContain("Ann O’Neil");
    const kit = site.files().find((file) => file.endsWith(".zip")) ?? "";
    const texts = Object.entries(unzipSync(readFileSync(path.join(site.output, kit))));
    const words = texts
      .filter(([name]) => /\.(?:txt|md|html)$/.test(name))
      .map(([, bytes]) => Buffer.from(bytes).toString("utf8"));
    expect(words.length).toBeGreaterThan(1);
    for (const text of words) expect(text.replace(/<[^>]*>/g, "")).not.toMatch(/[a-z]'s/);
  });

  test("is that of the release's own language, T8: with its spaces", () => {
    const page = site.read("fr/2018/all/index.html");
    expect(page).toContain("<h1>Pourquoi\u202f? Le plan\u00a0: «\u00a0oui\u00a0»</h1>");
    expect(page).toContain("Texte\u202f!");
    expect(site.read("fr/atom.xml")).toContain("<title>Pourquoi\u202f? Le plan\u00a0: «\u00a0oui\u00a0»</title>");
    expect(site.read("fr/2018/all/all.txt")).toContain("Pourquoi\u202f? Le plan\u00a0: «\u00a0oui\u00a0»");
  });
});

test("T7: the list of published addresses knows a release by its title as it was typed", async () => {
  const own = testSite();
  const text = (title: string) =>
    `---\ntitle: "${title}"\ndate: 2018-03-04\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n---\n\nText.\n`;
  own.write("releases/2018-03-04-a.md", text('The minister\'s \\"plan\\"'));
  await own.build({}, "--record");
  // The mark that the title had before typography set it: language, day and title as they stand in the file.
  const ledger = JSON.parse(readFileSync(path.join(own.content, "addresses.json"), "utf8"));
  expect(ledger["/en/2018/a/"]).toMatch(/ 4640d9320957$/);
});

test("L3: numbers in Arabic keep their order in feeds, calendars and texts", async () => {
  const own = testSite();
  own.write(
    "site.yaml",
    `name: { en: Office }\ndescription: { en: News. }\norigin: https://press.example.org\ndefault_language: ar\nlanguages: { ar: { label: العربية, dir: rtl } }\ntimezone: Europe/Minsk\ncountry: BY\npress_office: press-office\n`,
  );
  own.remove("releases");
  own.write(
    "releases/2018-03-04-numbers.md",
    `---\ntitle: المرجع 2026/31/RP\nsummary: هاتف +375 17 327 48 76\ndate: 2018-03-04\nlocation: smarhon\npartners: []\ncontacts: [press-office]\nevent: { start: "2018-04-09 08:00 +03:00", place: قاعة 12-A }\nnotes: اتصل على (017) 327-48-76.\n---\n\nللتواصل: +375 17 327 48 76.\n`,
  );
  const { code, stderr } = await own.build();
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const marked = { title: "المرجع \u20682026/31/RP\u2069", summary: "هاتف \u2068+375 17 327 48 76\u2069" };
  for (const feed of ["atom.xml", "rss.xml"]) {
    expect(own.read(`ar/${feed}`)).toContain(`<title>${marked.title}</title>`);
    expect(own.read(`ar/${feed}`)).toContain("&lt;bdi&gt;+375 17 327 48 76&lt;/bdi&gt;");
  }
  expect(JSON.parse(own.read("ar/feed.json")).items[0]).toMatchObject(marked);
  const calendar = own.read("ar/2018/numbers/numbers.ics").replace(/\r\n[ \t]/g, "");
  expect(calendar).toContain(`SUMMARY:${marked.title}`);
  expect(calendar).toContain("LOCATION:قاعة \u206812-A\u2069");
  const text = own.read("ar/2018/numbers/numbers.txt");
  for (const words of [marked.title, "\u2068(017) 327-48-76\u2069", "\u2068+375 17 327 48 76\u2069"])
    expect(text).toContain(words);
  const page = own.read("ar/2018/numbers/index.html");
  expect(page).toContain("<h1>المرجع <bdi>2026/31/RP</bdi></h1>");
  expect(page).toContain("<bdi>(017) 327-48-76</bdi>");
  expect(page).not.toMatch(/[\u2066-\u2069]/);
});
