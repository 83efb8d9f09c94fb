/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes when the bytes would, the code that makes them apart; cheap, for it is asked for on every build. */
  readonly fingerprint: string;
  /** Whether it takes long to make: then it is kept in the cache, and its path must hold a hash over all it is made of. */
  readonly costly?: boolean;
  make(): Uint8Array | string | Promise<Uint8Array>;
}
