import { renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Addressed, type Published, recorded } from "../model/published.ts";

const NAME = "ledger.json";

/** Adds what is public now to the committed list of addresses. Returns how many are new. */
export function recordPublished(contentDir: string, before: Published, releases: Addressed, day: string): number {
  const after = recorded(before, releases, day);
  const text = `${JSON.stringify(after, undefined, 1)}\n`;
  const file = path.join(contentDir, NAME);
  if (text !== `${JSON.stringify(before, undefined, 1)}\n`) {
    // Written aside and renamed: a computer that stops meanwhile leaves no half list behind.
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  }
  return Object.keys(after).filter((url) => !(url in before)).length;
}
