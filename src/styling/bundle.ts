import { existsSync, readFileSync } from "node:fs";
import { type BuildOptions, buildSync } from "esbuild";
import { sha256 } from "../model/hash.ts";

/** Cache: what was asked for → its text, with the files that went into it and a hash over them. */
const known = new Map<string, { readonly files: readonly string[]; readonly hash: string; readonly text: string }>();

/** Bundles a script or a style sheet for browsers: once in a process, as long as its files stay as they are. */
export function bundle(options: BuildOptions): string {
  const key = JSON.stringify(options);
  const found = known.get(key);
  if (found && found.hash === hashOf(found.files)) return found.text;
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
  known.set(key, { files, hash: hashOf(files), text });
  return text;
}

function hashOf(files: readonly string[]): string {
  return sha256(...files.map((file) => (existsSync(file) ? readFileSync(file) : "")));
}
