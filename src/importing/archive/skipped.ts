import { closeSync, openSync, readSync } from "node:fs";
import { foreignBytes, foreignText } from "../foreign.ts";

/** Bytes of a file's beginning by which its kind is told. */
const HEAD = 4096;

const BESIDE: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    /\.(?:jpe?g|png|webp|avif|gif|tiff?|heic|bmp|svg|ico)$/i,
    "A picture: it goes beside the release whose text names it.",
  ],
  [
    /\.(?:pdf|xlsx?|pptx?|ods|odp|csv|tsv|zip)$/i,
    "A document: it goes beside the release whose text names it. If it is a release itself, copy its text into a text file or a Word document.",
  ],
];

/** Why a file of an archive is not imported by itself. */
export function reasonToSkip(file: string): string {
  const beside = BESIDE.find(([pattern]) => pattern.test(file))?.[1];
  if (beside !== undefined) return beside;
  const bytes = beginningOf(file);
  return (
    foreignBytes(bytes) ??
    foreignText(file, Buffer.from(bytes).toString("utf8")) ??
    "It is of no kind that can be imported: .md, .html, .txt, .docx, .eml, .mht."
  );
}

function beginningOf(file: string): Uint8Array {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.subarray(0, readSync(handle, bytes, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}
