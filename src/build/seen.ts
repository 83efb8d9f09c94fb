import { lstatSync } from "node:fs";
import { entriesIn } from "./tree.ts";

/** Everything in a folder, as threads hand it over quickly: all paths, and the size and time of each file; NaN for what is no file. */
export interface Seen {
  readonly names: string;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
}

/** Lists a folder. A large output takes half a second. */
export function seenIn(folder: string): Seen {
  const entries = entriesIn(folder);
  const [sizes, times] = [new Float64Array(entries.length), new Float64Array(entries.length)];
  for (const [index, { file, isFile }] of entries.entries()) {
    const stats = isFile ? lstatSync(`${folder}/${file}`, { throwIfNoEntry: false }) : undefined;
    sizes[index] = stats?.size ?? Number.NaN;
    times[index] = stats?.mtimeMs ?? Number.NaN;
  }
  return { names: entries.map(({ file }) => file).join("\0"), sizes, times };
}

/** By its path, the size and time of each file; undefined for a link and the like. */
export type There = ReadonlyMap<string, { readonly size: number; readonly mtime: number } | undefined>;

export function thereIn({ names, sizes, times }: Seen): There {
  const files = names === "" ? [] : names.split("\0");
  return new Map(
    files.map((file, index) => {
      const [size = Number.NaN, mtime = Number.NaN] = [sizes[index], times[index]];
      return [file, Number.isNaN(size) ? undefined : { size, mtime }];
    }),
  );
}
