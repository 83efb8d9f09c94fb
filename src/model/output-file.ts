import { sha256 } from "./hash.ts";

/** Returns the size in bytes of a file that is made before the pages: a picture or a press kit. */
export type Sizes = (file: string) => number | undefined;

/** The costly files of the site, by their paths in the output. */
export interface CachedFiles {
  /** Returns the size of one in bytes; undefined if it is not there. */
  sizeOf(file: string): number | undefined;
  /** Returns the content of one, which is made first if necessary. */
  read(file: string): Promise<Uint8Array>;
  /** Returns one of the parts that are made together for several files, by their name and its place. A build makes them once. */
  part(name: string, place: number, make: () => readonly string[]): Uint8Array;
}

/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes whenever the bytes would, unless the code changed. It must be cheap, because every build computes it. */
  readonly hash: string;
  /** Whether it takes long to make. Then it is cached, and its path, or `cacheName`, must hold a hash over all it is made of. */
  readonly costly?: boolean;
  /** The name of a costly file in the cache, with a hash, if its path holds none. */
  readonly cacheName?: string;
  /** Whether it is a form of a release. On a large site, it is made together with the release's page. */
  readonly isForm?: boolean;
  /** Whether it describes the bytes of other files, or is put together of what is made with them: it is made after them. */
  readonly isLast?: boolean;
  /** The files of the releases that it holds whole. On a large site, its entries are made together with their pages. */
  holds?(): readonly string[];
  /** Returns its bytes. It is called when all costly files of the site exist, or can be made by `cache`. */
  make(cache: CachedFiles): Uint8Array | string | Promise<Uint8Array | string>;
}

/** Returns a file with a text that is there already. */
export function textFile(file: string, text: string): OutputFile {
  return { file, hash: sha256(text), make: () => text };
}

/** A file whose hash is computed when it is asked for, because a preview lists many files to send one. */
export class ListedFile implements OutputFile {
  readonly file: string;
  readonly isForm: boolean;
  readonly isLast: boolean;
  readonly make: OutputFile["make"];
  readonly #hash: () => string;

  constructor(
    file: string,
    hash: () => string,
    make: OutputFile["make"],
    of: Pick<OutputFile, "isForm" | "isLast"> = {},
  ) {
    this.file = file;
    this.isForm = of.isForm ?? false;
    this.isLast = of.isLast ?? false;
    this.make = make;
    this.#hash = hash;
  }

  get hash(): string {
    return this.#hash();
  }
}

/** A folder of files whose names are known only after they are made. Its own name holds a hash over all it is made of. */
export interface OutputFolder {
  /** Path in the output. */
  readonly folder: string;
  /** The files by their path in the folder. */
  make(): Promise<ReadonlyMap<string, Uint8Array>>;
}
