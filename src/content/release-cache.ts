import fs from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
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

/** The header of a part: a checksum of all that follows, then the lengths of its fields and of its texts in bytes. */
const PROOF = 4;
const HEAD = PROOF + 4 + 4;

/** So many files or folders of releases/ are in a part at most, because it is in memory as a whole. */
const IN_PART = 500;

/** Returns a part of the file: all fields in V8's format, then all texts and quotes in UTF-8, because most are never read. */
function packed(version: string, all: All): Buffer {
  let size = 0;
  const cached = ofEach(all, (release): Packed => {
    const { body, quotes, ...fields } = release;
    const entry = {
      fields,
      set: setFields(release),
      size: Buffer.byteLength(body),
      quotes: Buffer.byteLength(stringOf(quotes)),
    };
    size += entry.size + entry.quotes;
    return entry;
  });
  const stored = serialize({ version, cached } satisfies Stored);
  const part = Buffer.allocUnsafe(HEAD + stored.length + size);
  part.writeUInt32LE(stored.length, PROOF);
  part.writeUInt32LE(size, PROOF + 4);
  part.set(stored, HEAD);
  let end = HEAD + stored.length;
  for (const { releases } of all.values())
    for (const { body, quotes } of releases) end += part.write(body + stringOf(quotes), end);
  part.writeUInt32LE(proofOf(part));
  return part;
}

/**
 * Returns the releases of a file, which read their texts on demand: it stays open. None is returned if a part is damaged, so that nothing
 * damaged is published, or was written by another version.
 */
function unpacked(version: string, open: number): All {
  const all = new Map<string, Kept>();
  const { size } = fs.fstatSync(open);
  // To make room for each part takes as long as reading it.
  let room = Buffer.alloc(0);
  for (let at = 0; at < size; ) {
    const head = bytesAt({ open, at, size: HEAD });
    const below = HEAD + head.readUInt32LE(PROOF);
    const length = Math.min(below + head.readUInt32LE(PROOF + 4), size - at);
    if (length > room.length) room = Buffer.allocUnsafeSlow(length);
    const part = room.subarray(0, fs.readSync(open, room, 0, length, at));
    const isWhole = part.length === length && proofOf(part) === part.readUInt32LE();
    const stored: Stored | undefined = isWhole ? deserialize(part.subarray(HEAD, below)) : undefined;
    if (stored?.version !== version) {
      fs.closeSync(open);
      return new Map();
    }
    for (const [name, kept] of opened(stored, open, at + below)) all.set(name, kept);
    at += part.length;
  }
  return all;
}

/** Most releases quote nobody. */
function stringOf(quotes: Release["quotes"]): string {
  return quotes.length === 0 ? "" : JSON.stringify(quotes);
}

/** Returns the releases of a part, whose texts are below it in the open file. */
function opened({ cached }: Stored, open: number, below: number): All {
  let at = below;
  return ofEach(cached, ({ fields, set, size, quotes }) => {
    const release = withTextAt(fields, { open, at, size, quotes });
    at += size + quotes;
    keepSetFields(release, set);
    return release;
  });
}

function proofOf(part: Buffer): number {
  return crc32(part.subarray(PROOF));
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
  readonly version: string;
  #setting: string | undefined;
  #before: All = new Map();
  #now = new Map<string, Kept>();
  /** The stamps of files before they were read. */
  #stamps = new Map<string, string>();
  #touched: ReadonlySet<string> | undefined;

  /** With a file, the cache is read from it and written to it. `version` is that of the code that reads releases. */
  constructor(file?: string, version = "") {
    this.#file = file;
    this.version = version;
  }

  /**
   * Notes which files or folders of releases/ were touched, by their names, if they are watched: the next reading does not even check
   * the stamps of the others.
   */
  touched(names: Iterable<string>): void {
    this.#touched = new Set([...(this.#touched ?? []), ...names]);
  }

  /** Whether it has been written. */
  get isThere(): boolean {
    return this.#file !== undefined && fs.existsSync(this.#file);
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
    const open = isMuch ? this.#write(this.parts()) : undefined;
    const written = open === undefined ? new Map<string, Kept>() : unpacked(this.version + this.#setting, open);
    this.#before = new Map([...this.#now, ...written]);
    this.#touched = undefined;
    return new Map([...written.values()].flatMap(({ releases }) => releases.map((release) => [release.file, release])));
  }

  /** Returns what the reading has so far, as parts of the file. */
  *parts(): Generator<Uint8Array> {
    const open = [...this.#now].filter(([, { releases }]) => releases.every(isOpen));
    for (let from = 0; from < open.length; from += IN_PART)
      yield packed(this.version + this.#setting, new Map(open.slice(from, from + IN_PART)));
  }

  /** Writes the file of the parts that several threads have read. */
  fill(parts: Iterable<Uint8Array>): void {
    const open = this.#write(parts);
    if (open !== undefined) fs.closeSync(open);
  }

  /** Writes the file, and returns it open. Another process that reads it keeps the old one. If writing fails, the next reading reads the sources. */
  #write(parts: Iterable<Uint8Array>): number | undefined {
    if (this.#file === undefined) return undefined;
    const unfinished = `${this.#file}.${process.pid}`;
    let open: number | undefined;
    try {
      fs.mkdirSync(path.dirname(this.#file), { recursive: true });
      open = fs.openSync(unfinished, "w+");
      let at = 0;
      for (const part of parts) {
        writeAt(open, part, at);
        at += part.length;
      }
      fs.renameSync(unfinished, this.#file);
      return open;
    } catch {
      if (open !== undefined) fs.closeSync(open);
      fs.rmSync(unfinished, { force: true });
      return undefined;
    }
  }

  #readKept(setting: string): All {
    try {
      return this.#file === undefined ? new Map() : unpacked(this.version + setting, fs.openSync(this.#file, "r"));
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
  const own = ({ size, mtimeMs, ctimeMs, ino }: fs.Stats) => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  try {
    const now = Date.now();
    const stats = fs.statSync(whole);
    const isSettled = ({ mtimeMs, ctimeMs }: fs.Stats) => Math.max(mtimeMs, ctimeMs) < now - TICK_MS;
    if (!stats.isDirectory()) return own(stats) + (isSettled(stats) ? "" : unlikeAny());
    const texts = fs
      .readdirSync(whole)
      .filter((name) => name.endsWith(".md"))
      .toSorted();
    const all = [stats, ...texts.map((name) => fs.statSync(path.join(whole, name)))];
    return all.map(own).join("\n") + (all.every(isSettled) ? "" : unlikeAny());
  } catch {
    return undefined;
  }
}
