import { escapeHtml } from "../../text/escape.ts";
import { BLOCK, isOrHolds, made } from "./html.ts";

/** Columns that a cell can reach over, however far it says that it does. */
const MOST_COLUMNS = 40;

/** A place in the grid of a table. */
interface Cell {
  /** The cell that begins here, as HTML without blocks; empty where another one reaches over this place. */
  readonly html: string;
  /** The cell that begins or reaches here: what it says as a head. */
  readonly head: string;
  readonly isHead: boolean;
  readonly isWide: boolean;
  readonly align: string;
}

/** Opens tables that only place things on a page: those of one row or column, and those that hold other tables and have no head. */
export function openLayoutTables(body: Element): void {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const rows = rowsOf(table);
    const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
    const isFrame = table.querySelector("table, h1, h2, h3") !== null && table.querySelector("th") === null;
    if (rows.length > 1 && columns > 1 && !isFrame) continue;
    const parts = [table.querySelector("caption"), ...rows.flatMap(cellsOf)].flatMap((part) => part ?? []);
    table.replaceWith(made(table, "div", ...parts.map((part) => made(table, "div", ...part.childNodes))));
  }
}

/** Returns a table as Markdown can write it, its title and cells as HTML: cells that reach over several rows or columns are cut, several heads become one, blocks become lines. */
export function gridOf(table: Element) {
  const rows = gridRows(table);
  const titles = [table.querySelector("caption")].flatMap((caption) => (caption ? flat(caption) : []));
  // A first row of one cell that reaches over all of it is what the table is called.
  while (rows.length > 2 && rows[0]?.[0]?.isWide && rows[0].slice(1).every(({ html }) => html === "")) {
    if (new Set(rows[0].map((cell) => cell.head)).size > 1) break;
    titles.push(rows.shift()?.[0]?.html ?? "");
  }
  const head = rows.slice(0, headsOf(rows));
  const joined = (head[0] ?? []).map((_, column) =>
    [...new Set(head.map((row) => row[column]?.head ?? ""))].filter((html) => html !== "").join(" "),
  );
  const body = rows.slice(head.length).filter((row) => row.some(({ html }) => html !== ""));
  return {
    title: titles.filter((html) => html !== "").join(" "),
    rows: [joined, ...body.map((row) => row.map(({ html, head: name }, column) => (column === 0 ? name : html)))],
    aligns: joined.map((_, column) => head[0]?.[column]?.align || (body[0]?.[column]?.align ?? "")),
  };
}

/** How many rows are heads: those that say so, else the first, with the next one where it has names over several columns. */
function headsOf(rows: readonly (readonly Cell[])[]): number {
  const isHead = (row: readonly Cell[]) => row.every((cell) => cell.isHead || cell.head === "");
  const named = rows.findIndex((row) => !isHead(row));
  if (named > 0) return named;
  const isGroup = rows[0]?.some((cell) => cell.isWide) === true && rows.length > 2;
  return isGroup ? 2 : 1;
}

function rowsOf(table: Element): Element[] {
  return Array.from(table.querySelectorAll("tr")).filter((row) => row.closest("table") === table);
}

function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter(({ nodeName }) => /^T[DH]$/.test(nodeName));
}

/** The rows, each as wide as the widest. */
function gridRows(table: Element): Cell[][] {
  const grid: Cell[][] = [];
  const rows = rowsOf(table);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (grid[at]?.[column]) column++;
      const head = flat(cell);
      const isHead = cell.nodeName === "TH" || Boolean(cell.closest("thead"));
      const across = spanOf(cell, "colspan", MOST_COLUMNS - column);
      const whole = { head, isHead, isWide: across > 1, align: alignOf(cell) };
      for (let down = 0; down < spanOf(cell, "rowspan", rows.length - at); down++) {
        for (let right = 0; right < across; right++) {
          const line = grid[at + down] ?? [];
          line[column + right] = { ...whole, html: down === 0 && right === 0 ? head : "" };
          grid[at + down] = line;
        }
      }
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  const none: Cell = { html: "", head: "", isHead: false, isWide: false, align: "" };
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? none));
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Math.max(1, Math.min(Number.isNaN(span) ? 1 : span, most));
}

function alignOf(cell: Element): string {
  const style = /text-align:\s*(left|center|right)/i.exec(cell.getAttribute("style") ?? "")?.[1];
  return (cell.getAttribute("align") ?? style ?? "").toLowerCase();
}

/** A cell's content in one line: its paragraphs, items and lines are parted by a semicolon where nothing else parts them. */
function flat(cell: Element): string {
  let whole = "";
  let last = "";
  let broken: "" | "line" | "block" = "";
  const add = (html: string, words: string) => {
    if (words !== "" && last !== "" && broken !== "") whole += separator(last, words, broken);
    whole += html;
    if (words === "") return;
    last = words;
    broken = "";
  };
  const walk = (node: Node) => {
    if (node.nodeName === "BR") broken ||= "line";
    else if (node.nodeType === 3) add(escapeHtml(node.textContent ?? ""), (node.textContent ?? "").trim());
    else if (node.nodeType === 1 && isOrHolds(node, `br, ${BLOCK}`)) {
      const isBlock = isOrHolds(node, BLOCK);
      if (isBlock) broken = "block";
      Array.from(node.childNodes).forEach(walk);
      if (isBlock) broken = "block";
    } else if (node.nodeType === 1) add((node as Element).outerHTML, (node.textContent ?? "").trim());
  };
  Array.from(cell.childNodes).forEach(walk);
  return whole.replace(/\s+/g, " ").trim();
}

/** What stands between two lines of a cell. A line that goes on in small letters was only broken to fit. */
function separator(before: string, after: string, broken: "line" | "block"): string {
  if (/[.!?:;,/–—-]$|[。！？：；，、؛،؟]$/u.test(before) || (broken === "line" && /^[\p{Ll}(]/u.test(after)))
    return " ";
  if (/\p{Script=Han}$/u.test(before)) return "；";
  return /\p{Script=Arabic}$/u.test(before) ? "؛ " : "; ";
}
