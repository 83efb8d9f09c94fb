import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { filesIn, removeEmptyFolders } from "./publish.ts";

/** A file to be made. One that is costly has a name that holds a hash over all it is made of. */
interface Made {
  readonly file: string;
  readonly costly?: boolean;
  make(): Uint8Array | string | Promise<Uint8Array>;
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
  let done = 0;
  const queue = [...missing];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // Written aside and renamed: a build that is cut off leaves no half picture behind.
      write(path.join(store, `${next.file}.part`), await next.make());
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
    } else write(target, await make());
  }
}

/** A folder of files whose names are known only when they are made; its own holds a hash over all they are made of. */
interface MadeFolder {
  readonly folder: string;
  make(): Promise<ReadonlyMap<string, Uint8Array>>;
}

/**
 * Makes folders into the cache, those that are not there yet, and returns the files in all of them, ready to be
 * published. `progress` is called after each that had to be made.
 */
export async function makeFolders(
  folders: readonly MadeFolder[],
  cacheDir: string,
  progress: (done: number, of: number) => void = () => {},
) {
  const store = path.join(cacheDir, "made");
  const missing = folders.filter(({ folder }) => !existsSync(path.join(store, folder)));
  for (const [index, { folder, make }] of missing.entries()) {
    const place = path.join(store, folder);
    const part = `${place}.part`;
    rmSync(part, { recursive: true, force: true });
    for (const [file, bytes] of await make()) write(path.join(part, file), bytes);
    renameSync(part, place);
    progress(index + 1, missing.length);
  }
  return folders.flatMap(({ folder }) =>
    filesIn(path.join(store, folder))
      .toSorted()
      .map((name) => {
        const file = `${folder}/${name}`;
        return { file, fingerprint: file, costly: true, make: () => readFileSync(path.join(store, file)) };
      }),
  );
}

/** Forgets what is kept of files that the site has no more. */
export function forgetMade(cacheDir: string, files: ReadonlySet<string>): void {
  const store = path.join(cacheDir, "made");
  const superfluous = filesIn(store).filter((file) => !files.has(file));
  for (const file of superfluous) rmSync(path.join(store, file));
  if (superfluous.length > 0) removeEmptyFolders(store);
}

function write(file: string, bytes: Uint8Array | string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
