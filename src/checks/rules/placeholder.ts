import type { Passage } from "../document.ts";
import { type Placeholder, placeholders } from "../placeholders.ts";
import type { Rule } from "../rule.ts";

export const placeholder: Rule = {
  name: "placeholder",
  group: "craft",
  severity: "error",
  why: "What was to be filled in later is printed as it stands, and shows that nobody has read the release to its end.",
  wrong: "The centre trains XX officers a year, said [insert name].",
  right: "The centre trains 60 officers a year, said Anna Kavalenka.",
  *check(document) {
    /** The letters of each passage that one kind has found: others do not find them again. */
    const taken = new Map(document.passages.map((passage) => [passage, new Set<number>()]));
    for (const each of placeholders) {
      const fresh = document.passages.flatMap((passage) => {
        const letters = taken.get(passage) ?? new Set();
        const found = foundIn(passage, each).filter((one) => !lettersOf(one).some((at) => letters.has(at)));
        for (const at of found.flatMap(lettersOf)) letters.add(at);
        return found;
      });
      const spots = fresh.slice(0, MOST).map(({ passage, index, found }) => document.in(passage, index, found.length));
      const [first] = spots;
      if (!first) continue;
      const [, ...lines] = new Set(spots.map(({ offset }) => document.text.slice(0, offset).split("\n").length));
      const more = `${lines.join(", ")}${fresh.length > MOST ? " and more" : ""}`;
      yield {
        at: first,
        message: `“${fresh[0]?.found}” stands where something is still to be filled in.${lines.length > 0 ? ` So in ${lines.length === 1 ? "line" : "lines"} ${more}.` : ""}`,
        fix: "Write what is meant, or leave it out.",
        // A draft may lack anything; what may be meant as it stands stops nobody.
        ...(each.isUnsure || document.release?.draft ? { severity: "warning" as const } : {}),
      };
    }
  },
};

/** So many places of one kind are told. */
const MOST = 20;

interface Found {
  readonly passage: Passage;
  readonly index: number;
  readonly found: string;
}

const lettersOf = ({ index, found }: Found) => Array.from(found, (_, at) => index + at);

function foundIn(passage: Passage, { pattern, in: where, unless }: Placeholder): Found[] {
  const text = passage[where];
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const isMeant = unless?.(text.slice(Math.max(0, index - 30), index), text.slice(end, end + 30));
    return isMeant ? [] : [{ passage, index, found }];
  });
}
