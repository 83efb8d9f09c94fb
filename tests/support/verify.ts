import { writeFileSync } from "node:fs";
import path from "node:path";
import { dateline } from "./command.ts";
import type { TestSite } from "./site.ts";

/** Asks `dateline verify` what a text is. */
export function verify(site: TestSite, text: string, ...more: string[]) {
  const file = path.join(path.dirname(site.output), "asked.txt");
  writeFileSync(file, text);
  return dateline("verify", [file, "--site", site.output, ...more]);
}
