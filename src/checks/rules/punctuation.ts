import { bracketFaults } from "../brackets.ts";
import type { Rule } from "../rule.ts";

/** Small words that begin a sentence, and follow on no abbreviation of so many letters. */
const BEGINS: Partial<Record<string, RegExp>> = {
  en: /(?<=(?<![\p{L}.])(?!approx|incl\.|excl\.)\p{Ll}{5,}["”)]?\. )(?:the|this|these|that|it|he|she|they|we|in|at|on|for|during|after|as|with|an?|our|his|her|their|there|however|according)(?= \p{Ll})/gu,
  ru: /(?<=(?<![\p{L}.])\p{Ll}{6,}["»)]?\. )(?:он|она|они|это|эти|в|на|по|мы|также|кроме|для|после|при|как|с)(?= \p{Ll})/gu,
};

const TWICE =
  /(?<=[\p{L}\p{N}"”»)\ue000] ?)(?:,[ \u00a0]?,|,[ \u00a0]?\.(?![ ]?[.\p{L}\p{N}])|(?<!&[#\w]{2,10});[ \u00a0]?[;,]|(?<!\.)\.\.(?![./\p{L}\p{N}\\]))(?!\))/gu;

export const punctuation: Rule = {
  name: "punctuation",
  group: "language",
  severity: "warning",
  why: "Two commas, half a pair of brackets or a sentence without its capital are what is left where words were taken out.",
  wrong: "The centre,, which is new, was opened.",
  right: "The centre, which is new, was opened.",
  *check(document) {
    yield* bracketFaults(document);
    for (const passage of document.passages) {
      for (const { 0: found, index } of passage.text.matchAll(TWICE)) {
        yield {
          at: document.in(passage, index, found.length),
          message: `“${found}” are two punctuation marks in place of one.`,
          fix: "Delete one of them.",
        };
      }
      const begins = BEGINS[passage.lang.split("-")[0] ?? ""];
      for (const { 0: found, index } of begins ? passage.text.matchAll(begins) : []) {
        yield {
          at: document.in(passage, index, found.length),
          message: `Here a sentence begins with a small letter: “${found}”.`,
          fix: `Write “${found.charAt(0).toUpperCase()}${found.slice(1)}”, or take the full stop out.`,
        };
      }
    }
  },
};
