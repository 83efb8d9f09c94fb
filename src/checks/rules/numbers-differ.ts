import type { Release } from "../../model/release.ts";
import type { Document, Passage } from "../document.ts";
import { magnitudesThatDiffer } from "../magnitudes.ts";
import { numbersInWordsThatDiffer } from "../number-words.ts";
import type { Fault, Rule } from "../rule.ts";
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
    yield* magnitudesThatDiffer(document);
    yield* numbersInWordsThatDiffer(document);
    if (document.release) yield* headAndText(document, document.release);
  },
};

const isHead = ({ kind }: Passage) => kind === "title" || kind === "subtitle" || kind === "summary";

/** What the head of a release counts, and the text counts otherwise. */
function* headAndText(document: Document, { figures = [] }: Release): Generator<Fault> {
  const counted = document.passages.flatMap(countedIn);
  const told = new Map<string, string[]>();
  const tell = (what: string, value: string) => told.set(what, [...(told.get(what) ?? []), value]);
  for (const { what, value, passage } of counted) if (isHead(passage)) tell(what, value);
  for (const { value, label } of figures) {
    for (const number of numbersIn(String(value)).slice(0, 1))
      if (thing(label) !== "") tell(thing(label), number.value);
  }
  // Where the text also has the number of the head, the other one counts something else.
  const agreed = new Set(
    counted.flatMap(({ what, value, passage }) => (!isHead(passage) && told.get(what)?.includes(value) ? [what] : [])),
  );
  for (const { value, what, index, length, passage } of counted) {
    const [other] = told.get(what) ?? [];
    if (isHead(passage) || other === undefined || agreed.has(what)) continue;
    yield {
      at: document.in(passage, index, length),
      message: `Here it is ${value} ${what}, elsewhere in this release ${other}.`,
      fix: "Make sure that both are right, and count different things.",
    };
  }
}

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
