import type { Rule } from "../rule.ts";

const TWICE = /(?<![\p{L}\p{N}'’-])(\p{Ll}[\p{L}'’]*)[ \n]+\1(?![\p{L}\p{N}'’-])/gu;

/** Words that rightly stand twice in some sentences. */
const fine = new Set([
  "that",
  "had",
  "nous",
  "vous",
  "se",
  "ya",
  "bye",
  "very",
  "long",
  "many",
  "far",
  "much",
  "чуть",
  "еле",
  "далеко",
  "no",
  "so",
]);

export const repeatedWord: Rule = {
  name: "repeated-word",
  group: "language",
  severity: "warning",
  why: "A word that stands twice is what is left of a hasty correction.",
  wrong: "The centre was opened in the the east of the country.",
  right: "The centre was opened in the east of the country.",
  *check(document) {
    for (const passage of document.passages) {
      for (const { 0: found, 1: word = "", index } of passage.text.matchAll(TWICE)) {
        if (fine.has(word)) continue;
        yield {
          at: document.in(passage, index, found.length),
          message: `“${word}” stands here twice.`,
          fix: `Delete one “${word}”.`,
        };
      }
    }
  },
};
