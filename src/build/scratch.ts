import { closeSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { bytesAt, bytesFor, type Place, writeAt } from "../content/text-on-disk.ts";

/** Bytes of which several files are made. They are made once, and lie in a file until then, because those of a large site fill the memory. */
export class Scratch {
  readonly #open: number;
  #end = 0;
  readonly places = new Map<string, readonly Place[]>();

  /** `open` is a file that only this writes into. */
  constructor(open: number) {
    this.#open = open;
  }

  /** Returns a part of those of a name, which are made if nobody made this one. */
  part(name: string, place: number, make: () => readonly string[]): Uint8Array {
    const known = this.places.get(name)?.[place];
    if (known) return bytesAt(known);
    const places = make().map((part) => {
      const bytes = bytesFor(part);
      writeAt(this.#open, bytes, this.#end);
      this.#end += bytes.length;
      return { open: this.#open, at: this.#end - bytes.length, size: bytes.length };
    });
    this.places.set(name, places);
    return bytesAt(partOf(places, place));
  }

  /** Adds what another thread has made. */
  add(places: ReadonlyMap<string, readonly Place[]>): void {
    for (const [name, parts] of places) this.places.set(name, parts);
  }
}

/** Returns a part by its place. @throws if there are fewer parts. */
export function partOf<T>(parts: readonly T[], place: number): T {
  const part = parts[place];
  if (part === undefined) throw new RangeError(`There is no part ${place}.`);
  return part;
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
