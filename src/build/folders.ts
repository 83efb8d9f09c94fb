import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { filesIn } from "./publish.ts";

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
    for (const [file, bytes] of await make()) {
      mkdirSync(path.dirname(path.join(part, file)), { recursive: true });
      writeFileSync(path.join(part, file), bytes);
    }
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
