import { escapeHtml } from "../../text/escape.ts";
import type { Format, Incoming } from "../incoming.ts";

/** Lines of an email's head that say what fields say. */
const heads = new Map(
  Object.entries({
    title: "subject тема тэма objet asunto 主题 الموضوع",
    date: "date sent дата отправлено envoyé fecha enviado",
  }).flatMap(([field, names]) => names.split(" ").map((name) => [name, field] as const)),
);

/** Plain text: empty lines divide paragraphs; where there are none, each line is one. */
export const plainText: Format = {
  name: "plain text",
  matches: () => true,
  read: ({ text }) => readText(text),
};

/** A wrapped line is about as long as its neighbours; a text with few empty lines and long lines has a paragraph a line. */
export function readText(whole: string): Incoming {
  const { fields, text } = mailHead(whole);
  const typed = text.replace(UNDERLINE, "\n").split("\n");
  const lines = typed.map((line) => line.trimEnd().replace(/(?<=\S)[ \t\u00a0]{2,}/g, " "));
  const filled = lines.filter((line) => line.trim() !== "");
  const short = filled.filter((line) => line.length <= LONGEST_WRAPPED);
  const isWrapped =
    filled.length > 3 && lines.slice(1, -1).includes("") && (short.length === filled.length || hasWrapped(lines));
  const width = Math.max(0, ...short.map((line) => line.trim().length));
  const html: string[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  const end = () => {
    if (items.length > 0) html.push(`<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`);
    if (paragraph.length > 0) html.push(`<p>${joined(paragraph, width)}</p>`);
    items = [];
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const rows = tableAt(typed, at);
    if (rows.length > 0) {
      end();
      html.push(
        `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`).join("")}</table>`,
      );
      at += rows.length - 1;
      continue;
    }
    const item = /^\s*(?:[-*•·▪‣]|—(?=\s[а-яё]))\s+(?=\S)(.*)$/u.exec(line)?.[1];
    if (line.trim() === "") end();
    else if (item !== undefined && !/^\s*([-–—*])\s*(?:\1|.{2,30}\1\s*$)/u.test(line)) {
      if (paragraph.length > 0) end();
      items.push(item.trim());
    } else {
      if (items.length > 0 && /^\s+/.test(line)) {
        items.push(`${items.pop()} ${line.trim()}`);
        continue;
      }
      if (items.length > 0 || !isWrapped) end();
      paragraph.push(line.trim());
    }
  }
  end();
  return { fields, html: html.join("\n") };
}

/** Fewest rows and columns of a table of tabs or spaces: fewer are lines that something is set apart in. */
const FEWEST = 3;

/** The cells of the rows of a table that begins in a line: lines with as many words each, set apart by tabs or several spaces. */
function tableAt(lines: readonly string[], start: number): string[][] {
  const cellsOf = (line = "") => line.trim().split(/[ \u00a0]*\t[ \u00a0]*|[ \u00a0]{2,}/);
  const { length } = cellsOf(lines[start]);
  if (length < FEWEST) return [];
  let end = start;
  while (cellsOf(lines[end]).length === length) end++;
  return end - start < FEWEST ? [] : lines.slice(start, end).map(cellsOf);
}

/** Marks below a heading, a line of nothing else; the two hyphens above a signature. */
const UNDERLINE = /(?<=\S)[ \t]*\n[ \t]*(?:={5,}|-{5,}|~{5,}|\*{5,}|_{5,})[ \t]*(?=\n)|(?<=^|\n)--[ \t]*(?=\n)/g;

/** Characters of the lines of a text that a program wrapped. */
const LONGEST_WRAPPED = 100;

/** Whether sentences go on from line to line, though some lines are longer than a program makes them: each of these is a paragraph. */
function hasWrapped(lines: readonly string[]): boolean {
  const isLong = (line = "") => line.length > LONGEST_WRAPPED;
  return (
    lines.every((line, at) => !isLong(line) || `${lines[at - 1] ?? ""}${lines[at + 1] ?? ""}`.trim() === "") &&
    lines.some((line, at) => /[\p{L},]$/u.test(lines[at - 1] ?? "") && /^\p{Ll}+[.,;:]? /u.test(line))
  );
}

/** A line that says first what it gives: `T: +375 17 327 48 76`, `Date: 29 May 2025`. */
const LABELLED = /^\*{0,2}[\p{Lu}\p{Lo}][\p{L}\p{M} .'’-]{0,24}\s?(?::\*{0,2}\s|：)/u;

/** Bold words as email programs write them in plain text. */
const BOLD = /(?<![\p{L}\p{N}*])\*{1,2}(?=[^\s*])([^*]{1,300}?)(?<=\S)\*{1,2}(?![\p{L}\p{N}*])/gu;

/** An address or number at the end of a line: whom to call is written line by line. */
const WAY = /(?:@[\w.-]+|\+?\d[\d ()-]{6,})$/;

/**
 * The lines of a paragraph: one that ended before the next word would have filled it was ended by a person, and stays a line; so is
 * one before a label.
 */
function joined(lines: readonly string[], width: number): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return escapeHtml(line);
      const isEnd = LABELLED.test(next) || (WAY.test(line) && /^[\p{Lu}\p{Lo}]/u.test(next));
      // A word that goes on in the next line may have a hyphen of its own.
      const isCut = /\p{Ll}-$/u.test(line) && /^\p{Ll}/u.test(next);
      const isWrapped = isCut || (!isEnd && line.length + 1 + (next.split(/\s/)[0]?.length ?? 0) > width * 0.85);
      return `${escapeHtml(line)}${isWrapped ? (isCut ? "" : " ") : "<br>"}`;
    })
    .join("")
    .replace(BOLD, "<b>$1</b>");
}

/** Removes an email's head: at least two lines, each a known name and a colon, at the very top. */
function mailHead(text: string): { fields: Record<string, string>; text: string } {
  const [head = "", ...rest] = text.trimStart().split(/\n\s*\n/);
  const lines = head.split("\n").map((line) => /^([\p{L}-]{2,12}):\s*(.*)$/u.exec(line));
  if (lines.length < 2 || lines.some((line) => line === null)) return { fields: {}, text };
  const fields = lines.flatMap((line) => {
    const name = heads.get((line?.[1] ?? "").toLowerCase());
    return name ? [[name, line?.[2] ?? ""] as const] : [];
  });
  return fields.length > 0 ? { fields: Object.fromEntries(fields), text: rest.join("\n\n") } : { fields: {}, text };
}
