import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { systemSentence } from "../reporting/system-error.mjs";

/** Where compiled commands are kept: a folder for each state of the sources, for some days. */
const COMPILED = path.join(".cache", "commands");
const DAYS = 3;

/**
 * Starts a command: `node src/cli/command.mjs check --changed`. Node 20 reads no TypeScript, and to translate each file when it is
 * loaded takes longer than most commands: so all are compiled together, once for each state of the sources.
 */
try {
  await start(process.argv[2] ?? "");
} catch (error) {
  const sentence = systemSentence(error);
  console.error(sentence === undefined ? error : `✗ ${sentence}`);
  process.exitCode = 1;
}

/** @param {string} command */
async function start(command) {
  const folder = path.join(COMPILED, stateOfSources());
  if (!existsSync(folder)) {
    await compileInto(folder);
    forgetOld();
  }
  const file = path.resolve(folder, `${command}.mjs`);
  if (existsSync(file)) {
    process.argv.splice(1, 2, file);
    if (process.env.DEBUG) process.setSourceMapsEnabled(true);
    await import(pathToFileURL(file).href);
  } else {
    console.error(`✗ There is no command “${command}” in src/cli/.`);
    process.exitCode = 1;
  }
}

/** One hash over all that compiling depends on. */
function stateOfSources() {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => /\.m?[jt]s$/.test(name));
  const files = [
    ...sources.toSorted().map((name) => path.join("src", name)),
    "eleventy.config.ts",
    "package-lock.json",
  ];
  const hash = createHash("sha256");
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(name));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Nobody finds the folder before it is whole.
 * @param {string} whole
 */
async function compileInto(whole) {
  const { build } = await import("esbuild");
  const unfinished = `${whole}.${process.pid}`;
  // Of a folder that cannot be made, esbuild says so once for each file.
  mkdirSync(unfinished, { recursive: true });
  await build({
    entryPoints: readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.join(import.meta.dirname, name)),
    outdir: unfinished,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "error",
  });
  try {
    renameSync(unfinished, whole);
  } catch {
    // Another process was first.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function forgetOld() {
  const old = Date.now() - DAYS * 86_400_000;
  for (const name of readdirSync(COMPILED)) {
    const other = path.join(COMPILED, name);
    // Another process may be making or removing its own.
    const made = statSync(other, { throwIfNoEntry: false })?.mtimeMs ?? old;
    if (made < old) rmSync(other, { recursive: true, force: true });
  }
}
