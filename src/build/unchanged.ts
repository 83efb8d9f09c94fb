import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import { codePlaces, templatePlaces } from "./code.ts";
import { isMarked } from "./publish.ts";
import { stampsOf } from "./stamps.ts";
import type { State, Summary } from "./state.ts";
import { isOther } from "./tree.ts";

interface Places {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  /** The private key that signs, if there is one. */
  readonly key?: string | undefined;
}

/** Returns a hash over the stamps of all files that a build reads; undefined as in stampsOf(). */
export function stampsOfBuild({ content, output, key }: Places): string | undefined {
  return stampsOf(
    [content, ...codePlaces(), ...templatePlaces()],
    JSON.stringify([process.version, content, output, key]),
  );
}

/**
 * Returns the summary of the last build if a build would make the same site: nothing that it reads was touched, no moment has passed at
 * which the site changes by itself, and the output has not changed. Undefined if a build must check. `stamps` are those of now.
 */
export function unchangedSince(
  { basis, files }: State,
  stamps: string | undefined,
  output: string,
  now: Date,
): Summary | undefined {
  if (!basis || now.getTime() < basis.from || now.getTime() >= basis.until) return undefined;
  return stamps === basis.stamps && isUntouched(output, files) ? basis.summary : undefined;
}

/** Whether an output has the files of a site, as they were written, and no others. */
function isUntouched(output: string, files: State["files"]): boolean {
  let left = files.size;
  const isSame = (folder: string): boolean =>
    readdirSync(path.join(output, folder), { withFileTypes: true }).every((entry) => {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (isOther(file)) return true;
      if (entry.isDirectory()) return isSame(file);
      const known = files.get(file);
      if (!known || !entry.isFile()) return false;
      left--;
      const { size, mtimeMs } = lstatSync(path.join(output, file));
      return size === known.size && mtimeMs === known.mtime;
    });
  try {
    return isMarked(output) && isSame("") && left === 0;
  } catch {
    return false;
  }
}
