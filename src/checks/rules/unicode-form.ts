import { rewrite } from "../rewrite.ts";
import type { Rule } from "../rule.ts";

export const unicodeForm: Rule = {
  name: "unicode-form",
  group: "language",
  severity: "warning",
  why: "A letter and its accent written as two characters look like one and are found by no search (Unicode form NFC is what the web uses).",
  wrong: "The cafe\u0301 of the centre",
  right: "The café of the centre",
  *check(document) {
    if (document.text.normalize("NFC") === document.text) return;
    const prose = document.passages.filter(({ from }) => typeof from === "number");
    const decomposed = rewrite(document, prose, /\P{M}\p{M}+/gu, (found) => found.normalize("NFC"));
    if (!decomposed || document.text.slice(decomposed.edit.from, decomposed.edit.to) === decomposed.edit.text) return;
    yield {
      at: decomposed.first,
      message: "Some letters of this text are written as two characters, a letter and its accent.",
      fix: "Run the check with --fix, which makes one character of them (Unicode form NFC).",
      edit: decomposed.edit,
    };
  },
};
