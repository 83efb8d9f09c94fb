import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import { removeEmptyFolders } from "./tree.ts";

/** The end of a cached file's name: its size in bytes, and a hash over them. */
const PROOF = /^(.*)~(\d+)-([0-9a-f]{32})$/;

interface CachedFile {
  /** Path in the folder, proof included. */
  readonly name: string;
  readonly size: number;
}

/**
 * The costly files in the cache. The name of each has a hash over its content, so that a file that was damaged by a disk, a person or a
 * restored cache is not used but removed.
 */
export class FileCache {
  readonly #folder: string;
  readonly #known: Map<string, CachedFile>;
  readonly #used = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(cacheDir: string) {
    this.#folder = path.join(cacheDir, "made");
    this.#known = new Map(
      this.#entries().flatMap(({ name, isFile }) => {
        const [, file = "", size] = PROOF.exec(name) ?? [];
        return isFile && size !== undefined ? [[file, { name, size: Number(size) }]] : [];
      }),
    );
  }

  /** Returns the size of a file in bytes; undefined if it is not there. */
  sizeOf(file: string): number | undefined {
    this.#used.add(file);
    return this.#known.get(file)?.size;
  }

  /** Returns the content of a file; undefined if it is missing or damaged. */
  get(file: string): Buffer | undefined {
    this.#used.add(file);
    const known = this.#known.get(file);
    if (!known) return undefined;
    const bytes = readOrNothing(path.join(this.#folder, known.name));
    if (bytes && provedName(file, bytes) === known.name) return bytes;
    this.#remove(known.name);
    this.#known.delete(file);
    return undefined;
  }

  put(file: string, content: Uint8Array | string): void {
    const bytes = Buffer.from(content as Uint8Array);
    const name = provedName(file, bytes);
    const before = this.#known.get(file);
    if (before && before.name !== name) this.#remove(before.name);
    this.#makeFolder(path.posix.dirname(name));
    const target = path.join(this.#folder, name);
    // Otherwise a folder or a link in its place would stay.
    this.#remove(name);
    // Written under another name and renamed, so that an interrupted build leaves no half picture.
    writeFileSync(`${target}.part`, bytes);
    renameSync(`${target}.part`, target);
    this.#used.add(file);
    this.#known.set(file, { name, size: bytes.length });
  }

  /** Removes files that were not used since this was made, and all that is no cached file. */
  forgetUnused(): void {
    const kept = new Set([...this.#known].filter(([file]) => this.#used.has(file)).map(([, { name }]) => name));
    const others = this.#entries().flatMap(({ name, isFile }) => (isFile && kept.has(name) ? [] : [name]));
    for (const name of others) this.#remove(name);
    removeEmptyFolders(this.#folder, others);
  }

  #entries(): { readonly name: string; readonly isFile: boolean }[] {
    const below = (folder: string): { name: string; isFile: boolean }[] =>
      readdirSync(path.join(this.#folder, folder), { withFileTypes: true }).flatMap((entry) => {
        const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
        return entry.isDirectory() ? below(name) : [{ name, isFile: entry.isFile() }];
      });
    return lstatSync(this.#folder, { throwIfNoEntry: false })?.isDirectory() ? below("") : [];
  }

  #remove(name: string): void {
    rmSync(path.join(this.#folder, name), { recursive: true, force: true });
  }

  /** Ensures that nothing is written through a link in the cache. */
  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    if (folder !== ".") this.#makeFolder(path.posix.dirname(folder));
    const whole = path.join(this.#folder, folder);
    if (!lstatSync(whole, { throwIfNoEntry: false })?.isDirectory()) {
      rmSync(whole, { force: true });
      mkdirSync(whole, { recursive: true });
    }
    this.#folders.add(folder);
  }
}

function provedName(file: string, bytes: Uint8Array): string {
  return `${file}~${bytes.length}-${sha256(bytes).slice(0, 32)}`;
}

function readOrNothing(whole: string): Buffer | undefined {
  try {
    return readFileSync(whole);
  } catch {
    return undefined;
  }
}
