import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import { type Entry, forgetLedger, type Ledger, writeLedger } from "./ledger.ts";
import { LOCK } from "./lock.ts";
import { entriesIn, filesIn, folderMaker, GIT, move, NEAR, removeEmptyFolders } from "./tree.ts";

/** A file that stands in every output: hosts that run Jekyll leave the folder alone. */
const MARK = ".nojekyll";

/** What is in it; others make such a file too, so that it is by these words that Dateline knows the folder as its own. */
const OURS = "Dateline made this folder. Each build replaces what is in it.\n";

/** Whether an output file is still as the last build left it. */
export function isIntact(outputDir: string, file: string, entry: Entry): boolean {
  const stats = statSync(path.join(outputDir, file), { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== entry.size) return false;
  return stats.mtimeMs === entry.mtime || sha256File(path.join(outputDir, file)) === entry.sha256;
}

/**
 * Why a folder must not be published into, or undefined. A folder with somebody else's files in it is never touched; one in which
 * the last build left every file is its own, even where its mark has gone.
 */
export function notOurs(outputDir: string, ledger: Ledger): string | undefined {
  if (!existsSync(outputDir) || isMarked(outputDir)) return undefined;
  if (readdirSync(outputDir).every((name) => name === LOCK || name === NEAR)) return undefined;
  if (ledger.size > 0 && filesIn(outputDir).every((file) => ledger.has(file) || isOther(file))) return undefined;
  return `The folder ${outputDir} has files in it that Dateline did not make. Publish into another folder, or empty this one.`;
}

function isMarked(outputDir: string): boolean {
  const mark = path.join(outputDir, MARK);
  return lstatSync(mark, { throwIfNoEntry: false })?.isFile() === true && readFileSync(mark, "utf8") === OURS;
}

/** What stands in an output besides the files of its site. */
function isOther(file: string): boolean {
  return file === MARK || file === LOCK || [GIT, NEAR].includes(file.split("/")[0] ?? "");
}

export interface Publication {
  readonly written: number;
  readonly removed: number;
}

/**
 * Moves what a build has made from its staging folder into the output, and removes what belongs to no page any more.
 * `fingerprints` holds every file the site consists of. Called only when everything has been made; should it be cut off,
 * the next build makes everything anew, because the ledger is gone until the end.
 */
export function publish(
  stagingDir: string,
  outputDir: string,
  cacheDir: string,
  fingerprints: ReadonlyMap<string, string>,
  before: Ledger,
): Publication {
  // First of all, so that a folder in which a build was cut off is still known as ours.
  if (!isMarked(outputDir)) {
    rmSync(path.join(outputDir, MARK), { recursive: true, force: true });
    writeFileSync(path.join(outputDir, MARK), OURS);
  }
  const staged = filesIn(stagingDir);
  const isStaged = new Set(staged);
  // Links and the like as well: what a host makes of a link in the output is published, too.
  const superfluous = entriesIn(outputDir).flatMap(({ file, isFile }) =>
    isOther(file) || (isFile && fingerprints.has(file)) ? [] : [file],
  );
  if (staged.length > 0 || superfluous.length > 0) forgetLedger(cacheDir);
  for (const file of superfluous) rmSync(path.join(outputDir, file));
  // Before the others are there: where a folder was, there may be a file now.
  if (superfluous.length > 0) removeEmptyFolders(outputDir);
  const makeFolderOf = folderMaker();
  for (const file of staged) {
    const target = path.join(outputDir, file);
    makeFolderOf(target);
    move(path.join(stagingDir, file), target);
  }
  const ledger = new Map<string, Entry>();
  for (const [file, fingerprint] of fingerprints) {
    const known = before.get(file);
    ledger.set(file, known && !isStaged.has(file) ? known : entryOf(path.join(outputDir, file), fingerprint));
  }
  writeLedger(cacheDir, ledger);
  return { written: staged.length, removed: superfluous.length };
}

function entryOf(file: string, fingerprint: string): Entry {
  const { size, mtimeMs } = statSync(file);
  return { fingerprint, sha256: sha256File(file), size, mtime: mtimeMs };
}

function sha256File(file: string): string {
  return sha256(readFileSync(file));
}
