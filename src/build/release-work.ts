import path from "node:path";
import { type TextPlace, withTextAt } from "../content/text-on-disk.ts";
import { directRenderer } from "../eleventy/direct.ts";
import { entryPart } from "../feeds/files.ts";
import { issuedOf } from "../genuine/files.ts";
import type { Issued } from "../genuine/manifest.ts";
import type { SiteUrl } from "../model/address.ts";
import type { Content } from "../model/content.ts";
import { Press } from "../model/press.ts";
import type { PublicRelease, Release } from "../model/release.ts";
import { type Counter, taken } from "../model/taken.ts";
import { twinFile } from "../model/urls.ts";
import { formsOf } from "../release/files.ts";
import { releasePage } from "../release/forms/page.ts";
import { forgetTellings } from "../release/sections.ts";
import { type Sheets, StyleSheet } from "../styling/styles.ts";
import { forgetTexts } from "../text/text.ts";
import { type Proof, stagedWriter } from "./publish.ts";
import { Scratch } from "./scratch.ts";
import { unhurried } from "./unhurried.ts";

/** Which releases of a large site to make. The page of each, its other forms and its entry in feeds are made together, so that its text is parsed once. */
export interface ReleaseWork {
  /** Bytes of the files that pages show. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The files to make, pages and other forms; all of them if it is undefined. */
  readonly files: ReadonlySet<string> | undefined;
  /** The files of the releases whose entries are needed; all of them if it is undefined. */
  readonly entries: ReadonlySet<string> | undefined;
  /** The files of the releases that feeds show now: of others only the form of archives is needed. */
  readonly current: ReadonlySet<string>;
  /** The address at which each was first public. */
  readonly first: ReadonlyMap<SiteUrl, SiteUrl>;
  readonly staging: string;
  readonly sheets: Sheets;
  /** How many releases of the press somebody has taken. */
  readonly counter: Counter;
}

/** What a thread is told besides. */
export interface ThreadWork extends ReleaseWork {
  /** Content with typography: a release whose text lies in a file has only its place. */
  readonly content: Omit<Content, "releases"> & {
    readonly releases: readonly { readonly fields: Release; readonly place: TextPlace | undefined }[];
  };
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The file for the entries. */
  readonly scratch: number;
}

/** The files that were made, and the entries. */
export interface Made {
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly entries: Scratch["places"];
}

/** Makes releases in a thread. */
export function madeInThread({ content, now, scratch, ...work }: ThreadWork): Promise<Made> {
  const releases = content.releases.map(({ fields, place }) => (place ? withTextAt(fields, place) : fields));
  const press = new Press({ ...content, releases }, new Date(now));
  const render = directRenderer({ press, styles: new StyleSheet(press, work.sheets), pages: [] });
  return releasesMade(work, press, render, new Scratch(scratch));
}

/** Makes releases until all are taken, and returns what is known of each file. */
export async function releasesMade(
  { sizes, files, entries, current, first, staging, counter }: ReleaseWork,
  press: Press,
  render: ReturnType<typeof directRenderer>,
  scratch: Scratch,
): Promise<Made> {
  const writeStaged = stagedWriter(staging);
  const proofs = new Map<string, Proof>();
  const write = (file: string, text: string, issued?: Issued) =>
    proofs.set(file, { ...writeStaged(file, text), ...(issued ? { issued } : {}) });
  const sizeOf = (file: string) => sizes.get(file);
  const isWanted = (file: string) => files?.has(file) ?? true;
  const cache = { sizeOf, part: scratch.part.bind(scratch) };
  // All files of a release are in one folder.
  const folders = files && new Set([...files].map((file) => path.posix.dirname(file)));
  const isAsked = (release: PublicRelease) =>
    !folders || !entries || folders.has(path.posix.dirname(twinFile(release, "txt"))) || entries.has(release.file);
  const asked = press.releases.filter(isAsked);
  for await (const release of unhurried(taken(asked, counter))) {
    const page = releasePage(press, release, sizeOf);
    if (isWanted(page.file)) write(page.file, render(page));
    for (const { file, make } of formsOf(press, release)) {
      if (!isWanted(file)) continue;
      const text = make(sizeOf);
      write(file, text, file === twinFile(release, "txt") ? issuedOf(press, release, text) : undefined);
    }
    // All forms of an entry are made with the first.
    if (entries?.has(release.file) ?? true) entryPart(press, release, 0, first, cache, !current.has(release.file));
    forgetTellings(press);
    forgetTexts();
  }
  return { proofs, entries: scratch.places };
}
