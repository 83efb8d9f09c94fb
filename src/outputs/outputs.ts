import type { Press } from "../model/press.ts";
import type { OutputFile } from "./file.ts";
import { iconFiles } from "./icons.ts";

/** What makes the files that are no pages: one line an output. */
const makers: readonly ((press: Press) => OutputFile[])[] = [iconFiles];

/** All files of the site that are no HTML pages. */
export function outputsOf(press: Press): OutputFile[] {
  return makers.flatMap((make) => make(press));
}
