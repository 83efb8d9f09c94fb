import type { Press } from "../model/press.ts";
import type { OutputFile, OutputFolder } from "./file.ts";
import { copiedFiles } from "./files.ts";
import { fontFiles } from "./fonts.ts";
import { iconFiles } from "./icons.ts";
import { pictureFiles } from "./pictures.ts";
import { scriptFiles } from "./script.ts";
import { searchFolders } from "./search.ts";
import { vcardFiles } from "./vcards.ts";

/** What makes the files that are no pages: one line an output. */
const makers: readonly ((press: Press) => OutputFile[])[] = [
  iconFiles,
  scriptFiles,
  fontFiles,
  pictureFiles,
  copiedFiles,
  vcardFiles,
];

/** All files of the site that are no HTML pages. */
export function outputsOf(press: Press): OutputFile[] {
  return makers.flatMap((make) => make(press));
}

/** All folders of files that the site needs and that cost much to make. */
export function foldersOf(press: Press): OutputFolder[] {
  return searchFolders(press);
}
