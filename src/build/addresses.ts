import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ADDRESSES, OLD_ADDRESSES } from "../content/published.ts";
import { type Addressed, folded, type Lost, type Published, recorded, sealOf } from "../model/published.ts";

/** The folders of a list and of the cache, which knows how many addresses the list has. */
interface Places {
  readonly content: string;
  readonly cache: string;
}

/** Adds the addresses that are public now to the committed list. Returns how many are new. */
export function recordPublished(places: Places, before: Published, addressed: Addressed, day: string) {
  const after = recorded(before, addressed, day);
  const list = folded(after);
  const text = `${JSON.stringify({ ...list, entries: sealOf(list) }, undefined, 1)}\n`;
  replaceFile(path.join(places.content, ADDRESSES), text);
  rmSync(path.join(places.content, OLD_ADDRESSES), { force: true });
  rememberCount(places.cache, after);
  const fresh = Object.keys(after).filter((url) => !(url in before));
  const releases = fresh.filter((url) => addressed.get(url)?.lang).length;
  return { releases, others: fresh.length - releases };
}

/** Replaces a file where it says something else. It is written aside and renamed: a computer that stops meanwhile leaves no half list behind. */
export function replaceFile(file: string, text: string): void {
  if (text === textIn(file)) return;
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

/** Returns the text of a file; undefined where it cannot be read. */
export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The file in the cache with the number of addresses in the list at the last build. */
const COUNT = "addresses";

/** Returns an error if a list has lost lines since the last build with this cache. */
export function shrunk(cacheDir: string, contentDir: string, published: Published): string | undefined {
  const before = Number(textIn(path.join(cacheDir, COUNT)) ?? 0);
  const now = Object.keys(published).length;
  if (!(now < before)) return undefined;
  return `${contentDir}/${ADDRESSES} had ${before} addresses at the last build, and has ${now} now: links to the others would die. Take the file back from Git as it was: git checkout HEAD -- ${contentDir}/${ADDRESSES}. To let an address go, keep its line and write “gone” at its end. If this is the list you want, such as that of another branch, delete the file ${path.join(cacheDir, COUNT)}.`;
}

/** Stores how many addresses a list has. */
export function rememberCount(cacheDir: string, published: Published): void {
  writeFileSync(path.join(cacheDir, COUNT), String(Object.keys(published).length));
}

const MOST = 10;

/** Returns the error about addresses that a build would lose, with the three ways to correct it. */
export function lossMessage(lost: readonly Lost[], contentDir: string): string {
  const lines = lost.slice(0, MOST).map(({ url, isTaken, now }) => {
    if (!isTaken) return `  ${url}  nothing stands there any more`;
    return `  ${url}  another text stands there now${now === undefined ? "" : `; what stood there is at ${now}`}`;
  });
  const more = lost.length > MOST ? [`  … and ${lost.length - MOST} more`] : [];
  return [
    `${lost.length === 1 ? "An address that was public would be lost" : `${lost.length} addresses that were public would be lost`}, and with ${lost.length === 1 ? "it" : "them"} every link to ${lost.length === 1 ? "it" : "them"}. Nothing was published.`,
    ...lines,
    ...more,
    "There are three ways out:",
    "  – It is elsewhere now: give the file its old name again, or write the old address into the release that takes its place: aliases: [/en/2017/old-name/]",
    "  – It should no longer be read: keep the file, and write status: withdrawn into it.",
    `  – It may go: write “gone” at the end of its line in ${contentDir}/${ADDRESSES}, within the quotation marks. A notice then stands at the address.`,
    ...(lost.some(({ isTaken }) => isTaken)
      ? ["  Where it is the same text, rewritten, write “gone” too: the next build records what stands there now."]
      : []),
  ].join("\n");
}
