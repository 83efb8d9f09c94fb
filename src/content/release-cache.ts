import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { epochOf } from "../model/instant.ts";
import { momentOf } from "../model/moment.ts";
import type { Release } from "../model/release.ts";
import { bytesAt, type FieldsAlone, withTextAt, writeAt } from "./text-on-disk.ts";
import { keepSetFields, type SetFields, setFields } from "./typography.ts";

/** Rewrite the cache only after this many changes, or after a change of this share. */
const MANY = 50;
const SHARE = 10;

const DAY_MS = 86_400_000;

/** A file that was written less than this before can be written again without a new time stamp. */
const TICK_MS = 20;

/** A release in its languages, and the stamp of the files from which it was read. */
interface Kept<R = Release> {
  readonly stamp: string;
  readonly releases: readonly R[];
}

/** By the names of their files or folders in releases/. */
type All<R = Release> = ReadonlyMap<string, Kept<R>>;

/** A release as it is stored: its fields, and those in which typography sets words. */
interface Packed {
  readonly fields: FieldsAlone;
  readonly set: SetFields;
  /** The sizes in bytes of its text and its quotes. */
  readonly size: number;
  readonly quotes: number;
}

/** All releases as they are stored. The text and the quotes of each are after all fields, in the same order. */
interface Stored {
  readonly version: string;
  readonly cached: All<Packed>;
}

/** The header before the fields: a hash over all that follows, and the length of the fields in bytes. */
const PROOF = 32;
const HEAD = PROOF + 4;

/** How many bytes are read at a time for the hash. */
const CHUNK = 1_000_000;

/**
 * Writes a file: all fields in V8's format, then all texts and quotes in UTF-8, because most are never read. Returns its releases, which
 * read them on demand; the file stays open.
 */
function packed(version: string, all: All, file: number): All {
  const cached = ofEach(all, (release): Packed => {
    const { body, quotes, ...fields } = release;
    const set = setFields(release);
    return { fields, set, size: Buffer.byteLength(body), quotes: Buffer.byteLength(stringOf(quotes)) };
  });
  const hash = createHash("sha256");
  let end = PROOF;
  const add = (bytes: Uint8Array) => {
    hash.update(bytes);
    writeAt(file, bytes, end);
    end += bytes.length;
  };
  const stored = serialize({ version, cached } satisfies Stored);
  const size = Buffer.alloc(HEAD - PROOF);
  size.writeUInt32LE(stored.length);
  add(size);
  add(stored);
  for (const { releases } of all.values())
    for (const { body, quotes } of releases) add(Buffer.from(body + stringOf(quotes)));
  writeAt(file, hash.digest(), 0);
  // As they are read, because strings that were cut out of a source keep the whole of it in memory.
  return opened(deserialize(stored), file, HEAD + stored.length);
}

/** Returns the releases of a file, which stays open. */
function unpacked(version: string, file: number): All {
  const read = (at: number, size: number) => bytesAt({ open: file, at, size });
  if (!isWhole(file)) {
    closeSync(file);
    return new Map();
  }
  const below = HEAD + read(PROOF, HEAD - PROOF).readUInt32LE();
  const stored: Stored = deserialize(read(HEAD, below - HEAD));
  if (stored.version !== version) {
    closeSync(file);
    return new Map();
  }
  return opened(stored, file, below);
}

/** Most releases quote nobody. */
function stringOf(quotes: Release["quotes"]): string {
  return quotes.length === 0 ? "" : JSON.stringify(quotes);
}

function opened({ cached }: Stored, open: number, below: number): All {
  let at = below;
  return ofEach(cached, ({ fields, set, size, quotes }) => {
    const release = withTextAt(fields, { open, at, size, quotes });
    at += size + quotes;
    keepSetFields(release, set);
    return release;
  });
}

/** Whether a file is as it was written, so that nothing damaged is published. */
function isWhole(file: number): boolean {
  const bytes = Buffer.alloc(CHUNK);
  readSync(file, bytes, 0, PROOF, 0);
  const proof = bytes.toString("hex", 0, PROOF);
  const hash = createHash("sha256");
  let at = PROOF;
  for (let size = readSync(file, bytes, 0, CHUNK, at); size > 0; size = readSync(file, bytes, 0, CHUNK, at)) {
    hash.update(bytes.subarray(0, size));
    at += size;
  }
  return hash.digest("hex") === proof;
}

function ofEach<A, B>(all: All<A>, make: (release: A) => B): All<B> {
  return new Map([...all].map(([name, { stamp, releases }]) => [name, { stamp, releases: releases.map(make) }]));
}

/**
 * The cache of releases, so that showing one does not cost the reading of ten thousand. A release is taken from it while the size and
 * times of its files, and all else that a reading depends on, are the same. Releases with a problem are always read.
 */
export class ReleaseCache {
  readonly #file: string | undefined;
  readonly #version: string;
  #setting: string | undefined;
  #before: All = new Map();
  #now = new Map<string, Kept>();
  /** The stamps of files before they were read. */
  #stamps = new Map<string, string>();
  #touched: ReadonlySet<string> | undefined;

  /** With a file, the cache is read from it and written to it. `version` is that of the code that reads releases. */
  constructor(file?: string, version = "") {
    this.#file = file;
    this.#version = version;
  }

  /**
   * Notes which files or folders of releases/ were touched, by their names, if they are watched: the next reading does not even check
   * the stamps of the others.
   */
  touched(names: Iterable<string>): void {
    this.#touched = new Set([...(this.#touched ?? []), ...names]);
  }

  /** Begins a reading; `setting` is all that it depends on besides the code and the releases' own files. */
  begin(setting: string): void {
    if (setting !== this.#setting) this.#before = this.#readKept(setting);
    this.#setting = setting;
    this.#now = new Map();
    this.#stamps = new Map();
  }

  /** Returns the releases of a file or folder of releases/ if they have not changed. */
  of(whole: string): readonly Release[] | undefined {
    const name = path.basename(whole);
    const cached = this.#before.get(name);
    if (!cached || !this.#touched || this.#touched.has(name)) {
      const stamp = stampOf(whole);
      if (stamp !== undefined) this.#stamps.set(name, stamp);
      if (stamp === undefined || cached?.stamp !== stamp) return undefined;
    }
    this.#now.set(name, cached);
    return cached.releases;
  }

  /** Caches the releases of a file or folder that was read. */
  keep(whole: string, releases: readonly Release[]): void {
    const name = path.basename(whole);
    const stamp = this.#stamps.get(name);
    if (stamp !== undefined) this.#now.set(name, { stamp, releases });
  }

  /** Ends a reading. Returns the releases that it wrote into the cache by their files: their texts need not be in memory any more. */
  end(): ReadonlyMap<string, Release> {
    const fresh = [...this.#now].filter(([name, cached]) => this.#before.get(name) !== cached).length;
    const isMuch = fresh >= Math.min(MANY, this.#now.size / SHARE);
    const written = this.#file !== undefined && isMuch ? this.#write(this.#file) : new Map<string, Kept>();
    this.#before = new Map([...this.#now, ...written]);
    this.#touched = undefined;
    return new Map([...written.values()].flatMap(({ releases }) => releases.map((release) => [release.file, release])));
  }

  /** Writes the file. Another process that reads it keeps the old one. If writing fails, the next reading reads the sources. */
  #write(file: string): All {
    const unfinished = `${file}.${process.pid}`;
    let handle: number | undefined;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const open = new Map([...this.#now].filter(([, { releases }]) => releases.every(isOpen)));
      handle = openSync(unfinished, "w+");
      const written = packed(this.#version + this.#setting, open, handle);
      renameSync(unfinished, file);
      return written;
    } catch {
      if (handle !== undefined) closeSync(handle);
      rmSync(unfinished, { force: true });
      return new Map();
    }
  }

  #readKept(setting: string): All {
    try {
      return this.#file === undefined ? new Map() : unpacked(this.#version + setting, openSync(this.#file, "r"));
    } catch {
      return new Map();
    }
  }
}

/** Whether a release is public whatever the time zone: nothing else is written down, because others may read the cache of a server. */
function isOpen({ draft, embargo, published, date }: Release): boolean {
  const moments = [embargo, published, date].flatMap((moment) =>
    moment === undefined ? [] : [epochOf(momentOf(moment, "UTC"))],
  );
  return !draft && Math.max(...moments) < Date.now() - DAY_MS / 2;
}

let looks = 0;

/** Returns a suffix that makes the stamp of a file that was written just now unique, because it may change without a new time stamp. */
function unlikeAny(): string {
  looks++;
  return ` ${process.pid} ${looks}`;
}

/** Returns the stamp of a file or folder; undefined if it cannot be read, such as a broken link. Reading it then reports why. */
function stampOf(whole: string): string | undefined {
  const own = ({ size, mtimeMs, ctimeMs, ino }: Stats) => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  try {
    const now = Date.now();
    const stats = statSync(whole);
    const isSettled = ({ mtimeMs, ctimeMs }: Stats) => Math.max(mtimeMs, ctimeMs) < now - TICK_MS;
    if (!stats.isDirectory()) return own(stats) + (isSettled(stats) ? "" : unlikeAny());
    const texts = readdirSync(whole)
      .filter((name) => name.endsWith(".md"))
      .toSorted();
    const all = [stats, ...texts.map((name) => statSync(path.join(whole, name)))];
    return all.map(own).join("\n") + (all.every(isSettled) ? "" : unlikeAny());
  } catch {
    return undefined;
  }
}
