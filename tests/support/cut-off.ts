import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { recover } from "../../src/build/swap.ts";
import { filesIn } from "../../src/build/tree.ts";
import { siteFindings } from "../../src/checks/site/site.ts";
import { sha256 } from "../../src/model/hash.ts";
import { BUILD_TIME, type Run } from "./command.ts";
import { releaseFile } from "./content.ts";
import { siteIn, type TestSite } from "./site.ts";

/** A site before and after a change of all its releases, each as a build from nothing makes it. */
export interface Office {
  readonly folder: string;
  readonly site: TestSite;
  readonly old: Tree;
  readonly next: Tree;
}

/** Hashes of the files of a site, by their paths. */
export type Tree = ReadonlyMap<string, string>;

const RELEASES = 12;

/** Makes an office whose last build is of before a change, with that build's memory. */
export async function changedOffice(): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-cut-"));
  const write = (site: TestSite, said: string) => {
    for (let number = 0; number < RELEASES; number++)
      site.write(
        `releases/2016-05-${String(1 + (number % 28)).padStart(2, "0")}-number-${number}.md`,
        releaseFile({ title: `Number ${number}`, date: `2016-05-${String(1 + (number % 28)).padStart(2, "0")}` }, said),
      );
  };
  const trees: Tree[] = [];
  for (const [name, said] of [
    ["next", "It was opened yesterday."],
    ["old", "It is open."],
  ] as const) {
    const site = siteIn(path.join(folder, name), "minimal");
    site.write("site.yaml", `${site.source("site.yaml")}pdf: newest 2\nshare_images: newest 2\n`);
    write(site, said);
    if (name === "next") site.write("releases/2016-06-01-added.md", releaseFile({ date: "2016-06-01" }, said));
    else site.write("releases/2016-06-02-removed.md", releaseFile({ date: "2016-06-02" }, said));
    const { code, stderr } = await site.build();
    if (code !== 0) throw new Error(stderr);
    trees.push(treeOf(site.output));
  }
  const [next, old] = trees as [Tree, Tree];
  return { folder, site: siteIn(path.join(folder, "next"), undefined), old, next };
}

/** Puts the site and the memory of before the change in the place of all that is there; of a cold build only the site. */
export function putBack({ folder }: Office, isCold: boolean, cacheIn = path.join(folder, "next")): void {
  for (const name of ["_site", "cache"])
    rmSync(path.join(name === "cache" ? cacheIn : path.join(folder, "next"), name), { recursive: true, force: true });
  cpSync(path.join(folder, "old", "_site"), path.join(folder, "next", "_site"), {
    recursive: true,
    preserveTimestamps: true,
  });
  if (!isCold)
    cpSync(path.join(folder, "old", "cache"), path.join(cacheIn, "cache"), {
      recursive: true,
      preserveTimestamps: true,
    });
}

export function treeOf(output: string): Tree {
  return new Map(
    filesIn(output)
      .filter((file) => !/^\.(?:nojekyll|dateline-|git(?:\/|$))/.test(file))
      .map((file) => [file, sha256(readFileSync(path.join(output, file)))]),
  );
}

/** What an output has: the old site, the new one, files of both, none torn and no link dead; or what is wrong. */
export function stateOf({ folder, old, next }: Office): string {
  const output = path.join(folder, "next", "_site");
  if (!existsSync(output)) recover(output);
  if (!existsSync(output)) return "none";
  const there = treeOf(output);
  const is = (tree: Tree) => there.size === tree.size && [...tree].every(([file, hash]) => there.get(file) === hash);
  if (is(old)) return "old";
  if (is(next)) return "new";
  const torn = [...there].filter(([file, hash]) => old.get(file) !== hash && next.get(file) !== hash);
  if (torn.length > 0) return `torn: ${torn[0]?.[0]}`;
  const dead = siteFindings(output).findings.filter(({ severity }) => severity === "error");
  return dead.length > 0 ? `mixed, with an error: ${dead[0]?.file}: ${dead[0]?.message}` : "mixed";
}

/** Starts a build as its user does and ends it after so many milliseconds; without them it runs to its end. */
export async function buildUntil(
  site: TestSite,
  cache: string,
  milliseconds?: number,
  signal: NodeJS.Signals = "SIGKILL",
) {
  const child = spawn(
    process.execPath,
    ["src/cli/command.mjs", "build", "--content", site.content, "--output", site.output, "--cache", cache],
    { env: { ...process.env, NO_COLOR: "1", BUILD_TIME } },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Run>((resolve) =>
    child.once("close", (code) => resolve({ code: code ?? -1, stdout, stderr })),
  );
  if (milliseconds !== undefined) {
    await Promise.race([wait(milliseconds), ended]);
    child.kill(signal);
  }
  return ended;
}

/** Makes Git's folder in an output, so that it is published file by file. */
export function keptByGit({ folder }: Office): void {
  writeFileSync(path.join(folder, "next", "_site", ".git"), "gitdir: elsewhere\n");
}
