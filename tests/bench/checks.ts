import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Finding, Severity } from "../../src/checks/finding.ts";
import { findings } from "../../src/checks/findings.ts";
import { rules } from "../../src/checks/rules.ts";
import { loadContent } from "../../src/content/load.ts";
import { sha256 } from "../../src/model/hash.ts";
import { contentOf } from "./corpus.ts";

/**
 * `npm run bench:checks -- CORPUS [times]`: how often each rule fires on a folder of Markdown, how many of those drawn by a fixed
 * seed (all errors, up to a hundred; up to fifty of each rule's others) were judged false alarms (check-verdicts.json), and how long
 * it took. The table goes into docs/checks.md where the corpus is the one that was judged.
 */
const VERDICTS = "tests/bench/check-verdicts.json";
const ERRORS = 100;
const OTHERS = 50;

interface Verdict {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly found: string;
  readonly severity: Severity;
  readonly verdict: "right" | "false alarm" | "?";
}

const [corpus = "", times = "1"] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "dateline-bench-"));
try {
  const from = contentOf(corpus, folder, "en", Number(times));
  const started = performance.now();
  const { content, problems } = loadContent(folder);
  if (!content) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const checked = await findings(content, { contentDir: folder, now: new Date("2026-11-23T12:00:00Z") });
  const seconds = (performance.now() - started) / 1000;
  const found = checked.findings.map((finding) => ({ ...finding, file: from.get(finding.file) ?? finding.file }));
  const verdicts = JSON.parse(readFileSync(VERDICTS, "utf8")) as Verdict[];
  const judged = draw(found).map((finding): Verdict => {
    const { file, rule, line, found: words, severity } = finding;
    const known = verdicts.find(
      (each) => each.file === file && each.rule === rule && each.found === words.slice(0, 80),
    );
    return { file, rule, line, found: words.slice(0, 80), severity, verdict: known?.verdict ?? "?" };
  });
  const table = tableOf(found, judged, from.size);
  console.log(table);
  console.log(
    `${from.size} releases in ${seconds.toFixed(1)} s (reading included); processor ${(process.cpuUsage().user / 1e6).toFixed(1)} s`,
  );
  if (corpus.replace(/\/$/, "").endsWith("digitalgov/news") && times === "1") {
    writeFileSync(VERDICTS, `${JSON.stringify(judged, undefined, 2)}\n`);
    const docs = readFileSync("docs/checks.md", "utf8");
    writeFileSync(
      "docs/checks.md",
      docs.replace(
        /(<!-- table: [^\n]*-->\n)[\s\S]*(?=<!-- end of table -->)/,
        (_, start: string) => `${start}\n${table}\n`,
      ),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** All errors, up to a hundred, and up to fifty others of each rule. */
function draw(found: readonly Finding[]): Finding[] {
  const isError = ({ severity }: Finding) => severity === "error";
  return [
    ...some(found.filter(isError), ERRORS),
    ...rules.flatMap(({ name }) =>
      some(
        found.filter((finding) => finding.rule === name && !isError(finding)),
        OTHERS,
      ),
    ),
  ];
}

/**
 * So many of a list, by a fixed seed. Each finding has its own lot, so one that a change of a rule takes away or adds does not
 * change which of the others are drawn.
 */
function some(found: readonly Finding[], most: number): readonly Finding[] {
  if (found.length <= most) return found;
  const lots = new Map(
    found.map((finding) => {
      const { file, rule, line, column } = finding;
      return [finding, sha256(`20170127 ${file} ${rule} ${line} ${column}`)];
    }),
  );
  const limit = [...lots.values()].toSorted()[most] ?? "";
  return found.filter((finding) => (lots.get(finding) ?? "") < limit);
}

function tableOf(found: readonly Finding[], judged: readonly Verdict[], releases: number): string {
  const isError = ({ severity }: Pick<Finding, "severity">) => severity === "error";
  const isFalse = ({ verdict }: Verdict) => verdict === "false alarm";
  const rows = rules.map(({ name }) => {
    const own = found.filter(({ rule }) => rule === name);
    const drawn = judged.filter(({ rule }) => rule === name);
    const share = (list: readonly Verdict[]) =>
      list.length === 0 ? "" : `${list.filter(isFalse).length} of ${list.length}`;
    const others = drawn.filter((each) => !isError(each));
    const rest = own.filter((finding) => !isError(finding)).length;
    return {
      line: `| ${name} | ${own.length} | ${own.filter(isError).length} | ${new Set(own.map(({ file }) => file)).size} | ${share(drawn.filter(isError))} | ${share(others)} |`,
      falseAlarms: others.length === 0 ? 0 : (rest * others.filter(isFalse).length) / others.length,
    };
  });
  const errors = found.filter(isError);
  const judgedErrors = judged.filter(isError);
  const wrongErrors = (judgedErrors.filter(isFalse).length / Math.max(1, judgedErrors.length)) * errors.length;
  const all = rows.reduce((sum, { falseAlarms }) => sum + falseAlarms, wrongErrors);
  return [
    "| rule | findings | errors among them | releases | false alarms among the errors drawn | among the others drawn |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(({ line }) => line),
    `| **all** | ${found.length} | ${errors.length} | of ${releases} | ${judgedErrors.filter(isFalse).length} of ${judgedErrors.length} | ${judged.filter((each) => !isError(each) && isFalse(each)).length} of ${judged.length - judgedErrors.length} |`,
    "",
    `By that, ${((wrongErrors / releases) * 100).toFixed(2)} false errors in 100 releases, and ${(all / releases).toFixed(2)} false alarms of all kinds in one release.`,
    "",
  ].join("\n");
}
