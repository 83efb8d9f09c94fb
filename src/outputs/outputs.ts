import type { Press } from "../model/press.ts";
import type { Page } from "../pages/page.ts";
import type { OutputFile } from "./file.ts";
import { copiedFiles } from "./files.ts";
import { fontFiles } from "./fonts.ts";
import { iconFiles } from "./icons.ts";
import { listFiles } from "./lists.ts";
import { pictureFiles } from "./pictures.ts";
import { scriptFiles } from "./script.ts";
import { styleFiles } from "./styles.ts";
import { twinFiles } from "./twins.ts";
import { vcardFiles } from "./vcards.ts";

/** What makes the files that are no pages: one line an output. */
const makers: readonly ((press: Press, pages: readonly Page[]) => OutputFile[])[] = [
  iconFiles,
  scriptFiles,
  styleFiles,
  fontFiles,
  pictureFiles,
  copiedFiles,
  vcardFiles,
  twinFiles,
  listFiles,
];

/** All files of the site that are no HTML pages. */
export function outputsOf(press: Press, pages: readonly Page[]): OutputFile[] {
  return makers.flatMap((make) => make(press, pages));
}
