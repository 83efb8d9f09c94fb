import { describe, expect, test } from "vitest";
import { daysIn, daysInFigures, isoDay } from "../../src/text/days.ts";

describe("days are read as their language writes them:", () => {
  test.each([
    ["en", "Friday, March 5, 2021", { day: 5, month: 3, year: 2021, weekday: 5 }],
    ["en", "the 1st of March", { day: 1, month: 3 }],
    ["ru", "в пятницу, 5 марта 2021 г.", { day: 5, month: 3, year: 2021, weekday: 5 }],
    ["be", "у суботу, 15 траўня 2021 года", { day: 15, month: 5, year: 2021, weekday: 6 }],
    ["fr", "le 1er février 2017", { day: 1, month: 2, year: 2017 }],
    ["es", "27 de enero de 2017", { day: 27, month: 1, year: 2017 }],
    ["de", "5. März 2021", { day: 5, month: 3, year: 2021 }],
    ["ar", "الجمعة ٥ مارس ٢٠٢١", { day: 5, month: 3, year: 2021, weekday: 5 }],
    ["zh", "2021年3月5日（星期五）", { day: 5, month: 3, year: 2021, weekday: 5 }],
  ])("%s: %s", (lang, text, day) => {
    const [{ words, index, ...found } = { words: "", index: -1 }, ...more] = daysIn(text, [lang]);
    expect(found).toEqual(day);
    expect(more).toEqual([]);
    expect(text.slice(index, index + words.length)).toBe(words);
  });
});

describe("days in figures", () => {
  test.each(["2021-03-05", "2021–03–05", "2021/3/5", "5.3.2021"])("%s is the 5th of March", (text) => {
    expect(daysInFigures(text)).toMatchObject([{ day: 5, month: 3, year: 2021 }]);
  });

  test.each(["13/3/2021", "13-3-2021", "3/13/2021"])("%s can only be the 13th of March", (text) => {
    expect(daysInFigures(text)).toMatchObject([{ day: 13, month: 3, year: 2021 }]);
  });

  test("of two numbers that can both be the month nobody knows which it is, but where they are equal", () => {
    expect(daysInFigures("5/3/2021 5-3-2021")).toEqual([]);
    expect(daysInFigures("5/5/2021")).toMatchObject([{ day: 5, month: 5 }]);
  });
});

test("a day that no calendar has is no day", () => {
  expect(isoDay(2021, 2, 29)).toBeUndefined();
  expect(isoDay(2020, 2, 29)).toBe("2020-02-29");
});
