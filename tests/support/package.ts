import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import type { Run } from "./command.ts";

/** What npm fetched once is not asked for again, and what `npx` installs goes when the test is over. */
const npm = mkdtempSync(path.join(tmpdir(), "dateline-npm-"));
const fetched = execFileSync("npm", ["config", "get", "cache"], { encoding: "utf8" }).trim();
mkdirSync(path.join(fetched, "_cacache"), { recursive: true });
symlinkSync(path.join(fetched, "_cacache"), path.join(npm, "_cacache"));
const NPM = { npm_config_cache: npm, npm_config_prefer_offline: "true" };
afterAll(() => rmSync(npm, { recursive: true, force: true }));

/** Runs a program in a folder, as somebody does who has nothing of this repository. */
export function runIn(folder: string, program: string, ...args: readonly string[]): Promise<Run> {
  const { BUILD_TIME: _, ...env }: NodeJS.ProcessEnv = { ...process.env, ...NPM };
  return new Promise((resolve) =>
    execFile(
      program,
      args,
      { cwd: folder, env: { ...env, NO_COLOR: "1" }, maxBuffer: 50_000_000 },
      (error, stdout, stderr) =>
        resolve({ code: error ? (typeof error.code === "number" ? error.code : -1) : 0, stdout, stderr }),
    ).stdin?.end(),
  );
}

/** Packs this version of Dateline into a folder; returns its tarball. */
export function tarballIn(folder: string): string {
  const said = execFileSync("npm", ["pack", "--json", "--pack-destination", path.resolve(folder)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [made] = JSON.parse(said.slice(said.indexOf("["))) as readonly { readonly filename: string }[];
  return path.join(path.resolve(folder), made?.filename ?? "");
}

/**
 * Puts the first version of Dateline that could be packed into a folder; returns its program. Where the repository's history is not
 * there, it is this one under an older number.
 */
export function firstVersionIn(folder: string): string {
  const source = path.join(folder, "first");
  mkdirSync(source);
  const first = firstPackable();
  if (first)
    execFileSync("tar", ["-x", "-C", source], {
      input: execFileSync("git", ["archive", first], { maxBuffer: 200_000_000 }),
    });
  else {
    for (const name of readdirSync(".").filter((other) => !/^(?:\.git|\.cache|_site|dist|node_modules)$/.test(other)))
      cpSync(name, path.join(source, name), { recursive: true });
    const file = path.join(source, "package.json");
    const written = JSON.parse(readFileSync(file, "utf8")) as object;
    writeFileSync(file, JSON.stringify({ ...written, version: "0.0.1" }));
  }
  symlinkSync(path.resolve("node_modules"), path.join(source, "node_modules"));
  return path.join(source, "src", "cli", "command.mjs");
}

function firstPackable(): string | undefined {
  if (!existsSync(".git")) return undefined;
  const found = execFileSync(
    "git",
    ["log", "--reverse", "--format=%H", '-S"dateline": "src/cli/command.mjs"', "--", "package.json"],
    {
      encoding: "utf8",
    },
  );
  return found.split("\n")[0] || undefined;
}
