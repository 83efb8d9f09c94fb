import type { Rule } from "../rule.ts";

const GLUED =
  /(?<=\p{Ll}{2}["”»)]?)(?:[.!?]|(?<!&[#\w]{2,10});)(?!(?:Gov|Com|Org|Net|Edu)(?!\p{Ll}))(?=["“«]?\p{Lu}\p{Ll}+[\s,])|(?<=\p{Ll}{2}),(?=\p{Ll}{2,} )/gu;

export const gluedSentences: Rule = {
  name: "glued-sentences",
  group: "language",
  severity: "warning",
  why: "Two sentences without a space between them are read as one word.",
  wrong: "The centre was opened.The minister spoke.",
  right: "The centre was opened. The minister spoke.",
  *check(document) {
    for (const passage of document.passages) {
      for (const { 0: found, index } of passage.text.matchAll(GLUED)) {
        yield {
          at: document.in(passage, index, found.length),
          message: `After this “${found}” a space is missing.`,
          fix: `Put a space after the “${found}”.`,
        };
      }
    }
  },
};
