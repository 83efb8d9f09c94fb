import { lastUpTo, lineStarts } from "../text/lines.ts";

const SHOWN = 100;

/**
 * Returns the lines around a place in a file, with a caret under it, ready to print. Long lines are cut around the place, so that even a
 * file of one 10 MB line gives short ones.
 * `line` and `column` count from 1.
 */
export function codeFrame(text: string, line: number, column = 1): string {
  const { lines } = divided(text);
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

/** The lines of the last text, because many places of one file may be asked for in turn. */
let last: { readonly text: string; readonly lines: readonly string[]; readonly starts: readonly number[] } | undefined;

function divided(text: string): NonNullable<typeof last> {
  if (last?.text !== text) last = { text, lines: text.split("\n"), starts: lineStarts(text) };
  return last;
}

/** Returns the line and column, from 1, of a character of a text. */
export function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const { starts } = divided(text);
  const line = lastUpTo(starts, at);
  return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
}
