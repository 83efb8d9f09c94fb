import { rewrite } from "../rewrite.ts";
import type { Rule } from "../rule.ts";

export const spaces: Rule = {
  name: "spaces",
  group: "language",
  severity: "warning",
  why: "Spaces that stand twice, or before a comma, come from pasting and show in print.",
  wrong: "People  flee from conflict , and from hunger.",
  right: "People flee from conflict, and from hunger.",
  *check(document) {
    const prose = document.passages.filter(({ kind, from }) => kind !== "row" && typeof from === "number");
    const before = /^fr/.test(document.lang) ? "[,.)]" : "[,.;:!?)]";
    const pattern = new RegExp(
      `(?<=[^\\s\\ue000])[ \\u00a0]{2,7}(?=[^\\s\\ue000])|(?<=[\\p{L}\\p{N}"”»)\\ue000])[ \\u00a0]+(?=${before}(?:\\s|$))(?!\\.\\.)`,
      "gu",
    );
    const found = rewrite(document, prose, pattern, (_, next) => (/[,.;:!?)]/.test(next) ? "" : " "));
    if (!found) return;
    const { first, count, edit } = found;
    yield {
      at: first,
      message: `Here is a space too many${count > 1 ? `, and in ${count - 1} more ${count === 2 ? "place" : "places"} of this text` : ""}.`,
      fix: "Delete it, or run the check with --fix.",
      edit,
    };
  },
};
