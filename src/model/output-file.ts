/** How many bytes a file has that was made before the pages: a picture or a kit to take away. */
export type Sizes = (file: string) => number | undefined;

/** The costly files of the site, by their paths in the output. */
export interface CachedFiles {
  /** Bytes of one; undefined for one that is not there. */
  sizeOf(file: string): number | undefined;
  /** What is in one, made first where it is not there yet. */
  read(file: string): Promise<Uint8Array>;
}

/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes when the bytes would, the code that makes them apart; cheap, for it is asked for on every build. */
  readonly hash: string;
  /** Whether it takes long to make: then it is kept in the cache, and its path, or `cacheName`, must hold a hash over all it is made of. */
  readonly costly?: boolean;
  /** What a costly file is called in the cache, where its path holds no hash: this name does. */
  readonly cacheName?: string;
  /** Whether it is a release in another form: on a large site it is made together with the release's page. */
  readonly isForm?: boolean;
  /** Whether it tells of the bytes of other files: it is made after them. */
  readonly isLast?: boolean;
  /** Its bytes. Called when all costly files of the site are there, or can be had from `cache`. */
  make(cache: CachedFiles): Uint8Array | string | Promise<Uint8Array | string>;
}

/** A folder of files of the site whose names are known only when they are made. Its own name holds a hash over all it is made of. */
export interface OutputFolder {
  /** Path in the output. */
  readonly folder: string;
  /** The files by their path in the folder. */
  make(): Promise<ReadonlyMap<string, Uint8Array>>;
}
