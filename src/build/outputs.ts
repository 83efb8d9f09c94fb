import { feedFiles } from "../feeds/files.ts";
import { type MadeFiles, manifestFiles } from "../genuine/files.ts";
import type { OutputFile, OutputFolder } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import { movedFiles } from "../pages/moved.ts";
import type { Page } from "../pages/page.ts";
import { pictureFiles } from "../pictures/files.ts";
import { eventCalendars, twinFiles } from "../release/form-files.ts";
import { kitFiles } from "../release/kit-files.ts";
import { pdfFiles } from "../release/pdf-files.ts";
import { searchFolders } from "../search/files.ts";
import { shareFiles } from "../share/files.ts";
import { copiedFiles } from "../site-files/copied.ts";
import { hostFiles } from "../site-files/host.ts";
import { iconFiles } from "../site-files/icons.ts";
import { listFiles } from "../site-files/list-data.ts";
import { llmsFiles } from "../site-files/llms.ts";
import { sitemapFiles } from "../site-files/sitemaps.ts";
import { vcardFiles } from "../site-files/vcards.ts";
import { wellKnownFiles } from "../site-files/well-known.ts";
import { fontFiles } from "../styling/fonts.ts";
import { scriptFiles } from "../styling/scripts.ts";
import { styleFiles } from "../styling/styles.ts";

/** What makes files that take long and that pages show: they are there before the pages, which can say how large they are. */
const shownMakers: readonly ((press: Press) => OutputFile[])[] = [fontFiles, pictureFiles, pdfFiles];

/** What makes the other files that are no pages: one line an output. */
const makers: readonly ((press: Press, pages: readonly Page[]) => OutputFile[])[] = [
  iconFiles,
  scriptFiles,
  styleFiles,
  copiedFiles,
  vcardFiles,
  wellKnownFiles,
  llmsFiles,
  twinFiles,
  eventCalendars,
  listFiles,
  kitFiles,
];

/** What makes files of so much that even to know them takes long on a large site; and how these are named. */
const wideMakers: readonly { readonly make: (typeof makers)[number]; readonly names: RegExp }[] = [
  { make: feedFiles, names: /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.(?:json|css))$/ },
  { make: sitemapFiles, names: /^sitemap[^/]*\.xml$/ },
];

const allMakers = [...makers, ...wideMakers.map(({ make }) => make)];

/** The manifest of a preview, which is signed by nobody. */
const manifest = {
  make: (press: Press, pages: readonly Page[]) =>
    manifestFiles(
      press,
      [...shownMakers, ...makers].flatMap((make) => make(press, pages)),
    ),
  names: /^genuine\//,
};

/** The files of the site that take long to make and that pages show. */
export function outputsShown(press: Press): OutputFile[] {
  return shownMakers.flatMap((make) => make(press));
}

/** The files of the site that take long to make. */
export function costlyOutputsOf(press: Press): OutputFile[] {
  return [...outputsShown(press), ...shareFiles(press)];
}

/** The file at a path of the site, that is no page: makers are asked one after the other, and only until it is found. */
export function outputAt(press: Press, pages: readonly Page[], file: string): OutputFile | undefined {
  const wide = [...wideMakers, manifest].filter(({ names }) => names.test(file)).map(({ make }) => make);
  for (const make of [...shownMakers, ...makers, ...wide, shareFiles]) {
    const found = make(press, pages).find((output) => output.file === file);
    if (found) return found;
  }
  return undefined;
}

/**
 * All files of the site that are no HTML pages, the costly ones first. `published` holds the addresses that were ever public;
 * `madeFiles` says what is known of those that the manifest lists.
 */
export function outputsOf(
  press: Press,
  costly: readonly OutputFile[],
  pages: readonly Page[],
  published: Published,
  madeFiles: MadeFiles,
): OutputFile[] {
  const made = [...costly, ...allMakers.flatMap((make) => make(press, pages))];
  const outputs = [...made, ...movedFiles(press, published, pages, made)];
  return [...outputs, ...manifestFiles(press, outputs, madeFiles), ...hostFiles(press, published, pages, outputs)];
}

/** All folders of files that the site needs and that cost much to make. */
export function foldersOf(press: Press): OutputFolder[] {
  return searchFolders(press);
}
