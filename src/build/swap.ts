import { chmodSync, existsSync, linkSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";
import { messageOf } from "../reporting/fault.ts";
import { LOCK } from "./lock.ts";
import { folderMaker, isOther, MARK, NEAR } from "./tree.ts";

/** The trees beside an output: the next one, and the last one. */
function treesOf(outputDir: string) {
  const whole = existsSync(outputDir) ? realpathSync(outputDir) : path.resolve(outputDir);
  const name = `.${path.basename(whole)}.dateline`;
  return {
    whole,
    next: path.join(path.dirname(whole), `${name}-new`),
    old: path.join(path.dirname(whole), `${name}-old`),
  };
}

/** Restores a tree that an interrupted build had just set aside, and removes what such a build has left beside the output. */
export function recover(outputDir: string): void {
  const { whole, next, old } = treesOf(outputDir);
  if (existsSync(old) && !existsSync(whole)) renameSync(old, whole);
  for (const folder of [next, old]) rmSync(folder, { recursive: true, force: true });
}

/** The system's error codes if a folder cannot replace another: the output is mounted, or nobody may write beside it. */
const CANNOT = ["EXDEV", "EPERM", "EACCES", "EBUSY", "ENOTSUP", "EROFS", "EMLINK", "ENOSYS"];

/**
 * Replaces an output by a whole new tree with two renames, so that readers see either the old site or the new one. The tree is `staging`,
 * and unchanged files are linked into it. Returns where the files are, and whether the tree has replaced the output.
 */
export function swapped(
  staging: string,
  outputDir: string,
  kept: readonly string[],
): { readonly isDone: boolean; readonly from: string } {
  const { whole, next, old } = treesOf(outputDir);
  // Git's own files in an output, and those of others, stay.
  if (readdirSync(whole).some((name) => isOther(name) && ![MARK, LOCK, NEAR].includes(name)))
    return { isDone: false, from: staging };
  try {
    recover(outputDir);
    renameSync(staging, next);
  } catch (error) {
    if (isImpossible(error)) return { isDone: false, from: staging };
    throw untouched(error);
  }
  try {
    chmodSync(next, statSync(whole).mode);
    const makeFolderOf = folderMaker();
    for (const file of [MARK, LOCK, ...kept]) {
      const target = path.join(next, file);
      makeFolderOf(target);
      if (file !== LOCK || existsSync(path.join(whole, LOCK))) linkSync(path.join(whole, file), target);
    }
    renameSync(whole, old);
  } catch (error) {
    if (isImpossible(error)) return { isDone: false, from: next };
    rmSync(next, { recursive: true, force: true });
    throw untouched(error);
  }
  try {
    renameSync(next, whole);
  } catch (error) {
    renameSync(old, whole);
    throw untouched(error);
  }
  rmSync(old, { recursive: true, force: true });
  return { isDone: true, from: whole };
}

function isImpossible(error: unknown): boolean {
  return CANNOT.includes(String((error as NodeJS.ErrnoException).code));
}

function untouched(error: unknown): DatelineError {
  return new DatelineError(
    "folder",
    `The output could not be replaced: ${messageOf(error)}.`,
    "The site is as it was.",
  );
}
