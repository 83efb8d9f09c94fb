import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ProvidedContext } from "vitest";
import type { TestProject } from "vitest/node";
import { siteIn } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder in which each of these fixtures was built: its content in `content`, its site in `_site`. */
    showcase: string;
    minimal: string;
    /** The first real release, in its languages. The office's own content/ may say whatever it likes. */
    first: string;
  }
}

/** Builds the showcase, the smallest site and that of the first release once, for all tests that look at them or begin with what they are made of. */
export default async function buildFixtures(project: TestProject): Promise<() => void> {
  console.log("Building the fixtures …");
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-fixtures-"));
  const build = async (name: keyof ProvidedContext & string) => {
    const run = await siteIn(path.join(folder, name), path.join("tests", "fixtures", name)).build();
    if (run.code !== 0) throw new Error(`The fixture ${name} cannot be built.\n${run.stderr}`);
    project.provide(name, path.join(folder, name));
  };
  await Promise.all([build("showcase"), build("minimal").then(() => build("first"))]);
  return () => rmSync(folder, { recursive: true, force: true });
}
