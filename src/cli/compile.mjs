import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * Compiles all commands into a folder, because Node 20 reads no TypeScript, and translating each file when it is loaded takes longer
 * than most commands. The folder appears only when it is complete.
 * @param {string} whole
 */
export async function compileInto(whole) {
  const { build } = await import("esbuild");
  const unfinished = `${whole}.${process.pid}`;
  // If the folder cannot be made, esbuild would report it once for each file.
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

// `npm pack` has the package's code compiled.
if (process.argv[1] === import.meta.filename) {
  rmSync("dist", { recursive: true, force: true });
  await compileInto("dist");
}
