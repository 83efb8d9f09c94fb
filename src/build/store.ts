import { availableParallelism } from "node:os";
import type { FileCache } from "./file-cache.ts";
import { partOf, type Scratch } from "./scratch.ts";

/** A file to be made. The name of a costly one, in the cache or everywhere, holds a hash over all it is made of. */
interface Made {
  readonly file: string;
  readonly costly?: boolean;
  readonly cacheName?: string;
  make(store: Store): Uint8Array | string | Promise<Uint8Array | string>;
}

/**
 * The costly files of a site (pictures, fonts, kits), each cached by its name and made once, even if the output is lost. A file that is
 * made of others gets them from here. A damaged one is made again.
 */
export class Store {
  readonly #kept: FileCache;
  readonly #files: Map<string, Made>;
  readonly #making = new Map<string, Promise<void>>();
  /** The files that are missing, and whose sizes were asked for. */
  readonly #asked = new Set<string>();
  readonly #scratch: Scratch | undefined;

  /** `files` are all files of the site; those that are not costly are ignored. */
  constructor(kept: FileCache, files: readonly Made[], scratch?: Scratch) {
    this.#kept = kept;
    this.#scratch = scratch;
    this.#files = new Map();
    this.add(files);
  }

  /** Adds files whose names were not known before. */
  add(files: readonly Made[]): void {
    for (const file of files) if (file.costly) this.#files.set(file.file, file);
  }

  /** Has the cache keep all files that are there, whether or not they are read this time. */
  keep(): void {
    for (const file of this.#files.keys()) this.#keptSize(file);
  }

  /** Makes the missing files, several at a time. `progress` is called after each. */
  fill(progress?: (done: number, of: number) => void): Promise<void> {
    return this.#makeAll(
      [...this.#files.keys()].filter((file) => this.#keptSize(file) === undefined),
      progress,
    );
  }

  /** Makes the missing files whose sizes were asked for. Returns whether there were any. */
  async fillAsked(progress?: (done: number, of: number) => void): Promise<boolean> {
    const asked = [...this.#asked];
    this.#asked.clear();
    await this.#makeAll(asked, progress);
    return asked.length > 0;
  }

  async #makeAll(missing: readonly string[], progress: (done: number, of: number) => void = () => {}): Promise<void> {
    const queue = missing.values();
    let done = 0;
    const worker = async () => {
      for (const file of queue) {
        await this.#made(file);
        progress(++done, missing.length);
      }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  }

  /** Whether a file is one of these. */
  has(file: string): boolean {
    return this.#files.has(file);
  }

  /** Returns the size of a cached file in bytes; undefined if it is not there yet. */
  readonly sizeOf = (file: string): number | undefined => {
    const size = this.#keptSize(file);
    if (size === undefined && this.has(file)) this.#asked.add(file);
    return size;
  };

  /** Returns the content of a file, which is made first if it is missing. */
  readonly read = async (file: string): Promise<Uint8Array> => {
    const there = this.#kept.get(this.#nameOf(file));
    if (there) return there;
    await this.#made(file);
    const made = this.#kept.get(this.#nameOf(file));
    if (!made) throw new Error(`The file ${file} is not as it was just made: the disk of the cache is damaged.`);
    return made;
  };

  /** Returns a part of several files; without a scratch file, it is made each time. */
  part(name: string, place: number, make: () => readonly string[]): Uint8Array {
    return this.#scratch?.part(name, place, make) ?? Buffer.from(partOf(make(), place));
  }

  #keptSize(file: string): number | undefined {
    return this.#kept.sizeOf(this.#nameOf(file));
  }

  /** Returns the name of a file in the cache. */
  #nameOf(file: string): string {
    return this.#files.get(file)?.cacheName ?? file;
  }

  /** Makes a file, unless it is being made. */
  #made(file: string): Promise<void> {
    const making = this.#making.get(file) ?? this.#make(file).finally(() => this.#making.delete(file));
    this.#making.set(file, making);
    return making;
  }

  async #make(file: string): Promise<void> {
    if (this.#keptSize(file) !== undefined) return;
    const bytes = await this.#files.get(file)?.make(this);
    if (bytes === undefined) throw new Error(`Nobody makes the file ${file}.`);
    this.#kept.put(this.#nameOf(file), bytes);
  }
}
