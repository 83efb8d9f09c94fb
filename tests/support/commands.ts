import { readdirSync } from "node:fs";
import { buildSync } from "esbuild";

/** Where the compiled commands are. */
export const COMMANDS = ".cache/commands";

/**
 * Compiles the commands once for all tests: to load TypeScript anew takes a third of a small build's time. What is
 * published is the same; the preview's tests start from the sources as its users do.
 */
export default function compileCommands(): void {
  buildSync({
    entryPoints: readdirSync("src/cli").map((name) => `src/cli/${name}`),
    outdir: COMMANDS,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
}
