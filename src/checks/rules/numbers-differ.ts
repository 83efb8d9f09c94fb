import type { Passage } from "../document.ts";
import type { Rule } from "../rule.ts";
import { numbersIn } from "../words.ts";

/** What is counted more than once in any text. */
const COMMON =
  /^(?:years?|months?|days?|hours?|minutes?|weeks?|percent|per|cent|people|million|billion|thousand|times?|of|and|to|or|in|the|новых|год|года|лет|дней|дня|часов|человек|млн|тыс|процент|годов|ans?|jours?|mois|heures?|millions?|pour|de|años?|días|meses|por|personas)/iu;

interface Counted {
  readonly value: string;
  readonly what: string;
  readonly index: number;
  readonly length: number;
  readonly passage: Passage;
}

export const numbersDiffer: Rule = {
  name: "numbers-differ",
  group: "craft",
  severity: "warning",
  why: "Two numbers for one thing are asked about, or printed the wrong one.",
  wrong: "title: 741 victims of trafficking got help\n---\nIn three years 714 victims of trafficking got help.",
  right: "title: 714 victims of trafficking got help\n---\nIn three years 714 victims of trafficking got help.",
  *check(document) {
    if (!document.release) return;
    const isHead = ({ kind }: Passage) => ["title", "subtitle", "summary"].includes(kind);
    const counted = document.passages.flatMap(countedIn);
    const figures = (document.release.figures ?? []).flatMap(({ value, label }, index) =>
      numbersIn(String(value))
        .slice(0, 1)
        .map((number) => ({ value: number.value, what: thing(label), index })),
    );
    for (const { value, what, index, length, passage } of counted) {
      if (isHead(passage)) continue;
      const others = [...counted.filter((other) => isHead(other.passage)), ...figures].filter(
        (other) => other.what === what && what !== "",
      );
      if (others.length === 0 || others.some((other) => other.value === value)) continue;
      // The text also has the number of the title: this one counts something else.
      if (
        counted.some(
          (other) => !isHead(other.passage) && other.what === what && others.some((head) => head.value === other.value),
        )
      )
        continue;
      yield {
        at: document.in(passage, index, length),
        message: `Here it is ${value} ${what}, elsewhere in this release ${others[0]?.value}.`,
        fix: "Make sure that both are right, and count different things.",
      };
    }
  },
};

/** The numbers of a passage with the two words that follow. */
function countedIn(passage: Passage): Counted[] {
  return numbersIn(passage.text).flatMap(({ value, index, length }) => {
    const what = thing(passage.text.slice(index + length).replace(/^[\s\u00a0]+/, ""));
    return what === "" || /^(?:19|20)\d\d$/.test(value) ? [] : [{ value, what, index, length, passage }];
  });
}

function thing(words: string): string {
  const [found = ""] = /^\p{Ll}+ \p{Ll}+/u.exec(words) ?? [];
  return COMMON.test(found) ? "" : found;
}
