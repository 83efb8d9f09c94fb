import path from "node:path";
import pc from "picocolors";
import { type Answers, askLinks } from "../checks/ask-links.ts";
import type { Finding } from "../checks/finding.ts";
import { githubReport, jsonReport, type Located, personReport, sarifReport, tally } from "../checks/report.ts";
import { rules } from "../checks/rules.ts";
import type { Content } from "../model/content.ts";
import { installLine, spellingPackages } from "../office/optional-packages.ts";
import { counted, progressOf } from "../reporting/report.ts";
import { changedFiles } from "./changed-files.ts";
import { addressesOf, checkContent, UNREADABLE } from "./check-content.ts";
import { embargoInPublic, isOverheard, sayable } from "./overheard.ts";
import { CONTENT, defined, missing, misuse, now, numberIn, type Options, type Surroundings } from "./run.ts";
import { waitingReport } from "./waiting.ts";

/** The most rounds of `--fix`, because a correction can uncover another mistake. */
const ROUNDS = 5;

const formats = {
  people: (found: readonly Located[]) => personReport(found),
  json: jsonReport,
  sarif: (found: readonly Located[]) => sarifReport(found, rules),
  github: githubReport,
} as const;

const options = {
  content: CONTENT,
  changed: { type: "boolean", default: false, help: "look only at what differs from what is published" },
  fix: { type: "boolean", default: false, help: "mend what can be mended without a doubt" },
  links: { type: "boolean", default: false, help: "ask other sites whether what is linked to is there" },
  hints: { type: "boolean", default: false, help: "show hints too" },
  site: { type: "boolean", default: false, help: "look at the built site, not at its sources" },
  output: { type: "string", default: "_site", value: "FOLDER", help: "where the built site is, for --site" },
  format: { type: "string", default: "people", value: "FORMAT", help: "people, json, sarif or github" },
  threads: { type: "string", value: "NUMBER", help: "how many threads share the work" },
  cache: { type: "string", default: ".cache/check", value: "FOLDER", help: "where to keep what was seen" },
} as const satisfies Options;

/** `check`: finds what readers would stumble over. Only errors make it fail. */
export const command = defined({ options }, async (values, { env, out, isTerminal }) => {
  const { content: folder, format } = values;
  if (!(format in formats))
    throw misuse(`There is no format “${format}”.`, `It can be: ${Object.keys(formats).join(", ")}.`);
  const report = formats[format as keyof typeof formats];
  const say = (line: string) => format === "people" && out(line);

  const started = performance.now();
  const at = now(env);
  if (values.site) return checkSite(values.output, report, out, say);
  const threads = values.threads === undefined ? undefined : numberIn(values.threads, "threads", 1, 64);
  const only = values.changed ? changedFiles(folder) : undefined;
  const { cache, links } = values;
  const progress = format === "people" ? progressOf("links", out, isTerminal) : undefined;
  let asked: Promise<Answers> | undefined;
  const ask = (content: Content) => {
    asked ??= askLinks(addressesOf(content, only), { cacheDir: cache, now: at, progress });
    return asked;
  };
  const isOffice = folder === CONTENT.default;
  const check = () => checkContent(folder, { cache, now: at, isOffice, only, ask: links ? ask : undefined }, threads);
  let checked = await check();
  // Loaded on demand, because few use it.
  for (let round = 0; values.fix && round < ROUNDS; round++) {
    const { fixFiles } = await import("../checks/fix.ts");
    const changes = fixFiles(folder, checked.findings);
    if (changes.length === 0) break;
    say(`${changes.join("\n\n")}\n`);
    checked = await check();
  }
  const shown = [...embargoInPublic(folder, at, env), ...checked.findings].filter(
    ({ severity }) => values.hints || severity !== "hint",
  );
  const { said, unsaid } = sayable(shown, folder, at, env);
  const found = said.map((finding) => located(finding, folder));
  if (found.length > 0 || format !== "people") out(report(found));
  if (unsaid !== undefined && (format === "people" || format === "github"))
    out(format === "github" ? `::warning title=Not public yet::${unsaid}` : `\n${unsaid}`);
  if (found.some(({ rule, severity }) => rule === UNREADABLE && severity === "error"))
    say("\nThe other rules are tried when these things are put right.");
  const hidden = checked.findings.filter(({ severity }) => severity === "hint").length * Number(!values.hints);
  const notes = [
    ...checked.unspelled.map(
      (lang) => `No dictionary for “${lang}” is installed, so its spelling was not checked. ${dictionaryLine(lang)}`,
    ),
    ...(asked ? [linksSummary(await asked)] : []),
    hidden === 0
      ? []
      : `${counted(hidden, "hint")} that may well be wrong: npm run check -- --hints shows ${hidden === 1 ? "it" : "them"}.`,
    isOverheard(env) ? [] : waitingReport(folder, checked.waiting),
  ].flat();
  for (const note of notes) say(pc.dim(note));
  say(summary(found, checked.documents, "file", started));
  return shown.some(({ severity }) => severity === "error") ? 1 : 0;
});

/** Says how to install the dictionary of a language, which npm may not have. */
function dictionaryLine(lang: string): string {
  const known = spellingPackages([lang]);
  return known.length > 0
    ? `Install it: ${installLine(known)}`
    : `If npm has one, this installs it: ${installLine([`dictionary-${lang}`])}`;
}

async function checkSite(
  folder: string,
  report: (found: readonly Located[]) => string,
  out: Surroundings["out"],
  say: (line: string) => void,
): Promise<number> {
  const started = performance.now();
  const { siteFindings } = await import("../checks/site/site.ts");
  const { findings, pages } = siteFindings(folder);
  if (pages === 0) throw missing(`There is no page in ${folder}/.`, "Build the site first: npm run build");
  const found = findings.map((finding) => located(finding, folder));
  const text = report(found);
  if (text !== "") out(text);
  say(summary(found, pages, "page", started));
  return found.some(({ severity }) => severity === "error") ? 1 : 0;
}

function linksSummary({ answers, asked, unsure }: Answers): string {
  const lost = [...unsure].map(([why, count]) => `${count} ${why}`);
  const summed = `${counted(asked, "link")} asked now, ${answers.size} answered now or in the last week.`;
  return lost.length === 0 ? summed : `${summed} Not judged: ${lost.join("; ")}.`;
}

function located(finding: Finding, folder: string): Located {
  return { ...finding, path: path.posix.join(folder.split(path.sep).join("/"), finding.file) };
}

function summary(found: readonly Located[], count: number, thing: string, started: number): string {
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const where = count === 0 ? "" : ` in ${counted(count, thing)}`;
  return `${found.length === 0 ? pc.green("✓") : "\n "} ${tally(found)} found${where} in ${seconds} s`;
}
