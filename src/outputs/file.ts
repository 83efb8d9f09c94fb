/** A file of the site that is no HTML page. */
export interface OutputFile {
  /** Path in the output. */
  readonly file: string;
  /** Changes when, and only when, the bytes would. */
  readonly fingerprint: string;
  make(): Uint8Array | string | Promise<Uint8Array>;
}
