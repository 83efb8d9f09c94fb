/** Windows, Unicode, English (United States): the records that every program reads. */
const ENCODING = [3, 1, 0x409] as const;

/**
 * Returns a font (TrueType or OpenType) under another name. The parts of a font that Fontsource cuts, and all weights of a variable
 * font, have one name: a program that sets text would find only one of them by it.
 */
export function named(
  font: Uint8Array,
  { family, isItalic }: { readonly family: string; readonly isItalic: boolean },
): Buffer {
  const bytes = Buffer.from(font);
  const entry = directoryEntry(bytes, "name");
  if (entry === undefined) return bytes;
  const table = nameTable({
    1: family,
    2: isItalic ? "Italic" : "Regular",
    4: isItalic ? `${family} Italic` : family,
    6: family.replaceAll(" ", "-"),
  });
  // The table stands behind all others: nothing else has to move.
  const offset = Math.ceil(bytes.length / 4) * 4;
  const whole = Buffer.alloc(offset + table.length);
  bytes.copy(whole);
  table.copy(whole, offset);
  whole.writeUInt32BE(offset, entry + 8);
  whole.writeUInt32BE(table.length, entry + 12);
  return whole;
}

/** Returns where the directory of a font tells of a table. */
function directoryEntry(bytes: Buffer, tag: string): number | undefined {
  const count = bytes.length < 12 ? 0 : bytes.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => 12 + index * 16);
  return entries.find((at) => bytes.toString("latin1", at, at + 4) === tag);
}

function nameTable(names: Readonly<Record<number, string>>): Buffer {
  const texts = Object.entries(names).map(([id, text]) => [Number(id), Buffer.from(text, "utf16le").swap16()] as const);
  const head = Buffer.alloc(6 + texts.length * 12);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  for (const [index, [id, text]] of texts.entries())
    for (const [place, value] of [...ENCODING, id, text.length, at].entries()) {
      head.writeUInt16BE(value, 6 + index * 12 + place * 2);
      if (place === 5) at += text.length;
    }
  return Buffer.concat([head, ...texts.map(([, text]) => text)]);
}
