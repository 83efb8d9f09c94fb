import { type Before, feedFiles } from "../feeds/files.ts";
import { type MadeFiles, manifestFiles } from "../genuine/files.ts";
import type { OutputFile, OutputFolder } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import { movedFiles } from "../pages/moved.ts";
import type { Page } from "../pages/page.ts";
import { pictureFiles } from "../pictures/files.ts";
import { eventCalendars, kitFiles, pdfFiles, twinFiles } from "../release/files.ts";
import { searchFolders } from "../search/files.ts";
import { shareFiles } from "../share/files.ts";
import { copiedFiles } from "../site-files/copied.ts";
import { iconFiles } from "../site-files/icons.ts";
import { listFiles } from "../site-files/list-data.ts";
import { llmsFiles } from "../site-files/llms.ts";
import { sitemapFiles } from "../site-files/sitemaps.ts";
import { vcardFiles } from "../site-files/vcards.ts";
import { wellKnownFiles } from "../site-files/well-known.ts";
import { fontFiles } from "../styling/fonts.ts";
import { scriptFiles } from "../styling/scripts.ts";
import { styleFiles } from "../styling/styles.ts";

/** The makers of costly files that pages show. They run before the pages, which name the sizes of the files. */
const shownMakers: readonly ((press: Press) => OutputFile[])[] = [fontFiles, pictureFiles, pdfFiles];

/** The makers of the other files that are no pages, one per line. */
const makers: readonly ((press: Press, pages: readonly Page[], before?: Before) => OutputFile[])[] = [
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

/** The makers of files that are slow even to list on a large site, and the names of their files. */
const wideMakers: readonly { readonly make: (typeof makers)[number]; readonly names: RegExp }[] = [
  { make: feedFiles, names: /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.(?:json|css))$/ },
  { make: sitemapFiles, names: /^sitemap[^/]*\.xml$/ },
];

const allMakers = [...makers, ...wideMakers.map(({ make }) => make)];

/** The manifest of a preview, which is not signed. */
const manifest = {
  make: (press: Press, pages: readonly Page[]) =>
    manifestFiles(
      press,
      [...shownMakers, shareFiles, ...makers].flatMap((make) => make(press, pages)),
    ),
  names: /^genuine\//,
};

/** Returns the costly files that pages show. */
export function outputsShown(press: Press): OutputFile[] {
  return shownMakers.flatMap((make) => make(press));
}

/** Returns the costly files of the site. */
export function costlyOutputsOf(press: Press): OutputFile[] {
  return [...outputsShown(press), ...shareFiles(press)];
}

/** Returns the file at a path of the site that is no page. It asks one maker after the other until the file is found. */
export function outputAt(press: Press, pages: readonly Page[], file: string): OutputFile | undefined {
  const wide = [...wideMakers, manifest].filter(({ names }) => names.test(file)).map(({ make }) => make);
  for (const make of [...shownMakers, ...makers, ...wide, shareFiles]) {
    const found = make(press, pages).find((output) => output.file === file);
    if (found) return found;
  }
  return undefined;
}

/**
 * All files of the site that are no HTML pages, the costly ones first, without those of foldersOf() and of hostFiles(). `published` holds
 * the addresses that were ever public; `madeFiles` says what is known of those that the manifest lists, and `before` of the feeds of the last build.
 */
export function outputsOf(
  press: Press,
  costly: readonly OutputFile[],
  pages: readonly Page[],
  published: Published,
  madeFiles: MadeFiles,
  before: Before,
): OutputFile[] {
  const made = [...costly, ...allMakers.flatMap((make) => make(press, pages, before))];
  const outputs = [...made, ...movedFiles(press, published, pages, made)];
  return [...outputs, ...manifestFiles(press, outputs, madeFiles)];
}

/** Returns all costly folders of files of the site. `index` makes a volume of the search index; without it, this thread does. */
export function foldersOf(press: Press, index?: Parameters<typeof searchFolders>[1]): OutputFolder[] {
  return searchFolders(press, index);
}
