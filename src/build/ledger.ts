import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Addressed, type Published, recorded } from "../model/published.ts";

/** What the last build knows of one output file. */
export interface Entry {
  /** Hash of all that the file was made of. */
  readonly fingerprint: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly size: number;
  /** When it was last written, in milliseconds, to see at a glance that nobody touched it. */
  readonly mtime: number;
}

/** The build's private memory: output file → what it was made of. It lives in the cache and may be lost at any time. */
export type Ledger = ReadonlyMap<string, Entry>;

const NAME = "ledger.json";

/** The ledger of the last build that finished; empty when there was none, it was cut off, or its cache is gone. */
export function readLedger(cacheDir: string): Ledger {
  const file = path.join(cacheDir, NAME);
  if (!existsSync(file)) return new Map();
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, Entry>));
  } catch {
    return new Map();
  }
}

/** Forgets the last build: called before the output is touched, so that a build cut off in between is made anew. */
export function forgetLedger(cacheDir: string): void {
  rmSync(path.join(cacheDir, NAME), { recursive: true, force: true });
}

export function writeLedger(cacheDir: string, ledger: Ledger): void {
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(path.join(cacheDir, NAME), JSON.stringify(Object.fromEntries(ledger)));
}

/** Adds what is public now to the committed list of addresses. Returns how many are new. */
export function recordPublished(contentDir: string, before: Published, releases: Addressed, day: string): number {
  const after = recorded(before, releases, day);
  const text = `${JSON.stringify(after, undefined, 1)}\n`;
  const file = path.join(contentDir, NAME);
  if (text !== `${JSON.stringify(before, undefined, 1)}\n`) {
    // Written aside and renamed: a computer that stops meanwhile leaves no half list behind.
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  }
  return Object.keys(after).filter((url) => !(url in before)).length;
}
