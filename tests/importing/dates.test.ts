import { describe, expect, test } from "vitest";
import { daysIn } from "../../src/importing/wording/calendar.ts";
import { around, read } from "./reading.ts";

describe("days are read in many forms and languages:", () => {
  test.each([
    ["January 27, 2017", "2017-01-27"],
    ["27 January 2017", "2017-01-27"],
    ["the 1st of March 2020", "2020-03-01"],
    ["Sept. 5, 2021", "2021-09-05"],
    ["2017-01-27", "2017-01-27"],
    ["27.01.2017", "2017-01-27"],
    ["27/01/2017", "2017-01-27"],
    ["27 января 2017 года", "2017-01-27"],
    ["27 студзеня 2017 г.", "2017-01-27"],
    ["27 січня 2017 року", "2017-01-27"],
    ["le 1er février 2017", "2017-02-01"],
    ["27 de enero de 2017", "2017-01-27"],
    ["27 يناير 2017", "2017-01-27"],
    ["٢٧ كانون الثاني ٢٠١٧", "2017-01-27"],
    ["2017年1月27日", "2017-01-27"],
    ["2017年1月27号", "2017-01-27"],
    ["27 января 2017г.", "2017-01-27"],
    ["27.1.2017", "2017-01-27"],
    ["2017/01/27", "2017-01-27"],
    ["2017.01.27", "2017-01-27"],
    ["27 January 2560", "2017-01-27"],
    ["27.01.17", "2017-01-27"],
    ["«27» января 2017 г.", "2017-01-27"],
    ["27/1/17", "2017-01-27"],
    ["01/27/99", "1999-01-27"],
  ])("%s", (words, date) => {
    expect(daysIn(`… ${words} …`).map((day) => day.date)).toEqual([date]);
  });

  test.each([
    "5/6/2020",
    "31 February 2020",
    "May 2020",
    "Article 5, 2020 edition",
    "version 1.2.2020.4",
    "5/6/20",
    "version 1.2.20",
    "06.12.34.56.78",
    "last week",
  ])("%s is no day", (words) => {
    expect(daysIn(`… ${words} …`)).toEqual([]);
  });
});

describe("the day of a release", () => {
  test.each([
    [
      "the dateline beats the page's date",
      "---\ntitle: A\ndate: 2020-03-09\n---\n\nMINSK, 6 March 2020 – The centre opened.",
      "2020-03-06",
    ],
    [
      "a dateline without a year takes the page's",
      "---\ntitle: A\ndate: 2020-03-09\n---\n\nMINSK, 6 March – The centre opened.",
      "2020-03-06",
    ],
    [
      "a field's own day counts, whatever the time zone",
      "---\ntitle: A\ndate: 2015-06-03 23:30:00 -0400\n---\n\nThe centre opened.",
      "2015-06-03",
    ],
    ["a line of its own", "A centre\n\nThe centre opened.\n\nMINISTRY OF THE INTERIOR\n\n8 April 2020\n", "2020-04-08"],
  ])("%s", async (_, text, date) => {
    expect((await read(text)).first("date")).toBe(date);
  });

  test("comes from the file's name where nothing else says it", async () => {
    expect((await read("---\ntitle: A\n---\n\nThe centre opened.", "_posts/2021-02-03-a.md")).first("date")).toBe(
      "2021-02-03",
    );
  });

  test.each(["Kigali, 12/05/2026 - It fell.", "PRESS RELEASE\n\n03/11/26\n\nA centre\n\nIt opened."])(
    "is not invented where nobody can say which number is the month, and that is told: %j",
    async (text) => {
      const { first, look } = await read(`---\ntitle: A\n---\n\n${text}\n`, "a.md");
      expect(first("date")).toBeUndefined();
      expect(look.map(({ about }) => about)).toEqual([
        "Of this day nobody can say which number is the month. Write the field “date”.",
      ]);
    },
  );

  test("is no number of a sentence that a year of two digits could end", async () => {
    expect((await read(around("The room is 10.11.12, and the version 10.12.20."))).first("date")).toBeUndefined();
  });

  test("of a year of two digits is a guess", async () => {
    const { first, text, look } = await read("Ош, 12.05.26 г. – Центр открылся сегодня в Оше.", "a.txt", {
      lang: "ru",
    });
    expect(first("date")).toBe("2026-05-12");
    expect(first("location")).toEqual({ name: "Ош" });
    expect(text).toContain("date: 2026-05-12 # check this day: the year in “Ош, 12.05.26 г.” has two digits");
    expect(look.map(({ about }) => about)).toContain(
      "The year of the day has two digits. Make sure that none of the others is the year.",
    );
  });

  test("a difference between dateline and page is told", async () => {
    const { look } = await read("---\ntitle: A\ndate: 2020-03-09\n---\n\nMINSK, 6 March 2020 – The centre opened.");
    expect(look.map(({ about }) => about)).toContain(
      "The dateline says 2020-03-06, the page 2020-03-09. The dateline counts.",
    );
  });
});

describe("the place of a release:", () => {
  test.each([
    ["Smarhon, 27 January 2017 – The centre opened.", "en", { id: "smarhon", name: "Smarhon" }],
    ["**SMARHON (27 January 2017)** – The centre opened.", "en", { id: "smarhon", name: "SMARHON" }],
    ["Сморгонь, 27 января 2017 г. – Центр открылся.", "ru", { id: "smarhon", name: "Сморгонь" }],
    ["Смаргонь, 27 студзеня 2017 г. — Цэнтр адкрыўся.", "be", { id: "smarhon", name: "Смаргонь" }],
    ["Smarhon, Friday, 27 January 2017 – The centre opened.", "en", { id: "smarhon", name: "Smarhon" }],
    ["Genève, le 27 janvier 2017 – Le centre a ouvert.", "fr", { name: "Genève" }],
    ["تعز، الأحد 12 رمضان 1447هـ الموافق 1 مارس 2026م – افتتح المركز اليوم.", "ar", { name: "تعز" }],
    ["عدن في ١٢ مايو ٢٠٢٦م – افتتح المركز اليوم.", "ar", { name: "عدن" }],
    ["Taizz, 12 Ramadan 1447 AH, 1 March 2026 – The centre opened.", "en", { name: "Taizz" }],
    ["CHIANG RAI, 14 May 2569 (2026) - The centre opened.", "en", { name: "CHIANG RAI" }],
    ["（万象，2026年5月8日电）新医院今天开始接诊。", "zh", { name: "万象" }],
    ["It was opened in Smarhon on January 27, 2017.", "en", { id: "smarhon", name: "Smarhon" }],
  ])("%s", async (paragraph, lang, place) => {
    const text = paragraph.startsWith("It") ? around(paragraph) : `---\ntitle: A\nlang: ${lang}\n---\n\n${paragraph}\n`;
    expect((await read(text)).first("location")).toEqual(place);
  });

  test.each([
    "30 April 2021 – In recent weeks there were more cases.",
    "Update: the centre will open later.",
    "UPDATE – The centre will open later.",
    "UNDP – the programme that paid for it – opened it.",
    "Press Release, 27 January 2017",
    "Published 27 January 2017",
    "Monday, 27 January 2020",
    "Опубликовано 27 января 2017",
    "The centre – it is new – opened on 3 May 2020 in a city.",
  ])("%s names none", async (paragraph) => {
    expect((await read(around(paragraph))).first("location")).toBeUndefined();
  });

  test("a label with a day is no dateline: the page's own day counts", async () => {
    const { first } = await read("---\ntitle: A\ndate: 2020-05-01\n---\n\nUpdated 3 May 2020\n\nThe centre opened.\n");
    expect(first("date")).toBe("2020-05-01");
  });

  test.each([
    "Port-au-Prince, 27 January 2017 – The centre opened.",
    "Smarhon, 27 January 2017: The centre opened.",
    "*Smarhon, 27 January 2017* – The centre opened.",
    "Smarhon (27 January 2017) -- The centre opened.",
    "г. Сморгонь, 27 января 2017 г. – The centre opened.",
    "г. Сморгонь, 27 января 2017 г.\n\nThe centre opened.",
  ])("it goes from the text: %s", async (line) => {
    expect((await read(`---\ntitle: A\n---\n\n${line}\n`, "a.md")).body).toBe("The centre opened.");
  });

  test.each([
    "*Smarhon, 27 January 2017 – The centre opened.*",
    "[Smarhon, 27 January 2017 – The centre](https://example.org/) opened.",
  ])("it stays where emphasis or a link goes on behind it: %s", async (line) => {
    expect((await read(`---\ntitle: A\n---\n\n${line}\n`, "a.md")).body).toBe(line);
  });

  test("a dateline goes from the text when the fields carry it, and stays when its place is unknown", async () => {
    const known = await read("---\ntitle: A\n---\n\n**Smarhon, 27 January 2017** – The centre opened.\n");
    expect(known.body).toBe("The centre opened.");
    const unknown = await read("---\ntitle: A\n---\n\n**Geneva, 27 January 2017** – The centre opened.\n");
    expect(unknown.body).toBe("**Geneva, 27 January 2017** – The centre opened.");
  });
});
