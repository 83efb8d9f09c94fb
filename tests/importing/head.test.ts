import { describe, expect, test } from "vitest";
import { around, read } from "./reading.ts";

const STORY =
  "The ministry opened twelve clinics in the north of the country this week after two years of work by many hands.\n\nForty doctors will work in them, the minister said at the opening in the capital.\n";
const TITLE = "Northland opens clinics";

/** What is recognised, with the lines given above a text. */
async function headed(head: string, lang = "en") {
  return await read(`${head}\n\n${STORY}`, "mail.txt", { lang });
}

describe("I6: label, day and place above the title are read before it:", () => {
  test.each<[string, string, string | undefined, string | undefined, string?]>([
    [`FOR IMMEDIATE RELEASE\nMarch 6, 2023\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`FOR IMMEDIATE RELEASE\n\nMarch 6, 2023\n\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`PRESS RELEASE No. 12/2023\n\nGeneva, 6 March 2023\n\n${TITLE}`, TITLE, "2023-03-06", "Geneva"],
    [`PRESS RELEASE – FOR IMMEDIATE RELEASE – 6 March 2023\n\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`MINISTRY OF HEALTH\n\nPRESS RELEASE\n\nMonday, 6 March 2023\n\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`UNDP Northland\nPress Release\n06.03.2023\n\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`For Release: March 6, 2023, 9:00 a.m. GMT\n\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`Date: 6 March 2023\n\n${TITLE}`, TITLE, "2023-03-06", undefined],
    [`MINISTRY OF HEALTH\nPRESS STATEMENT NO. 7 OF 2023\n\n${TITLE}`, TITLE, undefined, undefined],
    [`Joint press release: 40,000 clinics open in Northland`, "40,000 clinics open in Northland", undefined, undefined],
    [`Press release: 12 clinics open in Northland`, "12 clinics open in Northland", undefined, undefined],
    [`NEWS\n\n${TITLE}`, TITLE, undefined, undefined],
    [`**Title:** ${TITLE}\n**Date:** 6 March 2023`, TITLE, "2023-03-06", undefined],
    [`Press release: northland opens twelve clinics`, "Northland opens twelve clinics", undefined, undefined],
    [`Press release: Northland opens twelve clinics`, "Northland opens twelve clinics", undefined, undefined],
    [`${TITLE}\n\nPRESS RELEASE\n\n6 March 2023`, TITLE, "2023-03-06", undefined],
    [`# PRESS RELEASE\n\n# ${TITLE}`, TITLE, undefined, undefined],
    [
      "COMMUNIQUÉ DE PRESSE\n\nGenève, le 6 mars 2023\n\nNordie ouvre douze cliniques",
      "Nordie ouvre douze cliniques",
      "2023-03-06",
      "Genève",
      "fr",
    ],
    [
      "Pour diffusion immédiate\n6 mars 2023\nNordie ouvre douze cliniques",
      "Nordie ouvre douze cliniques",
      "2023-03-06",
      undefined,
      "fr",
    ],
    [
      "NOTA DE PRENSA\n\nMadrid, 6 de marzo de 2023\n\nNordia abre doce clínicas",
      "Nordia abre doce clínicas",
      "2023-03-06",
      "Madrid",
      "es",
    ],
    [
      "ПРЕСС-РЕЛИЗ\n\n6 марта 2023 года, Минск\n\nСеверия открыла клиники",
      "Северия открыла клиники",
      "2023-03-06",
      "Минск",
      "ru",
    ],
    [
      "Для немедленной публикации\n6 марта 2023 г.\nСеверия открыла клиники",
      "Северия открыла клиники",
      "2023-03-06",
      undefined,
      "ru",
    ],
    ["بيان صحفي\n\n6 آذار/مارس 2023\n\nالشمال تفتح عيادة", "الشمال تفتح عيادة", "2023-03-06", undefined, "ar"],
    ["新闻稿\n\n2023年3月6日\n\n北国开设十二家诊所", "北国开设十二家诊所", "2023-03-06", undefined, "zh"],
    // A place on a line of its own, beside that of the day.
    [`For immediate release\n\nMay 14, 2024\n\nGENEVA\n\n${TITLE}`, TITLE, "2024-05-14", "GENEVA"],
    [
      `Media Release\n\nTuesday, May 14th, 2024\nGeneva, Switzerland\n\n${TITLE}`,
      TITLE,
      "2024-05-14",
      "Geneva, Switzerland",
    ],
    [`${TITLE}\n\n14 May 2024\n\nSmarhon`, TITLE, "2024-05-14", "Smarhon"],
    ["г. Минск\n14 мая 2024 г.\n\nСеверия открыла клиники", "Северия открыла клиники", "2024-05-14", "Минск", "ru"],
    ["斯莫尔贡\n2024年5月14日\n\n北国开设十二家诊所", "北国开设十二家诊所", "2024-05-14", "斯莫尔贡", "zh"],
    ["14/05/2024\n\nSEED BANK OPENS IN SMARHON", "SEED BANK OPENS IN SMARHON", "2024-05-14", undefined],
    [
      "Comunicado de prensa\n\nGinebra, a 14 de mayo de 2024\n\nNordia abre doce clínicas",
      "Nordia abre doce clínicas",
      "2024-05-14",
      "Ginebra",
      "es",
    ],
    [
      `From: Press Office <press@example.org>\nSent: 14 May 2024 10:00\nTo: Journalists\nSubject: PRESS RELEASE: ${TITLE}`,
      TITLE,
      "2024-05-14",
      undefined,
    ],
    [`${TITLE}\n\n14 May 2024 | Smarhon`, TITLE, "2024-05-14", "Smarhon"],
    [
      "بيان صحفي\nرقم: 15/2024\nالتاريخ: 14 مايو 2024\nالمكان: سمارهون\n\nالشمال تفتح عيادة جديدة",
      "الشمال تفتح عيادة جديدة",
      "2024-05-14",
      "سمارهون",
      "ar",
    ],
    // An office's name and a label on one line.
    [`MINISTRY OF HEALTH – PRESS RELEASE\n\n${TITLE}`, TITLE, undefined, undefined],
    [`UNDP Press Release\n\n${TITLE}`, TITLE, undefined, undefined],
    [`P R E S S   R E L E A S E\n\n${TITLE}`, TITLE, undefined, undefined],
    [
      "Пресс-релиз Министерства здравоохранения\n\nСеверия открыла клиники",
      "Северия открыла клиники",
      undefined,
      undefined,
      "ru",
    ],
    ["北国卫生部新闻稿 第2024/15号\n\n北国开设十二家诊所", "北国开设十二家诊所", undefined, undefined, "zh"],
    ["وزارة الصحة - بيان صحفي\n\nالشمال تفتح عيادة جديدة", "الشمال تفتح عيادة جديدة", undefined, undefined, "ar"],
    [
      "Исх. № 12-34/5 от 14.05.2024 г.\n\nСеверия открыла клиники",
      "Северия открыла клиники",
      "2024-05-14",
      undefined,
      "ru",
    ],
  ])("%s", async (head, title, date, place, lang) => {
    const { title: found, first, body } = await headed(head, lang);
    expect(found).toBe(title);
    expect(first("date")).toBe(date);
    expect(first<{ name: string }>("location")?.name).toBe(place);
    expect(body).toBe(STORY.trim());
  });

  test.each([
    "Statement by the Minister on clinics",
    "Press release writing for beginners",
    "6 March 2023 – a day to remember",
    "Contactless payment starts in all buses",
    "Minister answers press release on clinics",
    "Joint press statement of the Ministry of Health and UNDP",
    "Vacancy\n\n14 May 2024\n\nA doctor is wanted.",
    "Geneva\n\n14 May 2024\n\nA doctor is wanted there.",
  ])("but “%s” is a title", async (title) => {
    expect((await headed(title)).title).toBe(title.split("\n")[0]);
  });

  test.each([
    ["en", "Posted on May 14, 2024 by admin"],
    ["en", "Published: 14 May 2024 | Updated: 15 May 2024"],
    ["en", "May 14, 2024 · 3 min read"],
    ["ru", "Опубликовано: 14.05.2024 10:30 | Просмотров: 120"],
    ["be", "Апублікавана 14 мая 2024"],
    ["fr", "Publié le 14 mai 2024 par admin"],
    ["es", "Publicado el 14 de mayo de 2024 por admin"],
    ["ar", "نُشر في 14 مايو 2024 بواسطة admin"],
    ["ar", "تاريخ النشر: 14 مايو 2024"],
    ["zh", "发布时间：2024-05-14 来源：农业部 作者：李华 浏览：1203次"],
    ["zh", "发布日期：2024年5月14日"],
  ])("a line that says when the page was published is its day, and goes: %s %s", async (lang, line) => {
    const page = `<h1>${TITLE}</h1><p>${line}</p><p>${STORY.trim().replace("\n\n", "</p><p>")}</p>`;
    const { first, draft, body } = await read(page, "page.html", { lang });
    expect(first("date")).toBe("2024-05-14");
    expect(draft.guess).toBeUndefined();
    expect(first("location")).toBeUndefined();
    expect(body).toBe(STORY.trim());
  });

  test.each([
    `For release: Immediately\nDate: 6 March 2023\nContact: Jane Roe – 0712 345 678\n\n${TITLE}`,
    `PRESS RELEASE\n03/06/23\n\n${TITLE}`,
  ])("neither a number that nobody can call nor a day that nobody can read is a title: %s", async (head) => {
    expect((await headed(head)).title).toBe(TITLE);
  });

  test("an embargo above the title is told, and waits", async () => {
    const { title, text, body } = await headed(`EMBARGOED UNTIL 6 March 2023, 09:00 GMT\n${TITLE}`);
    expect(title).toBe(TITLE);
    expect(text).toContain("the text has an embargo, “EMBARGOED UNTIL 6 March 2023, 09:00 GMT”");
    expect(body).toBe(STORY.trim());
  });

  test.each([
    `PRESS RELEASE\n\nDate: 6 March 2023  Ref: MOR/PR/12/23\n\n${TITLE}`,
    `Subject: PRESS RELEASE No. 12/2023: ${TITLE}\nDate: 6 March 2023\n`,
  ])("a number beside a day, or before the title, is the reference: %s", async (head) => {
    const { title, first } = await headed(head);
    expect([title, first("date")]).toEqual([TITLE, "2023-03-06"]);
    if (head.startsWith("PRESS")) expect(first("reference")).toBe("MOR/PR/12/23");
  });

  test("a number above the title is the reference", async () => {
    expect((await headed(`PRESS RELEASE No. 12/2023\n\n${TITLE}`)).first("reference")).toBe("12/2023");
  });

  test.each([
    `PRESS RELEASE\nContact: Jane Roe, +375 29 123 45 67, jane@example.org\n6 March 2023\n${TITLE}`,
    `FOR IMMEDIATE RELEASE\n\nMEDIA CONTACT:\nJane Roe\nPress officer\n+375 29 123 45 67\njane@example.org\n\n${TITLE}`,
  ])("contacts above the title are contacts, and their words stay at the end: %s", async (head) => {
    const { title, all, body } = await headed(head);
    expect(title).toBe(TITLE);
    expect(all("contacts")).toMatchObject([{ name: "Jane Roe", email: "jane@example.org", phone: "+375291234567" }]);
    expect(body.startsWith(STORY.trim())).toBe(true);
    expect(body).toContain("jane@example.org");
  });
});

describe("I8: the dateline of", () => {
  const text = "The government opened twelve clinics this week, and more will follow soon.";
  test.each<[string, string, string?, string?]>([
    ["Town, Region – May 29, 2025 –", "Town, Region"],
    ["TOWN, May 29, 2025 /Wire/ --", "TOWN"],
    ["TOWN, May 29, 2025 (GLOBE WIRE) --", "TOWN"],
    ["May 29, 2025 – Town, Region:", "Town, Region"],
    ["**Town, Region – May 29, 2025 –**", "Town, Region"],
    ["**Town**, *Region*, 29 May 2025 —", "Town, Region"],
    ["Monday, 29 May 2025 – Town, Region –", "Town, Region"],
    ["29 May 2025 | Town, Region –", "Town, Region"],
    ["[Town, 29 May 2025]", "Town"],
    ["**Town, 29 May 2025.**", "Town"],
    ["NORTH TOWN/SOUTH TOWN, 29 May 2025 -", "NORTH TOWN/SOUTH TOWN"],
    ["St. John's, N.L., May 29, 2025 —", "St. John's, N.L."],
    ["Rio de Janeiro, 29 May 2025.-", "Rio de Janeiro"],
    ["МОСКВА, 29 мая 2025. /ТАСС/.", "МОСКВА", "ru"],
    ["29 мая 2025 г., г. Ош –", "Ош", "ru"],
    ["(Genève, le 29 mai 2025) –", "Genève", "fr"],
    ["GENÈVE, 29 mai 2025 (APS) –", "GENÈVE", "fr"],
    ["MADRID, 29 May. 2025 (EUROPA) -", "MADRID", "es"],
    ["Madrid, 29 de mayo de 2025.-", "Madrid", "es"],
    ["جنيف، 29 أيار/مايو 2025 –", "جنيف", "ar"],
    ["جنيف (29 مايو 2025) –", "جنيف", "ar"],
    ["جنيف، 29 مايو 2025 (بي أو) —", "جنيف", "ar"],
    ["日内瓦，2025年5月29日 —", "日内瓦", "zh"],
    ["新华社日内瓦2025年5月29日电", "日内瓦", "zh"],
    ["【日内瓦2025年5月29日讯】", "日内瓦", "zh"],
    ["Cap-Haïtien (Haiti), 29 May 2025 |", "Cap-Haïtien"],
  ])("%s", async (line, place, lang) => {
    const { first } = await read(`---\ntitle: A\n---\n\n${line} ${text}\n`, "a.md", { lang: lang ?? "en" });
    expect(first("location")).toEqual({ name: place });
    expect(first("date")).toBe("2025-05-29");
  });

  test.each(["(TOWN) –", "(Town) -", "**TOWN** –", "TOWN (Wire) –", "WASHINGTON, D.C. –"])(
    "%s has no day",
    async (line) => {
      const { first } = await read(`---\ntitle: A\n---\n\n${line} ${text}\n`, "a.md");
      expect(first<{ name: string }>("location")?.name).toBe(/WASHINGTON, D\.C\.|TOWN/i.exec(line)?.[0]);
      expect(first("date")).toBeUndefined();
    },
  );

  test.each([
    "On 5 May 2025 –",
    "When: Friday, 5 May 2025 –",
    "5 May 2025 – Three Food and Beverage (F&B)",
    "The Minister of Health, 5 May 2025 –",
    "9 May 2025 – Minister:",
    "Phase 2 –",
  ])("%s names no place", async (line) => {
    expect((await read(`---\ntitle: A\n---\n\n${line} ${text}\n`, "a.md")).first("location")).toBeUndefined();
  });

  test.each([
    ["**Smarhon, Region – May 29, 2025 –** The centre opened.", "The centre opened."],
    ["**Smarhon**, 29 May 2025 /Wire/ -- The centre opened.", "The centre opened."],
    ["29 May 2025 – Smarhon, Region: **The centre** opened.", "**The centre** opened."],
    ["[Smarhon, 29 May 2025] The centre opened.", "The centre opened."],
  ])("%s goes where its place is known", async (line, body) => {
    expect((await read(`---\ntitle: A\n---\n\n${line}\n`, "a.md")).body).toBe(body);
  });
});

describe("I9: who signs at the end is no dateline:", () => {
  test.each([
    "**MINISTRY OF HEALTH**\n\n**6 March 2023**",
    "**MINISTRY OF HEALTH**\\\n**6 March 2023**",
    "MINISTRY OF THE ENVIRONMENT – 6 March 2023",
    "Ministère de la Santé, 6 mars 2023",
    "Пресс-служба министерства\n\n6 марта 2023 года",
  ])("%s", async (sign) => {
    const { first } = await read(`---\ntitle: A\n---\n\nThe centre opened.\n\n${sign}\n`, "a.md");
    expect(first("location")).toBeUndefined();
    expect(first("date")).toBe("2023-03-06");
  });
});

test.each([
  ["en", "WHAT: Opening of a clinic", "WHEN: Tuesday, 7 March 2023, 10:00 a.m.", "Opening of a clinic"],
  ["fr", "Quoi : Ouverture d'une clinique", "Quand : mardi 7 mars 2023, 10h00", "Ouverture d'une clinique"],
  ["ru", "Что: открытие клиники в городе", "Когда: 7 марта 2023 года, 10:00", "открытие клиники в городе"],
  ["es", "Qué: Apertura de una clínica", "Cuándo: martes, 7 de marzo de 2023", "Apertura de una clínica"],
  ["ar", "افتتاح عيادة جديدة في المدينة", "الموعد: 7 مارس 2023", "افتتاح عيادة جديدة في المدينة"],
  ["zh", "北国诊所开业仪式通知", "时间：2023年3月7日", "北国诊所开业仪式通知"],
])(
  "I5, I6: the day of an advisory's event stays in the text, and is only a guess: %s",
  async (lang, what, when, said) => {
    const { title, body, draft, first } = await read(`${what}\n\n${when}\n\n${STORY}`, "mail.txt", { lang });
    expect(title).toBe(said);
    expect(body).toContain(when);
    expect(first("location")).toBeUndefined();
    expect(draft.findings.find(({ field }) => field === "date")).toMatchObject({ value: "2023-03-07", sure: "likely" });
  },
);

describe("I5: a day inside a sentence", () => {
  const today = "2026-11-01";
  const text = (sentence: string) => `---\ntitle: A\nlocation: x\n---\n\n${sentence}\n`;

  test("is a guess: it is marked, and the release waits", async () => {
    const { text: file, draft } = await read(text("The event begins on 9 March 2023."), "a.md", { today });
    expect(draft.findings.find(({ field }) => field === "date")).toMatchObject({ value: "2023-03-09", sure: "likely" });
    expect(file).toContain("date: 2023-03-09 # check this day: a guess from “9 March 2023” in the text");
    expect(file).toMatch(/draft: true # .*only a guess, to be checked: date/);
  });

  test.each([
    ["long ago", "The law of 4 July 1927 has been changed.", {}],
    ["long before the archive", "The law of 4 July 2009 has been changed.", { earliest: "2015-01-01" }],
    ["still to come", "The fair will be on 4 July 2027.", {}],
  ])("%s is none", async (_, sentence, more) => {
    expect((await read(text(sentence), "a.md", { today, ...more })).first("date")).toBeUndefined();
  });

  test.each([
    ["news/2023/03/09/a.md", "2023-03-09"],
    ["release-20230309.md", "2023-03-09"],
    ["09.03.2023 A centre.md", "2023-03-09"],
    ["A centre, 9 March 2023.md", "2023-03-09"],
    ["2023-03-09/index.md", "2023-03-09"],
    ["report-2023-2024.md", "2022-02-02"],
    ["invoice-20231399.md", "2022-02-02"],
  ])("comes after that of the path: %s", async (name, date) => {
    expect((await read(text("It was told on 2 February 2022 first."), name, { today })).first("date")).toBe(date);
  });

  test("a day to come in a dateline counts, and is told", async () => {
    const { first, text: file } = await read(text("Smarhon, 4 July 2027 – It opened."), "a.md", { today });
    expect(first("date")).toBe("2027-07-04");
    expect(file).toContain("date: 2027-07-04 # check this day: the day is still to come");
  });
});

test.each([
  ["en", "Subject: Clinics open in the north", "Clinics open in the north"],
  ["fr", "Objet : Trois cliniques ouvertes", "Trois cliniques ouvertes"],
  ["ru", "Тема: Открыты три клиники", "Открыты три клиники"],
  ["zh", "标题：三家诊所启用", "三家诊所启用"],
])("I6: what a form has before a title is none of it: %s", async (lang, line, title) => {
  const { title: said } = await read(
    `${line}\n\n${around("More follows.", lang).split("\n\n").slice(1).join("\n\n")}`,
    "mail.txt",
    { lang },
  );
  expect(said).toBe(title);
});
