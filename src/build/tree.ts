import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { LOCK } from "./lock.ts";

/** Where staged files of another disk wait in the output. */
export const NEAR = ".dateline-new";

/** What Git keeps in a folder is nobody's output. */
export const GIT = ".git";

/** A file that stands in every output: hosts that run Jekyll leave the folder alone. */
export const MARK = ".nojekyll";

/** Whether something stands in an output besides the files of its site. */
export function isOther(file: string): boolean {
  return file === MARK || file === LOCK || [GIT, NEAR].includes(file.split("/")[0] ?? "");
}

/** All files below a folder, as paths from it with /; empty where there is no such folder. Links are not followed. */
export function filesIn(folder: string): string[] {
  return entriesIn(folder).flatMap(({ file, isFile }) => (isFile ? [file] : []));
}

/** All that is below a folder and is no folder. */
export function entriesIn(folder: string): { readonly file: string; readonly isFile: boolean }[] {
  if (!existsSync(folder)) return [];
  const whole = path.resolve(folder);
  const above = path.join(whole, path.sep).length;
  return readdirSync(whole, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return [];
    const file = path.join(entry.parentPath, entry.name).slice(above).split(path.sep).join("/");
    return [{ file, isFile: entry.isFile() }];
  });
}

/** Removes the folders below a folder, and itself, that have no file in them. Returns whether it is gone. */
export function removeEmptyFolders(folder: string): boolean {
  const left = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !entry.isDirectory() || entry.name === GIT || !removeEmptyFolders(path.join(folder, entry.name)),
  );
  if (left.length > 0) return false;
  rmdirSync(folder);
  return true;
}

/** Makes the folder of a file, each once: to ask again whether it is there takes as long as to move the file. */
export function folderMaker(): (file: string) => void {
  const made = new Set<string>();
  return (file) => {
    const folder = path.dirname(file);
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
}

/**
 * The folder from which staged files can be moved into the output, which is made where it is not there: files on another disk, as
 * the cache may be, are copied first. So a disk that is full is noticed while the last site is still whole.
 */
export function broughtNear(stagingDir: string, outputDir: string): string {
  mkdirSync(outputDir, { recursive: true });
  if (statSync(stagingDir).dev === statSync(outputDir).dev) return stagingDir;
  const near = path.join(outputDir, NEAR);
  rmSync(near, { recursive: true, force: true });
  try {
    cpSync(stagingDir, near, { recursive: true });
  } catch (error) {
    rmSync(near, { recursive: true, force: true });
    throw error;
  }
  return near;
}

/** Two folders may be on one disk and still be mounted apart: then a file is copied beside its place, and nobody sees half of it. */
export function move(file: string, target: string): void {
  try {
    renameSync(file, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EXDEV") {
      copyFileSync(file, `${target}.part`);
      renameSync(`${target}.part`, target);
      rmSync(file);
    } else if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
      // All that was in it has been removed.
      rmdirSync(target);
      renameSync(file, target);
    } else throw error;
  }
}
