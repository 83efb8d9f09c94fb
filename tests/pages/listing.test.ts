import { expect, test } from "vitest";
import { numbersToShow, sheetsOf } from "../../src/pages/listing.ts";

const entries = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("a numbered sheet never changes, whatever is added", () => {
  const seen = new Map<number, readonly number[]>();
  for (let count = 0; count <= 60; count++) {
    for (const { number, entries: shown } of sheetsOf(entries(count), 5)) {
      if (number === undefined) continue;
      expect(shown).toHaveLength(5);
      expect(seen.get(number) ?? shown).toEqual(shown);
      seen.set(number, shown);
    }
  }
  expect(seen.get(1)).toEqual([5, 4, 3, 2, 1]);
  expect(seen.size).toBe(11);
});

test("every entry stands once, newest first, and the front is never thin", () => {
  for (let count = 0; count <= 60; count++) {
    const sheets = sheetsOf(entries(count), 5);
    expect(sheets.flatMap((sheet) => sheet.entries)).toEqual(entries(count).toReversed());
    const front = sheets[0]?.entries.length ?? 0;
    expect(front).toBeGreaterThanOrEqual(Math.min(count, 5));
    expect(front).toBeLessThan(10);
  }
});

test("of many numbers only some are shown: its own, the nearest older ones, and the first", () => {
  expect(numbersToShow(1)).toEqual([1]);
  expect(numbersToShow(5)).toEqual([5, 4, 3, 2, 1]);
  expect(numbersToShow(801)).toEqual([801, 800, 799, 798, 797, 1]);
  expect(numbersToShow(400)).toEqual([400, 399, 398, 397, 396, 1]);
  expect(numbersToShow(3)).toEqual([3, 2, 1]);
});
