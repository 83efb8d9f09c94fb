const SHOWN = 100;

/**
 * The lines around a place in a file, with a caret under it, ready to print. Long lines are cut around the place,
 * so that a file of one 10 MB line still gives a frame of three short ones.
 * `line` and `column` count from 1.
 */
export function codeFrame(text: string, line: number, column = 1): string {
  const lines = linesOf(text);
  const from = Math.max(1, line - 2);
  const to = Math.min(lines.length, line + 1);
  const start = Math.max(0, column - Math.floor(SHOWN * 0.7));
  const width = String(to).length;
  const frame: string[] = [];
  for (let number = from; number <= to; number++) {
    const whole = lines[number - 1] ?? "";
    const cut = `${start > 0 ? "…" : ""}${whole.slice(start, start + SHOWN)}${whole.length > start + SHOWN ? "…" : ""}`;
    frame.push(`${number === line ? ">" : " "} ${String(number).padStart(width)} | ${cut}`.trimEnd());
    if (number === line) {
      const caret = column - 1 - start + (start > 0 ? 1 : 0);
      frame.push(`  ${" ".repeat(width)} | ${" ".repeat(Math.max(0, caret))}^`);
    }
  }
  return frame.join("\n");
}

/** The lines of the text that was asked for last: of one file, many places may be asked for in turn. */
let last: { readonly text: string; readonly lines: readonly string[]; readonly starts: readonly number[] } | undefined;

function divided(text: string): NonNullable<typeof last> {
  if (last?.text === text) return last;
  const lines = text.split("\n");
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  last = { text, lines, starts };
  return last;
}

function linesOf(text: string): readonly string[] {
  return divided(text).lines;
}

/** The line and column, from 1, of a character of a text. */
export function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const { starts } = divided(text);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}
