import { distance } from "fastest-levenshtein";
import type { Content } from "../model/content.ts";
import { grouped } from "../model/grouped.ts";
import { inAllLanguages } from "../model/localized.ts";
import { oncePer } from "../model/memo.ts";

/** A name of the site that a text has nearly, but not quite. */
export interface NearlyNamed {
  readonly found: string;
  readonly index: number;
  readonly name: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Shorter words are in too many names to tell them by. */
const TELLING = 4;

/** More letters than so many make another name. */
const MOST = 2;

/** Endings of so many letters are a name's case or number in many languages. */
const ENDING = 3;

/** The names of partners by each of their telling words, with the place of the word in the name. */
const placesOf = oncePer((terms: Content["terms"]) => {
  const names = [...terms.partners.values()].flatMap(({ name }) =>
    inAllLanguages(name).map((one) => one.match(WORD) ?? []),
  );
  const places = names.flatMap((words) => (words.length < 2 ? [] : [...words.keys()].map((at) => ({ words, at }))));
  return grouped(places, ({ words, at }) => words.slice(at, at + 1).filter(({ length }) => length >= TELLING));
});

/**
 * Finds a partner's name of several words with a letter or two wrong. One word of it must be right, so that it is
 * the name that is meant; what only ends otherwise is the name in another case or number.
 */
export function partnersNearlyNamed(text: string, { terms }: Content): NearlyNamed[] {
  const places = placesOf(terms);
  if (places.size === 0) return [];
  const words = [...text.matchAll(WORD)];
  const found = new Map<number, NearlyNamed>();
  for (const [here, [word]] of words.entries()) {
    for (const { words: name, at } of places.get(word) ?? []) {
      const own = words.slice(Math.max(0, here - at), here - at + name.length);
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last || here < at || own.length < name.length || !isSlip(own, name)) continue;
      const whole = text.slice(first.index, last.index + last[0].length);
      if (!/[.!?;:()\n]/.test(whole))
        found.set(first.index, { found: whole, index: first.index, name: name.join(" ") });
    }
  }
  return [...found.values()];
}

/** Whether words are those of a name but for a slip of the hand. Nobody mistypes the first letter of a name: then it is another. */
function isSlip(own: readonly RegExpExecArray[], name: readonly string[]): boolean {
  let others = 0;
  let slips = 0;
  for (const [at, [word]] of own.entries()) {
    const right = name[at] ?? "";
    if (word === right) continue;
    if (word[0] !== right[0] || right.length < TELLING || endsOtherwise(word, right)) return false;
    const slip = distance(word.toLowerCase(), right.toLowerCase());
    if (slip === 0 || slips + slip > MOST) return false;
    others++;
    slips += slip;
  }
  return others > 0 && others < own.length;
}

function endsOtherwise(a: string, b: string): boolean {
  const stem = Math.max(a.length, b.length) - ENDING;
  return a.slice(0, stem) === b.slice(0, stem);
}
