import type { Rule } from "../rule.ts";

/** A heading is short. */
const LONGEST = 90;

const BOLD = /^[\s>]*([*_]{2,3}|\*\*_|_\*\*|__\*)(?=\S)([^*_\n]+)(?:[*_]{2,3})[\s\\]*$/u;

export const boldHeading: Rule = {
  name: "bold-heading",
  group: "reach",
  severity: "warning",
  why: "Who cannot see the page moves by its headings, and bold words are none (WCAG 1.3.1).",
  wrong: "The centre is new.\n\n**About the centre**\n\nIt trains border guards, from all regions of the country.",
  right: "The centre is new.\n\n## About the centre\n\nIt trains border guards, from all regions of the country.",
  *check(document) {
    const { passages } = document;
    const found = passages.flatMap((passage, index) => {
      const [whole = "", , words = ""] = passage.kind === "paragraph" ? (BOLD.exec(passage.source) ?? []) : [];
      const next = passages[index + 1];
      const isFirst = typeof passages[index - 1]?.from !== "number";
      const isHeading =
        words !== "" &&
        words.length <= LONGEST &&
        !/[.!?…,;。！？]["”»]?$/u.test(words) &&
        !words.startsWith("(") &&
        (!words.endsWith(":") || (/ |^.{7}/.test(words) && next?.kind === "paragraph")) &&
        /\p{Ll}|\p{Lo}/u.test(words);
      const leads = next && typeof next.from === "number" && !BOLD.test(next.source) && next.kind !== "heading";
      return isHeading && leads && !isFirst
        ? [{ passage, index: whole.search(/[*_]/), words, length: whole.trim().length }]
        : [];
    });
    const [first] = found;
    if (!first) return;
    const more = found.length > 1 ? `; ${found.length - 1} more such ${found.length === 2 ? "line" : "lines"}` : "";
    const level = document.blocks.findLast(({ kind }) => kind === "heading")?.level ?? 2;
    yield {
      at: document.in(first.passage, first.index, first.length),
      message: `This line is bold and stands for a heading${more}.`,
      fix: `Write it as one: ${"#".repeat(level)} ${first.words.replace(/:$/, "")}`,
    };
  },
};
