import { UNIT } from "../text/units.ts";

/** The shortest word. Shorter ones have too many similar words. */
const LEAST = 4;

/** The most words of one volume: 10,000 take about 30 kB, which are loaded when a reader misspells a word. */
const MOST = 10_000;

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const APART = new RegExp(UNIT, "gu");

/**
 * Returns the words of texts, one text a release, for the question “Did you mean …?”: each line has those that are in twice as
 * many releases as the words of the line before, in alphabetical order. Of too many, those in the fewest releases are left out.
 */
export function commonWords(texts: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(wordsIn(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST);
  const lines = Array.from({ length: kept[0] ? levelOf(kept[0][1]) + 1 : 0 }, (): string[] => []);
  for (const [word, count] of kept) lines[levelOf(count)]?.push(word);
  return lines.map((words) => `${words.toSorted().join(" ")}\n`).join("");
}

/** 0 for one release, 1 for two or three, 2 for four to seven, and so on. */
function levelOf(count: number): number {
  return 31 - Math.clz32(count);
}

function* wordsIn(text: string): Generator<string> {
  for (const [found] of text.replace(APART, " ").matchAll(WORD)) {
    const word = found
      .normalize("NFC")
      .toLowerCase()
      .replace(/['’-]+$/, "");
    if ([...word].length >= LEAST) yield word;
  }
}
