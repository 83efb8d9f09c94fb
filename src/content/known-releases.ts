import { mkdirSync, readdirSync, readFileSync, type Stats, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Release } from "../model/release.ts";
import { picturesInText } from "../model/text-pictures.ts";
import { filesOf } from "./references.ts";

/** Fewer that were read anew are not worth writing all of them again. */
const MANY = 50;

/** A release in its languages, and by what is known that its files are those that were read. */
interface Kept {
  readonly stamp: string;
  readonly releases: readonly Release[];
}

type All = ReadonlyMap<string, Kept>;

/**
 * What releases were when they were last read, so that a look at one does not cost the reading of ten thousand. A release is taken
 * from here while its files have the size and times that they had, and all else that a reading depends on is the same.
 * Those with pictures or documents, and those with a problem, are always read.
 */
export class KnownReleases {
  readonly #file: string | undefined;
  readonly #version: string;
  #setting: string | undefined;
  #before: All = new Map();
  #now = new Map<string, Kept>();
  #fresh = 0;

  /** With a file, what is known is read from it and written to it; `version` is that of the code that reads releases. */
  constructor(file?: string, version = "") {
    this.#file = file;
    this.#version = version;
  }

  /** Begins a reading; `setting` is all that it depends on besides the code and the releases' own files. */
  begin(setting: string): void {
    if (setting !== this.#setting) this.#before = this.#readKept(setting);
    this.#setting = setting;
    this.#now = new Map();
    this.#fresh = 0;
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

  /** Ends a reading. */
  end(): void {
    this.#before = this.#now;
    if (this.#file === undefined || this.#fresh < MANY) return;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, serialize({ version: this.#version + this.#setting, kept: this.#now }));
  }

  #readKept(setting: string): All {
    try {
      if (this.#file === undefined) return new Map();
      const { version, kept } = deserialize(readFileSync(this.#file)) as { version: string; kept: All };
      return version === this.#version + setting ? kept : new Map();
    } catch {
      return new Map();
    }
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
