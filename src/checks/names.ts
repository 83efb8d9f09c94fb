import { grouped } from "../model/grouped.ts";
import type { Document, Find } from "./document.ts";

/** A name that stands in a text once as it stands elsewhere, and once with a letter wrong. */
export interface TwoWays {
  readonly slip: Find;
  readonly other: string;
}

/** One letter is wrong, missing or one too many, or two have changed places: within the word, for its end may be another case, number or sex. */
export function isSlip(one: string, two: string): boolean {
  if (one.toLowerCase() === two.toLowerCase() || one.startsWith(two) || two.startsWith(one)) return false;
  let start = 0;
  while (one[start] === two[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, two.length) - start && one.at(-1 - end) === two.at(-1 - end)) end++;
  const [a, b] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  const isOne = a.length <= 1 && b.length <= 1;
  const isSwapped = a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  return start > 0 && (isOne || isSwapped);
}

/** A name as it stands in a text. */
interface Named {
  readonly word: string;
  readonly before: string;
  /** Whether it may have its capital because it begins a sentence or line. */
  readonly isFirst: boolean;
  readonly find: Find;
}

/** Shorter names differ by a letter too often; so do those that are not long, where no first name says that one person is meant. */
const SHORTEST = 5;
const LONG = 6;
const LONGEST = 30;

const NAME = /\p{Lu}\p{Ll}[\p{Ll}'’]{2,}(?<![\p{L}\p{N}@#./_-]\p{Lu}[\p{Ll}'’]{3,40})(?![\p{L}\p{N}@/_]|\.\p{L})/gu;

/** The first name, or what is in its place. */
const BEFORE = /(?<![\p{L}\p{N}@#./_-])(\p{Lu}[\p{L}'’-]+|\p{Lu}\.)[ \u00a0\n\ue000]+$/u;

/** Matches the text before a word that begins a sentence or line. */
const BEGIN = /(?:^|[.!?:•"“«„(–—-])[\s\ue000]*$/u;

/** Endings of a name's cases, and of its genitive. */
const ENDING =
  /['’]s?$|(?<=\p{Script=Cyrillic}{4})(?:ого|ому|ыми|ими|ами|ями|ах|ях|ых|их|ой|ою|ей|ею|ая|ую|ым|им|ом|ем|ам|ям|ов|ев|а|у|е|и|ы|я|ю|ь|й)$/u;
const stem = (word: string) => word.replace(ENDING, "");

/** Whether a dictionary has a word just as it is written. */
type IsWord = (word: string, lang: string) => boolean;

/** Names of a text of which one is a letter away from another. */
export function namesTwoWays(document: Document, isWord: IsWord): TwoWays[] {
  const names = grouped([...document.find(NAME)].flatMap(named), ({ word }) => [stem(word)]);
  const near = grouped(names.keys(), piecesOf);
  const found = new Map<Named, TwoWays>();
  for (const group of near.values()) {
    // A larger group is no slip of one name: its words are just alike.
    if (group.length < 2 || group.length > 4) continue;
    for (const [one = "", two = ""] of group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b]))) {
      const [more = [], fewer = []] = [names.get(one) ?? [], names.get(two) ?? []].toSorted(
        (a, b) => b.length - a.length || Number(isWhole(b)) - Number(isWhole(a)),
      );
      const [[other], [slip]] = [more, fewer];
      if (other && slip && !found.has(other) && isSlip(one, two) && areNames(more, fewer, isWord))
        found.set(slip, { slip: slip.find, other: other.word });
    }
  }
  return [...found.values()];
}

function named(find: Find): Named[] {
  const word = find.found.replace(/['’]s?$/, "");
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const before = BEFORE.exec(find.before(32))?.[1] ?? "";
  return [{ word, before, isFirst: before === "" && BEGIN.test(find.before(4)), find }];
}

/** A word without each of its letters in turn, and itself: two that share one are a slip apart. The first letter is hardly ever wrong. */
function piecesOf(word: string): Set<string> {
  return new Set(Array.from(word, (_, at) => (at === 0 ? word : word.slice(0, at) + word.slice(at + 1))));
}

/** Whether a name stands somewhere with a first name. */
const isWhole = (names: readonly Named[]) => names.some(({ before }) => before.length > 2);

/**
 * Whether both are names and no other words. Without the same first name, they must be longer, in no dictionary, and end alike or with a
 * consonant: an end may be another case, number or sex. Where the one stands with a first name, a dictionary may know it.
 */
function areNames(ones: readonly Named[], twos: readonly Named[], isWord: IsWord): boolean {
  const [[one], [two]] = [ones, twos];
  if (!one || !two) return false;
  const knows = ({ word, find }: Named, form = (name: string) => name) =>
    [word, stem(word)].some((name) => isWord(form(name), find.passage.lang));
  const small = (name: string) => name.toLowerCase();
  if (knows(two, small) || knows(one, small)) return false;
  const isSamePerson = twos.some(({ before }) => before.length > 2 && ones.some((other) => other.before === before));
  if (isSamePerson) return true;
  const [a, b] = [stem(one.word), stem(two.word)];
  const isConsonant = (name: string) => /[^\P{Script=Latin}aeiouy]$/iu.test(name);
  const areEndsAlike = a.at(-1) === b.at(-1) || (!one.isFirst && !two.isFirst && isConsonant(a) && isConsonant(b));
  return areEndsAlike && Math.min(a.length, b.length) >= LONG && !knows(two) && (isWhole(ones) || !knows(one));
}

const LETTERS = /(?<![\p{L}\p{N}.&/#@_-])\p{Lu}{3,8}(?![\p{L}\p{N}&/@_-]|\.\p{L})/gu;

/** Shorter ones are a letter away from too many others. */
const SHORTEST_ACRONYM = 4;

/** From so many times on, letters are what is meant. */
const OFTEN = 3;

interface Acronym {
  readonly word: string;
  readonly count: number;
  readonly isExplained: boolean;
  readonly first: Find;
}

/**
 * Acronyms of a text that are another one with two letters changed, or with a letter wrong: NPRC for NRPC, BGTS for BGTC. `isKnown`
 * says whether letters stand for something else.
 */
export function acronymsTwoWays(document: Document, isKnown: (word: string) => boolean): TwoWays[] {
  const finds = [...document.find(LETTERS)].filter(({ passage: { text } }) => text.toUpperCase() !== text);
  const all = [...grouped(finds, ({ found }) => [found])].map(([word, own]): Acronym => {
    const isExplained = own.some((find) => /[(（]["“«]?$/.test(find.before(2)));
    return { word, count: own.length, isExplained, first: own[0] as Find };
  });
  const found = new Map<Acronym, TwoWays>();
  for (const group of grouped(all, ({ word }) => keysOf(word)).values()) {
    const [right, slip, ...more] = group.toSorted((a, b) => weight(b) - weight(a));
    if (!right || !slip || more.length > 0 || found.has(right) || !isSlip(right.word, slip.word)) continue;
    const isSure = right.word.length >= SHORTEST_ACRONYM && lettersOf(right.word) === lettersOf(slip.word);
    const isLikely = slip.count === 1 && (right.isExplained || right.count >= OFTEN);
    if (!slip.isExplained && (isSure || (isLikely && !isKnown(slip.word))))
      found.set(slip, { slip: slip.first, other: right.word });
  }
  return [...found.values()];
}

const lettersOf = (word: string) => [...word].toSorted().join("");

/** Returns the keys that an acronym shares with those that are a slip away: its letters sorted and, of a longer one, all letters but one. */
function keysOf(word: string): string[] {
  const others = Array.from(word, (_, at) => `${word.slice(0, at)}.${word.slice(at + 1)}`);
  return [lettersOf(word), ...(word.length >= SHORTEST_ACRONYM ? others : [])];
}

const weight = ({ count, isExplained }: Acronym) => count + (isExplained ? 1000 : 0);
