import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { recover } from "../../src/build/swap.ts";
import { filesIn } from "../../src/build/tree.ts";

const OURS = "Dateline made this folder. Each build replaces what is in it.\n";

/** What an output has after a publication was killed: the old site, the new one, or neither. */
export type After = "old" | "new" | "mixed" | "none";

/**
 * Publishes a site over another, and kills the process after so many milliseconds. Of the files some stay, some change, some are
 * new and some go.
 */
export async function killedAfter(milliseconds: number, count: number): Promise<After> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-kill-"));
  const [output, staging, cache, list] = ["_site", "staging", "cache", "list.json"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  try {
    const names = Array.from({ length: count }, (_, index) => `${index % 20}/${index}.html`);
    const old = names.filter((_, index) => index % 5 !== 3);
    const next = names.filter((_, index) => index % 5 !== 4);
    const staged = next.filter((_, index) => index % 3 !== 0 || !old.includes(next[index] ?? ""));
    const put = (root: string, file: string, text: string) => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    };
    for (const file of old) put(output, file, staged.includes(file) ? "old" : "same");
    put(output, ".nojekyll", OURS);
    for (const file of staged) put(staging, file, "new");
    mkdirSync(cache);
    writeFileSync(list, JSON.stringify(next));
    const child = spawn(process.execPath, [
      "--import",
      "tsx",
      "tests/support/publisher.ts",
      staging,
      output,
      cache,
      list,
    ]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await wait(milliseconds);
    child.kill("SIGKILL");
    await ended;
    if (!existsSync(output)) recover(output);
    if (!existsSync(output)) return "none";
    const there = new Map(
      filesIn(output)
        .filter((file) => file !== ".nojekyll")
        .map((file) => [file, readFileSync(path.join(output, file), "utf8")]),
    );
    const is = (site: readonly string[], text: string) =>
      there.size === site.length && site.every((file) => there.get(file) === (staged.includes(file) ? text : "same"));
    return is(old, "old") ? "old" : is(next, "new") ? "new" : "mixed";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
