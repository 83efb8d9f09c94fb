import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { filesIn, removeEmptyFolders } from "./publish.ts";

/** A file to be made. One that is costly has a name that holds a hash over all it is made of. */
interface Made {
  readonly file: string;
  readonly costly?: boolean;
  make(kept: Store): Uint8Array | string | Promise<Uint8Array | string>;
}

/**
 * The costly files of a site (pictures, fonts, kits), each kept in the cache by its name and made once, even where the
 * output is lost. A file that is made of others gets them from here.
 */
export class Store {
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, Made>;
  readonly #making = new Map<string, Promise<void>>();

  /** `files` are all files of the site; those that are not costly are left alone. */
  constructor(cacheDir: string, files: readonly Made[]) {
    this.#folder = path.join(cacheDir, "made");
    this.#files = new Map(files.filter(({ costly }) => costly).map((file) => [file.file, file]));
  }

  /** Makes those that are not there, several at a time. `progress` is called after each. */
  async fill(progress: (done: number, of: number) => void = () => {}): Promise<void> {
    const kept = new Set(filesIn(this.#folder));
    const missing = [...this.#files.values()].filter(({ file }) => !kept.has(file));
    const queue = missing.values();
    let done = 0;
    const worker = async () => {
      for (const { file } of queue) {
        await this.#made(file);
        progress(++done, missing.length);
      }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  }

  /** Bytes of a kept file. */
  readonly sizeOf = (file: string): number | undefined =>
    statSync(path.join(this.#folder, file), { throwIfNoEntry: false })?.size;

  /** What is in a file, made first where it is not there. */
  readonly read = async (file: string): Promise<Uint8Array> => {
    await this.#made(file);
    return readFileSync(path.join(this.#folder, file));
  };

  /** Copies a kept file to where it is to be published from. */
  copy(file: string, target: string): void {
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(this.#folder, file), target);
  }

  /** Forgets what is kept of files that the site has no more, and their folders: one that is there counts as whole. */
  forgetOthers(): void {
    const others = filesIn(this.#folder).filter((file) => !this.#files.has(file));
    for (const file of others) rmSync(path.join(this.#folder, file));
    if (others.length > 0) removeEmptyFolders(this.#folder);
  }

  /** Makes a file unless it is there or being made. */
  #made(file: string): Promise<void> {
    let making = this.#making.get(file);
    if (!making) {
      making = this.#make(file);
      this.#making.set(file, making);
    }
    return making;
  }

  async #make(file: string): Promise<void> {
    const target = path.join(this.#folder, file);
    if (existsSync(target)) return;
    const bytes = await this.#files.get(file)?.make(this);
    if (bytes === undefined) throw new Error(`Nobody makes the file ${file}.`);
    // Written aside and renamed: a build that is cut off leaves no half picture behind.
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(`${target}.part`, bytes);
    renameSync(`${target}.part`, target);
  }
}
