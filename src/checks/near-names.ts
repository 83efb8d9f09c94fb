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

const NAME =
  /(?<![\p{L}\p{N}@#./_-])(?:(\p{Lu}[\p{L}'’-]+|\p{Lu}\.)[ \u00a0\n\ue000]+)?(\p{Lu}\p{Ll}[\p{Ll}'’]{2,})(?![\p{L}\p{N}@/_]|\.\p{L})/gu;

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
      const pair = [names.get(one) ?? [], names.get(two) ?? []].toSorted((a, b) => b.length - a.length);
      const [more = [], fewer = []] = pair;
      const [other] = more;
      const [slip] = fewer;
      if (
        !other ||
        !slip ||
        found.has(other) ||
        !isSlip(one, two) ||
        !areNames(other, slip, isOne(more, fewer), isWord)
      )
        continue;
      found.set(slip, { found: slip.word, passage: slip.passage, index: slip.index, other: other.word });
    }
  }
  return [...found.values()];
}

function namesIn(passage: Passage): Named[] {
  return [...passage.text.matchAll(NAME)].flatMap(({ 0: whole, 1: before = "", 2: word = "", index }) => {
    const name = word.replace(/['’]s?$/, "");
    return name.length < SHORTEST || name.length > LONGEST
      ? []
      : [
          {
            word: name,
            before,
            isFirst: !before && BEGIN.test(passage.text.slice(Math.max(0, index - 4), index)),
            passage,
            index: index + whole.length - word.length,
          },
        ];
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

/** Whether the same first name stands before both. */
function isOne(one: readonly Named[], two: readonly Named[]): boolean {
  const first = new Set(one.map(({ before }) => before).filter((before) => before.length > 2));
  return two.some(({ before }) => first.has(before));
}

/**
 * Whether both are names and no other words. Without a first name, they must be longer, in no dictionary, and end alike or with a
 * consonant: an end may be another case, number or sex.
 */
function areNames(one: Named, two: Named, isOne: boolean, isWord: IsWord): boolean {
  const pair = [one, two].flatMap(({ word, passage }) =>
    [word, stem(word)].map((form) => [form, passage.lang] as const),
  );
  if (pair.some(([form, lang]) => isWord(form.toLowerCase(), lang))) return false;
  if (isOne) return true;
  const [a, b] = [stem(one.word), stem(two.word)];
  const areEndsAlike =
    a.at(-1) === b.at(-1) ||
    (!one.isFirst && !two.isFirst && /[^\P{Script=Latin}aeiouy]$/iu.test(a) && /[^\P{Script=Latin}aeiouy]$/iu.test(b));
  return areEndsAlike && Math.min(a.length, b.length) >= LONG && !pair.some(([form, lang]) => isWord(form, lang));
}
