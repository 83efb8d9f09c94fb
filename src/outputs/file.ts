/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes when, and only when, the bytes would. */
  readonly fingerprint: string;
  /** Whether it takes long to make: then it is kept in the cache, and its path must hold a hash over all it is made of. */
  readonly costly?: boolean;
  /** Its bytes. `made` gives those of a costly file that it is made of. */
  make(made: (file: string) => Promise<Uint8Array>): Uint8Array | string | Promise<Uint8Array | string>;
}
