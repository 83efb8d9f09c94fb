import path from "node:path";
import { attempt } from "../model/attempt.ts";
import { git } from "./git.ts";
import { misuse } from "./run.ts";

/** The branches with which others are compared. The first that exists counts. */
const MAIN = ["remotes/origin/HEAD", "remotes/origin/main", "remotes/origin/master", "heads/main", "heads/master"].map(
  (name) => `refs/${name}`,
);

/**
 * Returns the files of a folder that differ from the published ones: from the commit at which this branch left the main one, or from the
 * published commit if it is the main one; new files included. Paths are from the folder.
 * @throws DatelineError if there is no git, or no commit to compare with.
 */
export function changedFiles(folder: string): Set<string> {
  const said = (...args: string[]) =>
    git(folder, ...args)
      .toString()
      .trim();
  try {
    const changed = said("diff", "--name-only", "--relative", "--diff-filter=d", mergeBase(said));
    const fresh = said("ls-files", "--others", "--exclude-standard");
    return new Set(`${changed}\n${fresh}`.split("\n").filter(Boolean).map(slashed));
  } catch {
    throw misuse(
      "--changed asks git what has changed, and there is no git or no commit here.",
      "Leave --changed out to check everything.",
    );
  }
}

function mergeBase(said: (...args: string[]) => string): string {
  const branches = said("for-each-ref", "--format=%(refname)", ...MAIN).split("\n");
  for (const branch of MAIN.filter((name) => branches.includes(name))) {
    // Without a common commit, or if it is not fetched, the next branch is tried.
    const base = attempt(() => said("merge-base", "HEAD", branch));
    if (base !== undefined) return base;
  }
  return said("rev-parse", "--verify", "HEAD");
}

const slashed = (name: string) => name.split(path.sep).join("/");
