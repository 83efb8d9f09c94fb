import { closeSync, openSync, writeSync } from "node:fs";
import pc from "picocolors";
import { excerpt } from "../importing/incoming.ts";
import type { Report } from "../importing/report.ts";
import type { Problem } from "../model/problem.ts";

const MOST_EXAMPLES = 3;
const MOST_LINES = 60;

/** Returns the report of one release: what was recognised and from which words, what was left out and why, and what to review. */
export function releaseReport(report: Report, contentDir: string): string {
  const { file, format, recognised, dropped, look, missing = [], isDraft } = report;
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", pc.bold(title), ...lines] : []);
  return [
    `${pc.green("✓")} ${pc.bold(`${contentDir}/${file}`)} (from a ${format})`,
    ...section(
      "Recognised",
      recognised.map(
        ({ field, value, words, sure }) =>
          `  ${field.padEnd(18)} ${shown(value)}\n${pc.dim(`  ${sure.padEnd(18)} “${excerpt(words, 110)}”`)}`,
      ),
    ),
    ...section("Left out", most(dropped.map(({ words, why }) => `  “${excerpt(words, 110)}”\n${pc.dim(`  ${why}`)}`))),
    ...section(
      "To look at",
      most(look.map(({ about, words }) => `  ${about}${words ? `\n${pc.dim(`  ${excerpt(words, 110)}`)}` : ""}`)),
    ),
    ...section("Next", [
      ...(missing.length > 0
        ? [`  It waits as a draft. Add: ${missing.join(", ")}. Then delete the line “draft: true”.`]
        : isDraft
          ? ["  It is a draft, which nobody sees yet. To publish it, delete the line “draft: true”."]
          : []),
      "  Read it through first, and look at it with npm start.",
    ]),
  ].join("\n");
}

/** Returns the first of many lines, and the number of the others. */
function most(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [
    ...lines.slice(0, MOST_LINES),
    `  … and ${lines.length - MOST_LINES} more: --report report.json has them all.`,
  ];
}

/** Returns the message about files of a content folder that could not be read. */
export function leftAside(problems: readonly Problem[], contentDir: string): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  return [
    `${pc.yellow("!")} These files of ${contentDir}/ have mistakes. They were left aside; npm run check says what is wrong:`,
    ...most(files.map((file) => `  ${file}`)),
  ].join("\n");
}

function shown(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return excerpt(String(value), 110);
  const parts = Object.entries(value as Record<string, unknown>).filter(([name]) => name !== "isBlock");
  return excerpt(parts.map(([name, part]) => `${name}: ${String(part)}`).join(", "), 140);
}

/** Writes reports as a JSON list one by one, so that thousands need no memory. */
export class ReportFile {
  readonly #file: number | undefined;
  #count = 0;

  constructor(file: string | undefined) {
    this.#file = file === undefined ? undefined : openSync(file, "w");
  }

  add(report: Report): void {
    if (this.#file !== undefined)
      writeSync(this.#file, `${this.#count++ === 0 ? "[\n" : ",\n"}${JSON.stringify(report)}`);
  }

  end(): void {
    if (this.#file === undefined) return;
    writeSync(this.#file, this.#count === 0 ? "[]\n" : "\n]\n");
    closeSync(this.#file);
  }
}

/** The summary of an imported archive: counts, and failures with their reasons. */
export class Summary {
  readonly #contentDir: string;
  readonly #outcomes = new Map<string, number>();
  readonly #failed: Report[] = [];
  readonly #looks = new Map<string, { count: number; examples: string[] }>();
  readonly #missing = new Map<string, number>();
  readonly #skipped = new Map<string, string[]>();
  #drafts = 0;
  #waiting = 0;
  #dropped = 0;

  constructor(contentDir: string) {
    this.#contentDir = contentDir;
  }

  add(report: Report): void {
    const { outcome, missing = [], isDraft, look, dropped, source } = report;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (outcome === "failed") this.#failed.push(report);
    if (missing.length > 0) this.#drafts++;
    else if (isDraft) this.#waiting++;
    if (outcome === "skipped") {
      const known = this.#skipped.get(report.reason ?? "") ?? [];
      known.push(source);
      this.#skipped.set(report.reason ?? "", known);
    }
    for (const field of missing) this.#missing.set(field, (this.#missing.get(field) ?? 0) + 1);
    this.#dropped += dropped.length;
    for (const { about, words } of look) {
      const known = this.#looks.get(about) ?? { count: 0, examples: [] };
      known.count++;
      if (known.examples.length < MOST_EXAMPLES)
        known.examples.push(`${source}${words ? `: ${excerpt(words, 80)}` : ""}`);
      this.#looks.set(about, known);
    }
  }

  /** Whether anything was imported, because an archive of which nothing could be read is a mistake. */
  get hasImported(): boolean {
    return [...this.#outcomes.keys()].some((outcome) => outcome !== "failed" && outcome !== "skipped");
  }

  toString(): string {
    const counts = [...this.#outcomes].map(([outcome, count]) => `  ${outcome.padEnd(28)} ${count}`);
    const missing = [...this.#missing].map(([field, count]) => `${field} (${count})`).join(", ");
    return [
      `${pc.bold(this.#contentDir)}/releases`,
      ...counts,
      ...(this.#drafts > 0 ? [`  wait as drafts               ${this.#drafts}: they lack ${missing}`] : []),
      ...(this.#waiting > 0
        ? [`  wait as drafts               ${this.#waiting}: each says why behind “draft: true”`]
        : []),
      ...(this.#dropped > 0
        ? [`  pieces left out              ${this.#dropped}: --report report.json says which and why`]
        : []),
      ...[...this.#looks]
        .toSorted(([, a], [, b]) => b.count - a.count)
        .flatMap(([about, { count, examples }]) => [
          `${pc.yellow("!")} ${count} × ${about}`,
          ...examples.map((example) => pc.dim(`    ${example}`)),
        ]),
      ...[...this.#skipped].flatMap(([reason, files]) => [
        `${pc.yellow("–")} ${files.length} skipped. ${reason}`,
        ...files.slice(0, MOST_EXAMPLES).map((file) => pc.dim(`    ${file}`)),
        ...(files.length > MOST_EXAMPLES ? [pc.dim(`    … and ${files.length - MOST_EXAMPLES} more`)] : []),
      ]),
      ...this.#failed.map(({ source, reason }) => `${pc.red("✗")} ${source}\n    ${reason}`),
    ].join("\n");
  }
}
