import { short, type VisibleMark } from "./visible.ts";

/** The cells of a table's row. */
const cellsOf = (row: string) =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
export const secondLine = (row: string) =>
  `| ${cellsOf(row)
    .map(() => "---")
    .join(" | ")} |`;

/** A line begins here; the marks before its words were obeyed. */
const START = String.raw`(?<=^|\n)[ \t\ue000]{0,20}`;

/** Marks of Markdown that were not obeyed. */
export const visibleMarks: readonly VisibleMark[] = [
  {
    pattern: /(?<![*\d])\*{2,3}(?!\*)(?:([^*\n]{1,200}?)\*{2,3}(?!\*))?/g,
    // Letters that were left out of a word: f***.
    is: ({ 0: found, index, input }) => found !== "***" || !/\p{L}/u.test(input[index - 1] ?? ""),
    message: () => "The marks ** make nothing bold here: readers see them.",
    fix: ([, words = ""]) =>
      `Let them touch the words that are to be bold, without a space between: **${short(words) || "words"}**`,
  },
  {
    pattern:
      /(?<![\p{L}\d*])\*(?=[^\s*])[^*\n]{1,100}\s\*(?![\p{L}\d*])|(?<![\p{L}\d*])\*[ \t][^*\n]{1,100}[^\s*]\*(?![\p{L}\d*])|(?<=[\p{L},;] )\*(?=\p{L}[^*\n]{0,200}(?:\n|$))/gu,
    needs: "*",
    message: () => "The mark * makes nothing italic here: readers see it.",
    fix: ([found]) =>
      `Put one right before and one right behind the words: *${short(found.replaceAll("*", "")) || "words"}*`,
  },
  {
    pattern:
      /(?<![\p{L}\d_@/])_{1,2}(?=[\p{L}\d])[^_\n]{1,100}\s_{1,2}(?![\p{L}\d_])|(?<![\p{L}\d_])__(?=\p{L})[^_\n]{1,100}(?:__)?/gu,
    needs: "_",
    message: () => "The mark _ makes nothing italic here: readers see it.",
    fix: ([found]) => `Put one right before and one right behind the words: *${short(found.replaceAll("_", ""))}*`,
  },
  {
    // Rightly written, where no marks are known.
    pattern:
      /(?<![\p{L}\p{N}*])\*(?=\p{L})[^*\n]{1,100}(?<=[\p{L}\p{N}.!?])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_@/])_(?=\p{L})[^_\n]{1,100}(?<=[\p{L}\p{N}.!?])_(?![\p{L}\p{N}_])/gu,
    where: "plain",
    message: ([found]) => `“${short(found)}” is not set in italics here: readers see the marks.`,
    fix: () => "Write the words alone: this field knows no marks.",
  },
  {
    pattern: /(?<![\p{L}\p{N}~])~(?=[^\s~])([^~\n]{1,200}?)(?<=\S)~(?![\p{L}\p{N}~])/gu,
    needs: "~",
    is: ([, words = ""]) => /\p{L}{2}/u.test(words),
    message: () => "The mark ~ strikes nothing out here: readers see it.",
    fix: () => "Delete it, with what was to be struck out.",
  },
  {
    pattern: /~~/g,
    message: () => "The marks ~~ strike nothing out here: readers see them.",
    fix: () => "Delete them, with what was to be struck out.",
  },
  {
    pattern: new RegExp(String.raw`${START}([#＃]{2,6}(?=[^\s#＃])|#{7,20})([^\n]{1,200})`, "gu"),
    message: ([, marks = ""]) =>
      `${marks.length > 6 ? "No heading has so many marks" : `A space is missing behind ${marks}, so this is no heading`}: readers see the marks.`,
    fix: ([, marks = "", words = ""]) => `Write: ${marks.replaceAll("＃", "#").slice(0, 6)} ${short(words)}`,
  },
  {
    pattern: /(?<=^|\n\n)#(?=\p{Lu})((?:[^\s#]+ ){1,10}[^\s#]*[\p{L}\d])(?=\n\n|$)/gu,
    severity: "hint",
    where: "markdown",
    message: () => "If this line is a heading, a space is missing behind its mark: readers see #.",
    fix: ([, words = ""]) => `Write: ## ${short(words)}`,
  },
  {
    pattern: new RegExp(String.raw`${START}(\|[^\n]{0,2000}\|)[ \t]*(?=\n|$)`, "g"),
    message: () => "These rows are no table: readers see their bars.",
    fix: ([, row = ""]) =>
      `Below the first row, which says what each column holds, write a line with as many cells: ${secondLine(row)}`,
  },
  {
    pattern: /(?<=^|\n)([^|\n]{1,200}(?:\|[^|\n]{1,200}){1,20})\n[^|\n]{1,200}(?:\|[^|\n]{1,200}){1,20}(?=\n|$)/g,
    is: ([found, row = ""]) => cellsOf(row).length === cellsOf(found.split("\n")[1] ?? "").length,
    message: () => "These rows are no table: readers see their bars.",
    fix: ([, row = ""]) => `Below the first row, which says what each column holds, write: ${secondLine(row)}`,
  },
  {
    pattern: /(?<=^|\n)[ \ue000]{0,6}\+(?:[-=]{3,200}\+){1,50}/g,
    message: () => "This is no table: readers see its lines.",
    fix: () => "Write a row as | Town | Number |, and below the first one | --- | --- |",
  },
  {
    pattern: new RegExp(String.raw`${START}\[[ xX✓✔]\][ \t]+([^\n]{1,200})`, "g"),
    message: () => "A box to be ticked is nothing that readers can use: they see its brackets.",
    fix: ([, words = ""]) => `Write: - ${short(words)}`,
  },
  {
    pattern: /==(?=[^\s=])[^=\n]{1,200}==|\+\+(?=[^\s+])[^+\n]{1,200}\+\+|\|\|(?=[^\s|])[^|\n]{1,200}\|\|/g,
    message: ([found]) => `“${short(found)}” is not marked: readers see the characters around it.`,
    fix: ([found]) => `For bold write: **${short(found.slice(2, -2))}**`,
  },
  {
    pattern:
      /(?<=[\p{L}\d)])([~^])\{?([\d+−-]{1,5}|[a-z]{1,3})\}?\1|(?<=[A-Za-z)])(~)\{?(\d{1,4})\}?(?![\d\p{L}.])|(?<=[\p{L}\d)])(\^)\{?(\d{1,4})\}?(?![\d\p{L}.])/gu,
    needs: "~^",
    severity: "warning",
    message: ([found]) => `“${found}” is set neither above nor below the line: readers see its marks.`,
    fix: ([, ...parts]) => {
      const [mark, number] = parts.filter((part) => part !== undefined);
      const tag = mark === "~" ? "sub" : "sup";
      return `Write: <${tag}>${number}</${tag}>`;
    },
  },
  {
    pattern: /`{1,3}/g,
    message: () => "The mark ` stays as it is here: readers see it.",
    fix: () => "Where it stands for an apostrophe or a quotation mark, write that: ' or \"",
  },
  {
    pattern: new RegExp(String.raw`${START}:::+[^\n]{0,60}`, "g"),
    message: ([found]) => `“${short(found)}” marks nothing here: readers see it.`,
    fix: () =>
      "A passage in another language begins with a line ::: and its code, such as :::ru, and ends with a line :::",
  },
  {
    pattern: /(?<![\p{L}\d:]):([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\[/gu,
    message: ([, code]) => `“:${code}[” marks no language here: readers see it.`,
    fix: () => "Write the code of a language before the bracket, and close it: :ru[слово]",
  },
];
