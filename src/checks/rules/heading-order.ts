import type { Rule } from "../rule.ts";

export const headingOrder: Rule = {
  name: "heading-order",
  group: "reach",
  severity: "warning",
  why: "Who cannot see the page moves by its headings, and a level left out is a chapter missing (WCAG 1.3.1).",
  wrong: "## The centre\n\nIt was opened.\n\n#### The building\n\nIt is new.",
  right: "## The centre\n\nIt was opened.\n\n### The building\n\nIt is new.",
  *check(document) {
    // The title is the first level; a text that uses # has all its headings moved down by one.
    const levels = document.blocks.filter(({ kind }) => kind === "heading");
    const move = levels.some(({ level }) => level === 1) ? 1 : 0;
    let before = 1;
    for (const { level = 2, source, start } of levels) {
      const now = level + move;
      if (now > before + 1) {
        yield {
          at: document.inBody(start, source.length),
          message: `This heading is of level ${now}, and the one above it of level ${before}.`,
          fix: `Write it with ${"#".repeat(Math.max(1, before + 1 - move))}.`,
        };
      }
      before = now;
    }
  },
};
