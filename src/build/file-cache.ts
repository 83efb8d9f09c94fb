import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import { removeEmptyFolders } from "./tree.ts";

/** The end of a kept file's name: how many bytes it has, and a hash over them. */
const PROOF = /^(.*)~(\d+)-([0-9a-f]{32})$/;

interface CachedFile {
  /** Path in the folder, proof included. */
  readonly name: string;
  readonly size: number;
}

/**
 * Files in the cache that cost much to make. The name of each says what is in it: a file that a disk, a person or a restored
 * cache has damaged is never read as whole, and is forgotten instead.
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

  /** How many bytes a file has; undefined for one that is not there. */
  sizeOf(file: string): number | undefined {
    this.#used.add(file);
    return this.#known.get(file)?.size;
  }

  /** What is in a file; undefined where it is not there, or not as it was made. */
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
    // A folder in its place, or a link, would be kept by what follows.
    this.#remove(name);
    // Written aside and renamed: a build that is cut off leaves no half picture behind.
    writeFileSync(`${target}.part`, bytes);
    renameSync(`${target}.part`, target);
    this.#used.add(file);
    this.#known.set(file, { name, size: bytes.length });
  }

  /** Removes what nobody has asked for since this was made, and what is no kept file. */
  forgetUnused(): void {
    const kept = new Set([...this.#known].filter(([file]) => this.#used.has(file)).map(([, { name }]) => name));
    const others = this.#entries().filter(({ name, isFile }) => !isFile || !kept.has(name));
    for (const { name } of others) this.#remove(name);
    if (others.length > 0) removeEmptyFolders(this.#folder);
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

  /** Nothing is ever written where a link in the cache leads. */
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
