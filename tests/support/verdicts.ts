import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../src/model/hash.ts";

/** Where is kept what was found right, between runs: a file for each look, with a hash a line. */
const KEPT = path.join(".cache", "verdicts");

/**
 * The faults that a look finds in files. Files in which it found none are not looked at again while they have the same bytes and
 * the basis is the same: all else that the verdict depends on. A clean clone has no verdicts: there everything is looked at.
 */
export async function faultsFound(
  name: string,
  basis: readonly string[],
  files: ReadonlyMap<string, string>,
  look: (files: readonly string[]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const kept = path.join(KEPT, name);
  const right = new Set(existsSync(kept) ? readFileSync(kept, "utf8").split("\n") : []);
  const hashes = new Map([...files].map(([file, text]) => [file, sha256(...basis, text)]));
  const faults = await look([...files.keys()].filter((file) => !right.has(hashes.get(file) ?? "")));
  mkdirSync(KEPT, { recursive: true });
  if (faults.length === 0) writeFileSync(kept, [...hashes.values()].join("\n"));
  return faults;
}
