import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readPdf } from "../support/pdf.ts";
import { madeOnce, type TestSite, testSite } from "../support/site.ts";

const FOLDER = "releases/2019-03-05-zeladdress";
const PICTURE = "tests/fixtures/folder/releases/2026-06-01-harbour-lights/lamp.jpg";

const text = (title: string, more: string) => `---
title: ${title}
subtitle: Zelsubtitle
summary: Zelsummary
notes: Zelnotes
licence: Zellicence
figures: [{ value: Zelvalue, label: Zellabel }]
coverage: [{ url: "https://news.example.org/zelnews", title: Zelcoverage, outlet: Zeloutlet }]
video: [{ url: "https://video.example.org/zel", title: Zelvideo }]
${more}---

Zelbody is the text, and ![Zelalt](zelphoto.jpg "Zelcaption") is seen.

> Zelquote they said.
>
> — Zelspeaker, zelrole
`;

/** A site that was published and recorded, with a release that says something in every field, in two languages. */
const wholeSite = madeOnce(async () => {
  const site = testSite();
  const languages = "  en: { label: English, dir: ltr }\n";
  site.write(
    "site.yaml",
    site.source("site.yaml").replace(languages, `${languages}  ru: { label: Русский, dir: ltr }\n`),
  );
  mkdirSync(path.join(site.content, FOLDER), { recursive: true });
  for (const name of ["zelphoto.jpg", "zelmain.jpg"]) cpSync(PICTURE, path.join(site.content, FOLDER, name));
  site.write(`${FOLDER}/zelreport.txt`, "Zelreport");
  site.write("contacts/zelcontact.yaml", "name: Zelperson\nemail: zelmail@example.org\nphone: +375 17 327 48 76\n");
  const facts = `date: 2019-03-05
location: smarhon
partners: []
contacts: [zelcontact]
image: { file: zelmain.jpg, alt: Zelalt, credit: Zelcredit, licence: CC BY 4.0 }
documents: [{ file: zelreport.txt, title: Zeldocument }]
reference: Zelreference
aliases: [/zelalias/old.html]
changes: [{ date: 2019-03-06, note: Zelchange }]
event: { start: "2026-10-09 08:00 +06:00", place: Zelvenue }
`;
  site.write(`${FOLDER}/en.md`, text("Zeltitle", facts));
  site.write(`${FOLDER}/ru.md`, text("Зелзаголовок", "translation: { from: en, by: Zeltranslator, note: Zelnote }\n"));
  expect(await site.build({}, "--record")).toMatchObject({ code: 0, stderr: "" });
  return site;
});

/** All words of a site's files that are the release's own, and where they stand; names of files count as words. */
async function wordsOf(site: TestSite): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = (file: string, said: string) => {
    for (const [word] of said.matchAll(/zel\w+|зел\p{L}+/giu)) found[word] = [...(found[word] ?? []), file];
  };
  // Whom the office has is no part of a release.
  for (const file of site.files().filter((name) => !name.includes("/press-office/"))) {
    const bytes = readFileSync(path.join(site.output, file));
    look(file, file);
    if (file.endsWith(".pdf")) look(file, (await readPdf(bytes)).text);
    else if (file.endsWith(".zip"))
      for (const [name, inner] of Object.entries(unzipSync(bytes)))
        look(file, name + Buffer.from(inner).toString("utf8"));
    else if (bytes[0] === 0x1f && bytes[1] === 0x8b) look(file, gunzipSync(bytes).toString("utf8"));
    else look(file, bytes.toString("latin1").includes("\0") ? bytes.toString("latin1") : bytes.toString("utf8"));
  }
  return found;
}

test.each([
  [
    "keeps its title",
    "status: { is: withdrawn, date: 2019-04-01, reason: It was wrong. }\n",
    /^(?:zeladdress|zelalias|zelspeaker|zelmain|zelphoto|Zeltitle|Зелзаголовок)$/,
  ],
  [
    "whose title is hidden keeps none",
    "status: { is: withdrawn, date: 2019-04-01, reason: It was wrong., hide_title: true }\n",
    /^(?:zeladdress|zelalias|zelspeaker|zelmain|zelphoto)$/,
  ],
])(
  "a withdrawn release that %s says nothing else in any file of the site, in no language",
  async (_, status, allowed) => {
    const site = await wholeSite();
    const before = await wordsOf(site);
    for (const word of ["Zelbody", "Zellicence", "Zelnote", "Zelperson", "zelmain", "Zelvenue", "Zelreference"])
      expect(before).toHaveProperty(word);
    const pdf = "en/2019/zeladdress/zeladdress.pdf";
    expect(site.files()).toContain(pdf);
    const source = site.source(`${FOLDER}/en.md`);
    site.write(`${FOLDER}/en.md`, source.replace("changes:", `${status}changes:`));
    expect(await site.build({}, "--record")).toMatchObject({ code: 0, stderr: "" });
    const after = await wordsOf(site);
    expect(Object.fromEntries(Object.entries(after).filter(([word]) => !allowed.test(word)))).toEqual({});
    const notice = await readPdf(readFileSync(path.join(site.output, pdf)));
    expect(notice.text).toContain("It was wrong.");
    for (const file of site
      .files()
      .filter((name) => /\.(?:html|json|xml|txt|md)$/.test(name) && !name.startsWith("genuine/")))
      expect(site.read(file), file).not.toContain("zeladdress.pdf");
  },
);
