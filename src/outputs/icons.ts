import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Press } from "../model/press.ts";
import type { OutputFile } from "./file.ts";

/** The site's mark, for browser tabs: the vertical block of the header in the site's brand colour. */
export function iconFiles(press: Press): OutputFile[] {
  const mark = readFileSync("assets/icons/mark.svg", "utf8").replace("#0468b1", press.site.theme?.brand ?? "#0468b1");
  return [{ file: "mark.svg", fingerprint: createHash("sha256").update(mark).digest("hex"), make: () => mark }];
}
