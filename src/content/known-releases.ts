import { mkdirSync, readdirSync, readFileSync, type Stats, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Release } from "../model/release.ts";
import { picturesInText } from "../model/text-pictures.ts";
import { filesOf } from "./references.ts";

const NAME = "releases.v8";

/** Fewer that were read anew are not worth writing all of them again. */
const MANY = 50;

/** A release in its languages, and by what is known that its files are those that were read. */
interface Kept {
  readonly stamp: string;
  readonly releases: readonly Release[];
}

/**
 * What releases were when they were last read, so that a look at one does not cost the reading of ten thousand. A release is taken
 * from here while its files have the size and times that they had, and `version` (all else that a reading depends on) is the same.
 * Those with pictures or documents, and those with a problem, are always read.
 */
export class KnownReleases {
  readonly #file: string;
  readonly #version: string;
  readonly #before: ReadonlyMap<string, Kept>;
  readonly #now = new Map<string, Kept>();
  #fresh = 0;

  constructor(cacheDir: string, version: string) {
    this.#file = path.join(cacheDir, NAME);
    this.#version = version;
    this.#before = readKept(this.#file, version);
  }

  /** The releases of a file or folder of releases/, where they are as they were. */
  of(whole: string, stats: Stats): readonly Release[] | undefined {
    const kept = this.#before.get(path.basename(whole));
    if (!kept || kept.stamp !== stampOf(whole, stats)) return undefined;
    this.#now.set(path.basename(whole), kept);
    return kept.releases;
  }

  /** Remembers what a file or folder held; `stats` are from before it was read. */
  keep(whole: string, stats: Stats, releases: readonly Release[]): void {
    if (releases.some((release) => filesOf(release).length > 0 || picturesInText(release.body).length > 0)) return;
    this.#now.set(path.basename(whole), { stamp: stampOf(whole, stats), releases });
    this.#fresh++;
  }

  save(): void {
    if (this.#fresh < MANY) return;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, serialize({ version: this.#version, kept: this.#now }));
  }
}

function readKept(file: string, version: string): ReadonlyMap<string, Kept> {
  try {
    const read = deserialize(readFileSync(file)) as { version: string; kept: ReadonlyMap<string, Kept> };
    return read.version === version ? read.kept : new Map();
  } catch {
    return new Map();
  }
}

function stampOf(whole: string, stats: Stats): string {
  const own = ({ size, mtimeMs, ctimeMs, ino }: Stats) => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  if (!stats.isDirectory()) return own(stats);
  const texts = readdirSync(whole)
    .filter((name) => name.endsWith(".md"))
    .toSorted();
  return [own(stats), ...texts.map((name) => own(statSync(path.join(whole, name))))].join("\n");
}
