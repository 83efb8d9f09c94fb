import { expect, test } from "vitest";
import { archivesIn, sheetsIn, sheetsOf } from "../../src/pages/listing.ts";

const entries = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("a numbered sheet never changes, whatever is added", () => {
  const seen = new Map<number, readonly number[]>();
  for (let count = 0; count <= 60; count++) {
    for (const { number, entries: shown } of sheetsOf(entries(count), { size: 5 })) {
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
    const sheets = sheetsOf(entries(count), { size: 5 });
    expect(sheets.flatMap((sheet) => sheet.entries)).toEqual(entries(count).toReversed());
    const front = sheets[0]?.entries.length ?? 0;
    expect(front).toBeGreaterThanOrEqual(Math.min(count, 5));
    expect(front).toBeLessThan(10);
  }
});

test("a numbered sheet that is larger than the front grows by as much as leaves the front, and keeps what it has", () => {
  const seen = new Map<number, readonly number[]>();
  for (let count = 0; count <= 100; count++) {
    const sheets = sheetsOf(entries(count), { size: 20, least: 5 });
    expect(sheets.flatMap((sheet) => sheet.entries)).toEqual(entries(count).toReversed());
    expect(sheets[0]?.entries.length).toBeLessThan(10);
    for (const { number, entries: shown } of sheets) {
      if (number === undefined) continue;
      expect(shown.slice(-(seen.get(number)?.length ?? 0))).toEqual(seen.get(number) ?? shown);
      expect(shown.length).toBeLessThanOrEqual(20);
      seen.set(number, shown);
    }
  }
  expect([...seen.values()].map(({ length }) => length)).toEqual([20, 20, 20, 20, 15]);
});

test("an archived document of a feed never grows", () => {
  const seen = new Map<number, readonly number[]>();
  for (let count = 0; count <= 200; count++) {
    for (const { number, entries: shown } of archivesIn({}, entries(count))) {
      if (number === undefined) continue;
      expect(seen.get(number) ?? shown).toEqual(shown);
      seen.set(number, shown);
    }
  }
  expect(seen.size).toBe(4);
});

test("a list that one page can hold has no other; then the front is short, and no entry is lost on the way", () => {
  for (let count = 0; count <= 400; count++) {
    const sheets = sheetsIn({}, entries(count));
    expect(sheets.flatMap((sheet) => sheet.entries)).toEqual(entries(count).toReversed());
    expect(sheets.map(({ entries: shown }) => shown.length <= 120)).not.toContain(false);
    expect(sheets.length === 1).toBe(count <= 120);
    if (count > 120) expect(sheets[0]?.entries.length).toBeLessThan(40);
  }
  expect(sheetsIn({ releases_per_page: 5 }, entries(12)).map((sheet) => sheet.entries.length)).toEqual([7, 5]);
});
