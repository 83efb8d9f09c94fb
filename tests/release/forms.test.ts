import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { toldIn } from "../../src/release/fields.ts";
import * as table from "../../src/release/table.ts";
import { formsTable, omissionOf } from "../../src/release/table.ts";
import { parseCount } from "../../src/text/text.ts";
import { releasePaths } from "../docs/fields-reference.ts";
import { releaseFile } from "../support/content.ts";
import { readPdf } from "../support/pdf.ts";
import { testSite } from "../support/site.ts";

/** What shows that a form has a field: a word that stands nowhere else, or a value as the forms write it. */
const seen: Readonly<Record<string, string | RegExp>> = {
  title: "Zeltitle",
  subtitle: "Zelsubtitle",
  summary: "Zelsummary",
  type: /Statement|"statement"/,
  date: /5 March 2019|2019-03-05/,
  location: "Zelplace",
  "partners.id": "Zelpartner",
  "partners.role": /Funded|"funder"/,
  contacts: "Zelcontact",
  "contact.role": "Zelrole",
  "contact.organisation": "Zelfirm",
  "contact.note": "Zelcallnote",
  "contact.phone": /7946 ?0101|79460101/,
  "contact.mobile": /491 ?570 ?156/,
  "contact.email": "zel@example.org",
  "contact.languages": /English and Russian/,
  "contact.hours": /09:07/,
  "contact.timezone": /Asia\/Bishkek/,
  topics: "Zeltopic",
  sdgs: "Life below water",
  "figures.value": "Zelvalue",
  "figures.label": "Zellabel",
  "figures.source": "Zelsource",
  ...picture("image", "main", /2 January 2019|2019-01-02/),
  ...picture("gallery", "more", /3 January 2019|2019-01-03/),
  "documents.file": /files\/zelreport\.[0-9a-f]+\.txt/,
  "documents.title": "Zeldocument",
  "documents.lang": /French|"fr"/,
  "video.url": "https://video.example.org/zel",
  "video.title": "Zelvideo",
  "video.credit": "Zelfilmer",
  text: "Zelbody",
  "text: quote": "Zelquote",
  "text: speaker": "Zelspeaker",
  "text: role of a speaker": "zelchair",
  notes: "Zelnotes",
  boilerplates: "Zelabout",
  related: "Border guards open a new training centre",
  "coverage.url": "https://news.example.org/zel",
  "coverage.title": "Zelcoverage",
  "coverage.outlet": "Zeloutlet",
  "status.is": /Superseded|"superseded"/,
  "status.date": /6 April 2019/,
  "status.reason": "Zelreason",
  "status.hide_title": "no form has it",
  "status.replaced_by": /other\//,
  draft: "Zeldraft",
  embargo: /4 March 2019 at 05:11|2019-03-04T05:11/,
  published: /7 March 2019|2019-03-07T09:13/,
  "changes.date": /8 March 2019|2019-03-08/,
  "changes.note": "Zelchange",
  "changes.minor": "no form has it",
  "event.start": /9 October 2026|20261009T|2026-10-09/,
  "event.end": /10 October 2026|20261010T|2026-10-10/,
  "event.place": "Zelvenue",
  "event.url": "https://events.example.org/zel",
  reference: "ZEL/2019/7",
  licence: /CC BY-NC 4\.0|by-nc\/4\.0/,
  aliases: "zelalias",
  lang: /lang="en"|language: en|"en"|>en</,
  "translation.from": /Zeltitle|translationOfWork/,
  "translation.by": "Zeltranslator",
  "translation.note": "Zeltranslated",
  "translation.date": "2019-03-11",
  "made_with.ai": /Drafted with|Drafted%20with|CompositeWithTrained/i,
  "made_with.reviewed": /read by a person|CompositeWithTrained/i,
  allow: "Zelallowed",
};

function picture(field: string, word: string, day: RegExp): Record<string, string | RegExp> {
  return {
    [`${field}.file`]: new RegExp(`zel${word}\\.[0-9a-f]+`),
    [`${field}.alt`]: `Zel${word}alt`,
    [`${field}.caption`]: `Zel${word}caption`,
    [`${field}.credit`]: `Zel${word}credit`,
    [`${field}.licence`]: word === "main" ? /by-sa\/4\.0|CC BY-SA 4\.0/ : /by-nd\/4\.0|CC BY-ND 4\.0/,
    [`${field}.date`]: day,
    [`${field}.place`]: `Zel${word}place`,
    [`${field}.people`]: `Zel${word}person`,
    [`${field}.made_with`]: word === "main" ? /Made with a|\/TrainedAlg/i : /Changed with a|CompositeWithTrained/i,
    [`${field}.focus`]: "no form has it",
  };
}

const told = (word: string, date: string, licence: string) =>
  `file: zel${word}.jpg, alt: Zel${word}alt, caption: Zel${word}caption, credit: Zel${word}credit, licence: ${licence}, date: ${date}, place: Zel${word}place, people: [Zel${word}person], made_with: ${word === "main" ? "ai" : "partly-ai"}, focus: [50, 30]`;

const RELEASE = `---
title: Zeltitle
subtitle: Zelsubtitle
summary: Zelsummary
type: statement
date: 2019-03-05
location: zel
partners: [{ id: zel, role: funder }]
contacts: [zel]
topics: [zel]
sdgs: [14]
figures: [{ value: Zelvalue, label: Zellabel, source: Zelsource }]
image: { ${told("main", "2019-01-02", "CC BY-SA 4.0")} }
gallery: [{ ${told("more", "2019-01-03", "CC BY-ND 4.0")} }]
documents: [{ file: zelreport.txt, title: Zeldocument, lang: fr }]
video: [{ url: "https://video.example.org/zel", title: Zelvideo, credit: Zelfilmer }]
notes: Zelnotes
related: [2017-01-27-training-centre]
coverage: [{ url: "https://news.example.org/zel", title: Zelcoverage, outlet: Zeloutlet }]
status: { is: superseded, date: 2019-04-06, reason: Zelreason., replaced_by: 2019-05-01-other }
embargo: "2019-03-04 05:11 +00:00"
published: "2019-03-07 09:13 +00:00"
changes: [{ date: 2019-03-08, note: Zelchange }]
event: { start: "2026-10-09 08:00 +06:00", end: "2026-10-10 17:00 +06:00", place: Zelvenue, url: "https://events.example.org/zel" }
reference: ZEL/2019/7
licence: CC BY-NC 4.0
aliases: [/zelalias]
made_with: { ai: draft, reviewed: true }
---

Zelbody is the text.

> Zelquote they said.
>
> — Zelspeaker, zelchair of the board
`;

const OTHER = `---
title: Zelother
date: 2019-05-01
location: zel
partners: []
contacts: [zel]
---

Another text.
`;

const TRANSLATION = `---
title: Новости
subtitle: Подзаголовок
translation: { from: en, by: Zeltranslator, note: Zeltranslated, date: 2019-03-11 }
---

Текст перевода.
`;

const CONTACT = `name: Zelcontact
role: Zelrole
organisation: Zelfirm
note: Zelcallnote
phone: "+44 20 7946 0101"
mobile: "+61 491 570 156"
email: zel@example.org
languages: [en, ru]
hours: ["Mo-Fr 09:07-18:00"]
timezone: Asia/Bishkek
`;

test("every field of a release is in every form of it, or the form says why not", async () => {
  const site = testSite();
  const photograph = readFileSync("tests/fixtures/folder/releases/2026-06-01-harbour-lights/lamp.jpg");
  const site_yaml = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
  site.write("site.yaml", site_yaml.replace("  en: {", "  ru: { label: Русский, dir: ltr }\n  en: {"));
  site.write("releases/2019-03-05-zel/en.md", RELEASE);
  site.write("releases/2019-03-05-zel/ru.md", TRANSLATION);
  site.write("releases/2019-05-01-other.md", OTHER);
  site.write("releases/2019-03-05-zel/zelmain.jpg", photograph);
  // Other bytes: the same would be the same picture.
  site.write("releases/2019-03-05-zel/zelmore.jpg", Buffer.concat([photograph, Buffer.from(" ")]));
  site.write("releases/2019-03-05-zel/zelreport.txt", "One.");
  site.write("contacts/zel.yaml", CONTACT);
  site.write("partners/zel.yaml", "name: Zelpartner\nabout: Zelabout\n");
  site.write("locations/zel.yaml", "name: Zelplace\ncountry: KG\n");
  site.write("topics/zel.yaml", "name: Zeltopic\n");
  expect((await site.build()).stderr).toBe("");

  const at = (lang: string, extension: string) => site.read(`${lang}/2019/zel/${extension}`);
  const shown = (html: string) =>
    html.replace(/<head>.*<\/head>|<script type="application\/ld\+json">.*?<\/script>/gs, "");
  const data = (html: string) => /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  const address = (lang: string) => `https://press.example.org/${lang}/2019/zel/`;
  const entries = (lang: string) => {
    const atom = site
      .read(`${lang}/atom.xml`)
      .split("<entry")
      .find((entry) => entry.includes(`href="${address(lang)}"`));
    const items: readonly { readonly url: string }[] = JSON.parse(site.read(`${lang}/feed.json`)).items;
    return [atom ?? "", JSON.stringify(items.find(({ url }) => url === address(lang)))];
  };
  const pdfs = new Map<string, string>();
  for (const lang of ["en", "ru"]) {
    const { info, text, elements, links } = await readPdf(
      readFileSync(path.join(site.output, lang, "2019/zel/zel.pdf")),
    );
    const alts = elements.flatMap(({ alt }) => alt ?? []);
    pdfs.set(lang, JSON.stringify([info, text.replace(/\s+/g, " "), alts, links]));
  }
  const forms: Record<string, (lang: string) => readonly string[]> = {
    page: (lang) => [shown(at(lang, "index.html"))],
    "plain text, Markdown, press kit": (lang) => [at(lang, "zel.txt"), at(lang, "zel.md")],
    "Atom, RSS, JSON Feed": entries,
    ninjs: (lang) => [at(lang, "zel.json")],
    "JSON-LD": (lang) => [data(at(lang, "index.html"))],
    iCalendar: (lang) => [lang === "en" ? at(lang, "zel.ics").replace(/\r\n[ \t]/g, "") : ""],
    PDF: (lang) => [pdfs.get(lang) ?? ""],
  };
  expect(table.forms.map(({ name }) => name)).toEqual(Object.keys(forms));

  const wrong: string[] = [];
  for (const form of table.forms)
    for (const field of Object.keys(toldIn)) {
      const mark = seen[field] ?? "";
      const has = (text: string) => (typeof mark === "string" ? text.includes(mark) : mark.test(text));
      const lang = field.startsWith("translation.") ? "ru" : "en";
      const missing = (forms[form.name]?.(lang) ?? []).some((text) => !has(text));
      if (omissionOf(form, field) === undefined && missing) wrong.push(`${form.name} lacks ${field}`);
      if (omissionOf(form, field) !== undefined && !missing)
        wrong.push(`${form.name} has ${field}, which it says it omits`);
    }
  expect(wrong).toEqual([]);
});

test("a field that is added to a release must be told, or its omission explained", () => {
  const paths = releasePaths().filter((field) => !field.startsWith("allow"));
  const known = new Set(Object.keys(toldIn));
  const within = (field: string) => known.has(field) || known.has(field.replace(/\.\d+$/, ""));
  expect(paths.filter((field) => !within(field) && !["partners", "status"].includes(field))).toEqual([]);
  expect(Object.keys(toldIn).filter((field) => seen[field] === undefined)).toEqual([]);
});

test("the table in docs/ is that of the writers: else run npm run reference", () => {
  expect(readFileSync(path.join("docs", "forms.md"), "utf8")).toBe(formsTable());
});

test("a build parses each text once, however many forms it has", async () => {
  const site = testSite();
  site.remove("releases/2017-01-27-training-centre.md");
  const fields = { notes: "Notes of this test.", changes: "[{ date: 2018-03-05, note: A change of this test. }]" };
  const body = "The text of this test.\n\n> What was said.\n>\n> — Anna Kavalenka, director";
  site.write("releases/2018-03-04-parsed.md", releaseFile(fields, body));
  const before = parseCount();
  expect((await site.build()).stderr).toBe("");
  expect(parseCount() - before).toBe(3);
});
