import { readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import { filesIn } from "./tree.ts";

/** A page's file → a hash over it. */
export type PageHashes = ReadonlyMap<string, string>;

/** How the pages of a site differ from those of before: files of the output, sorted. */
export interface Comparison {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Returns the pages of an output as they are now; none if there is no output. */
export function pageHashes(output: string): PageHashes {
  const pages = filesIn(output).filter((file) => file.endsWith(".html"));
  return new Map(pages.map((file) => [file, sha256(readFileSync(path.join(output, file)))]));
}

export function compared(before: PageHashes, after: PageHashes): Comparison {
  const files = [...after.keys()].toSorted();
  return {
    added: files.filter((file) => !before.has(file)),
    changed: files.filter((file) => before.has(file) && before.get(file) !== after.get(file)),
    removed: [...before.keys()].filter((file) => !after.has(file)).toSorted(),
  };
}
