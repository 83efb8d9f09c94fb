import { describe, expect, test } from "vitest";
import { around, read } from "./reading.ts";

const STORY = "The centre was opened this week after two years of work by many hands.";

test("an embargo above the kind of text is told, and waits", async () => {
  const { first, draft, text } = await read(
    `EMBARGOED UNTIL 09:00 GMT, 6 May 2026\n\nNEWS RELEASE\n\nA new centre\n\n${STORY}\n`,
  );
  expect(first("title")).toBe("A new centre");
  expect(first("embargo")).toBe("EMBARGOED UNTIL 09:00 GMT, 6 May 2026");
  expect(text).toContain("draft: true # not published before");
  expect(draft.looks.map(({ about }) => about)).toContain(
    "The text is under an embargo. Write its moment as the field “embargo”.",
  );
});

test("notes and “About …” behind the end mark count, however short the release is", async () => {
  const notes = "Notes to editors:\n\n1. It is open on weekdays.\n\n2. Pictures can be had.";
  const about = "About the Border Committee\n\nIt guards the border.";
  const more = Array.from({ length: 8 }, (_, index) => `It has a room number ${index}, and more of them.`).join("\n\n");
  const { body, first } = await read(`A new centre\n\n${STORY}\n\n-30-\n\n${notes}\n\n${about}\n\nRooms\n\n${more}\n`);
  expect(first("notes")).toContain("It is open on weekdays.");
  expect(body).not.toContain("It is open on weekdays.");
  expect(first("boilerplates")).toMatchObject({ id: "border-committee" });
});

describe("of a letter", () => {
  const LABEL = { en: "PRESS RELEASE", ru: "Пресс-релиз", fr: "Communiqué de presse", ar: "بيان صحفي" };
  test.each<[keyof typeof LABEL, string, string]>([
    ["en", "Dear Mr. Roe,\n\nPlease find our release below.", "Kind regards,\nJane Roe\nMinistry of Trade"],
    ["en", "Good morning,\nKindly publish this.", "Regards"],
    ["ru", "Уважаемые коллеги!\n\nНаправляем пресс-релиз.", "С уважением,\n\nЯна Роу"],
    ["fr", "Bonjour à tous,\n\nVous trouverez ci-dessous notre communiqué.", "Bien cordialement,\nJane"],
    ["ar", "السادة الزملاء،\n\nنرفق لكم البيان.", "مع خالص التحية"],
  ])("that a release came with, greeting and regards go, and are listed: %s %s", async (lang, above, below) => {
    const release = around("It cost 40 million.", lang);
    const { body, title, dropped } = await read(`${above}\n\n${LABEL[lang]}\n\n${release}\n${below}\n`, "a.txt", {
      lang,
    });
    const alone = await read(release, "a.txt", { lang });
    expect({ body, title }).toEqual({ body: alone.body, title: alone.title });
    const listed = dropped.map(({ words }) => words).join(" ");
    for (const line of `${above}\n${below}`.split("\n")) expect(listed).toContain(line);
  });

  test("whom to call below the regards stays", async () => {
    const below = "Regards,\nJane Roe\nTel: +375 17 222 65 47";
    const { body, all } = await read(
      `Dear all,\n\nSee below.\n\nPRESS RELEASE\n\n${around("It cost little.")}\n${below}\n`,
    );
    expect(body).not.toContain("Regards");
    expect(all("contacts")).toMatchObject([{ name: "Jane Roe", phone: "+375172226547" }]);
  });

  test("that is the release nothing goes", async () => {
    const letter = "Dear Prime Minister,\n\nWe ask you to open the centre.\n\nYours sincerely,\n\nJane Roe";
    expect((await read(`---\ntitle: A\n---\n\n${letter}\n`, "a.md")).body).toBe(letter);
  });
});

describe("of the foot of a mail", () => {
  test("only the notice about confidentiality goes, and who wrote it is a contact", async () => {
    const signature =
      "-- \nJane Roe | Communications Manager | Ministry of Trade\n+375 17 222 65 47 | jane@example.org\nThis email is confidential.";
    const { body, dropped, all } = await read(`${around("It cost little.")}\n${signature}\n`);
    expect(all("contacts")).toMatchObject([
      { name: "Jane Roe", role: "Communications Manager", phone: "+375172226547", email: "jane@example.org" },
    ]);
    expect(body).toContain("Jane Roe | Communications Manager");
    expect(body).not.toContain("--");
    expect(dropped.map(({ words }) => words)).toEqual(["This email is confidential."]);
  });
});

describe("of a text that a program wrapped", () => {
  test("the lines are put together though one line is longer", async () => {
    const wrapped = "The Ministry of Agriculture opened a national seed bank\ntoday. It keeps 4,200 samples of millet.";
    const long = `Contact: Jane Roe, Ministry of Agriculture, ${"Department of Seeds and Plants, ".repeat(2)}jane@example.org`;
    const { body } = await read(`A new centre\n\n${wrapped}\n\n${wrapped}\n\n${long}\n`);
    expect(body).toContain("national seed bank today. It keeps 4,200 samples of millet.");
  });

  test.each(["Ministry of Energy      Page 1 of 2", "стр. 2 из 3", "- more -", "Количество просмотров: 1543"])(
    "“%s” is no part",
    async (line) => {
      const { body, dropped } = await read(around(`It cost little.\n\n${line}\n\nIt is large.`));
      expect(body).toContain("It cost little.\n\nIt is large.");
      expect(dropped).toHaveLength(1);
    },
  );
});

test.each([
  "District      Schools   Pupils\nBoane              12    4,310\nMatutuine           9    2,207",
  "District\tSchools\tPupils\nBoane\t12\t4,310\nMatutuine\t9\t2,207",
])("columns of plain text that tabs or spaces set apart are a table: %j", async (rows) => {
  const { body } = await read(around(`Schools have meals.\n\n${rows}\n\nParents cook.`));
  expect(body.replace(/ +/g, " ")).toContain(
    "| District | Schools | Pupils |\n| --- | --- | --- |\n| Boane | 12 | 4,310 |\n| Matutuine | 9 | 2,207 |",
  );
});

test.each(["Tel.:      021 12 34\nFax:       021 12 35\nRoom:      12", "One   day   only\nTwo   days   more"])(
  "two columns and two lines are none: %j",
  async (lines) => {
    expect((await read(around(lines))).body).not.toContain("|");
  },
);

test("a form's headline, the line below it and its dateline are lines of their own", async () => {
  const form = "Headline: A new centre\nSubhead: It is large\nDateline: Smarhon, 9 May 2026";
  const { first, body } = await read(`FOR IMMEDIATE RELEASE\n\n${form}\n\n${STORY}\n`);
  expect([first("title"), first("subtitle"), first("date"), first("location")]).toEqual([
    "A new centre",
    "It is large",
    "2026-05-09",
    { id: "smarhon", name: "Smarhon" },
  ]);
  expect(body).toBe(STORY);
});

test("Arabic notes to editors are a field", async () => {
  const { first } = await read(
    `${around("وكلف أربعين مليونا.", "ar")}\nملاحظات للمحررين:\n\nالطريق ممول من الحكومة.\n`,
    "a.txt",
    {
      lang: "ar",
    },
  );
  expect(first("notes")).toBe("الطريق ممول من الحكومة.");
});

test.each([
  ["en", "**Notes to editors:** The road has two lanes.", "The road has two lanes."],
  ["fr", "Note aux rédacteurs : La route a deux voies.", "La route a deux voies."],
  ["zh", "编者注：公路有两条车道。", "公路有两条车道。"],
])("notes in one paragraph with their heading are given without it: %s %s", async (lang, paragraph, notes) => {
  const { first, body } = await read(around(`${STORY}\n\n${paragraph}`, lang), "a.md", { lang });
  expect(first("notes")).toBe(notes);
  expect(body).not.toContain(notes);
});

test("a Russian form's number and day above the title are the reference and the day", async () => {
  const { first } = await read(`ПРЕСС-РЕЛИЗ\n\n№ 118          «14» мая 2026 г.\n\n${around("Это важно.", "ru")}`);
  expect([first("title"), first("reference"), first("date")]).toEqual(["Новый учебный центр", "118", "2026-05-14"]);
});

test("an end mark above whom to call in one paragraph ends the release", async () => {
  const { body, draft } = await read(`${around("It cost little.")}\nENDS\nContact: Jane Roe, +375 17 222 65 47\n`);
  expect(draft.dropped.map(({ words }) => words)).toEqual(["ENDS"]);
  expect(body.endsWith("\n\nContact: Jane Roe, +375 17 222 65 47")).toBe(true);
});

test("what a list of mails adds to a subject and below a text goes", async () => {
  const foot =
    "You received this message because you are a member of the list.\nTo unsubscribe from it, write to a@example.org.";
  const { title, body } = await read(
    `From: a@example.org\nSubject: FW: [EXTERNAL] Fwd: [Media list] A new centre\nMIME-Version: 1.0\n\n${STORY}\n\n${foot}\n`,
    "a.eml",
  );
  expect({ title, body }).toEqual({ title: "A new centre", body: STORY });
});
