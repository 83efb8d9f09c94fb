import { appendFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isMainThread } from "node:worker_threads";
import pc from "picocolors";
import { isLarge } from "../build/large.ts";
import type { Built } from "../build/site.ts";
import { readState, type Summary } from "../build/state.ts";
import { exitCodeInThread } from "../build/thread.ts";
import { stampsOfBuild, unchangedSince } from "../build/unchanged.ts";
import { dayIn } from "../model/embargo.ts";
import { counted, problemReport, progressOf } from "../reporting/report.ts";
import type { Replaced } from "./leave-out.ts";
import { isOverheard, sayable } from "./overheard.ts";
import { CONTENT, defined, now, type Options, type Surroundings } from "./run.ts";

const options = {
  content: CONTENT,
  output: { type: "string", default: "_site", value: "FOLDER", help: "where the site is put" },
  cache: { type: "string", value: "FOLDER", help: "where the build keeps what it knows; it may be lost at any time" },
  compare: { type: "boolean", default: false, help: "say how many pages differ from those of the last build" },
  summary: {
    type: "string",
    value: "FILE",
    help: "add to a file, in Markdown, what is new, changed, withdrawn or waiting",
  },
  "leave-out": {
    type: "boolean",
    default: false,
    help: "publish all that has no error: leave out what is new, keep what is published as it was",
  },
  record: { type: "boolean", default: false, help: "add new addresses to the committed list, after a publication" },
} as const satisfies Options;

/** `build`: makes the site, reports what it did, and with `--record` adds new addresses to the committed list. */
export const command = defined({ options }, async (values, { env, out, error, isTerminal }, _, args) => {
  if (isMainThread && isLarge(values.content))
    return exitCodeInThread(
      "dateline",
      ["build", ...args],
      { ...env, ...(pc.isColorSupported && { FORCE_COLOR: "1" }) },
      { isTerminal },
    );
  const started = performance.now();
  const at = now(env);
  const cache = values.cache ?? `.cache/${values.output.replaceAll(/[^\w-]+/g, "-")}`;
  const { folder, replaced: all } = values["leave-out"]
    ? await contentWithoutErrors(values.content, cache, at)
    : { folder: values.content, replaced: [] };
  const named = all.map((one) => ({ ...one, file: one.error.file }));
  const { said: replaced } = sayable(named, values.content, at, env);
  const places = { content: folder, output: values.output, cache, key: env.DATELINE_KEY };
  const said = (summary: Summary, rendered: number, removed: number) =>
    out(report(summary, rendered, removed, values.output, performance.now() - started));
  const isCompared = values.compare || values.summary !== undefined;
  const state = readState(cache);
  const stamps = stampsOfBuild(places);
  const unchanged = values.record || isCompared ? undefined : unchangedSince(state, stamps, values.output, at);
  if (unchanged) {
    said(unchanged, 0, 0);
    return 0;
  }
  const { compared, pageHashes } = await import("../build/comparison.ts");
  const before = isCompared ? pageHashes(values.output) : undefined;
  // Loaded on demand, because it takes a second, and a build without changes does not need it.
  const { buildSite } = await import("../build/site.ts");
  const result = await buildSite({
    ...places,
    state,
    stamps,
    now: at,
    discreet: isOverheard(env),
    progress: progressOf("pictures", out, isTerminal),
    indexed: progressOf("search", out, isTerminal),
  }).finally(() => {
    if (folder !== values.content) rmSync(folder, { recursive: true });
  });
  if (result.is === "wrong") {
    const { said, unsaid } = sayable(result.problems, values.content, at, env);
    if (said.length > 0) error(problemReport(said, values.content));
    if (unsaid !== undefined) error(unsaid);
    return 1;
  }
  const built = result.value;
  if (built.press.keys.length > 0 && built.press.signedWith === undefined)
    out("Nothing is signed: there is a key in keys/, and DATELINE_KEY is not set. On your own computer that is right.");
  said(built.summary, built.rendered, built.removed);
  if (before) {
    const { comparisonLine, publicationSummary } = await import("../build/publication.ts");
    const comparison = compared(before, pageHashes(values.output));
    out(`  compared  ${comparisonLine(comparison)}`);
    if (values.summary !== undefined)
      appendFileSync(values.summary, publicationSummary(built, comparison) + replacedSummary(replaced));
  }
  if (values.record) await record(built, { content: values.content, cache }, at, out);
  for (const line of replacedReport(replaced, values.content)) error(line);
  return 0;
});

/** Returns the folder from which to build if files with errors are left out. */
async function contentWithoutErrors(content: string, cache: string, now: Date) {
  const [{ checkContent }, { withoutErrors }] = await Promise.all([
    import("./check-content.ts"),
    import("./leave-out.ts"),
  ]);
  const options = { now, cache: path.join(cache, "check"), isOffice: content === CONTENT.default };
  return withoutErrors(content, async (folder) => {
    const { findings } = await checkContent(folder, options);
    return findings.filter(({ severity }) => severity === "error");
  });
}

async function record(
  { press, content, pages }: Built,
  places: { readonly content: string; readonly cache: string },
  at: Date,
  out: Surroundings["out"],
): Promise<void> {
  const [{ recordPublished }, { recordEditions }, { addressesOf }] = await Promise.all([
    import("../build/addresses.ts"),
    import("../build/record-editions.ts"),
    import("../pages/addressed.ts"),
  ]);
  const day = dayIn(press.site.timezone, at);
  const addressed = addressesOf(press, pages);
  const texts = recordEditions(places.content, content, press);
  const fresh = recordPublished(places, content.published, addressed, day);
  out(
    `Recorded ${counted(fresh.releases, "new address", "new addresses")} of releases and ${fresh.others} of other pages and documents in ${places.content}/addresses.json, and ${counted(texts, "new text")} in ${places.content}/editions/`,
  );
}

/** What is published in the place of a file with an error. */
const insteadOf = ({ version }: Replaced) => (version ? `published as it was on ${version}` : "left out");

function replacedReport(replaced: readonly Replaced[], content: string): string[] {
  return replaced.map((one) => {
    const { file, line, message, fix } = one.error;
    return `${pc.red("✗")} ${pc.bold(`${content}/${file}`)} is ${insteadOf(one)} until line ${line} is put right. ${message} ${pc.green("→")} ${fix}`;
  });
}

function replacedSummary(replaced: readonly Replaced[]): string {
  const lines = replaced.map(
    (one) => `- \`${one.error.file}\` is ${insteadOf(one)} until line ${one.error.line} is put right`,
  );
  return lines.length === 0 ? "" : `\n#### To be put right\n\n${lines.join("\n")}\n`;
}

const noPdf = (file: string) => `  no font of Dateline has all letters of ${file}, so there is no PDF of it`;

function report(
  { releases, languages, pages, warnings, withheld, withoutPdf, size, beyondHost }: Summary,
  rendered: number,
  removed: number,
  output: string,
  milliseconds: number,
): string {
  return [
    `${pc.green("✓")} ${pc.bold(output)} is up to date in ${(milliseconds / 1000).toFixed(2)} s`,
    `  read      ${counted(releases, "release")} in ${languages.join(", ")}`,
    `  rendered  ${counted(rendered, "page")}`,
    `  kept      ${pages - rendered}`,
    `  removed   ${counted(removed, "file")}`,
    `  site      ${size.files.toLocaleString("en")} files, ${Math.ceil(size.bytes / 1e6).toLocaleString("en")} MB`,
    ...beyondHost.map((line, index) => (index === 0 ? `${pc.yellow("!")} ${line}` : `  ${line}`)),
    ...warnings.map(({ file, message, fix }) => `${pc.yellow("!")} ${file}: ${message} ${fix}`),
    ...(withheld.count > 0 ? [`  withheld  ${withheld.count}`, ...withheld.lines] : []),
    ...(withoutPdf.length > 0 ? [`  no PDF    ${withoutPdf.length}`, ...withoutPdf.map(noPdf)] : []),
  ].join("\n");
}
