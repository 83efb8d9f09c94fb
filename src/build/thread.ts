import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";
import { sha256 } from "../model/hash.ts";
import { packaged } from "../roots.ts";

/** The memory for values that are soon done with. V8 would take four times as much or, from Node 24 on, ten times: that saves a thread no time. */
const SPARING = { maxYoungGenerationSizeMb: 12 };

/**
 * Runs a program of src/cli/ in a thread of its own, which writes to this process's output, and returns its exit code. Only the memory of a
 * thread can be limited.
 */
export async function exitCodeInThread(
  name: string,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  workerData: unknown,
): Promise<number> {
  const worker = new Worker(await fileOf(name), { argv: [...argv], env, workerData, resourceLimits: SPARING });
  return new Promise((resolve, reject) => worker.on("error", reject).on("exit", resolve));
}

/** A thread of its own with a file of src/cli/, which answers one request after the other (see answering()) until it is ended. */
export class Thread {
  readonly #worker: Promise<Worker>;
  #begun: Worker | undefined;
  #failure: unknown;
  /** Tells who waits for an answer that there is none. */
  #refuse: ((failure: unknown) => void) | undefined;

  constructor(name: string, resourceLimits: ResourceLimits = SPARING) {
    const fail = (failure: unknown) => {
      this.#failure ??= failure;
      this.#refuse?.(this.#failure);
    };
    const ended = () => fail(new Error(`The thread ${name} ended before it had finished. Is there too little memory?`));
    this.#worker = fileOf(name).then((file) => {
      this.#begun = new Worker(file, { resourceLimits }).on("error", fail).on("exit", ended);
      return this.#begun;
    });
    // Only who asks is told.
    this.#worker.catch(() => {});
  }

  /**
   * Returns the answer to a request, and keeps nothing of it. A thread that has begun is asked at once, even if the one that asks then works
   * without a pause. A thread that fails, or was ended, answers with an error.
   */
  async ask<T>(request: unknown): Promise<T> {
    const worker = this.#begun ?? (await this.#worker);
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure);
      this.#refuse = reject;
      worker.once("message", (answer: T) => {
        this.#refuse = undefined;
        resolve(answer);
      });
      worker.postMessage(request);
    });
  }

  /** Returns the answer to its last request, and ends. */
  async askLast<T>(request: unknown): Promise<T> {
    try {
      return await this.ask<T>(request);
    } finally {
      await this.end();
    }
  }

  /** Waits until it has begun. It cannot begin while the thread that opened it works without a pause. */
  async begun(): Promise<void> {
    await this.#worker;
  }

  async end(): Promise<void> {
    await this.#worker.then((worker) => worker.terminate()).catch(() => {});
  }
}

/** Threads that end when the work of which they do a part ends, even if it fails. */
export class Threads {
  readonly #open: Thread[] = [];

  open(name: string): Thread {
    const thread = new Thread(name);
    this.#open.push(thread);
    return thread;
  }

  /** Returns a function that asks one thread of a name, which is opened with the first request. */
  asking<Request, Answer>(name: string): (request: Request) => Promise<Answer> {
    let thread: Thread | undefined;
    return (request) => {
      thread ??= this.open(name);
      return thread.ask<Answer>(request);
    };
  }

  /** Waits until all have begun. */
  async begun(): Promise<void> {
    await Promise.all(this.#open.map((thread) => thread.begun()));
  }

  async end(): Promise<void> {
    await Promise.all(this.#open.map((thread) => thread.end()));
  }
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
