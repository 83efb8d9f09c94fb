import path from "node:path";
import { Worker } from "node:worker_threads";

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

/** Has a file of src/cli/ work in a thread of its own with some data, until the signal stops it, and returns what it says. */
export function inThread<T>(name: string, workerData: unknown, signal?: AbortSignal): Promise<T> {
  const extension = path.extname(import.meta.url);
  // Compiled, all files are in one folder.
  const file = new URL(extension === ".ts" ? `../cli/${name}.ts` : `${name}.mjs`, import.meta.url).href;
  // A thread of Node 20 does not read TypeScript because the first one does (privatenumber/tsx#354): it is told how.
  const start = `import(${JSON.stringify(file)})`;
  const tsx = extension === ".ts" ? JSON.stringify(import.meta.resolve("tsx/esm/api")) : undefined;
  const code = tsx ? `import(${tsx}).then(({ register }) => { register(); return ${start}; })` : start;
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData }).on("message", resolve).on("error", reject);
    signal?.addEventListener("abort", () => worker.terminate().then(() => reject(signal.reason)));
  });
}
