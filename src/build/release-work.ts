import { directRenderer } from "../eleventy/direct.ts";
import { issuedOf } from "../genuine/files.ts";
import type { Issued } from "../genuine/manifest.ts";
import type { Content } from "../model/content.ts";
import { Press } from "../model/press.ts";
import { twinFile } from "../model/urls.ts";
import { formsOf } from "../release/form-files.ts";
import { releasePage } from "../release/forms/page.ts";
import { type Sheets, StyleSheet } from "../styling/styles.ts";
import { type Proof, stagedWriter } from "./publish.ts";
import { unhurried } from "./unhurried.ts";

/** A share of the releases of a large site. Their pages and other forms are made together, so that each text is parsed once. */
export interface ReleaseWork {
  /** Content with typography. The texts of releases outside the share may be missing. */
  readonly content: Content;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Bytes of the files that pages show. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The files to make: pages, and other forms. */
  readonly files: ReadonlySet<string>;
  /** The share, as indexes of the press's releases. */
  readonly from: number;
  readonly to: number;
  readonly staging: string;
  readonly sheets: Sheets;
}

/** Makes a share and returns what is known of each file. */
export async function releasesMade(
  { content, now, sizes, files, from, to, staging, sheets }: ReleaseWork,
  press = new Press(content, new Date(now)),
  render = directRenderer({ press, styles: new StyleSheet(press, sheets), pages: [] }),
): Promise<Map<string, Proof>> {
  if (files.size === 0) return new Map();
  const writeStaged = stagedWriter(staging);
  const proofs = new Map<string, Proof>();
  const write = (file: string, text: string, issued?: Issued) =>
    proofs.set(file, { ...writeStaged(file, text), ...(issued ? { issued } : {}) });
  const sizeOf = (file: string) => sizes.get(file);
  for await (const release of unhurried(press.releases.slice(from, to))) {
    const page = releasePage(press, release, sizeOf);
    if (files.has(page.file)) write(page.file, render(page));
    for (const { file, make } of formsOf(press, release)) {
      if (!files.has(file)) continue;
      const text = make(sizeOf);
      write(file, text, file === twinFile(release, "txt") ? issuedOf(press, release, text) : undefined);
    }
  }
  return proofs;
}
