import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { testSite } from "../support/site.ts";

const release = (title: string, date: string, lang: string, speaker: string) => `---
title: ${title}
date: ${date}
location: smarhon
partners: []
contacts: [press-office]
lang: ${lang}
---

Text.

> Words of ${speaker} in ${title}.
>
> — ${speaker}, minister
`;

const PERSON = `name: { en: Olga Ivanova, ru: Ольга Иванова }
aliases: [Olga O'Ivanova]
role: { en: Director of the school }
say: { en: OL-ga ee-va-NO-va }
`;

test("one person is one page in each language, under all spellings that the file names", async () => {
  const site = testSite();
  const settings = readFileSync(path.join(site.content, "site.yaml"), "utf8");
  site.write("site.yaml", settings.replace("  en: {", "  ru: { label: Русский, dir: ltr }\n  en: {"));
  site.write("people/olga-ivanova.yaml", PERSON);
  site.write("releases/2019-05-06-wells/en.md", release("Wells", "2019-05-06", "en", "Olga Ivanova"));
  site.write("releases/2019-05-06-wells/ru.md", release("Колодцы", "2019-05-06", "ru", "Ольга Иванова"));
  site.write("releases/2019-06-06-dams.md", release("Dams", "2019-06-06", "en", "OLGA O’IVANOVA"));
  expect((await site.build()).stderr).toBe("");
  const people = site.files().filter((file) => /\/speakers\/[^/]*ivanova[^/]*\/index\.html$/.test(file));
  expect(people).toEqual(expect.arrayContaining(["en/speakers/olga-ivanova/index.html"]));
  expect(new Set(people.map((file) => file.split("/")[2]))).toEqual(new Set(["olga-ivanova"]));
  const page = site.read("en/speakers/olga-ivanova/index.html");
  expect(page).toContain("<h1>Olga Ivanova</h1>");
  expect(page).toContain("Director of the school");
  expect(page).toContain("OL-ga ee-va-NO-va");
  expect(page).toContain("Ольга Иванова");
  for (const words of ["Words of Olga Ivanova in Wells.", "Words of OLGA O’IVANOVA in Dams.", ", minister"])
    expect(page).toContain(words);
  expect(page).toContain('<blockquote cite="https://press.example.org/en/2019/dams/">');
  expect(site.read("ru/speakers/olga-ivanova/index.html")).toContain("<h1>Ольга Иванова</h1>");
  expect(site.read("en/2019/wells/index.html")).toContain('href="/en/speakers/olga-ivanova/"');
});

test("a name in any script has an address in Latin letters", async () => {
  const site = testSite();
  const names = { 杨利群: "yang-li-qun", 김민수: "gim-min-su", "עמוס עוז": "mvs-vz", "አበበ ቢቂላ": "abebe-bik-ila" };
  for (const [index, name] of Object.keys(names).entries())
    site.write(
      `releases/2019-05-0${index + 1}-text-${index}.md`,
      release("Title", `2019-05-0${index + 1}`, "en", name),
    );
  expect((await site.build()).stderr).toBe("");
  const speakers = site.files().filter((file) => /^en\/speakers\/[^/]+\/index\.html$/.test(file));
  expect(speakers.filter((file) => !/^en\/speakers\/[a-z][a-z\d-]*\/index\.html$/.test(file))).toEqual([]);
  for (const [name, slug] of Object.entries(names)) {
    expect(speakers).toContain(`en/speakers/${slug}/index.html`);
    expect(site.read(`en/speakers/${slug}/index.html`)).toContain(name);
  }
});

test("a person whom only a withheld release quotes has no page", async () => {
  const site = testSite();
  site.write("people/olga-ivanova.yaml", PERSON);
  const text = release("Wells", "2019-05-06", "en", "Olga Ivanova").replace("lang: en", "lang: en\ndraft: true");
  site.write("releases/2019-05-06-wells.md", text);
  await site.build();
  expect(site.files().filter((file) => file.includes("ivanova"))).toEqual([]);
});

test("what was withdrawn is quoted on no person's page", async () => {
  const site = testSite();
  site.write("releases/2019-05-06-wells.md", release("Wells", "2019-05-06", "en", "Olga Ivanova"));
  const text = release("Dams", "2019-06-06", "en", "Olga Ivanova").replace("lang: en", "lang: en\nstatus: withdrawn");
  site.write("releases/2019-06-06-dams.md", text);
  await site.build();
  expect(site.read("en/speakers/olga-ivanova/index.html")).not.toContain("Dams");
});
