import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bytesFor } from "../content/text-on-disk.ts";
import type { Issued } from "../genuine/manifest.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { sha256 } from "../model/hash.ts";
import { clashIn } from "./clash.ts";
import { LOCK } from "./lock.ts";
import type { There } from "./seen.ts";
import { type Entry, forgetState, type State } from "./state.ts";
import { swapped } from "./swap.ts";
import { filesIn, folderMaker, isOther, MARK, move, NEAR, removeEmptyFolders } from "./tree.ts";

/** The content of the file, by which Dateline recognises its own folder, because other programs make such a file too. */
const OURS = "Dateline made this folder. Each build replaces what is in it.\n";

/** The known hash and size of a file. */
export interface Proof {
  readonly sha256: string;
  /** The manifest's entry of the release whose text this is. */
  readonly issued?: Issued;
}

/** Returns a function that writes a file into the staging folder. The hash is taken of the bytes in memory. */
export function stagedWriter(staging: string): (file: string, content: Uint8Array | string) => Proof {
  const makeFolderOf = folderMaker();
  return (file, content) => {
    const bytes = typeof content === "string" ? bytesFor(content) : content;
    const target = path.join(staging, file);
    makeFolderOf(target);
    writeFileSync(target, bytes);
    return { sha256: sha256(bytes) };
  };
}

/** Whether an output file has not changed since the last build. */
export function isIntact(outputDir: string, file: string, entry: Entry): boolean {
  const whole = `${outputDir}${path.sep}${file}`;
  const stats = statSync(whole, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== entry.size) return false;
  return stats.mtimeMs === entry.mtime || sha256File(whole) === entry.sha256;
}

/** Returns an output file as the last build left it; undefined where it is not so any more. */
export function asItWas(outputDir: string, file: string, entry: Entry | undefined): string | undefined {
  const whole = path.join(outputDir, file);
  const bytes = entry && isIntact(outputDir, file, entry) ? readFileSync(whole) : undefined;
  return bytes && sha256(bytes) === entry?.sha256 ? bytes.toString() : undefined;
}

/**
 * Returns why a folder must not be published into; undefined if it may. A folder with other files is never touched, unless the last build
 * made all of them.
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
  /** The records of the site's files. */
  readonly files: State["files"];
  readonly written: number;
  readonly removed: number;
}

/** On a site of more files one in so many at most is moved by itself: that takes less than a tenth of the time of a whole new tree. */
const SMALL = 10_000;
const FEW = 100;

/**
 * Puts what a build has made in the place of the last site: a whole new tree where the site is small or much has changed, else file
 * by file: what is new first, then what is replaced, files before the pages that show them, and last what belongs to no page any
 * more is removed.
 * `there` is what the output has, and `hashes` holds every file the site consists of. Called only when everything has been made; should it be cut off,
 * the next build makes everything anew, because the state is gone until its end. `proofs` holds the files whose bytes were hashed when they were made.
 */
export function publish(
  stagingDir: string,
  outputDir: string,
  cacheDir: string,
  there: There,
  hashes: ReadonlyMap<string, string>,
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
  const superfluous = there.besides(hashes).filter((file) => !isOther(file));
  if (staged.length > 0 || superfluous.length > 0) forgetState(cacheDir);
  const changed = staged.length + superfluous.length;
  const isMuch = changed > hashes.size / FEW || (changed > 0 && hashes.size <= SMALL);
  const kept = () => [...hashes.keys()].filter((file) => !isStaged.has(file));
  const { isDone, from } = isMuch ? swapped(stagingDir, outputDir, kept()) : { isDone: false, from: stagingDir };
  if (!isDone) replaceEach(from, outputDir, staged, superfluous);
  if (from !== stagingDir && !isDone) rmSync(from, { recursive: true, force: true });
  const files = new Map<string, Entry>();
  for (const [file, hash] of hashes) {
    const known = before.get(file);
    const isKept = known && !isStaged.has(file);
    files.set(file, isKept ? known : entryOf(path.join(outputDir, file), hash, proofs.get(file)));
  }
  return { files, written: staged.length, removed: superfluous.length };
}

/** Replaces an output file by file. Old files are removed first if a page is in the place of a folder, or the other way round. */
function replaceEach(from: string, outputDir: string, staged: readonly string[], superfluous: readonly string[]): void {
  const removeAll = () => {
    for (const file of superfluous) rmSync(path.join(outputDir, file));
    removeEmptyFolders(outputDir, superfluous);
  };
  const isCrossed = clashIn([...staged, ...superfluous]) !== undefined;
  if (isCrossed) removeAll();
  const makeFolderOf = folderMaker();
  const isThere = (file: string) => existsSync(path.join(outputDir, file));
  const place = (file: string) => Number(isThere(file)) * 2 + Number(file.endsWith(".html"));
  const ordered = staged.map((file) => ({ file, at: place(file) })).toSorted((a, b) => a.at - b.at);
  for (const { file } of ordered) {
    const target = path.join(outputDir, file);
    makeFolderOf(target);
    move(path.join(from, file), target);
  }
  if (!isCrossed) removeAll();
}

function entryOf(file: string, hash: string, proof: Proof | undefined): Entry {
  const { size, mtimeMs } = statSync(file);
  return { hash, sha256: proof?.sha256 ?? sha256File(file), size, mtime: mtimeMs };
}

function sha256File(file: string): string {
  return sha256(readFileSync(file));
}
