import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import type { Page } from "../pages/page.ts";
import { feedFiles } from "./feeds.ts";
import type { OutputFile } from "./file.ts";
import { copiedFiles } from "./files.ts";
import { fontFiles } from "./fonts.ts";
import { hostFiles } from "./host.ts";
import { iconFiles } from "./icons.ts";
import { llmsFiles } from "./llms.ts";
import { pictureFiles } from "./pictures.ts";
import { scriptFiles } from "./script.ts";
import { sitemapFiles } from "./sitemaps.ts";
import { vcardFiles } from "./vcards.ts";
import { wellKnownFiles } from "./well-known.ts";

/** What makes the files that are no pages: one line an output. */
const makers: readonly ((press: Press, pages: readonly Page[]) => OutputFile[])[] = [
  iconFiles,
  scriptFiles,
  fontFiles,
  pictureFiles,
  copiedFiles,
  vcardFiles,
  feedFiles,
  sitemapFiles,
  wellKnownFiles,
  llmsFiles,
];

/** All files of the site that are no HTML pages. `published` holds the addresses that were ever public. */
export function outputsOf(press: Press, pages: readonly Page[], published: Published = {}): OutputFile[] {
  const outputs = makers.flatMap((make) => make(press, pages));
  return [...outputs, ...hostFiles(press, published, outputs)];
}
