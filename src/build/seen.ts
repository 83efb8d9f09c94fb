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

/** What is in a folder, by its path. The numbers stay where the thread left them: an object for each of many files takes longer than to list them. */
export class There {
  readonly #places: ReadonlyMap<string, number>;
  readonly #seen: Seen;

  constructor(seen: Seen) {
    const files = seen.names === "" ? [] : seen.names.split("\0");
    this.#places = new Map(files.map((file, place) => [file, place]));
    this.#seen = seen;
  }

  /** Returns the paths of all that is none of some files, links and the like included. */
  besides(files: ReadonlyMap<string, unknown>): string[] {
    const others: string[] = [];
    for (const [file, place] of this.#places)
      if (Number.isNaN(this.#seen.sizes[place]) || !files.has(file)) others.push(file);
    return others;
  }

  hasFile(file: string): boolean {
    return !Number.isNaN(this.#seen.sizes[this.#places.get(file) ?? -1] ?? Number.NaN);
  }

  /** Whether a file has a size and was last written at a time, in milliseconds. */
  isAs(file: string, { size, mtime }: { readonly size: number; readonly mtime: number }): boolean {
    const place = this.#places.get(file) ?? -1;
    return this.#seen.sizes[place] === size && this.#seen.times[place] === mtime;
  }
}
