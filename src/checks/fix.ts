import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { structuredPatch } from "diff";
import pc from "picocolors";
import { divide, readSource } from "../content/source.ts";
import { readYaml } from "../content/yaml.ts";
import type { Read } from "../model/problem.ts";
import type { Finding } from "./finding.ts";

/**
 * Applies the edits of a file's findings, from the end backwards; of two that overlap, the first. Undefined where nothing is to be
 * done, or where the fields would not be read as the same fields afterwards: then the file is left to its editor.
 */
function mended(file: string, text: string, findings: readonly Finding[]): string | undefined {
  let after = text;
  let until = text.length + 1;
  const edits = findings.flatMap(({ edit }) => (edit ? [edit] : []));
  for (const edit of edits.toSorted((a, b) => b.to - a.to || b.from - a.from)) {
    if (edit.to > until) continue;
    after = after.slice(0, edit.from) + edit.text + after.slice(edit.to);
    until = edit.from;
  }
  return after === text || shape(file, after) !== shape(file, text) ? undefined : after;
}

/** The names of all fields of a file, in order, and how many entries each list has: what no mending may change. */
function shape(file: string, text: string): string {
  const part = divide({ file, text });
  const read: Read<unknown> = part.is === "wrong" ? { is: "read", value: undefined } : readYaml(part.value);
  const outline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(outline);
    if (value === null || typeof value !== "object") return typeof value;
    return Object.entries(value).map(([name, inner]) => [name, outline(inner)]);
  };
  return JSON.stringify(read.is === "read" ? outline(read.value) : "unreadable");
}

/**
 * Mends what can be mended without changing what a text says, and writes the files. Returns for each what changed, as a
 * diff; a file that is no plain UTF-8 is left alone.
 */
export function fixFiles(folder: string, findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ file }) => file))].flatMap((file) => {
    const read = readSource(folder, file);
    if (read.is === "wrong") return [];
    const source = read.value;
    const whole = path.join(folder, file);
    const written = readFileSync(whole, "utf8");
    const mark = written.startsWith("\ufeff") ? "\ufeff" : "";
    const isDos = written.includes("\r\n");
    const again = (text: string) => mark + (isDos ? text.replaceAll("\n", "\r\n") : text);
    if (again(source.text) !== written) return [];
    const own = findings.filter((finding) => finding.file === file);
    const after = mended(file, source.text, own);
    if (after === undefined) return [];
    writeFileSync(whole, again(after));
    return [difference(path.posix.join(folder, file), source.text, after)];
  });
}

/** Shows a change line by line, as git does. */
function difference(file: string, before: string, after: string): string {
  const { hunks } = structuredPatch(file, file, before, after, "", "", { context: 0 });
  const lines = hunks.flatMap(({ oldStart, lines: changed }) => [pc.cyan(`@@ line ${oldStart} @@`), ...changed]);
  const coloured = lines.map((line) =>
    line.startsWith("-") ? pc.red(line) : line.startsWith("+") ? pc.green(line) : line,
  );
  return [pc.bold(file), ...coloured].join("\n");
}
