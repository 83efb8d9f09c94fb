import type { Rule } from "../rule.ts";

export const tableHeader: Rule = {
  name: "table-header",
  group: "reach",
  severity: "warning",
  why: "In a table without headings a number is read out with nothing that says what it counts (WCAG 1.3.1).",
  wrong: "| | |\n| --- | --- |\n| Minsk | 714 |",
  right: "| Town | Victims |\n| --- | --- |\n| Minsk | 714 |",
  *check(document) {
    for (const { tokens, from, source } of document.texts) {
      for (const [start, { type, map }] of tokens.entries()) {
        if (type !== "thead_open") continue;
        const end = tokens.findIndex((token, index) => index > start && token.type === "thead_close");
        const cells = tokens.slice(start, end).filter((token) => token.type === "inline");
        // The corner above the names of the rows may be empty.
        const isNamed = cells.every(({ content }, index) => index === 0 || content !== "");
        if (isNamed && cells.some(({ content }) => content !== "")) continue;
        const lines = source.split("\n");
        const line = map?.[0] ?? 0;
        const offset = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
        yield {
          at: document.in({ from, source }, offset, lines[line]?.length ?? 0),
          message: "A column of this table has no heading.",
          fix: "Say in the first row what each column holds.",
        };
      }
    }
  },
};
