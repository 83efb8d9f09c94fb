import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import type { Page } from "../pages/page.ts";
import { feedFiles } from "./feeds.ts";
import type { OutputFile, OutputFolder } from "./file.ts";
import { copiedFiles } from "./files.ts";
import { fontFiles } from "./fonts.ts";
import { hostFiles } from "./host.ts";
import { iconFiles } from "./icons.ts";
import { kitFiles } from "./kits.ts";
import { listFiles } from "./lists.ts";
import { llmsFiles } from "./llms.ts";
import { pictureFiles } from "./pictures.ts";
import { scriptFiles } from "./script.ts";
import { searchFolders } from "./search.ts";
import { shareFiles } from "./share.ts";
import { sitemapFiles } from "./sitemaps.ts";
import { styleFiles } from "./styles.ts";
import { twinFiles } from "./twins.ts";
import { vcardFiles } from "./vcards.ts";
import { wellKnownFiles } from "./well-known.ts";

/** What makes files that take long and that pages show: they are there before the pages, which can say how large they are. */
const shownMakers: readonly ((press: Press) => OutputFile[])[] = [fontFiles, pictureFiles];

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
  listFiles,
  kitFiles,
];

/** What makes files of so much that even to know them takes long on a large site; and how these are named. */
const wideMakers: readonly { readonly make: (typeof makers)[number]; readonly names: RegExp }[] = [
  { make: feedFiles, names: /(?:^|\/)(?:atom\.xml|rss\.xml|feed\.(?:json|css))$/ },
  { make: sitemapFiles, names: /^sitemap[^/]*\.xml$/ },
];

const allMakers = [...makers, ...wideMakers.map(({ make }) => make)];

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
  const wide = wideMakers.filter(({ names }) => names.test(file)).map(({ make }) => make);
  for (const make of [...shownMakers, ...makers, ...wide, shareFiles]) {
    const found = make(press, pages).find((output) => output.file === file);
    if (found) return found;
  }
  return undefined;
}

/**
 * All files of the site that are no HTML pages, the costly ones first. `published` holds the addresses that were ever public.
 */
export function outputsOf(
  press: Press,
  costly: readonly OutputFile[],
  pages: readonly Page[],
  published: Published,
): OutputFile[] {
  const outputs = [...costly, ...allMakers.flatMap((make) => make(press, pages))];
  return [...outputs, ...hostFiles(press, published, outputs)];
}

/** All folders of files that the site needs and that cost much to make. */
export function foldersOf(press: Press): OutputFolder[] {
  return searchFolders(press);
}
