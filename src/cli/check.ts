import path from "node:path";
import { parseArgs } from "node:util";
import pc from "picocolors";
import type { Finding } from "../checks/finding.ts";
import type { Checked } from "../checks/findings.ts";
import { rules } from "../checks/rules.ts";
import { siteFindings } from "../checks/site.ts";
import { loadContent } from "../content/load.ts";
import type { Problem } from "../model/problem.ts";
import { changedFiles } from "./changed-files.ts";
import { githubReport, jsonReport, type Located, personReport, sarifReport, tally } from "./check-report.ts";
import { findingsOf } from "./check-threads.ts";
import { now } from "./clock.ts";
import { fixFiles } from "./fix.ts";
import { run } from "./run.ts";
import { UserError } from "./user-error.ts";

/** The name under which a file that cannot be read is reported: its problem is the build's. */
const UNREADABLE = "content";

/** Mending one thing can uncover another, but not for ever. */
const ROUNDS = 5;

const formats = {
  people: (found: readonly Located[]) => personReport(found),
  json: jsonReport,
  sarif: (found: readonly Located[]) => sarifReport(found, rules),
  github: githubReport,
} as const;

/** `npm run check`: what a reader would stumble over, before there is a reader. Only errors make it fail. */
run(async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      content: { type: "string", default: "content" },
      format: { type: "string", default: "people" },
      changed: { type: "boolean", default: false },
      fix: { type: "boolean", default: false },
      site: { type: "boolean", default: false },
      output: { type: "string", default: "_site" },
      threads: { type: "string" },
    },
  });
  const { content: folder, format } = values;
  if (!(format in formats))
    throw new UserError(`There is no format “${format}”. It can be: ${Object.keys(formats).join(", ")}.`);
  const report = formats[format as keyof typeof formats];
  const say = (line: string) => format === "people" && console.log(line);

  const started = performance.now();
  if (values.site) return checkSite(values.output, report, say);
  const threads = values.threads === undefined ? undefined : Number(values.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 64))
    throw new UserError("--threads takes a number from 1 on. Leave it out: then as many are used as make it quicker.");
  const only = values.changed ? changedFiles(folder) : undefined;
  const check = () => checkContent(folder, only, threads);
  let checked = await check();
  for (let round = 0; values.fix && round < ROUNDS; round++) {
    const changes = fixFiles(folder, checked.findings);
    if (changes.length === 0) break;
    say(`${changes.join("\n\n")}\n`);
    checked = await check();
  }
  const found = checked.findings.map((finding) => located(finding, folder));
  if (found.length > 0 || format !== "people") console.log(report(found));
  if (found[0]?.rule === UNREADABLE) say("\nThe other rules are tried when these things are put right.");
  for (const lang of checked.unspelled) {
    say(
      pc.dim(
        `No dictionary for “${lang}” is installed, so its spelling was not checked: npm install dictionary-${lang}, where there is one.`,
      ),
    );
  }
  say(summary(found, checked.documents, "file", started));
  return found.some(({ severity }) => severity === "error") ? 1 : 0;
});

async function checkContent(
  folder: string,
  only: ReadonlySet<string> | undefined,
  threads: number | undefined,
): Promise<Checked> {
  const loaded = loadContent(folder);
  if (!loaded.content) return { findings: loaded.problems.map(unreadable), documents: 0, unspelled: [] };
  const options = { contentDir: folder, now: now(), ...(only ? { only } : {}) };
  return await findingsOf(loaded.content, options, threads);
}

function checkSite(folder: string, report: (found: readonly Located[]) => string, say: (line: string) => void): number {
  const started = performance.now();
  const { findings, pages } = siteFindings(folder);
  if (pages === 0) throw new UserError(`There is no page in ${folder}/. Build the site first: npm run build`);
  const found = findings.map((finding) => located(finding, folder));
  const text = report(found);
  if (text !== "") console.log(text);
  say(summary(found, pages, "page", started));
  return found.some(({ severity }) => severity === "error") ? 1 : 0;
}

function located(finding: Finding, folder: string): Located {
  return { ...finding, path: path.posix.join(folder.split(path.sep).join("/"), finding.file) };
}

function summary(found: readonly Located[], count: number, thing: string, started: number): string {
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  return `${found.length === 0 ? pc.green("✓") : "\n "} ${tally(found)} found in ${count} ${thing}${count === 1 ? "" : "s"} in ${seconds} s`;
}

/** A file that cannot be read, as the finding that it is. */
function unreadable(problem: Problem): Finding {
  return {
    ...problem,
    rule: UNREADABLE,
    severity: "error",
    line: problem.line ?? 1,
    column: problem.column ?? 1,
    found: "",
  };
}
