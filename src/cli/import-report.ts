import { closeSync, openSync, writeSync } from "node:fs";
import pc from "picocolors";
import { excerpt } from "../importing/incoming.ts";
import type { Report } from "../importing/report.ts";
import { countsOf, grouped } from "../model/grouped.ts";
import type { Problem } from "../model/problem.ts";

const MOST_EXAMPLES = 3;
const MOST_LINES = 60;

/** Returns the report of one release: what was recognised and from which words, what was left out and why, and what to review. */
export function releaseReport(report: Report, contentDir: string): string {
  const { file, format, recognised, dropped, look, missing = [], isDraft } = report;
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? ["", pc.bold(title), ...lines] : []);
  return [
    `${pc.green("✓")} ${pc.bold(`${contentDir}/${file}`)} (${format})`,
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

/** The reports of an import: written to a file one by one as a JSON list, so that thousands need no memory, and summed up. */
export class Reports {
  readonly #file: number | undefined;
  readonly #all: Report[] = [];
  #dropped = 0;

  constructor(file: string | undefined) {
    this.#file = file === undefined ? undefined : openSync(file, "w");
  }

  add(report: Report): void {
    if (this.#file !== undefined)
      writeSync(this.#file, `${this.#all.length === 0 ? "[\n" : ",\n"}${JSON.stringify(report)}`);
    this.#dropped += report.dropped.length;
    this.#all.push({ ...report, recognised: [], dropped: [] });
  }

  end(): void {
    if (this.#file === undefined) return;
    writeSync(this.#file, this.#all.length === 0 ? "[]\n" : "\n]\n");
    closeSync(this.#file);
  }

  /** Whether anything was imported, because an archive of which nothing could be read is a mistake. */
  get hasImported(): boolean {
    return this.#all.some(({ outcome }) => outcome !== "failed" && outcome !== "skipped");
  }

  /** The summary of an imported archive: counts, and failures with their reasons. */
  summary(contentDir: string): string {
    const outcomes = grouped(this.#all, ({ outcome }) => [outcome]);
    const missing = countsOf(this.#all.flatMap((report) => report.missing ?? []));
    const lacking = this.#all.filter((report) => report.missing?.length).length;
    const waiting = this.#all.filter((report) => report.isDraft && !report.missing?.length).length;
    const counts: [string, number, string][] = [
      ...[...outcomes].map(([outcome, { length }]): [string, number, string] => [outcome, length, ""]),
      [
        "wait as drafts",
        lacking,
        `: they lack ${[...missing].map(([field, count]) => `${field} (${count})`).join(", ")}`,
      ],
      ["wait as drafts", waiting, ": each says why behind “draft: true”"],
      ["pieces left out", this.#dropped, ": --report report.json says which and why"],
    ];
    const looks = grouped(
      this.#all.flatMap(({ source, look }) => look.map((each) => ({ source, ...each }))),
      ({ about }) => [about],
    );
    return [
      `${pc.bold(contentDir)}/releases`,
      ...counts.flatMap(([what, count, more]) => (count > 0 ? [`  ${what.padEnd(28)} ${count}${more}`] : [])),
      ...[...looks]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .flatMap(([about, found]) => [
          `${pc.yellow("!")} ${found.length} × ${about}`,
          ...examplesOf(found.map(({ source, words }) => `${source}${words ? `: ${excerpt(words, 80)}` : ""}`)),
        ]),
      ...[...grouped(outcomes.get("skipped") ?? [], ({ reason }) => [reason])].flatMap(([reason, files]) => [
        `${pc.yellow("–")} ${files.length} skipped. ${reason}`,
        ...examplesOf(files.map(({ source }) => source)),
        ...(files.length > MOST_EXAMPLES ? [pc.dim(`    … and ${files.length - MOST_EXAMPLES} more`)] : []),
      ]),
      ...(outcomes.get("failed") ?? []).map(({ source, reason }) => `${pc.red("✗")} ${source}\n    ${reason}`),
    ].join("\n");
  }
}

const examplesOf = (lines: readonly string[]) => lines.slice(0, MOST_EXAMPLES).map((line) => pc.dim(`    ${line}`));
