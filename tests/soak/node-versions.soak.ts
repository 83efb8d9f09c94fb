import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { filesIn } from "../../src/build/publish.ts";
import { BUILD_TIME } from "../support/command.ts";

/** Builds a site with a Node of another version (from npm) and returns every file's bytes. */
function builtBy(version: string, content: string): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const output = path.join(folder, "site");
  const args = [
    "-y",
    `node@${version}`,
    "src/cli/command.mjs",
    "build",
    "--content",
    content,
    "--output",
    output,
    "--cache",
    path.join(folder, "cache"),
  ];
  execFileSync("npx", args, { env: { ...process.env, BUILD_TIME }, stdio: "pipe" });
  return new Map(
    filesIn(output)
      .toSorted()
      .map((file) => [file, readFileSync(path.join(output, file), "base64")]),
  );
}

test.each(["content", "tests/fixtures/showcase"])("%s has the same bytes on every supported Node", (content) => {
  const oldest = builtBy("20.19.0", content);
  expect(oldest.size).toBeGreaterThan(5);
  for (const version of ["20", "22", "24"]) {
    const site = builtBy(version, content);
    const differ = [...new Set([...oldest.keys(), ...site.keys()])].filter(
      (file) => site.get(file) !== oldest.get(file),
    );
    expect({ version, differ }).toEqual({ version, differ: [] });
  }
});
