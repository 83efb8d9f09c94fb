/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes when, and only when, the bytes would. */
  readonly fingerprint: string;
  /** Whether it takes long to make: then it is kept in the cache, and its path must hold a hash over all it is made of. */
  readonly costly?: boolean;
  make(): Uint8Array | string | Promise<Uint8Array>;
}

/** A folder of files of the site whose names are known only when they are made. Its own name holds a hash over all it is made of. */
export interface OutputFolder {
  /** Path in the output. */
  readonly folder: string;
  /** The files by their path in the folder. */
  make(): Promise<ReadonlyMap<string, Uint8Array>>;
}
