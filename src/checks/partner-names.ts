import { distance } from "fastest-levenshtein";
import type { Content } from "../model/content.ts";
import { localized } from "./localized.ts";

/** A name of the site's partners that a text has nearly, but not quite. */
export interface NearlyNamed {
  readonly found: string;
  readonly index: number;
  readonly name: string;
}

/** A name, with the place of one of its words in it. */
interface Place {
  readonly words: readonly string[];
  readonly at: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Shorter words are in too many names to tell them by. */
const TELLING = 4;

/** More letters than so many make another name. */
const MOST = 2;

/** Endings of so many letters are a name's case or number in many languages. */
const ENDING = 3;

const indexes = new WeakMap<Content["terms"], ReadonlyMap<string, readonly Place[]>>();

/** The names of partners by each of their telling words. */
function indexOf(terms: Content["terms"]): ReadonlyMap<string, readonly Place[]> {
  let index = indexes.get(terms);
  if (!index) {
    const made = new Map<string, Place[]>();
    for (const { name } of terms.partners.values()) {
      for (const words of localized(name).map((one) => one.match(WORD) ?? [])) {
        if (words.length < 2) continue;
        for (const [at, word] of words.entries()) {
          if (word.length >= TELLING) made.set(word, [...(made.get(word) ?? []), { words, at }]);
        }
      }
    }
    index = made;
    indexes.set(terms, index);
  }
  return index;
}

/**
 * Where a text has a partner's name of several words with a letter or two wrong. One word of it must be right, so that it is
 * the name that is meant; what only ends otherwise is the name in another case or number.
 */
export function partnersNearlyNamed(text: string, { terms }: Content): NearlyNamed[] {
  const index = indexOf(terms);
  if (index.size === 0) return [];
  const words = [...text.matchAll(WORD)];
  const found = new Map<number, NearlyNamed>();
  for (const [here, [word]] of words.entries()) {
    for (const { words: name, at } of index.get(word) ?? []) {
      const own = words.slice(Math.max(0, here - at), here - at + name.length);
      const [first] = own;
      const spelled = own.map(([one]) => one);
      if (!first || here < at || own.length < name.length || !isSlip(spelled, name)) continue;
      const last = own.at(-1) ?? first;
      const whole = text.slice(first.index, last.index + last[0].length);
      if (!/[.!?;:()\n]/.test(whole))
        found.set(first.index, { found: whole, index: first.index, name: name.join(" ") });
    }
  }
  return [...found.values()];
}

function isSlip(own: readonly string[], name: readonly string[]): boolean {
  const others = own.flatMap((word, at): [string, string][] => (word === name[at] ? [] : [[word, name[at] ?? ""]]));
  if (others.length === 0 || others.length === own.length) return false;
  const slips = others.map(([a, b]) => distance(a.toLowerCase(), b.toLowerCase()));
  return (
    // Nobody mistypes the first letter of a name: then it is another.
    others.every(([a, b]) => a[0] === b[0] && b.length >= TELLING && !endsOtherwise(a, b)) &&
    slips.every((slip) => slip > 0) &&
    slips.reduce((sum, slip) => sum + slip, 0) <= MOST
  );
}

function endsOtherwise(a: string, b: string): boolean {
  const stem = Math.max(a.length, b.length) - ENDING;
  return a.slice(0, stem) === b.slice(0, stem);
}
