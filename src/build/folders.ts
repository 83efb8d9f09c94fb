import type { FileCache } from "./file-cache.ts";

/** A folder of files whose names are known only after they are made. Its own name holds a hash over all they are made of. */
interface MadeFolder {
  readonly folder: string;
  make(): Promise<ReadonlyMap<string, Uint8Array>>;
}

/**
 * Makes the missing folders in the cache, and returns the files of all of them, ready to be published. `progress` is called after each
 * one that is made.
 */
export async function makeFolders(
  folders: readonly MadeFolder[],
  kept: FileCache,
  progress: (done: number, of: number) => void = () => {},
) {
  const missing = folders.filter((folder) => listed(folder, kept) === undefined);
  for (const [index, folder] of missing.entries()) {
    const files = await folder.make();
    for (const [name, bytes] of files) kept.put(`${folder.folder}/${name}`, bytes);
    // Last, so that all files exist if it does.
    kept.put(listOf(folder), JSON.stringify([...files.keys()].toSorted()));
    progress(index + 1, missing.length);
  }
  return folders.flatMap((folder) => {
    let again: ReturnType<MadeFolder["make"]> | undefined;
    return (listed(folder, kept) ?? []).map((name) => {
      const file = `${folder.folder}/${name}`;
      const make = async () => {
        again ??= folder.make();
        return (await again).get(name) ?? Promise.reject(new Error(`The folder ${folder.folder} has no ${name} now.`));
      };
      return { file, hash: file, costly: true, make };
    });
  });
}

/** The file in the cache that names the files of a folder. */
function listOf({ folder }: MadeFolder): string {
  return `${folder}.list`;
}

/** Returns the names of a folder's files; undefined if any of them is missing. */
function listed(folder: MadeFolder, kept: FileCache): string[] | undefined {
  const list = kept.get(listOf(folder));
  const names = list && (JSON.parse(list.toString("utf8")) as string[]);
  return names?.every((name) => kept.sizeOf(`${folder.folder}/${name}`) !== undefined) ? names : undefined;
}
