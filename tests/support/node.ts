import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { filesIn } from "../../src/build/tree.ts";
import { BUILD_TIME } from "./command.ts";
import { ownFolder } from "./folder.ts";

/** Builds a site with a Node of another version (from npm), in a copy of the project where one is given: each file's bytes. */
export function builtBy(version: string, content: string, project = "."): ReadonlyMap<string, string> {
  const folder = ownFolder();
  const output = path.join(folder, "site");
  const folders = ["--content", content, "--output", output, "--cache", path.join(folder, "cache")];
  execFileSync("npx", ["-y", `node@${version}`, "src/cli/command.mjs", "build", ...folders], {
    cwd: project,
    env: { ...process.env, BUILD_TIME },
    stdio: "pipe",
  });
  const files = filesIn(output).toSorted();
  return new Map(files.map((file) => [file, readFileSync(path.join(output, file), "base64")]));
}

/** The files in which two sites differ. */
export function differingFiles(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}
