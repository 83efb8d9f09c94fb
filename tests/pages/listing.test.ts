import { expect, test } from "vitest";
import { sheetsOf } from "../../src/pages/listing.ts";

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
