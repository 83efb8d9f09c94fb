import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { sha256 } from "../model/hash.ts";
import type { Problem } from "../model/problem.ts";
import type { WithheldReport } from "../reporting/report.ts";

/** The record of one output file. */
export interface Entry {
  /** Hash of all that the file was made of. */
  readonly hash: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly size: number;
  /** When it was last written, in milliseconds, as a quick check that nobody touched it. */
  readonly mtime: number;
}

/** How large a site is. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** The summary of a build. */
export interface Summary {
  readonly releases: number;
  readonly languages: readonly string[];
  readonly pages: number;
  readonly warnings: readonly Problem[];
  readonly withheld: WithheldReport;
  /** Files of releases that have no PDF, because no font has all their letters. */
  readonly withoutPdf: readonly string[];
  readonly size: Size;
  /** Sentences about exceeded limits of the host. */
  readonly beyondHost: readonly string[];
}

/** The inputs of the last build, and until when they make the same site. */
export interface Basis {
  /** Hash over the stamps of all that it read. */
  readonly stamps: string;
  /** The moment of the build, and the next one at which the site changes by itself, in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly summary: Summary;
}

/** The state of the last completed build. It is in the cache and may be lost at any time. */
export interface State {
  readonly basis?: Basis | undefined;
  /** By the paths of the output files. */
  readonly files: ReadonlyMap<string, Entry>;
}

const NAME = "state.v8";
const NOTHING: State = { files: new Map() };

/** The records as they are stored, a list for each of their fields: an object, or a list, for each file takes twice as long. */
interface Stored {
  readonly basis?: Basis | undefined;
  readonly files: readonly string[];
  readonly hashes: readonly string[];
  readonly proofs: readonly string[];
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** The length of a SHA-256 in hexadecimal. */
const PROOF = 64;

/** Returns the state of the last build; an empty one if there was none, or it was interrupted, or the state is damaged. */
export function readState(cacheDir: string): State {
  try {
    const bytes = readFileSync(path.join(cacheDir, NAME));
    const stored = bytes.subarray(PROOF);
    if (bytes.toString("latin1", 0, PROOF) !== sha256(stored)) return NOTHING;
    const { basis, files, hashes, proofs, sizes, times }: Stored = deserialize(stored);
    const entryAt = (place: number): Entry => ({
      hash: hashes[place] ?? "",
      sha256: proofs[place] ?? "",
      size: sizes[place] ?? 0,
      mtime: times[place] ?? 0,
    });
    return { basis, files: new Map(files.map((file, place) => [file, entryAt(place)])) };
  } catch {
    return NOTHING;
  }
}

/** Deletes the state. It is called before the output is touched, so that everything is made again after an interrupted build. */
export function forgetState(cacheDir: string): void {
  rmSync(path.join(cacheDir, NAME), { recursive: true, force: true });
}

export function writeState(cacheDir: string, { basis, files }: State): void {
  const entries = [...files.values()];
  const stored: Stored = {
    basis,
    files: [...files.keys()],
    hashes: entries.map(({ hash }) => hash),
    proofs: entries.map(({ sha256: proof }) => proof),
    sizes: Float64Array.from(entries, ({ size }) => size),
    times: Float64Array.from(entries, ({ mtime }) => mtime),
  };
  const bytes = serialize(stored);
  mkdirSync(cacheDir, { recursive: true });
  const file = path.join(cacheDir, NAME);
  writeFileSync(`${file}.part`, Buffer.concat([Buffer.from(sha256(bytes)), bytes]));
  renameSync(`${file}.part`, file);
}
