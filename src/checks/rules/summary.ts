import type { Rule } from "../rule.ts";

/** The same summary in so many releases of a language is a phrase, not a summary. */
const STANDING = 3;

export const summary: Rule = {
  name: "summary",
  group: "craft",
  severity: "warning",
  why: "The summary is what stands in lists, feeds and search results: where it says nothing, nobody opens the release.",
  wrong: "title: Border guards open a centre\nsummary: Border guards open a centre.",
  right:
    "title: Border guards open a centre\nsummary: In Smarhon 60 officers a year will learn to recognise victims of trafficking.",
  *check(document, { archive }) {
    const { release } = document;
    if (!release?.summary) return;
    const at = { ...document.field(["summary"]), length: 0 };
    if (repeats(release.summary, release.title)) {
      yield {
        at,
        message: "The summary repeats the title.",
        fix: "Say what the title leaves out: who, where, how many. Or delete the line: then the text's beginning is taken.",
      };
    } else if (archive.summaries(release.lang, release.summary) >= STANDING) {
      yield {
        at,
        message: `The same summary stands in ${archive.summaries(release.lang, release.summary)} releases.`,
        fix: "Say what is new in this one.",
      };
    }
  },
};

/** Whether nearly all words of the one are words of the other, and it is not much longer. */
function repeats(words: string, title: string): boolean {
  const own = wordsOf(words);
  const others = new Set(wordsOf(title));
  return (
    own.length > 0 && own.length <= others.size + 3 && own.filter((word) => others.has(word)).length >= own.length * 0.9
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
