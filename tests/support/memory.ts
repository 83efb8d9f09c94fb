import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from "node:fs";
import path from "node:path";

/** Linux keeps what is written here in memory. */
const MEMORY = "/dev/shm";
const PREFIX = "dateline-tests-";
const ENOUGH = 2 ** 31;
const DAY = 86_400_000;

/**
 * Puts the temporary folders of tests into memory, where there is enough: tests write and delete many small files, and each costs a
 * disk four times the processor time. What a run left there that was killed goes after a day.
 */
export default function intoMemory(): (() => void) | undefined {
  if (!existsSync(MEMORY)) return undefined;
  for (const name of readdirSync(MEMORY).filter((one) => one.startsWith(PREFIX))) {
    const left = path.join(MEMORY, name);
    if (statSync(left).mtimeMs < Date.now() - DAY) rmSync(left, { recursive: true, force: true });
  }
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ENOUGH) return undefined;
  const folder = mkdtempSync(path.join(MEMORY, PREFIX));
  // For all users, as other temporary folders are.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
