import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BuildOptions } from "esbuild";
import { sha256 } from "../model/hash.ts";

/** A bundle, with the files that went into it and a hash over them. */
interface Bundle {
  readonly files: readonly string[];
  readonly hash: string;
  readonly text: string;
}

/** Cache: what was asked for → its bundle. */
const known = new Map<string, Bundle>();

/** Where bundles are kept for the next process. */
interface Kept {
  get(file: string): Uint8Array | undefined;
  put(file: string, content: string): void;
}

let kept: { readonly files: Kept; readonly version: string } | undefined;

/** Keeps bundles from here on, because to start the bundler takes half a second. `version` is that of the code. */
export function keepBundles(files: Kept, version: string): void {
  kept = { files, version };
}

/** Keeps none from here on: the folder may be gone. */
export function forgetKept(): void {
  kept = undefined;
}

/** Bundles a script or a style sheet for browsers: once in a process, as long as its files stay as they are. */
export function bundle(options: BuildOptions): string {
  const key = JSON.stringify(options);
  const name = kept && `bundles/${sha256(kept.version, key).slice(0, 32)}.json`;
  const found = known.get(key) ?? (name === undefined ? undefined : readBundle(kept?.files.get(name)));
  if (found && found.hash === hashOf(found.files)) {
    known.set(key, found);
    return found.text;
  }
  // Loaded only where something is bundled.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { outputFiles = [], metafile } = buildSync({
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    legalComments: "none",
    target: ["chrome111", "firefox113", "safari16.4"],
    ...options,
  });
  const files = Object.keys(metafile?.inputs ?? {}).filter(existsSync);
  const text = outputFiles[0]?.text ?? "";
  const made = { files, hash: hashOf(files), text };
  known.set(key, made);
  if (name !== undefined) kept?.files.put(name, JSON.stringify(made));
  return text;
}

function readBundle(bytes: Uint8Array | undefined): Bundle | undefined {
  return bytes && (JSON.parse(Buffer.from(bytes).toString("utf8")) as Bundle);
}

function hashOf(files: readonly string[]): string {
  return sha256(...files.map((file) => (existsSync(file) ? readFileSync(file) : "")));
}
