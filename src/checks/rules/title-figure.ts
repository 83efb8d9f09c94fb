import type { Rule } from "../rule.ts";
import { numbersIn } from "../words.ts";

/** Numbers up to twelve are written as words in a text and as digits in a title. */
const SMALL = 12;

/** What stands before the number of a law, a form or a year of accounts. */
const NUMBERED =
  /(?<!\p{L})(?:section|article|chapter|part|title|rule|form|resolution|act|circular|order|FY|no\.?|№|стать[яией]|указ\p{L}*|закон\p{L}*)[\s\u00a0]$/iu;

/** A name such as DebConf before a number: DebConf 14 counts nothing. */
const INNER_CAPITAL = /(?<!\p{L})\p{L}*\p{Ll}\p{Lu}\p{L}*[\s\u00a0]$/u;

export const titleFigure: Rule = {
  name: "title-figure",
  group: "craft",
  severity: "warning",
  why: "A figure in the headline that the text does not have cannot be checked, and is often a slip.",
  wrong: "title: The centre helped 741 people\n---\nOver three years 714 people were helped.",
  right: "title: The centre helped 714 people\n---\nOver three years 714 people were helped.",
  *check(document) {
    const { passages, release } = document;
    if (!release || release.type === "media-advisory") return;
    const titles = passages.filter(({ kind }) => kind === "title" || kind === "subtitle");
    const there = new Set(
      passages.flatMap(({ kind, source }) =>
        kind === "title" || kind === "subtitle" ? [] : numbersIn(source).map(({ value }) => value),
      ),
    );
    for (const passage of titles) {
      for (const { value, index, length } of numbersIn(passage.text)) {
        const around =
          passage.text.slice(Math.max(0, index - 1), index) + passage.text.slice(index + length, index + length + 1);
        const isYear = /^(?:19|20)\d\d$/.test(value);
        if (INNER_CAPITAL.test(passage.text.slice(0, index)) || NUMBERED.test(passage.text.slice(0, index))) continue;
        // Part of a name such as COVID-19, G20 or 24/7, or written as a word below.
        if (/[\p{L}/#.:’'-]/u.test(around) || isYear || Number(value) <= SMALL || value === "101" || there.has(value))
          continue;
        if ([...there].some((other) => isRounded(value, other))) continue;
        yield {
          at: document.in(passage, index, length),
          message: `The figure ${passage.text.slice(index, index + length)} of the title is not in the text.`,
          fix: "Say in the text what it counts and where it is from, or correct it.",
        };
      }
    }
  },
};

/** Whether a figure is another one rounded: 68 million of 67.8 million. */
function isRounded(value: string, other: string): boolean {
  if (!/^\d+$/.test(value) || value === other) return false;
  const digits = value.replace(/0+$/, "").length;
  return digits > 0 && Number(Number(other).toPrecision(digits)) === Number(value);
}
