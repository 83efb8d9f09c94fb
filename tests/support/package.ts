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
import { afterAll, expect } from "vitest";
import type { Run } from "./command.ts";

/** The answers of an office, for `init`. */
export const ANSWERS = [
  ["--name", "Ministry of Health"],
  ["--languages", "en,ru"],
  ["--country", "BY"],
  ["--timezone", "Europe/Minsk"],
  ["--phone", "+375 17 327 48 76"],
  ["--email", "press@health.gov.by"],
  ["--brand", "#224466"],
  ["--origin", "https://press.health.gov.by"],
].flat();

/** The program that npm put there: `npx` finds the same in half a second. */
export const PROGRAM = "node_modules/.bin/dateline";

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

/** What a run said that went well. */
export async function good(run: Promise<Run>): Promise<string> {
  const { code, stdout, stderr } = await run;
  expect({ code, stderr: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

export const releasesIn = (office: string): string[] => readdirSync(path.join(office, "content", "releases"));

/** Takes a part of a file out of it, or changes it. */
export function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

/** Runs git in an office. */
export const gitIn = (office: string, ...args: readonly string[]): Promise<Run> =>
  runIn(office, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", ...args);

/** Has the first version of Dateline make an office in a folder, and prepares its example to be published; returns the office's folder. */
export async function firstOfficeIn(folder: string): Promise<string> {
  const office = path.join(folder, "old-press");
  const init = [firstVersionIn(folder), "init", "old-press", ...ANSWERS, "--no-install"];
  await good(runIn(folder, process.execPath, ...init));
  const [example = ""] = releasesIn(office);
  edit(path.join(office, "content/releases", example), /^draft: .*\n/m, "");
  // That example had a quote to be filled in.
  edit(path.join(office, "content/releases", example), /\n> [\s\S]*$|$/, "\n");
  return office;
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

/** Puts Dateline into a folder as an install does, with links to those of this repository's packages that are wanted; returns its program. */
export function installedIn(folder: string, tarball: string, isWanted: (name: string) => boolean = () => true): string {
  const dateline = path.join(folder, "node_modules", "dateline");
  mkdirSync(dateline, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", dateline]);
  link(folder, readdirSync("node_modules").filter(isWanted));
  return path.join(dateline, "src", "cli", "command.mjs");
}

/** Links packages of this repository into a folder. */
export function link(folder: string, names: readonly string[]): void {
  for (const name of names) symlinkSync(path.resolve("node_modules", name), path.join(folder, "node_modules", name));
}

/**
 * Puts the first version of Dateline that could be packed into a folder; returns its program. Where the repository's history is not
 * there, it is this one under an older number.
 */
function firstVersionIn(folder: string): string {
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
