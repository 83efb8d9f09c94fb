import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { siteIn } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder in which the showcase was built: its content in `content`, its site in `_site`. */
    showcase: string;
  }
}

/** Builds the showcase once for all tests that look at it. */
export default async function buildShowcase(project: TestProject): Promise<() => void> {
  console.log("Building the showcase …");
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-showcase-"));
  const run = await siteIn(folder, path.join("tests", "fixtures", "showcase")).build();
  if (run.code !== 0) throw new Error(`The showcase cannot be built.\n${run.stderr}`);
  project.provide("showcase", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
