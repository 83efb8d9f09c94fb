import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { sha256 } from "../../src/model/hash.ts";

/** Makes a folder of a test's own, removed after the test. */
export function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Returns a hash over each file in a folder. */
export function hashesIn(folder: string): Record<string, string> {
  const files = filesIn(folder).toSorted();
  return Object.fromEntries(files.map((file) => [file, sha256(readFileSync(path.join(folder, file)))]));
}
