import { isDay } from "../text/grammar/lists.ts";
import { short, type VisibleMark } from "./visible.ts";
import { secondLine } from "./visible-marks.ts";

const SECTIONS = /(?<=^|\n)[ \t]{0,20}§[ \t\u00a0]+\D[^\n]*\n[ \t]{0,20}§[ \t\u00a0]+\D/u;

/** So many characters around a line are looked at. */
const NEAR = 500;

/** Lines that were listed where they were copied, and are no list here. */
export const visibleLists: readonly VisibleMark[] = [
  {
    pattern: /(?<=^|\n)[ \t]{0,20}(?:[•·●▪◦‣\uf0a7\uf0b7](?![•·])|§(?=[ \t\u00a0]+\D))[ \t\u00a0]{0,20}(?=\S)/gu,
    // The section mark is Word's bullet where the line beside it has it too.
    is: ({ 0: found, index, input }) =>
      !found.includes("§") || SECTIONS.test(input.slice(Math.max(0, index - NEAR), index + NEAR)),
    where: "markdown",
    message: () => "This line begins with a character that makes no list here: who hears the page hears no list.",
    fix: () => "Begin it with a hyphen and a space, and leave an empty line above the list.",
  },
  {
    pattern:
      /(?<=^|\n)[ \ue000]{0,20}(?:o(?:\t|[ \u00a0]{2,10})|-(?=\p{L})|\*(?=\p{L}))([^\n]{1,300})\n[ \ue000]{0,20}(?:o(?:\t|[ \u00a0]{2,10})|-(?=\p{L})|\*(?=\p{L}))/gu,
    where: "markdown",
    message: () => "These lines make no list here: who hears the page hears no list.",
    fix: ([, words = ""]) => `Begin each with a hyphen and a space: - ${short(words)}`,
  },
  {
    pattern:
      /(?<=^|\n)[ \ue000]{0,20}(?:(\d{1,2})[.)](?=\p{L})|\\?(?![0-9])(\p{Nd}{1,2})[.)．）]|(\p{Nd}{1,2})[．）])([^\n]{1,300})\n[ \ue000]{0,20}\p{Nd}{1,2}[.)．）](?=\s|\p{L})/gu,
    where: "markdown",
    message: () => "These numbers make no list here: who hears the page hears no list.",
    fix: ([, , , , words = ""]) => `Write a number, a full stop and a space: 1. ${short(words)}`,
  },
  {
    pattern: /(?<=^|\n)[^\t\n]{0,300}\t[^\n]{1,1000}\n[^\t\n]{0,300}\t[^\n]{1,1000}(?=\n|$)/g,
    is: ([found]) => {
      const [first = 0, second = 0] = found.split("\n").map((row) => row.trim().split(/\t+/).length);
      return first > 1 && first === second;
    },
    where: "markdown",
    message: () => "These lines were a table where they were copied, and are run together here.",
    fix: ([found]) => {
      const cells = (found.split("\n")[0] ?? "").trim().split(/\t+/);
      return `Write each as | ${cells.map((cell) => short(cell)).join(" | ")} |, and below the first one ${secondLine(cells.join("|"))}`;
    },
  },
  {
    pattern:
      /(?<=[^\s\ue000]\n)[ \ue000]{0,20}(\d{1,2})[.)] \S[^\n]{0,300}(?:\n(?!\d)[^\n]{1,300}){0,5}\n[ \ue000]{0,20}\d{1,2}[.)] (?=\S)/g,
    where: "markdown",
    is: ([found]) => !isDay(found.trimStart()),
    message: () =>
      "These numbers make no list here, because they do not begin with 1: who hears the page hears no list.",
    fix: ([, number]) => `Leave an empty line above the line that begins with ${number}.`,
  },
];
