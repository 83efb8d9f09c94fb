import type { Finding, Severity } from "../../src/checks/finding.ts";
import { rules } from "../../src/checks/rules.ts";

/** What somebody who read a finding in its place says of it. */
export interface Verdict {
  /** Whether it was drawn with its release or for its rule. */
  readonly draw: "release" | "rule";
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly found: string;
  readonly severity: Severity;
  readonly message: string;
  readonly verdict: "right" | "false alarm" | "?";
}

interface Drawn {
  readonly seed: string;
  readonly texts: number;
  readonly releases: number;
  readonly found: readonly Finding[];
  readonly hints: number;
}

const isFalse = ({ verdict }: Verdict) => verdict === "false alarm";

/** How often the check was wrong, as docs/checks.md says it. */
export function falseAlarms(verdicts: readonly Verdict[], { seed, texts, releases, found, hints }: Drawn): string {
  const inReleases = verdicts.filter(({ draw }) => draw === "release");
  const wrong = inReleases.filter(isFalse);
  const open = verdicts.filter(({ verdict }) => verdict === "?").length;
  const rows = rules.flatMap(({ name }) => {
    const of = (draw: Verdict["draw"]) => verdicts.filter((each) => each.rule === name && each.draw === draw);
    const share = (list: readonly Verdict[]) =>
      list.length === 0 ? "" : `${list.filter(isFalse).length} of ${list.length}`;
    const own = found.filter(({ rule }) => rule === name);
    const count = new Set(own.map(({ file }) => file)).size;
    return own.length === 0
      ? []
      : [`| ${name} | ${own.length} | ${count} | ${share(of("release"))} | ${share(of("rule"))} |`];
  });
  const silent = rules.filter(({ name }) => !found.some(({ rule }) => rule === name)).map(({ name }) => `\`${name}\``);
  return [
    `In ${releases} of ${texts} texts, drawn by the seed “${seed}”, the check found ${inReleases.length} things, of which ${wrong.length} were false alarms:`,
    `${(wrong.length / releases).toFixed(2)} in one release. In all texts it found ${found.length}; up to twenty of each rule were drawn by the same seed.`,
    `${hints} hints are not counted.${open > 0 ? ` ${open} are not judged yet.` : ""}`,
    "",
    "| rule | found | in texts | false alarms in the releases drawn | in those drawn of the rule |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
    `Nothing was found by ${silent.join(", ")}.`,
    "",
  ].join("\n");
}
