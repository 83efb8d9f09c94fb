import path from "node:path";
import { Worker } from "node:worker_threads";

/** Has a file of src/cli/ work in a thread of its own with some data, and returns what it says. */
export function inThread<T>(name: string, workerData: unknown): Promise<T> {
  const extension = path.extname(import.meta.url);
  // Compiled, all files are in one folder.
  const file = new URL(extension === ".ts" ? `../cli/${name}.ts` : `${name}.mjs`, import.meta.url).href;
  // A thread of Node 20 does not read TypeScript because the first one does (privatenumber/tsx#354): it is told how.
  const start = `import(${JSON.stringify(file)})`;
  const tsx = extension === ".ts" ? JSON.stringify(import.meta.resolve("tsx/esm/api")) : undefined;
  const code = tsx ? `import(${tsx}).then(({ register }) => { register(); return ${start}; })` : start;
  return new Promise((resolve, reject) => {
    new Worker(code, { eval: true, workerData }).on("message", resolve).on("error", reject);
  });
}
