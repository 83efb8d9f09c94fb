import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { sha256 } from "../model/hash.ts";
import { packaged } from "../roots.ts";

/** Threads that end when the work of which they do a part ends, even if it fails. */
export class Threads {
  readonly #stop = new AbortController();
  readonly #started: Promise<unknown>[] = [];

  /** Starts one, as inThread() does. */
  start<T>(name: string, workerData: unknown): Promise<T> {
    const made = inThread<T>(name, workerData, this.#stop.signal);
    // If something else fails meanwhile, that error is reported.
    made.catch(() => {});
    this.#started.push(made);
    return made;
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#started);
  }
}

/** Half of what V8 takes for values that are soon done with: more saves a thread no time. */
const SPARING = { maxYoungGenerationSizeMb: 24 };

/** Has a file of src/cli/ work in a thread of its own with some data, until the signal stops it, and returns what it says. */
export async function inThread<T>(name: string, workerData: unknown, signal?: AbortSignal): Promise<T> {
  const file = await fileOf(name);
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData, resourceLimits: SPARING }).on("message", resolve).on("error", reject);
    signal?.addEventListener("abort", () => worker.terminate().then(() => reject(signal.reason)));
  });
}

const compiled = new Map<string, Promise<URL>>();

/** Returns the compiled code of a file of src/cli/. */
function fileOf(name: string): Promise<URL> {
  // Compiled, all files are in one folder.
  if (path.extname(import.meta.url) !== ".ts") return Promise.resolve(new URL(`${name}.mjs`, import.meta.url));
  const made = compiled.get(name) ?? compile(name);
  compiled.set(name, made);
  return made;
}

/** A thread of Node 20 reads no TypeScript, even if the first one does. */
async function compile(name: string): Promise<URL> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [packaged(path.join("src", "cli", `${name}.ts`))],
    write: false,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  const code = outputFiles[0]?.text ?? "";
  const file = packaged(path.join(".cache", "threads", `${name}.${sha256(code).slice(0, 10)}.mjs`));
  mkdirSync(path.dirname(file), { recursive: true });
  // Another process may be reading it.
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return pathToFileURL(file);
}
