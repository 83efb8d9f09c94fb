import { readFileSync } from "node:fs";
import { parseVCards } from "vcard4-ts";
import { expect, test } from "vitest";
import { expectContentLines } from "../support/lines.ts";
import { testSite } from "../support/site.ts";

const LONG = "Звоните, пожалуйста; пишите \\ по будням. 请来电，或来信；周末请先发邮件。 يُرجى الاتصال أو المراسلة 😀";

/** Returns a card as an independent reader takes it: its lines, and its first of each kind. */
function read(card: string) {
  expectContentLines(card);
  expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\nN:/);
  const { vCards = [], nags } = parseVCards(card);
  expect(nags).toBeUndefined();
  expect(vCards).toHaveLength(1);
  const [found] = vCards;
  if (!found) throw new Error("There is no card.");
  // The reader is one of 4.0: that the version is another is all that it may find wrong.
  expect((found.nags ?? []).filter(({ isError }) => isError).map(({ attributes }) => attributes?.property)).toEqual([
    "VERSION",
  ]);
  const { familyNames, givenNames, additionalNames } = found.N?.value ?? {};
  return {
    found,
    n: [familyNames, givenNames, additionalNames].map((names) => names?.join(",") ?? "").join("|"),
    fn: found.FN[0].value,
    org: found.ORG?.[0]?.value,
    note: found.NOTE?.[0]?.value,
  };
}

test("a contact is a card that Outlook and old phones read: version 3.0, a name in parts, short lines", async () => {
  const site = testSite();
  const siteYaml = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
  site.write(
    "site.yaml",
    siteYaml.replace("  en: {", "  ru: { label: Русский, dir: ltr }\n  zh: { label: 中文, dir: ltr }\n  en: {"),
  );
  site.write(
    "contacts/anna.yaml",
    `name: { en: Anna Kavalenka, ru: Анна Коваленко }
role: { en: "Officer; media, press", ru: Координатор }
organisation: "Rivers; Lakes, Partners"
note: { en: "${"Call first, then write; thanks. ".repeat(6).trim()}", ru: '${LONG}', zh: '${LONG}' }
phone: "+375 17 327 48 76"
mobile: "+375 29 123 45 67"
email: anna@example.org
languages: [ru, en]
hours: ["Mo-Fr 09:00-18:00"]
timezone: Asia/Bishkek
`,
  );
  site.write("contacts/rivers.yaml", "name: Rivers Partnership\nrole: Media enquiries\nemail: rivers@example.org\n");
  site.write("contacts/green.yaml", "name: Green Horizons\nemail: green@example.org\n");
  site.write("contacts/chen.yaml", "name: { en: Chen Yulan, zh: 陈雨兰 }\nemail: chen@example.org\n");
  expect((await site.build()).stderr).toBe("");
  const card = (lang: string, id: string) => read(site.read(`${lang}/press-office/${id}.vcf`));

  expect(["rivers", "green"].map((id) => card("en", id).n)).toEqual(["Rivers Partnership||", "Green Horizons||"]);
  const anna = card("en", "anna");
  expect([anna.n, anna.fn, anna.org]).toEqual(["Kavalenka|Anna|", "Anna Kavalenka", ["Rivers; Lakes, Partners"]]);
  expect(anna.found.TITLE?.[0]?.value).toBe("Officer; media, press");
  expect(anna.found.TEL?.map(({ value, parameters }) => [value, parameters?.TYPE])).toEqual([
    ["+375173274876", ["WORK", "VOICE"]],
    ["+375291234567", ["CELL", "VOICE"]],
  ]);
  expect(anna.found.EMAIL?.[0]?.value).toBe("anna@example.org");
  expect(anna.found.URL?.[0]?.value).toBe("https://press.example.org/en/press-office/");
  expect(anna.found.TZ?.[0]?.value).toBe("Asia/Bishkek");
  expect(anna.note).toMatch(
    /^(Call first, then write; thanks\. ?){6}\nSpeaks: Russian and English\nHours: .*09:00–18:00 \(Asia\/Bishkek\)$/,
  );

  const russian = card("ru", "anna");
  expect([russian.n, russian.fn]).toEqual(["Коваленко|Анна|", "Анна Коваленко"]);
  expect(russian.note?.split("\n")[0]).toBe(LONG);
  expect(card("zh", "anna").note?.split("\n")[0]).toBe(LONG);

  // A Chinese name says its family name first, in Latin letters too.
  expect([card("zh", "chen").n, card("en", "chen").n]).toEqual(["陈雨兰||", "Chen Yulan||"]);

  const office = card("en", "press-office");
  expect([office.n, office.fn, office.org]).toEqual(["Press Office||", "Press Office", ["Press Office"]]);
  expect(site.read("en/press-office/press-office.vcf")).toContain("\r\nX-ABSHOWAS:COMPANY\r\n");
  expect(site.read("en/press-office/anna.vcf")).not.toContain("X-ABSHOWAS");
});
