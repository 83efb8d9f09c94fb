import { lstatSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";

export interface Places {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
}

/** Returns why output and cache cannot be folders of a build, with the fix; undefined if they can. */
export function folderFault({ output, cache }: Places): DatelineError | undefined {
  const notFolder = [
    { what: "output", folder: output, option: "--output" },
    { what: "cache", folder: cache, option: "--cache" },
  ].find(({ folder }) => isOther(folder));
  if (!notFolder) return undefined;
  const { what, folder, option } = notFolder;
  return new DatelineError(
    "folder",
    `“${folder}” is meant to be the folder of the ${what}, and is a file or a link to nothing.`,
    `Delete it, or name another folder with ${option}.`,
  );
}

/** Returns which folders of a build contain each other, with the fix; undefined if none do. */
export function overlapFault({ content, output, cache }: Places): DatelineError | undefined {
  const pairs = [
    ["The content folder", content, "the output", output],
    ["The content folder", content, "the cache", cache],
    ["The output", output, "the cache", cache],
  ] as const;
  const mixed = pairs.find(([, one, , other]) => overlap(one, other));
  if (!mixed) return undefined;
  const [one, oneFolder, other, otherFolder] = mixed;
  return new DatelineError(
    "folder",
    `${one} (${oneFolder}) and ${other} (${otherFolder}) are the same folder, or one is in the other.`,
    "Keep them apart: name other folders with --content, --output and --cache.",
  );
}

function isOther(folder: string): boolean {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return false;
  try {
    return !statSync(folder).isDirectory();
  } catch {
    return true;
  }
}

function overlap(one: string, other: string): boolean {
  const [a, b] = [real(one), real(other)];
  return a === b || a.startsWith(b + path.sep) || b.startsWith(a + path.sep);
}

/** Returns the real path of a file or folder, which need not exist yet. */
function real(folder: string): string {
  const whole = path.resolve(folder);
  try {
    return realpathSync(whole);
  } catch {
    const above = path.dirname(whole);
    return above === whole ? whole : path.join(real(above), path.basename(whole));
  }
}
