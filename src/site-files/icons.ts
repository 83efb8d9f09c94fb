import { readFileSync } from "node:fs";
import { sha256 } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { COLOURS, coloursOf } from "../model/site.ts";
import { loadSharp } from "../pictures/files.ts";
import { overridable } from "../roots.ts";

/** The sizes that a favicon.ico holds: a tab, a tab on a dense screen, a shortcut on a desktop. */
const ICO_SIZES = [16, 32, 48];

const PICTURES: Readonly<Record<string, (mark: string) => Promise<Buffer>>> = {
  "favicon.ico": async (mark) => ico(await Promise.all(ICO_SIZES.map((size) => png(mark, size)))),
  // Phones crop the corners of an icon and have no transparency, so that the mark has a white margin.
  "apple-touch-icon.png": (mark) => png(mark, 180, 26),
  "icon-192.png": (mark) => png(mark, 192, 28),
  "icon-512.png": (mark) => png(mark, 512, 75),
};

/** Draws each picture of a mark once in a process. */
const drawn = memoized((file: string, mark: string) => PICTURES[file]?.(mark) ?? "");

/**
 * Returns the site's mark, the vertical block of the header in the site's brand colour: as a drawing for browser tabs, as favicon.ico for
 * programs that request that name, and as pictures for the home screens of phones.
 */
export function iconFiles(press: Press): OutputFile[] {
  const drawing = readFileSync(overridable("assets/icons/mark.svg"), "utf8");
  const mark = drawing.replace(COLOURS.brand, coloursOf(press.site).brand);
  const hash = sha256(mark);
  const pictures = Object.keys(PICTURES).map((file) => ({ file, hash, make: () => drawn(file, mark) }));
  return [{ file: "mark.svg", hash, make: () => mark }, ...pictures];
}

/** Returns the mark as a square picture: with `room`, on a white margin; without, transparent. */
async function png(mark: string, size: number, room = 0): Promise<Buffer> {
  const sharp = await loadSharp();
  const inner = size - 2 * room;
  const drawn = sharp(Buffer.from(mark), { density: (72 * inner) / 32 }).resize(inner, inner);
  const background = "#fff";
  const framed =
    room === 0
      ? drawn
      : drawn.extend({ top: room, bottom: room, left: room, right: room, background }).flatten({ background });
  return framed.png({ compressionLevel: 9, palette: room > 0 }).toBuffer();
}

/** PNG pictures in one ICO file: a header of 6 bytes, 16 bytes for each picture, then the pictures. */
function ico(pictures: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let at = header.length;
  for (const [index, picture] of pictures.entries()) {
    const entry = 6 + 16 * index;
    const size = ICO_SIZES[index] ?? 0;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(picture.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += picture.length;
  }
  return Buffer.concat([header, ...pictures]);
}
