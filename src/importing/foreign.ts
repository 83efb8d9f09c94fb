import { closeSync, openSync, readSync } from "node:fs";
import type { DatelineError } from "../model/dateline-error.ts";
import { refusal, refusalBy } from "./refusals.ts";

/** Bytes at the beginning by which a file is recognised, and what a file of older Office programs begins with. */
const HEAD = 1100;
const COMPOUND = "d0cf11e0";

/** Why bytes are no text that can be imported; undefined where they may be one. */
export function foreignBytes(bytes: Uint8Array): DatelineError | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("hex");
  if (!head.startsWith(COMPOUND)) return refusalBy("bytes", head);
  // The names of its parts have two bytes a character.
  return refusalBy("parts", Buffer.from(bytes).toString("latin1").replaceAll("\0", "")) ?? refusal("old program");
}

/** Why a text is not one that people read; undefined where it may be one. */
export function foreignText(name: string, text: string): DatelineError | undefined {
  const start = text.trimStart();
  const root = start.replace(
    /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE(?!\s+html)[^>[]*(?:\[[^\]]*\])?>|<\?[\s\S]*?\?>|\s+)+/i,
    "",
  );
  const known = refusalBy("texts", root) ?? refusalBy("texts", start);
  if (known) return known;
  if (/^<\?xml/i.test(start) && !/^<(?:!doctype html|html[\s>])/i.test(root)) return refusal("xml");
  if (isTable(start)) return refusal("table");
  // An object or a list, whole or cut off, or one in each line.
  const isJson = /^(?:\{\s*["}]|\[\s*[[{"\d\]])/.test(start) && /[\]}],?\s*$/.test(start);
  return isJson ? refusal("json") : refusalBy("names", name);
}

/** Whether a text begins with the names of columns, and each line below has as many or more. */
function isTable(text: string): boolean {
  const [head = "", ...rows] = text.split("\n", 4).filter((line) => line.trim() !== "");
  return [",", ";", "\t"].some((mark) => {
    const names = head.split(mark);
    const areNames =
      names.length > 2 && names.every((name) => /^"?[\p{L}_][\p{L}\p{N}_.-]{0,30}"?$/u.test(name.trim()));
    return areNames && rows.length > 0 && rows.every((row) => row.split(mark).length >= names.length);
  });
}

/** Why a ZIP file that holds no Word document cannot be imported, by the names in it and by what an OpenDocument says of itself. */
export function foreignZip(names: readonly string[], mimetype: string): DatelineError {
  const known = [`mimetype ${mimetype}`, ...names].map((name) => refusalBy("zips", name));
  return known.find(Boolean) ?? refusal("zip");
}

/** Bytes of a file's beginning by which its kind is recognised. */
const BEGINNING = 4096;

/** Why a file of an archive is not imported by itself. */
export function reasonToSkip(file: string): string {
  return (refusalBy("beside", file) ?? foreignFile(file) ?? refusal("unknown")).sentence;
}

function foreignFile(file: string): DatelineError | undefined {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING);
    const beginning = bytes.subarray(0, readSync(handle, bytes, 0, BEGINNING, 0));
    return foreignBytes(beginning) ?? foreignText(file, beginning.toString("utf8"));
  } finally {
    closeSync(handle);
  }
}
