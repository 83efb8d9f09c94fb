import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import pc from "picocolors";
import { compared, pageHashes } from "../build/comparison.ts";
import { recordPublished } from "../build/ledger.ts";
import { comparisonLine, publicationSummary } from "../build/publication.ts";
import { type Built, buildSite } from "../build/site.ts";
import { dayIn } from "../model/embargo.ts";
import { releaseUrl } from "../model/urls.ts";
import { problemReport, progressOf, withheldReport } from "../reporting/report.ts";
import { now } from "./clock.ts";
import type { Command, Usage } from "./run.ts";

export const usage = {
  options: {
    content: { type: "string", default: "content", value: "FOLDER", help: "the folder of the office's words" },
    output: { type: "string", default: "_site", value: "FOLDER", help: "where the site is put" },
    cache: { type: "string", value: "FOLDER", help: "where the build keeps what it knows; it may be lost at any time" },
    compare: { type: "boolean", default: false, help: "say how many pages differ from those of the last build" },
    summary: {
      type: "string",
      value: "FILE",
      help: "add to a file, in Markdown, what is new, changed, withdrawn or waiting",
    },
    record: { type: "boolean", default: false, help: "add new addresses to the committed list, after a publication" },
  },
} as const satisfies Usage;

/** `build`: makes the site, says what it did, and with `--record` adds new addresses to the committed list. */
export const command: Command = async (args, { env, out, error, isTerminal }) => {
  const { values } = parseArgs({ args, ...usage });
  const started = performance.now();
  const at = now(env);
  const cache = values.cache ?? `.cache/${values.output.replaceAll(/[^\w-]+/g, "-")}`;
  const isCompared = values.compare || values.summary !== undefined;
  const before = isCompared ? pageHashes(values.output) : undefined;
  const built = await buildSite({
    content: values.content,
    output: values.output,
    cache,
    now: at,
    progress: progressOf("pictures", out, isTerminal),
    indexed: progressOf("search", out, isTerminal),
  });
  if (!("pages" in built)) {
    error(problemReport(built.problems, values.content));
    return 1;
  }
  out(summary(built, values.output, performance.now() - started));
  if (before) {
    const comparison = compared(before, pageHashes(values.output));
    out(`  compared  ${comparisonLine(comparison)}`);
    if (values.summary !== undefined) appendFileSync(values.summary, publicationSummary(built, comparison));
  }
  if (values.record) {
    const { site, releases } = built.press;
    const published = built.content.published;
    const addressed = new Map(releases.map((release) => [releaseUrl(site, release), release]));
    const fresh = recordPublished(values.content, published, addressed, dayIn(site.timezone, at));
    out(`Recorded ${fresh} new ${fresh === 1 ? "address" : "addresses"} in ${values.content}/ledger.json`);
  }
  return 0;
};

function summary({ content, pages, rendered, removed, withheld }: Built, output: string, milliseconds: number): string {
  const { releases, site } = content;
  return [
    `${pc.green("✓")} ${pc.bold(output)} is up to date in ${(milliseconds / 1000).toFixed(2)} s`,
    `  read      ${releases.length} ${releases.length === 1 ? "release" : "releases"} in ${Object.keys(site.languages).join(", ")}`,
    `  rendered  ${rendered.length} ${rendered.length === 1 ? "page" : "pages"}`,
    `  kept      ${pages.length - rendered.length}`,
    `  removed   ${removed} ${removed === 1 ? "file" : "files"}`,
    ...content.warnings.map(({ file, message, fix }) => `${pc.yellow("!")} ${file}: ${message} ${fix}`),
    ...(withheld.length > 0 ? [`  withheld  ${withheld.length}`, ...withheldReport(withheld)] : []),
  ].join("\n");
}
