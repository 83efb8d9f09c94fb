import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Finding } from "../../src/checks/finding.ts";
import { findings } from "../../src/checks/findings.ts";
import { rules } from "../../src/checks/rules.ts";
import { loadContent } from "../../src/content/load.ts";
import { contentOf } from "./corpus.ts";

/**
 * `npm run bench:checks -- CORPUS [times]`: how often each rule fires on a folder of Markdown, how many of fifty findings drawn
 * by a fixed seed were judged false alarms (check-verdicts.json), and how long it took. The table goes into docs/checks.md
 * where the corpus is the one that was judged.
 */
const VERDICTS = "tests/bench/check-verdicts.json";
const DRAWN = 50;

interface Verdict {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  readonly found: string;
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
    const { file, rule, line, found: words } = finding;
    const known = verdicts.find(
      (each) => each.file === file && each.rule === rule && each.found === words.slice(0, 80),
    );
    return { file, rule, line, found: words.slice(0, 80), verdict: known?.verdict ?? "?" };
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

/** Fifty findings, the same for the same list (a linear congruential generator). */
function draw(found: readonly Finding[]): Finding[] {
  let state = 20_170_127;
  const drawn = new Set<number>();
  while (drawn.size < Math.min(DRAWN, found.length)) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    drawn.add(Math.floor((state / 2_147_483_648) * found.length));
  }
  return [...drawn].toSorted((a, b) => a - b).flatMap((index) => found[index] ?? []);
}

function tableOf(found: readonly Finding[], judged: readonly Verdict[], releases: number): string {
  const rows = rules.map(({ name }) => {
    const own = found.filter(({ rule }) => rule === name);
    const errors = own.filter(({ severity }) => severity === "error").length;
    const sample = judged.filter(({ rule }) => rule === name);
    const wrong = sample.filter(({ verdict }) => verdict === "false alarm").length;
    const files = new Set(own.map(({ file }) => file)).size;
    return `| ${name} | ${own.length} | ${errors} | ${files} | ${sample.length === 0 ? "" : `${wrong} of ${sample.length}`} |`;
  });
  const wrong = judged.filter(({ verdict }) => verdict === "false alarm").length;
  const errors = found.filter(({ severity }) => severity === "error").length;
  return [
    "| rule | findings | errors among them | releases | false alarms among those drawn |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    `| **all** | ${found.length} | ${errors} | of ${releases} | ${wrong} of ${judged.length} |`,
    "",
  ].join("\n");
}
