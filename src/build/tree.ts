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
import { attempt } from "../model/attempt.ts";
import { LOCK } from "./lock.ts";

/** The folder in the output for staged files from another disk. */
export const NEAR = ".dateline-new";

/** Git's own files, which are no part of an output. */
export const GIT = ".git";

/** A file in every output, because of which hosts that run Jekyll leave the folder alone. */
export const MARK = ".nojekyll";

/** Whether an output contains anything besides the files of its site. */
export function isOther(file: string): boolean {
  return file === MARK || file === LOCK || [GIT, NEAR].includes(file.split("/")[0] ?? "");
}

/** Returns all files below a folder, as paths from it with /; none if there is no such folder. It follows no links. */
export function filesIn(folder: string): string[] {
  return entriesIn(folder).flatMap(({ file, isFile }) => (isFile ? [file] : []));
}

/** Returns everything below a folder that is no folder. */
export function entriesIn(folder: string): { readonly file: string; readonly isFile: boolean }[] {
  if (!existsSync(folder)) return [];
  // Paths are put together here, because those that Node makes of each entry take as long as reading the folders.
  const below = (inner: string): { file: string; isFile: boolean }[] =>
    readdirSync(inner === "" ? folder : `${folder}/${inner}`, { withFileTypes: true }).flatMap((entry) => {
      const file = inner === "" ? entry.name : `${inner}/${entry.name}`;
      return entry.isDirectory() ? below(file) : [{ file, isFile: entry.isFile() }];
    });
  return below("");
}

/** Removes the folders of removed files, which are paths below a folder, and those above them, if nothing is left in them. */
export function removeEmptyFolders(folder: string, removed: readonly string[]): void {
  const above = removed.flatMap((file) => {
    const parts = file.split("/").slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  });
  for (const inner of [...new Set(above)].toSorted((a, b) => b.length - a.length))
    if (attempt(() => readdirSync(path.join(folder, inner)))?.length === 0) rmdirSync(path.join(folder, inner));
}

/** Returns a function that makes the folder of a file, each once, because checking again takes as long as moving the file. */
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
 * Returns the folder from which staged files can be moved into the output, and makes the output if it is missing. Files on another disk,
 * such as that of the cache, are copied first, so that a full disk is noticed while the last site is still whole.
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

/** Moves a file. If the folders are mounted apart, the file is first copied beside its place, so that nobody sees half of it. */
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
