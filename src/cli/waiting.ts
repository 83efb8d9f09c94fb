import { existsSync } from "node:fs";
import { type Coming, inZone } from "../content/coming.ts";

/** The ways in which a text is published on time, by the file of the workflow. The first that exists counts. */
const publishers = [
  { file: ".github/workflows/due.yml", says: "“Publish on time” (due.yml) publishes it then" },
  { file: ".gitlab-ci.yml", says: "the pipeline's schedule publishes it then, where it runs every ten minutes" },
] as const;

/** The most texts that are listed. */
const MOST = 5;

/** Returns lines that say when the first of the waiting texts become public, and which run publishes them. */
export function waitingReport(contentDir: string, waiting: readonly Coming[]): string[] {
  const by =
    publishers.find(({ file }) => existsSync(file))?.says ??
    "the first build after that publishes it: see dateline due --wait";
  return waiting.slice(0, MOST).map(({ file, at }) => `${file} is public from ${inZone(at, contentDir)} on: ${by}.`);
}
