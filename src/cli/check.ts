import path from "node:path";
import { parseArgs } from "node:util";
import pc from "picocolors";
import type { Finding } from "../checks/finding.ts";
import { findings as findingsOf } from "../checks/findings.ts";
import { rules } from "../checks/rules.ts";
import { loadContent } from "../content/load.ts";
import type { Problem } from "../model/problem.ts";
import { changedFiles } from "./changed-files.ts";
import { githubReport, jsonReport, type Located, personReport, sarifReport, tally } from "./check-report.ts";
import { now } from "./clock.ts";
import { run } from "./run.ts";
import { UserError } from "./user-error.ts";

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
    },
  });
  const { content: folder, format } = values;
  if (!(format in formats))
    throw new UserError(`There is no format “${format}”. It can be: ${Object.keys(formats).join(", ")}.`);
  const report = formats[format as keyof typeof formats];
  const say = (line: string) => format === "people" && console.log(line);

  const started = performance.now();
  const only = values.changed ? changedFiles(folder) : undefined;
  const loaded = loadContent(folder);
  const checked = loaded.content
    ? await findingsOf(loaded.content, { contentDir: folder, now: now(), ...(only ? { only } : {}) })
    : { findings: loaded.problems.map(unreadable), documents: 0, unspelled: [] };
  const found = checked.findings.map(
    (finding): Located => ({ ...finding, path: path.posix.join(folder.split(path.sep).join("/"), finding.file) }),
  );
  if (found.length > 0 || format !== "people") console.log(report(found));
  if (!loaded.content) say("\nThe other rules are tried when these things are put right.");
  for (const lang of checked.unspelled) {
    say(
      pc.dim(
        `No dictionary for “${lang}” is installed, so its spelling was not checked: npm install dictionary-${lang}, where there is one.`,
      ),
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const files = checked.documents === 1 ? "1 file" : `${checked.documents} files`;
  say(`${found.length === 0 ? pc.green("✓") : "\n "} ${tally(found)} found in ${files} in ${seconds} s`);
  return found.some(({ severity }) => severity === "error") ? 1 : 0;
});

/** A file that cannot be read, as the finding that it is. */
function unreadable(problem: Problem): Finding {
  return {
    ...problem,
    rule: "content",
    severity: "error",
    line: problem.line ?? 1,
    column: problem.column ?? 1,
    found: "",
  };
}
