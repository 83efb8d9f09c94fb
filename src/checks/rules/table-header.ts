import type { Rule } from "../rule.ts";

export const tableHeader: Rule = {
  name: "table-header",
  group: "reach",
  severity: "warning",
  why: "In a table without headings a number is read out with nothing that says what it counts (WCAG 1.3.1).",
  wrong: "| | |\n| --- | --- |\n| Minsk | 714 |",
  right: "| Town | Victims |\n| --- | --- |\n| Minsk | 714 |",
  *check(document) {
    for (const { 0: found, 1: row = "", index } of document.body.matchAll(
      /^(\|?[^\n]*\|[^\n]*)\n\|?[ :]*-+[-| :]*$/gm,
    )) {
      const cells = row
        .replace(/^\s*\||\|\s*$/g, "")
        .split("|")
        .map((cell) => cell.trim());
      // The corner above the names of the rows may be empty.
      if (!cells.slice(1).includes("") && cells.some((cell) => cell !== "")) continue;
      yield {
        at: document.inBody(index, found.indexOf("\n")),
        message: "A column of this table has no heading.",
        fix: "Say in the first row what each column holds.",
      };
    }
  },
};
