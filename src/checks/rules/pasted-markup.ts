import { withoutCode } from "../markup.ts";
import type { Rule } from "../rule.ts";

/** What Word or a web page leaves in a text, shown to readers as it stands: its own tags and remarks, and tags of HTML that stand around blocks. */
const HTML =
  /<!--\[if[^>]*>|<!\[endif\]|<\/?(?:o|w|v|m|st1):[a-z]+[^<>]*>|<[a-z]+\s[^<>]*(?:class\s*=\s*["']?Mso|mso-)[^<>]*>|<\/?(?:p|div|section|center|table|thead|tbody|tr|t[dh]|[uo]l|li|h[1-6]|blockquote|[bh]r)(?:\s[^<>]*|\s*\/)?>/gi;

/** A line that begins as one of a list does on paper. The sign of sections is Word's bullet where no number follows and another line has it too. */
const BULLET =
  /^[ \t]*(?:[•·●▪◦‣\uf0a7\uf0b7](?![•·])|§(?=[ \t\u00a0]+\D)(?=[\s\S]*\n[ \t]*§[ \t\u00a0]+\D))[ \t\u00a0]*(?=\S)/gmu;

export const pastedMarkup: Rule = {
  name: "pasted-markup",
  group: "reach",
  severity: "warning",
  why: "Readers see signs in place of a list or table, and who hears the page read out has neither (WCAG 1.3.1).",
  wrong: '<p class="MsoNormal">The centre has:</p>\n\n• beds\n• a kitchen',
  right: "The centre has:\n\n- beds\n- a kitchen",
  *check(document) {
    const body = withoutCode(document.body);
    const faults = [
      {
        found: [...body.matchAll(HTML)],
        message: "This is HTML, which readers see as it stands here",
        fix: "Keep the words alone: ## before a heading, - before what is listed, | between the cells of a table. A Word file is better imported than pasted: npm run import -- file.docx",
      },
      {
        found: [...body.matchAll(BULLET)],
        message: "This line begins with a sign that makes no list here, and is run together with the next one",
        fix: "Begin it with a hyphen and a blank, and leave an empty line above the list.",
      },
    ];
    for (const { found, message, fix } of faults) {
      const [first] = found;
      if (!first) continue;
      const more = found.length > 1 ? `; ${found.length - 1} more such ${found.length === 2 ? "place" : "places"}` : "";
      yield { at: document.inBody(first.index, first[0].length), message: `${message}${more}.`, fix };
    }
  },
};
