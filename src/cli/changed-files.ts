import { execFileSync } from "node:child_process";
import path from "node:path";
import { DatelineError } from "../model/dateline-error.ts";

/** Branches that others are compared with, the first that exists. */
const MAIN = ["remotes/origin/HEAD", "remotes/origin/main", "remotes/origin/master", "heads/main", "heads/master"].map(
  (name) => `refs/${name}`,
);

/**
 * The files of a folder that differ from what is published: from the commit at which this branch left the main one, or
 * from the last commit where the branch is the main one; new files included. Paths from the folder.
 * @throws DatelineError where there is no git, or no commit to compare with.
 */
export function changedFiles(folder: string): Set<string> {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const base = mergeBase(git);
    const changed = git("-c", "core.quotePath=false", "diff", "--name-only", "--relative", "--diff-filter=d", base);
    const fresh = git("-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard");
    return new Set(`${changed}\n${fresh}`.split("\n").filter(Boolean).map(slashed));
  } catch {
    throw new DatelineError(
      "usage",
      "--changed asks git what has changed, and there is no git or no commit here.",
      "Leave --changed out to check everything.",
    );
  }
}

function mergeBase(git: (...args: string[]) => string): string {
  const branches = git("for-each-ref", "--format=%(refname)", ...MAIN).split("\n");
  for (const branch of MAIN.filter((name) => branches.includes(name))) {
    try {
      return git("merge-base", "HEAD", branch);
    } catch {
      // Nothing in common, or not fetched: the next.
    }
  }
  return git("rev-parse", "--verify", "HEAD");
}

const slashed = (name: string) => name.split(path.sep).join("/");
