import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";
import { sha256 } from "../model/hash.ts";
import { LOCK } from "./lock.ts";
import { type Entry, forgetState, type State } from "./state.ts";
import { entriesIn, filesIn, folderMaker, isOther, MARK, move, NEAR, removeEmptyFolders } from "./tree.ts";

/** What is in it; others make such a file too, so that it is by these words that Dateline knows the folder as its own. */
const OURS = "Dateline made this folder. Each build replaces what is in it.\n";

/** What is known of a file's bytes since they were made. */
export interface Proof {
  readonly sha256: string;
}

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
export function notOurs(outputDir: string, known: State["files"]): DatelineError | undefined {
  if (!existsSync(outputDir) || isMarked(outputDir)) return undefined;
  if (readdirSync(outputDir).every((name) => name === LOCK || name === NEAR)) return undefined;
  if (known.size > 0 && filesIn(outputDir).every((file) => known.has(file) || isOther(file))) return undefined;
  return new DatelineError(
    "folder",
    `The folder ${outputDir} has files in it that Dateline did not make.`,
    "Publish into another folder, or empty this one.",
  );
}

export function isMarked(outputDir: string): boolean {
  const mark = path.join(outputDir, MARK);
  return lstatSync(mark, { throwIfNoEntry: false })?.isFile() === true && readFileSync(mark, "utf8") === OURS;
}

export interface Publication {
  /** What is known of the files of the site now. */
  readonly files: State["files"];
  readonly written: number;
  readonly removed: number;
}

/**
 * Moves what a build has made from its staging folder into the output, and removes what belongs to no page any more.
 * `fingerprints` holds every file the site consists of. Called only when everything has been made; should it be cut off,
 * the next build makes everything anew, because the state is gone until its end. `proofs` holds the files whose bytes were hashed when they were made.
 */
export function publish(
  stagingDir: string,
  outputDir: string,
  cacheDir: string,
  fingerprints: ReadonlyMap<string, string>,
  before: State["files"],
  proofs: ReadonlyMap<string, Proof>,
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
  if (staged.length > 0 || superfluous.length > 0) forgetState(cacheDir);
  for (const file of superfluous) rmSync(path.join(outputDir, file));
  // Before the others are there: where a folder was, there may be a file now.
  if (superfluous.length > 0) removeEmptyFolders(outputDir);
  const makeFolderOf = folderMaker();
  for (const file of staged) {
    const target = path.join(outputDir, file);
    makeFolderOf(target);
    move(path.join(stagingDir, file), target);
  }
  const files = new Map<string, Entry>();
  for (const [file, fingerprint] of fingerprints) {
    const known = before.get(file);
    const isKept = known && !isStaged.has(file);
    files.set(file, isKept ? known : entryOf(path.join(outputDir, file), fingerprint, proofs.get(file)));
  }
  return { files, written: staged.length, removed: superfluous.length };
}

function entryOf(file: string, fingerprint: string, proof: Proof | undefined): Entry {
  const { size, mtimeMs } = statSync(file);
  return { fingerprint, sha256: proof?.sha256 ?? sha256File(file), size, mtime: mtimeMs };
}

function sha256File(file: string): string {
  return sha256(readFileSync(file));
}
