/** Bytes of a costly file of the site, by its path in the output; undefined for one that is not there. */
export type SizeOf = (file: string) => number | undefined;

/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes when, and only when, the bytes would, as long as the code is the same. */
  readonly fingerprint: string;
  /** Whether it takes long to make: then it is kept in the cache, and its path must hold a hash over all it is made of. */
  readonly costly?: boolean;
  /** Called when all costly files of the site are there. */
  make(sizeOf: SizeOf): Uint8Array | string | Promise<Uint8Array>;
}
