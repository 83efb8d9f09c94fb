import { execFileSync } from "node:child_process";

/** Runs git in a folder, and returns its output. @throws where there is no git, or where it fails. */
export function git(folder: string, ...args: readonly string[]): Buffer {
  return execFileSync("git", ["-c", "core.quotePath=false", ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 200_000_000,
  });
}
