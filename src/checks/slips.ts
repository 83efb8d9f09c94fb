import { languageOf } from "./data.ts";

/** A word that is one slip of the hand away from another. */
export interface Slip {
  readonly meant: string;
  readonly kind: "swapped" | "undoubled" | "doubled" | "missing" | "extra" | "other";
  /** Where the slip is in the word as it was written. */
  readonly at: number;
}

/** Everything that may have been meant by a word with one slip: letters changed places, were left out, doubled, added, or are wrong. */
export function* slipsOf(word: string, lang: string): Generator<Slip> {
  const alphabet = languageOf(lang).alphabet ?? "abcdefghijklmnopqrstuvwxyz";
  for (let at = 0; at <= word.length; at++) {
    const [before, letter = "", next = "", after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 1)];
    if (next !== "" && next !== letter)
      yield { meant: before + next + letter + word.slice(at + 2), kind: "swapped", at };
    // Of two letters that are the same, to leave out the second is to leave out the first.
    if (letter !== "" && letter !== next)
      yield { meant: before + after, kind: letter === word[at - 1] ? "doubled" : "extra", at };
    for (const other of alphabet) {
      if (letter !== "" && other !== letter) yield { meant: before + other + after, kind: "other", at };
      // To put a letter before the same letter is to put it after.
      if (other === letter) continue;
      const kind = other === word[at - 1] ? "undoubled" : "missing";
      yield { meant: before + other + letter + after, kind, at };
    }
  }
}

/** Consonants that some write once and some twice: "focused" and "focussed". */
const BOTH_WAYS = /([lmpst])\1(?:ed|ing|able|er|ers)$/;

export const isWrittenBothWays = (word: string, other: string) => BOTH_WAYS.test(word) || BOTH_WAYS.test(other);

/** Letters that sound alike where they are not stressed, or before some vowels. */
const ALIKE = ["ae", "ai", "ei", "eo", "cs", "ао", "еи", "ея", "иы", "сз"];

/**
 * Whether a word with this slip is rather a slip than a word that the dictionary lacks. Judged by what 2,600 texts have that are
 * in no dictionary: of slips within a word whose result is a usual word, nine in ten were right; of those at its beginning or
 * end, and of those that make a rare word, few were.
 */
export function isLikely(
  word: string,
  { meant, kind, at }: Slip,
  isUsual: (word: string) => boolean,
  isSmall: (word: string) => boolean,
): boolean {
  const { length } = word;
  const isFirst = at === 0;
  const isLast =
    kind === "swapped" ? at === length - 2 : at >= length - (kind === "missing" || kind === "undoubled" ? 0 : 1);
  const usual = isUsual(meant);
  if (kind === "doubled" && BOTH_WAYS.test(word)) return false;
  if (kind === "undoubled" && BOTH_WAYS.test(meant)) return false;
  if (kind === "swapped") return length >= 5 ? usual || (!isFirst && !isLast && length >= 6) : isSmall(meant);
  if (kind === "undoubled" || kind === "doubled") return length >= (usual ? 5 : 7) && !isLast;
  if (kind === "missing") {
    if (isFirst) return usual && length >= 8;
    if (isLast) return usual && length >= 8 && !/[drs]$/.test(meant);
    return length >= (usual ? 5 : 9);
  }
  if (isFirst || isLast) return false;
  if (kind === "extra") return length >= (usual ? 7 : 11);
  const pair = [word[at], meant[at]].toSorted().join("");
  return length >= (usual ? 6 : 9) && (usual || ALIKE.includes(pair));
}
