import type { Passage } from "../document.ts";
import type { Rule } from "../rule.ts";

/** Shorter paragraphs may stand in a text twice: "Contact", "Thank you." */
const SHORTEST = 60;

export const repeatedParagraph: Rule = {
  name: "repeated-paragraph",
  group: "craft",
  severity: "warning",
  why: "A paragraph that stands twice was pasted twice, and a reader looks for what is different.",
  wrong:
    "The centre will train sixty officers a year, from all regions of the country.\n\nIt is new.\n\nThe centre will train sixty officers a year, from all regions of the country.",
  right: "The centre will train sixty officers a year, from all regions of the country.\n\nIt is new.",
  *check(document) {
    const seen = new Map<string, Passage[]>();
    for (const passage of document.passages) {
      if (!["paragraph", "quote"].includes(passage.kind)) continue;
      const words = passage.text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}?]+/gu, " ")
        .trim();
      // Questions of an interview are asked again.
      if (
        words.length >= SHORTEST &&
        !words.endsWith("?") &&
        !/^[\s\ue000]*[–—-]|^\*\*[^*\n]+(?::\*\*|\*\*[:—–])/u.test(passage.source)
      )
        seen.set(words, [...(seen.get(words) ?? []), passage]);
    }
    // What stands there more often belongs to the form of the text.
    const twice = [...seen.values()].filter(({ length }) => length === 2);
    const passage = twice[0]?.[1];
    if (!passage) return;
    const more = twice.length > 1 ? `, and so do ${twice.length - 1} more` : "";
    const start = Math.max(0, passage.text.search(/[\p{L}\p{N}]/u));
    yield {
      at: document.in(passage, start, passage.text.slice(start).split("\n")[0]?.length ?? 0),
      message: `This paragraph stands in the text a second time${more}.`,
      fix: "Delete one of the two.",
    };
  },
};
