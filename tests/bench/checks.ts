import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Finding } from "../../src/checks/finding.ts";
import { findings } from "../../src/checks/findings.ts";
import { rules } from "../../src/checks/rules.ts";
import { loadContent } from "../../src/content/load.ts";
import { sha256 } from "../../src/model/hash.ts";
import { contentOf } from "./corpus.ts";
import { falseAlarms, type Verdict } from "./verdicts.ts";

/**
 * `npm run bench:checks -- CORPORA`: how often the check is wrong, judged in `check-verdicts.json` on two draws: all that is
 * found in sixty releases, and up to twenty findings of each rule. What is not judged yet is "?". The tables go into docs/checks.md.
 */
const VERDICTS = "tests/bench/check-verdicts.json";

/** Another word makes another draw. This one was drawn when the rules were done. */
const SEED = "newsroom 2026-11-28, second";
const RELEASES = 60;
const OF_EACH_RULE = 20;

/** The folders of the corpora, each with the language of its texts. */
const folders = {
  "digitalgov/news": "en",
  "ministry/press-releases": "en",
  "ministry/speeches": "en",
  "multilingual/russian": "ru",
  "multilingual/french": "fr",
  "multilingual/arabic": "ar",
} as const;

const [corpora = "", seed = SEED] = process.argv.slice(2);
const found: Finding[] = [];
const texts: string[] = [];
let seconds = 0;
for (const [name, lang] of Object.entries(folders)) {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-bench-"));
  try {
    const from = contentOf(path.join(corpora, name), folder, lang);
    texts.push(...[...from.values()].map((file) => `${name}/${file}`));
    const started = performance.now();
    const { content, problems } = loadContent(folder);
    if (!content) throw new Error(JSON.stringify(problems.slice(0, 3)));
    const checked = await findings(content, { contentDir: folder, now: new Date("2026-11-23T12:00:00Z") });
    seconds += (performance.now() - started) / 1000;
    found.push(
      ...checked.findings.map((finding) => ({ ...finding, file: `${name}/${from.get(finding.file) ?? finding.file}` })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const shown = found.filter(({ severity }) => severity !== "hint");
const drawn = new Set(some(texts, RELEASES, (text) => text));
const lot = ({ file, rule, line, column }: Finding) => `${file} ${rule} ${line} ${column}`;
const known = JSON.parse(readFileSync(VERDICTS, "utf8")) as readonly Verdict[];
const verdicts = [
  ...shown.filter(({ file }) => drawn.has(file)).map((finding) => judged(finding, "release")),
  ...rules.flatMap(({ name }) =>
    some(
      shown.filter(({ rule }) => rule === name),
      OF_EACH_RULE,
      lot,
    ).map((finding) => judged(finding, "rule")),
  ),
];
if (seed === SEED) writeFileSync(VERDICTS, `${JSON.stringify(verdicts, undefined, 2)}\n`);
const tables = falseAlarms(verdicts, {
  seed,
  texts: texts.length,
  releases: RELEASES,
  found: shown,
  hints: found.length - shown.length,
});
console.log(tables);
console.log(`${texts.length} texts in ${seconds.toFixed(1)} s (reading included).`);
const docs = readFileSync("docs/checks.md", "utf8");
if (seed === SEED)
  writeFileSync(
    "docs/checks.md",
    docs.replace(
      /(<!-- table: [^\n]*-->\n)[\s\S]*(?=<!-- end of table -->)/,
      (_, start: string) => `${start}\n${tables}\n`,
    ),
  );

function judged({ file, rule, line, found: words, severity, message }: Finding, draw: Verdict["draw"]): Verdict {
  const short = words.slice(0, 80);
  const before = known.find(
    (each) => each.file === file && each.rule === rule && each.line === line && each.found === short,
  );
  return {
    draw,
    file,
    rule,
    line,
    found: short,
    severity,
    message: message.slice(0, 120),
    verdict: before?.verdict ?? "?",
  };
}

/** So many of a list, by the seed. Each has its own lot, so one that is taken away or added does not change which of the others are drawn. */
function some<T>(all: readonly T[], most: number, name: (each: T) => string): readonly T[] {
  if (all.length <= most) return all;
  const lots = new Map(all.map((each) => [each, sha256(`${seed} ${name(each)}`)]));
  const limit = [...lots.values()].toSorted()[most] ?? "";
  return all.filter((each) => (lots.get(each) ?? "") < limit);
}
