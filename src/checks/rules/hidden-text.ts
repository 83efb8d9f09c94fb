import type { Rule } from "../rule.ts";

/** HTML that hides text or brings in something from elsewhere. */
const HIDDEN =
  /<(?:script|form)\b[^<>]{0,2000}>|<[a-z][^<>]{0,2000}\b(?:style\s*=\s*["'][^"'<>]{0,2000}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:px|pt|em)?\s*(?=[;"'])|opacity\s*:\s*0(?![.\d]*[1-9])|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,})[^"'<>]{0,2000}["']|hidden(?=[\s>]))[^<>]{0,2000}>/giu;

export const hiddenText: Rule = {
  name: "hidden-text",
  group: "trust",
  severity: "error",
  why: "Text that is hidden from readers and shown to search engines is how hacked pages sell links.",
  wrong: 'The centre was opened.\n\n<div style="display:none">cheap loans</div>',
  right: "The centre was opened.\n\nLoans are no part of the project.",
  *check(document) {
    const seen = document.texts.find(({ from }) => from === document.bodyStart)?.seen ?? "";
    for (const { 0: found, index } of seen.matchAll(HIDDEN)) {
      yield {
        at: document.inBody(index, found.length),
        message: /^<(?:script|form)/i.test(found)
          ? "Here is HTML that loads or does something: it has no place in a release and is shown as text."
          : "Here is HTML that hides what follows from readers.",
        fix: "Delete it with all that it encloses, and find out who added it.",
      };
    }
  },
};
