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
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { epochOf } from "../model/instant.ts";
import { momentOf } from "../model/moment.ts";
import type { Release } from "../model/release.ts";
import { textOf } from "../text/text.ts";
import { filesOf } from "./references.ts";

/** Rewrite the cache only after this many changes, or after a change of this share. */
const MANY = 50;
const SHARE = 10;

const DAY_MS = 86_400_000;

/** What was written so shortly before it is looked at may be written again without another stamp. */
const TICK_MS = 20;

/** A release in its languages, and by what is known that its files are those that were read. */
interface Kept<R = Release> {
  readonly stamp: string;
  readonly releases: readonly R[];
}

/** By the names of their files or folders in releases/. */
type All<R = Release> = ReadonlyMap<string, Kept<R>>;

/** A release as it is kept on disk: its text stands below all fields, from this byte on and this many bytes long. */
type Packed = Omit<Release, "body"> & { readonly at: number; readonly size: number };

/** Before the fields: a hash over all that follows it, and how many bytes they take. */
const PROOF = 32;
const HEAD = PROOF + 4;

/** So many bytes are read at a time where all are looked at. */
const CHUNK = 1_000_000;

/** All fields in V8's form, then all texts in UTF-8: most texts are never looked at. */
function packed(version: string, all: All): Buffer[] {
  const texts: Buffer[] = [];
  let at = 0;
  const cached = ofEach(all, ({ body, ...fields }): Packed => {
    const text = Buffer.from(body);
    texts.push(text);
    at += text.length;
    return { ...fields, at: at - text.length, size: text.length };
  });
  const fields = serialize({ version, cached });
  const size = Buffer.alloc(HEAD - PROOF);
  size.writeUInt32LE(fields.length);
  const hash = createHash("sha256");
  for (const part of [size, fields, ...texts]) hash.update(part);
  return [hash.digest(), size, fields, ...texts];
}

/** The releases of a file that stays open: each reads its text when it is asked for it. */
function unpacked(version: string, file: number): All {
  const read = (from: number, size: number) => {
    const bytes = Buffer.allocUnsafe(size);
    readSync(file, bytes, 0, size, from);
    return bytes;
  };
  if (!isWhole(file)) {
    closeSync(file);
    return new Map();
  }
  const below = HEAD + read(PROOF, HEAD - PROOF).readUInt32LE();
  const all = deserialize(read(HEAD, below - HEAD)) as { version: string; cached: All<Packed> };
  if (all.version !== version) {
    closeSync(file);
    return new Map();
  }
  return ofEach(
    all.cached,
    ({ at, size, ...fields }): Release =>
      Object.freeze({
        ...fields,
        get body() {
          return read(below + at, size).toString("utf8");
        },
      }),
  );
}

/** Whether a file is as it was written: what a disk has damaged is never published. */
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
 * What releases were when they were last read, so that a look at one does not cost the reading of ten thousand. A release is taken
 * from here while its files have the size and times that they had, and all else that a reading depends on is the same.
 * Those with pictures or documents, and those with a problem, are always read.
 */
export class ReleaseCache {
  readonly #file: string | undefined;
  readonly #version: string;
  #setting: string | undefined;
  #before: All = new Map();
  #now = new Map<string, Kept>();
  /** What the files read were before they were read. */
  #stamps = new Map<string, string>();
  #touched: ReadonlySet<string> | undefined;

  /** With a file, what is known is read from it and written to it; `version` is that of the code that reads releases. */
  constructor(file?: string, version = "") {
    this.#file = file;
    this.#version = version;
  }

  /**
   * Says which files or folders of releases/ were touched, by their names, where somebody watches them: the next reading
   * that comes to its end does not even look at the others.
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

  /** The releases of a file or folder of releases/, where they are as they were. */
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

  /** Remembers what a file or folder held when it was read. */
  keep(whole: string, releases: readonly Release[]): void {
    if (releases.some((release) => filesOf(release).length > 0 || textOf(release).pictures.length > 0)) return;
    const name = path.basename(whole);
    const stamp = this.#stamps.get(name);
    if (stamp !== undefined) this.#now.set(name, { stamp, releases });
  }

  /** Ends a reading. */
  end(): void {
    const fresh = [...this.#now].filter(([name, cached]) => this.#before.get(name) !== cached).length;
    this.#before = this.#now;
    this.#touched = undefined;
    if (this.#file !== undefined && fresh >= Math.min(MANY, this.#now.size / SHARE)) this.#write(this.#file);
  }

  /** Another process that reads the file keeps the one it has. What cannot be written is read from the sources next time. */
  #write(file: string): void {
    const unfinished = `${file}.${process.pid}`;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const open = new Map([...this.#now].filter(([, { releases }]) => releases.every(isOpen)));
      writeFileSync(unfinished, Buffer.concat(packed(this.#version + this.#setting, open)));
      renameSync(unfinished, file);
    } catch {
      rmSync(unfinished, { force: true });
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

/** What makes the stamp of something that was written just now like no other: only who is told of each save can trust it. */
function unlikeAny(): string {
  looks++;
  return ` ${process.pid} ${looks}`;
}

/** Undefined for what cannot be looked at, such as a link to nothing: whoever reads it says why. */
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
