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

/** The bytes of one text after the other: to make room for each takes half as long as writing it. */
const room = Buffer.allocUnsafeSlow(1_000_000);

/** The most bytes of a character, which is one or two units of a text, by unit. */
const WIDEST = 3;

/** Returns the bytes of a text, until the next one is asked for. */
export function bytesFor(text: string): Uint8Array {
  return text.length * WIDEST > room.length ? Buffer.from(text) : room.subarray(0, room.write(text));
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

/** What releases have of which only the place of the text is known. With a getter of its own, each of them would take twice the memory. */
class TextOnDisk {
  readonly #place: TextPlace;

  constructor(place: TextPlace) {
    this.#place = place;
  }

  static placeOf(release: object): TextPlace | undefined {
    return #place in release ? release.#place : undefined;
  }

  get body(): string {
    return bytesAt(this.#place).toString("utf8");
  }

  get quotes(): readonly Quote[] {
    const { open, at, size, quotes } = this.#place;
    return quotes === 0 ? [] : JSON.parse(bytesAt({ open, at: at + size, size: quotes }).toString());
  }
}

/** Returns where the text of a release lies; undefined where it is in memory. */
export const { placeOf } = TextOnDisk;

/** Returns a release that reads its text on demand. It is a copy: V8 takes frozen objects that got another prototype for all of different kinds, and reads each property of them slowly. */
export function withTextAt(fields: FieldsAlone, place: TextPlace): Release {
  return Object.freeze(Object.assign(new TextOnDisk(place), fields));
}
