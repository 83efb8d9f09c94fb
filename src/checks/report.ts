import pc from "picocolors";
import type { Log } from "sarif";
import { grouped } from "../model/grouped.ts";
import { type Finding, severities } from "./finding.ts";
import type { Rule } from "./rule.ts";

const colours = { error: pc.red, warning: pc.yellow, hint: pc.cyan } as const;

/** A finding with the path of its file from the folder the command was run in, for editors and CI to link to. */
export type Located = Finding & { readonly path: string };

/** Findings for a person at a terminal: grouped by file, each with its lines and what would be right. */
export function personReport(findings: readonly Located[]): string {
  return [...grouped(findings, ({ path }) => [path])]
    .map(([file, found]) => [pc.bold(pc.underline(file)), ...found.map(block)].join("\n\n"))
    .join("\n\n\n");
}

function block({ line, column, severity, rule, message, fix, frame, edit }: Located): string {
  const place = line > 0 ? `${line}:${column}` : "";
  return [
    `  ${[place, colours[severity](severity), pc.dim(rule)].filter(Boolean).join("  ")}`,
    `  ${message}`,
    ...(frame ? [pc.dim(frame.replace(/^/gm, "  "))] : []),
    `  ${pc.green("→")} ${fix}${edit ? pc.dim(" (--fix does it)") : ""}`,
  ].join("\n");
}

/** `3 errors, 1 warning and 12 hints`. */
export function tally(findings: readonly Finding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [colours[severity](`${count} ${severity}${count === 1 ? "" : "s"}`)];
  });
  return counts.length > 1 ? `${counts.slice(0, -1).join(", ")} and ${counts.at(-1)}` : (counts[0] ?? "nothing");
}

/** Findings for programs: one JSON array. */
export function jsonReport(findings: readonly Located[]): string {
  return JSON.stringify(findings, undefined, 2);
}

/** GitHub's levels and SARIF's, for ours. */
const githubLevels = { error: "error", warning: "warning", hint: "notice" } as const;
const sarifLevels = { error: "error", warning: "warning", hint: "note" } as const;

/** Annotations of GitHub Actions (workflow commands): the characters that would end a command are escaped as GitHub says. */
export function githubReport(findings: readonly Located[]): string {
  const data = (words: string) => words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (words: string) => data(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return findings
    .map(
      ({ path, line, column, severity, rule, message, fix }) =>
        `::${githubLevels[severity]} file=${property(path)},line=${Math.max(1, line)},col=${Math.max(1, column)},title=${property(rule)}::${data(`${message} ${fix}`)}`,
    )
    .join("\n");
}

/** SARIF 2.1.0 (OASIS), for code scanning and editors. */
export function sarifReport(findings: readonly Located[], rules: readonly Rule[]): string {
  const names = [...new Set(findings.map(({ rule }) => rule))];
  const described = names.map((name) => {
    const why = rules.find((rule) => rule.name === name)?.why;
    return { id: name, ...(why ? { shortDescription: { text: why } } : {}) };
  });
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Dateline", rules: described } },
        columnKind: "utf16CodeUnits",
        results: findings.map(({ path, line, column, severity, rule, message, fix }) => ({
          ruleId: rule,
          ruleIndex: names.indexOf(rule),
          level: sarifLevels[severity],
          message: { text: `${message} ${fix}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(path) },
                region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
              },
            },
          ],
        })),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}
