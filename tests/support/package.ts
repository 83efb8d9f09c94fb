import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Run } from "./command.ts";

/** Runs a program in a folder, as somebody does who has nothing of this repository. */
export function runIn(folder: string, program: string, ...args: readonly string[]): Promise<Run> {
  const { BUILD_TIME: _, ...env } = process.env;
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
  return packedFrom(".", folder);
}

/**
 * Packs the first version of Dateline that could be packed. Where the repository's history is not there, it is this one under an
 * older number.
 */
export function firstTarballIn(folder: string): string {
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
  return packedFrom(source, folder);
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

function packedFrom(source: string, folder: string): string {
  const said = execFileSync("npm", ["pack", "--json", "--pack-destination", path.resolve(folder)], {
    cwd: source,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [made] = JSON.parse(said.slice(said.indexOf("["))) as readonly { readonly filename: string }[];
  return path.join(path.resolve(folder), made?.filename ?? "");
}
