import { readSync, writeSync } from "node:fs";
import type { Quote, Release } from "../model/release.ts";

/** Where some bytes lie in an open file, which all threads of a process share. */
export interface Place {
  readonly open: number;
  readonly at: number;
  readonly size: number;
}

/** Returns the bytes at a place. */
export function bytesAt({ open, at, size }: Place): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  readSync(open, bytes, 0, size, at);
  return bytes;
}

/** Writes all bytes into an open file. If the disk is full, the system's error says so. */
export function writeAt(open: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(open, bytes, done, bytes.length - done, at + done);
}

/** Where the text of a release lies, and how many bytes after it are its quotes (JSON). */
export interface TextPlace extends Place {
  readonly quotes: number;
}

/** The fields of a release besides those that are read on demand. */
export type FieldsAlone = Omit<Release, "body" | "quotes">;

const places = new WeakMap<object, TextPlace>();

/** Returns where the text of a release lies; undefined where it is in memory. */
export function placeOf(release: Release): TextPlace | undefined {
  return places.get(release);
}

/** What releases have of which only the place of the text is known. With a getter of its own, each of them would take twice the memory. */
class TextOnDisk {
  get body(): string {
    const place = places.get(this);
    return place ? bytesAt(place).toString("utf8") : "";
  }

  get quotes(): readonly Quote[] {
    const { open, at = 0, size = 0, quotes = 0 } = places.get(this) ?? {};
    return open === undefined || quotes === 0
      ? []
      : JSON.parse(bytesAt({ open, at: at + size, size: quotes }).toString());
  }
}

/** Returns a release that reads its text on demand. It is a copy: V8 takes frozen objects that got another prototype for all of different kinds, and reads each property of them slowly. */
export function withTextAt(fields: FieldsAlone, place: TextPlace): Release {
  const release: Release = Object.assign(new TextOnDisk(), fields);
  places.set(release, place);
  return Object.freeze(release);
}
