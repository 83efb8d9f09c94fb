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
import type { Release } from "../model/release.ts";
import { textOf } from "../text/text.ts";
import { filesOf } from "./references.ts";

/** Fewer that were read anew are not worth writing all of them again. */
const MANY = 50;

/** A release in its languages, and by what is known that its files are those that were read. */
interface Kept<R = Release> {
  readonly stamp: string;
  readonly releases: readonly R[];
}

/** By the names of their files or folders in releases/. */
type All<R = Release> = ReadonlyMap<string, Kept<R>>;

/** A release as it is kept on disk: its text stands below all fields, from this byte on and this many bytes long. */
type Packed = Omit<Release, "body"> & { readonly at: number; readonly size: number };

/** How many bytes the fields take, before them. */
const HEAD = 4;

/** All fields in V8's form, then all texts in UTF-8: most texts are never looked at. */
function packed(version: string, all: All): Buffer[] {
  const texts: Buffer[] = [];
  let at = 0;
  const kept = ofEach(all, ({ body, ...fields }): Packed => {
    const text = Buffer.from(body);
    texts.push(text);
    at += text.length;
    return { ...fields, at: at - text.length, size: text.length };
  });
  const fields = serialize({ version, kept });
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(fields.length);
  return [head, fields, ...texts];
}

/** The releases of a file that stays open: each reads its text when it is asked for it. */
function unpacked(version: string, file: number): All {
  const read = (from: number, size: number) => {
    const bytes = Buffer.allocUnsafe(size);
    readSync(file, bytes, 0, size, from);
    return bytes;
  };
  const below = HEAD + read(0, HEAD).readUInt32LE();
  const all = deserialize(read(HEAD, below - HEAD)) as { version: string; kept: All<Packed> };
  if (all.version !== version) {
    closeSync(file);
    return new Map();
  }
  return ofEach(
    all.kept,
    ({ at, size, ...fields }): Release =>
      Object.freeze({
        ...fields,
        get body() {
          return read(below + at, size).toString("utf8");
        },
      }),
  );
}

function ofEach<A, B>(all: All<A>, make: (release: A) => B): All<B> {
  return new Map([...all].map(([name, { stamp, releases }]) => [name, { stamp, releases: releases.map(make) }]));
}

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
    const kept = this.#before.get(name);
    if (!kept || !this.#touched || this.#touched.has(name)) {
      const stamp = stampOf(whole);
      if (stamp !== undefined) this.#stamps.set(name, stamp);
      if (stamp === undefined || kept?.stamp !== stamp) return undefined;
    }
    this.#now.set(name, kept);
    return kept.releases;
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
    const fresh = [...this.#now].filter(([name, kept]) => this.#before.get(name) !== kept).length;
    this.#before = this.#now;
    this.#touched = undefined;
    if (this.#file !== undefined && fresh >= MANY) this.#write(this.#file);
  }

  /** Another process that reads the file keeps the one it has. What cannot be kept is read from the sources next time. */
  #write(file: string): void {
    const unfinished = `${file}.${process.pid}`;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(unfinished, Buffer.concat(packed(this.#version + this.#setting, this.#now)));
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

/** Undefined for what cannot be looked at, such as a link to nothing: whoever reads it says why. */
function stampOf(whole: string): string | undefined {
  const own = ({ size, mtimeMs, ctimeMs, ino }: Stats) => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  try {
    const stats = statSync(whole);
    if (!stats.isDirectory()) return own(stats);
    const texts = readdirSync(whole)
      .filter((name) => name.endsWith(".md"))
      .toSorted();
    return [own(stats), ...texts.map((name) => own(statSync(path.join(whole, name))))].join("\n");
  } catch {
    return undefined;
  }
}
