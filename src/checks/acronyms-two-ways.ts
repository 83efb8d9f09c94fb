import type { Passage } from "./document.ts";
import { isSlip, type TwoWays } from "./near-names.ts";

const LETTERS = /(?<![\p{L}\p{N}.&/#@_-])\p{Lu}{3,8}(?![\p{L}\p{N}&/@_-]|\.\p{L})/gu;

/** Shorter ones are a letter away from too many others. */
const SHORTEST_ACRONYM = 4;

/** From so many times on, letters are what is meant. */
const OFTEN = 3;

interface Letters {
  readonly word: string;
  count: number;
  isExplained: boolean;
  readonly passage: Passage;
  readonly index: number;
}

/**
 * Acronyms of a text that are another one with two letters changed, or with a letter wrong: NPRC for NRPC, BGTS for BGTC. `isKnown`
 * says whether letters stand for something else.
 */
export function acronymsTwoWays(passages: readonly Passage[], isKnown: (word: string) => boolean): TwoWays[] {
  const all = new Map<string, Letters>();
  for (const passage of passages) {
    if (passage.text.toUpperCase() === passage.text) continue;
    for (const { 0: word, index } of passage.text.matchAll(LETTERS)) {
      const own = all.get(word) ?? { word, count: 0, isExplained: false, passage, index };
      own.count++;
      own.isExplained ||= /[(（]["“«]?$/.test(passage.text.slice(Math.max(0, index - 2), index));
      all.set(word, own);
    }
  }
  const near = new Map<string, Letters[]>();
  for (const own of all.values()) {
    for (const key of keysOf(own.word)) {
      const group = near.get(key);
      if (group) group.push(own);
      else near.set(key, [own]);
    }
  }
  const found = new Map<Letters, TwoWays>();
  for (const [right, slip, ...more] of [...near.values()].map((group) =>
    group.toSorted((a, b) => weight(b) - weight(a)),
  )) {
    if (!right || !slip || more.length > 0 || found.has(right) || !isSlip(right.word, slip.word)) continue;
    const isSure =
      right.word.length >= SHORTEST_ACRONYM &&
      [...right.word].toSorted().join("") === [...slip.word].toSorted().join("");
    const isLikely = slip.count === 1 && (right.isExplained || right.count >= OFTEN);
    if (slip.isExplained || !(isSure || (isLikely && !isKnown(slip.word)))) continue;
    found.set(slip, { found: slip.word, passage: slip.passage, index: slip.index, other: right.word });
  }
  return [...found.values()];
}

/** What an acronym shares with those that are a slip away: the same letters, or, where it is longer, all letters but one. */
function keysOf(word: string): string[] {
  const letters = [...word].toSorted().join("");
  const others = Array.from(word, (_, at) => `${word.slice(0, at)}.${word.slice(at + 1)}`);
  return [letters, ...(word.length >= SHORTEST_ACRONYM ? others : [])];
}

const weight = ({ count, isExplained }: Letters) => count + (isExplained ? 1000 : 0);
