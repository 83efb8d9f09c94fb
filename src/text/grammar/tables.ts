import type { MarkdownIt, Token } from "markdown-it";
import { token as made } from "../tokens.ts";
import { plainWords } from "../words.ts";

/** A number with its signs and unit, or a range. */
const NUMBER =
  /^(?:[(~≈<>±+−–—-]*\s*(?:[$€£¥₽]|[A-Z]{3}\s)?\s*[\d٠-٩][\d٠-٩\s.,'’\u066b\u066c:/–−-]*\s*(?:%|٪|‰|[$€£¥₽]|[A-Z]{3}|\p{L}{1,3}[²³]?)?\s*\)?)$/u;
/** The longest number. A longer cell is a sentence. */
const LONGEST = 40;

const NOTHING = /^(?:|[–—−-]|\.{2,3}|…|n\/?a)$/i;

/**
 * Aligns the columns of tables by classes (`center`, `end`), because the site's policy blocks styles inside a tag. Columns of
 * numbers align to the end, so that their digits stand below each other.
 */
export function tableColumns(engine: MarkdownIt): void {
  engine.core.ruler.push("table-columns", (state) => {
    let columns: Cell[][] = [];
    let column = 0;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "table_open") columns = [];
      else if (token.type === "tr_open") column = 0;
      else if (token.type === "th_open" || token.type === "td_open") {
        const cells = columns[column] ?? [];
        columns[column++] = cells;
        cells.push({ token, words: plainWords(state.tokens[index + 1]?.children ?? []).trim() });
      } else if (token.type === "table_close") columns.forEach(align);
    }
  });
}

/** The marks of blocks that may contain a table. */
const AROUND = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?/;

/** Gives a table as many columns as its widest row has cells, because Markdown would drop cells beyond those of the first row. */
export function widestRows(engine: MarkdownIt): void {
  engine.core.ruler.before("inline", "widest-rows", (state) => {
    if (!state.tokens.some(({ type }) => type === "table_open")) return;
    const source = state.src.split("\n");
    const cellsOf = ({ map }: Token) =>
      (source[map?.[0] ?? -1] ?? "")
        .replace(AROUND, "")
        .replace(/^\||(?<!\\)\|\s*$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll("\\|", "|"));
    const isRow = ({ type }: Token) => type === "tr_open";
    let columns = 0;
    let widest = 0;
    let row: readonly string[] = [];
    state.tokens = state.tokens.flatMap((token, index, all) => {
      if (token.type === "table_open") {
        const end = all.findIndex(({ type }, at) => at > index && type === "table_close");
        columns = all.slice(index, end).filter(({ type }) => type === "th_open").length;
        const rows = all.slice(index, end).filter(isRow);
        widest = Math.max(...rows.map((each) => cellsOf(each).length));
      } else if (isRow(token)) row = cellsOf(token);
      if (token.type !== "tr_close" || widest <= columns) return [token];
      const tag = all[index - 1]?.tag ?? "td";
      const more = Array.from({ length: widest - columns }, (_, at) => row[columns + at] ?? "");
      const added = more.flatMap((content) => {
        const level = token.level + 1;
        const words = made("inline", "", 0, { content, children: [], level: level + 1 });
        return [made(`${tag}_open`, tag, 1, { level }), words, made(`${tag}_close`, tag, -1, { level })];
      });
      return [...added, token];
    });
  });
}

interface Cell {
  readonly token: Token;
  readonly words: string;
}

function align(cells: readonly Cell[], column: number): void {
  const style = String(cells[0]?.token.attrGet("style") ?? "");
  const body = cells.filter(({ token }) => token.type === "td_open").map(({ words }) => words);
  // The first column names the rows, even if it does so by years.
  const isNumeric =
    column > 0 &&
    body.some((words) => isNumber(words)) &&
    body.every((words) => NOTHING.test(words) || isNumber(words));
  const place = /center$/.test(style) ? "center" : /right$/.test(style) || (style === "" && isNumeric) ? "end" : "";
  for (const { token } of cells) token.attrs = place === "" ? null : [["class", place]];
}

const isNumber = (words: string) => words.length < LONGEST && NUMBER.test(words);
