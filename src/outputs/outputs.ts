import type { Press } from "../model/press.ts";
import type { OutputFile } from "./file.ts";
import { copiedFiles } from "./files.ts";
import { fontFiles } from "./fonts.ts";
import { iconFiles } from "./icons.ts";
import { pictureFiles } from "./pictures.ts";
import { scriptFiles } from "./script.ts";
import { shareFiles } from "./share.ts";
import { styleFiles } from "./styles.ts";
import { vcardFiles } from "./vcards.ts";

/** What makes the files that are no pages: one line an output. */
const makers: readonly ((press: Press) => OutputFile[])[] = [
  iconFiles,
  scriptFiles,
  styleFiles,
  fontFiles,
  pictureFiles,
  shareFiles,
  copiedFiles,
  vcardFiles,
];

/** All files of the site that are no HTML pages. */
export function outputsOf(press: Press): OutputFile[] {
  return makers.flatMap((make) => make(press));
}
