import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { filesIn } from "./publish.ts";

/** A file to be made. One that is costly has a name that holds a hash over all it is made of. */
interface Made {
  readonly file: string;
  readonly costly?: boolean;
  make(sizeOf: (file: string) => number | undefined): Uint8Array | string | Promise<Uint8Array>;
}

/**
 * Makes files into a folder, several at a time. Costly ones (pictures, fonts) are kept in the cache by their name, so
 * that they are made once, even where the output is lost. `progress` is called after each costly one that had to be made.
 */
export async function makeFiles(
  files: readonly Made[],
  folder: string,
  cacheDir: string,
  progress: (done: number, of: number) => void = () => {},
): Promise<void> {
  const store = path.join(cacheDir, "made");
  const missing = files.filter(({ file, costly }) => costly && !existsSync(path.join(store, file)));
  const sizeOf = (file: string) => statSync(path.join(store, file), { throwIfNoEntry: false })?.size;
  let done = 0;
  const queue = [...missing];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // Written aside and renamed: a build that is cut off leaves no half picture behind.
      write(path.join(store, `${next.file}.part`), await next.make(sizeOf));
      renameSync(path.join(store, `${next.file}.part`), path.join(store, next.file));
      progress(++done, missing.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  for (const { file, costly, make } of files) {
    const target = path.join(folder, file);
    if (costly) {
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(path.join(store, file), target);
    } else write(target, await make(sizeOf));
  }
}

/** Forgets what is kept of files that the site has no more. */
export function forgetMade(cacheDir: string, files: ReadonlySet<string>): void {
  const store = path.join(cacheDir, "made");
  for (const file of filesIn(store)) if (!files.has(file)) rmSync(path.join(store, file));
}

function write(file: string, bytes: Uint8Array | string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
