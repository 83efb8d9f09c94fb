#!/usr/bin/env node
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { systemSentence } from "../reporting/system-error.mjs";

/** The package's folder. */
const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

/** The cache of compiled sources: a folder for each state of them, for some days. */
const COMPILED = path.join(PACKAGE, ".cache", "commands");
const DAYS = 3;

/** The oldest Node that runs Dateline; package.json says it too. */
const OLDEST = [20, 19];

/** Starts `dateline COMMAND`. A published package contains compiled code; the code of this repository is compiled when it has changed. */
try {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < (OLDEST[0] ?? 0) || (major === OLDEST[0] && minor < (OLDEST[1] ?? 0))) {
    console.error(
      `✗ Dateline needs Node.js ${OLDEST.join(".")} or newer, and this is ${process.versions.node}: https://nodejs.org`,
    );
    process.exitCode = 1;
  } else {
    // From Node 22.1 on: what was compiled once starts sooner.
    if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") {
      const { directory } = module.enableCompileCache();
      // Threads take it from here.
      if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
    }
    await import(pathToFileURL(await program()).href);
  }
} catch (error) {
  const sentence = systemSentence(error);
  console.error(sentence === undefined ? error : `✗ ${sentence}`);
  process.exitCode = 1;
}

/** Returns the file to run. */
async function program() {
  const source = path.join(PACKAGE, "src", "cli", "dateline.ts");
  if (!existsSync(source)) return path.join(PACKAGE, "dist", "dateline.mjs");
  const folder = path.join(COMPILED, stateOfSources());
  if (!existsSync(folder)) {
    const { compileInto } = await import("./compile.mjs");
    try {
      await compileInto(folder);
    } catch (error) {
      // Before `npm ci` there is no compiler, but a Node that reads TypeScript can run a command without dependencies.
      if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
      if ("typescript" in process.features && process.features.typescript) return source;
      throw Object.assign(new Error("The packages of Dateline are not there. Run: npm ci"), { stack: undefined });
    }
    forgetOld();
  }
  return path.join(folder, "dateline.mjs");
}

/** Returns a hash over all files on which compiling depends. */
function stateOfSources() {
  const folder = path.join(PACKAGE, "src");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.m?[jt]s$/.test(name));
  const files = [
    ...sources.toSorted().map((name) => path.join("src", name)),
    "eleventy.config.ts",
    "package-lock.json",
  ];
  const hash = createHash("sha256");
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(path.join(PACKAGE, name)));
  return hash.digest("hex").slice(0, 16);
}

function forgetOld() {
  const old = Date.now() - DAYS * 86_400_000;
  for (const name of readdirSync(COMPILED)) {
    const other = path.join(COMPILED, name);
    // Another process may be making or removing a folder.
    const made = statSync(other, { throwIfNoEntry: false })?.mtimeMs ?? old;
    if (made < old) rmSync(other, { recursive: true, force: true });
  }
}
