import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { attempt } from "../model/attempt.ts";
import { sha256 } from "../model/hash.ts";

/** A part of a font under a name of its own. */
export interface Typeface {
  readonly family: string;
  readonly characters: ReadonlySet<number>;
  /** One file for each weight and slant. */
  readonly files: readonly Buffer[];
}

const FOLDER = path.join(".cache", "typst");

/** The length of the hash at the beginning of a file. */
const PROOF = 64;

/** Returns a part of a font that an earlier process made, else makes and keeps it: to make one takes 20 to 50 ms. `key` names all it is made of. */
export async function cachedTypeface(
  key: string,
  make: () => Promise<Typeface | undefined>,
): Promise<Typeface | undefined> {
  const file = path.join(FOLDER, key);
  const there = read(file);
  if (there) return there;
  const made = await make();
  if (made) write(file, made);
  return made;
}

/** Reads a file; a damaged one counts as missing. */
function read(file: string): Typeface | undefined {
  const bytes = attempt(() => readFileSync(file)) ?? Buffer.alloc(0);
  const content = bytes.subarray(PROOF);
  return sha256(content) === bytes.toString("latin1", 0, PROOF) ? (deserialize(content) as Typeface) : undefined;
}

/** Writes a file under another name and renames it, because threads of a build make the same fonts. If it cannot be written, fonts are made each time. */
function write(file: string, typeface: Typeface): void {
  const content = serialize(typeface);
  attempt(() => {
    mkdirSync(FOLDER, { recursive: true });
    const aside = `${file}.${process.pid}.${process.hrtime.bigint()}`;
    writeFileSync(aside, Buffer.concat([Buffer.from(sha256(content), "latin1"), content]));
    renameSync(aside, file);
  });
}
