import { analyse } from "chardet";
import { attempt } from "../../model/attempt.ts";
import { DatelineError } from "../../model/dateline-error.ts";
import { WINDOWS } from "../../text/windows.ts";
import { foreignBytes } from "../foreign.ts";
import { refusal } from "../refusals.ts";

/** Most bytes of a text: even a saved page with everything in it is smaller. */
export const LARGEST = 8_000_000;
/** Bytes of a file that may hold pictures and attachments. */
export const LARGEST_WITH_FILES = LARGEST * 4;

/** Throws {@link DatelineError} for a file of more bytes than it may have. */
export function refuseLarger(bytes: number, most: number): void {
  if (bytes > most) throw refusal("too large", { size: (bytes / 1_000_000).toFixed(1) });
}

/**
 * The text of a file in whatever encoding: byte order marks and UTF-8 are certain, a page's own `charset` is believed,
 * anything else is told by how often its letters occur. Throws {@link DatelineError} for what is no text.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length === 0) throw refusal("empty");
  const foreign = foreignBytes(bytes);
  if (foreign) throw foreign;
  const decoded = decode(bytes, encodingOf(bytes));
  const text = decoded && withLetters(decoded);
  if (text === undefined || isBinary(text)) throw refusal("no characters");
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b\ufeff]/g, "")
    .replaceAll("\0", "");
  if (clean.trim() === "") throw refusal("no words");
  return clean;
}

/** A text with quotation marks and dashes where a decoder left control characters: Node reads windows-1252 as Latin-1. */
export function withLetters(text: string): string {
  return text.replace(/[\x80-\x84\x86-\x9f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (decode(bytes, "utf-8") !== undefined && !bytes.subarray(0, 4000).includes(0)) return "utf-8";
  const head = Buffer.from(bytes.subarray(0, 2000)).toString("latin1");
  const named = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  if (named && decode(bytes, named) !== undefined) return named.toLowerCase();
  if (isDos(bytes)) return "ibm866";
  const likely = analyse(bytes.subarray(0, 200_000)).map(({ name }) => name.toLowerCase());
  return likely.find((name) => decode(bytes, name) !== undefined) ?? "windows-1252";
}

/** Whether a text is in the Cyrillic of DOS: nearly half of its letters are where other encodings have signs, and hardly any in the middle. */
function isDos(bytes: Uint8Array): boolean {
  const letters = bytes.subarray(0, 20_000).filter((byte) => byte >= 0x80);
  const signs = letters.filter((byte) => byte >= 0xa0 && byte <= 0xaf);
  const frames = letters.filter((byte) => byte >= 0xb0 && byte <= 0xdf);
  return new Set(signs).size > 7 && signs.length > letters.length * 0.4 && frames.length < letters.length * 0.05;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  return attempt(() => new TextDecoder(encoding, { fatal: true }).decode(bytes));
}

/** Control characters (but tabs and line ends), unassigned and private ones: a text has hardly any. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/[^\P{Cc}\t\n\r\f\v\u0085]|\ufffd|\p{Co}|\p{Cn}/gu);
  return (odd?.length ?? 0) > sample.length / 100;
}
