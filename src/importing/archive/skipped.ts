import { closeSync, openSync, readSync } from "node:fs";
import { foreignBytes, foreignText } from "../foreign.ts";
import { refusal, refusalBy } from "../refusals.ts";

/** Bytes of a file's beginning by which its kind is recognised. */
const HEAD = 4096;

/** Why a file of an archive is not imported by itself. */
export function reasonToSkip(file: string): string {
  return (refusalBy("beside", file) ?? foreignFile(file) ?? refusal("unknown")).sentence;
}

function foreignFile(file: string): ReturnType<typeof foreignBytes> {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    const beginning = bytes.subarray(0, readSync(handle, bytes, 0, HEAD, 0));
    return foreignBytes(beginning) ?? foreignText(file, beginning.toString("utf8"));
  } finally {
    closeSync(handle);
  }
}
