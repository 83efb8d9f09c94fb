import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** A file that was written less than this before can be written again without a new time stamp. */
const TICK_MS = 20;

/** The same for times without fractions of a millisecond, because some disks store only seconds. */
const COARSE_TICK_MS = 2000;

/**
 * Returns a hash over names, sizes and times of files, and of all files in folders; undefined if they cannot prove that nothing changes
 * unnoticed: something was written just now, a folder is a link, or something cannot be read.
 */
export function stampsOf(places: readonly string[], more: string): string | undefined {
  const now = Date.now();
  const hash = createHash("sha256").update(more);
  const add = (file: string): boolean => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    hash.update(`${file}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
    return Math.max(mtimeMs, ctimeMs) < now - (mtimeMs % 1 === 0 ? COARSE_TICK_MS : TICK_MS);
  };
  const addBelow = (folder: string): boolean =>
    readdirSync(folder, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .every((entry) => {
        const whole = path.join(folder, entry.name);
        if (entry.isDirectory()) return addBelow(whole);
        return !(entry.isSymbolicLink() && statSync(whole).isDirectory()) && add(whole);
      });
  try {
    return places.every((place) => (statSync(place).isDirectory() ? addBelow(place) : add(place)))
      ? hash.digest("hex")
      : undefined;
  } catch {
    return undefined;
  }
}
