import { closeSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { bytesAt, type Place, writeAt } from "../content/release-cache.ts";

/** Where something lies whose parts follow each other, and the size of each. */
export interface Slice extends Place {
  readonly sizes: readonly number[];
}

/** Bytes of which several files are made. They are made once, and lie in a file until then, because those of a large site fill the memory. */
export class Scratch {
  readonly #open: number;
  #end = 0;
  readonly slices = new Map<string, Slice>();

  /** `open` is a file that only this writes into. */
  constructor(open: number) {
    this.#open = open;
  }

  /** Returns the parts of a name, which are made if nobody did. */
  once(name: string, make: () => readonly Uint8Array[]): readonly Uint8Array[] {
    const known = this.slices.get(name);
    if (known) return partsAt(known);
    const parts = make();
    const at = this.#end;
    for (const part of parts) {
      writeAt(this.#open, part, this.#end);
      this.#end += part.length;
    }
    this.slices.set(name, { open: this.#open, at, size: this.#end - at, sizes: parts.map(({ length }) => length) });
    return parts;
  }

  /** Adds what another thread has made. */
  add(slices: ReadonlyMap<string, Slice>): void {
    for (const [name, slice] of slices) this.slices.set(name, slice);
  }
}

function partsAt({ sizes, ...place }: Slice): readonly Uint8Array[] {
  const bytes = bytesAt(place);
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return bytes.subarray(from - size, from);
  });
}

/** Scratch files of a build: nobody else finds them, and they are gone when they are closed, or the process ends. */
export class ScratchFiles {
  readonly #cacheDir: string;
  readonly #opened: number[] = [];

  constructor(cacheDir: string) {
    this.#cacheDir = cacheDir;
  }

  /** Opens one. */
  open(): number {
    const file = path.join(this.#cacheDir, `scratch-${this.#opened.length}`);
    rmSync(file, { recursive: true, force: true });
    const opened = openSync(file, "wx+");
    this.#opened.push(opened);
    rmSync(file);
    return opened;
  }

  close(): void {
    for (const opened of this.#opened) closeSync(opened);
  }
}
