import type { MarkdownIt, Token } from "markdown-it";
import { plainWords } from "../words.ts";

/** A number with its signs and unit, a range, or what stands where there is none. */
const NUMBER =
  /^(?:[(~≈<>±+−–—-]*\s*(?:[$€£¥₽]|[A-Z]{3}\s)?\s*[\d٠-٩][\d٠-٩\s.,'’\u066b\u066c:/–−-]*\s*(?:%|٪|‰|[$€£¥₽]|[A-Z]{3}|\p{L}{1,3}[²³]?)?\s*\)?)$/u;
/** What is longer is a sentence. */
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

interface Cell {
  readonly token: Token;
  readonly words: string;
}

function align(cells: readonly Cell[], column: number): void {
  const style = String(cells[0]?.token.attrGet("style") ?? "");
  const body = cells.filter(({ token }) => token.type === "td_open").map(({ words }) => words);
  // The first column names the rows, even where it does so by years.
  const isNumeric =
    column > 0 &&
    body.some((words) => isNumber(words)) &&
    body.every((words) => NOTHING.test(words) || isNumber(words));
  const place = /center$/.test(style) ? "center" : /right$/.test(style) || (style === "" && isNumeric) ? "end" : "";
  for (const { token } of cells) token.attrs = place === "" ? null : [["class", place]];
}

function isNumber(words: string): boolean {
  return words.length < LONGEST && NUMBER.test(words);
}
