import pc from "picocolors";
import type { Withheld } from "../model/press.ts";
import type { Problem } from "../model/problem.ts";

/** The most problems that are shown, because nobody reads more. */
export const MOST_SHOWN = 100;

/** Returns a number with its noun: `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Returns problems for a terminal: the place, the mistake, the lines around it, and the fix. */
export function problemReport(problems: readonly Problem[], contentDir: string): string {
  const blocks = problems.slice(0, MOST_SHOWN).map((problem) => {
    const place = [problem.line, problem.column].filter((part) => part !== undefined).join(":");
    return [
      pc.bold(`${contentDir}/${problem.file}${place ? `:${place}` : ""}`),
      `  ${problem.message}`,
      ...(problem.frame ? [pc.dim(problem.frame.replace(/^/gm, "  "))] : []),
      `  ${pc.green("→")} ${problem.fix}`,
    ].join("\n");
  });
  const count = problems.length === 1 ? "1 thing has" : `${problems.length} things have`;
  const some = problems.length > MOST_SHOWN ? ` The first ${MOST_SHOWN} are shown.` : "";
  return `${blocks.join("\n\n")}\n\n${pc.red(`${count} to be put right.`)}${some} The published site was not touched.`;
}

/** What is not public yet, for a summary: how many releases, and lines about the first of them. */
export interface WithheldReport {
  readonly count: number;
  readonly lines: readonly string[];
}

/** The most releases that are named, because nobody reads more at each build. */
const MOST_WITHHELD = 10;

/** Returns what is not public yet and until when; without names where others can read it. */
export function withheldReport(withheld: readonly Withheld[], isDiscreet = false): WithheldReport {
  const count = withheld.length;
  if (isDiscreet) return { count, lines: count > 0 ? ["  not named here, because others can read this"] : [] };
  const lines = withheld
    .slice(0, MOST_WITHHELD)
    .map(({ file, standing }) =>
      standing.is === "draft" ? `  draft: ${file}` : `  not public before ${standing.until}: ${file}`,
    );
  return { count, lines: [...lines, ...(count > lines.length ? [`  … and ${count - lines.length} more`] : [])] };
}

/** Returns a function that reports the progress of a long task, such as the pictures: in one line on a terminal, in a line per tenth in a log. */
export function progressOf(
  what: string,
  out: (line: string) => void = console.log,
  isTerminal: boolean = process.stdout.isTTY,
): (done: number, of: number) => void {
  return (done, of) => {
    const words = `  ${what.padEnd(8)}  ${done} of ${of}`;
    if (isTerminal) process.stdout.write(`\r${words}${done === of ? "\n" : ""}`);
    else if (done === of || Math.floor((done * 10) / of) > Math.floor(((done - 1) * 10) / of)) out(words);
  };
}
