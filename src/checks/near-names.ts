import type { Passage } from "./document.ts";

/** A name as it stands in a text. */
interface Named {
  readonly word: string;
  readonly before: string;
  /** Whether it may have its capital because it begins a sentence or line. */
  readonly isFirst: boolean;
  readonly passage: Passage;
  readonly index: number;
}

/** A name that stands in a text once as it stands elsewhere, and once with a letter wrong. */
export interface TwoWays {
  readonly found: string;
  readonly passage: Passage;
  readonly index: number;
  readonly other: string;
}

/** Shorter names differ by a letter too often; so do those that are not long, where no first name says that one person is meant. */
const SHORTEST = 5;
const LONG = 6;
const LONGEST = 30;

const NAME = /\p{Lu}\p{Ll}[\p{Ll}'’]{2,}(?<![\p{L}\p{N}@#./_-]\p{Lu}[\p{Ll}'’]{3,40})(?![\p{L}\p{N}@/_]|\.\p{L})/gu;

/** The first name, or what is in its place. */
const BEFORE = /(?<![\p{L}\p{N}@#./_-])(\p{Lu}[\p{L}'’-]+|\p{Lu}\.)[ \u00a0\n\ue000]+$/u;

/** What stands before a word that begins a sentence or line. */
const BEGIN = /(?:^|[.!?:•"“«„(–—-])[\s\ue000]*$/u;

/** Endings of a name's cases, and of its genitive. */
const ENDING =
  /['’]s?$|(?<=\p{Script=Cyrillic}{4})(?:ого|ому|ыми|ими|ами|ями|ах|ях|ых|их|ой|ою|ей|ею|ая|ую|ым|им|ом|ем|ам|ям|ов|ев|а|у|е|и|ы|я|ю|ь|й)$/u;

/** Whether a dictionary has a word just as it is written. */
type IsWord = (word: string, lang: string) => boolean;

/** Names of a text of which one is a letter away from another. */
export function namesTwoWays(passages: readonly Passage[], isWord: IsWord): TwoWays[] {
  const names = new Map<string, Named[]>();
  for (const named of passages.flatMap(namesIn)) {
    const own = names.get(stem(named.word));
    if (own) own.push(named);
    else names.set(stem(named.word), [named]);
  }
  const shorter = new Map<string, string[]>();
  for (const name of names.keys()) {
    for (const piece of piecesOf(name)) shorter.set(piece, [...(shorter.get(piece) ?? []), name]);
  }
  const found = new Map<Named, TwoWays>();
  for (const group of shorter.values()) {
    // So many are no slips of one another.
    if (group.length < 2 || group.length > 4) continue;
    for (const [one = "", two = ""] of group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b]))) {
      const pair = [names.get(one) ?? [], names.get(two) ?? []].toSorted(
        (a, b) => b.length - a.length || Number(isWhole(b)) - Number(isWhole(a)),
      );
      const [more = [], fewer = []] = pair;
      const [other] = more;
      const [slip] = fewer;
      if (!other || !slip || found.has(other) || !isSlip(one, two) || !areNames(more, fewer, isWord)) continue;
      found.set(slip, { found: slip.word, passage: slip.passage, index: slip.index, other: other.word });
    }
  }
  return [...found.values()];
}

function namesIn(passage: Passage): Named[] {
  const { text } = passage;
  return [...text.matchAll(NAME)].flatMap(({ 0: found, index }) => {
    const word = found.replace(/['’]s?$/, "");
    if (word.length < SHORTEST || word.length > LONGEST) return [];
    const before = BEFORE.exec(text.slice(Math.max(0, index - 32), index))?.[1] ?? "";
    const isFirst = before === "" && BEGIN.test(text.slice(Math.max(0, index - 4), index));
    return [{ word, before, isFirst, passage, index }];
  });
}

const stem = (word: string) => word.replace(ENDING, "");

/** A word without each of its letters in turn, and itself: two that share one are a slip apart. The first letter is hardly ever wrong. */
function piecesOf(word: string): Set<string> {
  const pieces = Array.from(word, (_, at) => (at === 0 ? word : word.slice(0, at) + word.slice(at + 1)));
  return new Set(pieces);
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

/** Whether a name stands somewhere with a first name. */
const isWhole = (names: readonly Named[]) => names.some(({ before }) => before.length > 2);

/** Whether the same first name stands before both. */
function isOne(one: readonly Named[], two: readonly Named[]): boolean {
  const first = new Set(one.map(({ before }) => before).filter((before) => before.length > 2));
  return two.some(({ before }) => first.has(before));
}

/**
 * Whether both are names and no other words. Without the same first name, they must be longer, in no dictionary, and end alike or with a
 * consonant: an end may be another case, number or sex. Where the one stands with a first name, a dictionary may know it.
 */
function areNames([one, ...more]: readonly Named[], [two, ...others]: readonly Named[], isWord: IsWord): boolean {
  if (!one || !two) return false;
  const knows = ({ word, passage }: Named, form = (name: string) => name) =>
    [word, stem(word)].some((name) => isWord(form(name), passage.lang));
  const small = (name: string) => name.toLowerCase();
  if (knows(two, small) || knows(one, small)) return false;
  if (isOne([one, ...more], [two, ...others])) return true;
  const [a, b] = [stem(one.word), stem(two.word)];
  const isConsonant = (name: string) => /[^\P{Script=Latin}aeiouy]$/iu.test(name);
  const areEndsAlike = a.at(-1) === b.at(-1) || (!one.isFirst && !two.isFirst && isConsonant(a) && isConsonant(b));
  return (
    areEndsAlike && Math.min(a.length, b.length) >= LONG && !knows(two) && (isWhole([one, ...more]) || !knows(one))
  );
}
