import { attempt } from "../model/attempt.ts";
import { andThen, type Fault, type Problem, type Read, read, wrong } from "../model/problem.ts";
import { bytesOf, found } from "./disk.ts";
import { codeFrame, placeAt } from "./frame.ts";

/** Larger text files are refused unread, because no release is a hundred pages long. */
const LARGEST = {
  bytes: 1_000_000,
  fix: "A text may have up to 1 MB. Put pictures and documents beside the file instead of pasting them into it.",
};

/** A text file of content/: its path from the content folder, with / on every system, and its text with \n line ends. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads one text file of any program: UTF-8 with or without a byte order mark, UTF-16 with one, any line ends. Any other encoding is a
 * problem, because a guess could publish mojibake.
 */
export function readSource(contentDir: string, file: string, largest = LARGEST): Read<Source> {
  const at = found(contentDir, file);
  if (at.is === "file" && at.size > largest.bytes) {
    return wrong({
      file,
      message: `This file is ${(at.size / 1_000_000).toFixed(1)} MB, too large for a text.`,
      fix: largest.fix,
    });
  }
  const bytes = bytesOf(at);
  if (!Buffer.isBuffer(bytes)) return wrong({ file, message: `This ${bytes.what}.`, fix: bytes.fix });
  const text = decoded(bytes);
  if (text === undefined) {
    return wrong({
      file,
      message: "This file is not saved as UTF-8, so its letters cannot be told for certain.",
      fix: "Open it in your editor and save it again with the encoding UTF-8 (in Word: Save As, Plain Text, Unicode UTF-8).",
    });
  }
  if (text.trim() === "")
    return wrong({ file, message: "This file is empty.", fix: "Write the text into it, or delete the file." });
  const conflict = /^(?:<{7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict) {
    return wrong(
      problemAt({ file, text }, placeAt(text, conflict.index).line, 1, {
        message: "Two versions of this file were never put together: this is a mark that Git left between them.",
        fix: "Keep what is right of the two, and delete the other and the lines that begin with <<<<<<<, ======= and >>>>>>>.",
      }),
    );
  }
  return read({ file, text });
}

/** Decodes a text in any encoding in which editors save it; undefined if it is no text. */
export function decoded(bytes: Buffer): string | undefined {
  const mark = bytes.toString("hex", 0, 2);
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
  const text = attempt(() => new TextDecoder(encoding, { fatal: true }).decode(bytes));
  return text?.includes("\0") ? undefined : text?.replace(/\r\n?/g, "\n");
}

/** Returns a problem at a place of a source, with its frame. */
export function problemAt(
  source: Source,
  line: number,
  column: number,
  fault: Fault & Pick<Problem, "field">,
): Problem {
  return { file: source.file, line, column, ...fault, frame: codeFrame(source.text, line, column) };
}

/** The most mistakes of one kind that are reported per file: nobody reads more, and finding the place of each takes time. */
const MOST = 20;

/** Returns the problems of the first mistakes of one kind in one file, and one that counts the others. */
export function problemsOf<T>(mistakes: readonly T[], tell: (mistake: T) => Problem | readonly Problem[]): Problem[] {
  const problems = mistakes.slice(0, MOST).flatMap((mistake) => tell(mistake));
  const last = problems.at(-1);
  const more = mistakes.length - MOST;
  if (!last || more <= 0) return problems;
  const { frame: _, field: _of, ...place } = last;
  const message = `There ${more === 1 ? "is 1 more mistake" : `are ${more} more mistakes`} of this kind in the file.`;
  return [...problems, { ...place, message, fix: "Put the first ones right: then the next are told." }];
}

/** A piece of YAML in a source, with its first line, by which the lines of its values in the file are known. */
export interface YamlPart {
  readonly source: Source;
  readonly yaml: string;
  /** The line of the file on which the YAML starts, from 1. */
  readonly line: number;
}

export interface Divided extends YamlPart {
  /** The Markdown below the front matter. */
  readonly body: string;
  /** The line of the file on which it starts, from 1. */
  readonly bodyLine: number;
}

const isFence = (line: string | undefined) => line !== undefined && /^---\s*$/.test(line);

/** Whether a line is what a word processor or a phone made of three hyphens. */
const isLikeFence = (line: string | undefined) => line !== undefined && /^\s*[–—―_*=-](?:\s*[–—―_*=-])*\s*$/.test(line);

/** Returns the line at which a second set of fields begins, which was pasted together with its text. */
function secondFields(lines: readonly string[], from: number): number | undefined {
  for (let start = from; start < lines.length; start++) {
    if (!isFence(lines[start])) continue;
    let end = start + 1;
    while (/^(?:[a-z_]+:(?:\s|$)|[ \t#]|- |$)/.test(lines[end] ?? "-")) end++;
    const fields = lines.slice(start + 1, end);
    if (isFence(lines[end]) && fields.some((line) => /^(?:title|date):/.test(line))) {
      return start === from ? start + 1 : start;
    }
  }
  return undefined;
}

/** Splits a Markdown file into the fields between its two `---` lines (spaces after them do not matter) and its text. */
export function divide(source: Source): Read<Divided> {
  const lines = source.text.split("\n");
  const wrongAt = (index: number, fault: Fault) => wrong(problemAt(source, index + 1, 1, fault));
  const first = lines.findIndex((line) => line.trim() !== "");
  const noHyphens = (index: number) =>
    wrongAt(index, {
      message: `“${lines[index]?.trim()}” is no line of three hyphens.`,
      fix: "Type three plain hyphens in its place: ---",
    });
  if (!isFence(lines[first])) {
    if (isLikeFence(lines[first])) return noHyphens(first);
    return wrongAt(first, {
      message: "The fields at the top of the file are missing.",
      fix: "Begin the file with a line of three hyphens (---), then the fields, one a line, then three hyphens again, then the text.",
    });
  }
  const end = lines.findIndex((line, index) => index > first && isFence(line));
  if (end === -1) {
    const like = lines.findIndex((line, index) => index > first && isLikeFence(line));
    if (like !== -1) return noHyphens(like);
    return wrongAt(first, {
      message: "The fields at the top of the file have no end.",
      fix: "Put a line of three hyphens (---) between the last field and the text.",
    });
  }
  const again = secondFields(lines, end);
  if (again !== undefined) {
    return wrongAt(again, {
      message: "A second set of fields stands in the text, where readers would see it.",
      fix: "Delete it with its lines of three hyphens, or put it and what follows into a file of its own.",
    });
  }
  const begins = lines.findIndex((line, index) => index > end && line.trim() !== "");
  const yaml = lines.slice(first + 1, end).join("\n");
  const body = lines.slice(end + 1).join("\n");
  return read({ source, yaml, line: first + 2, body: body.trim(), bodyLine: (begins === -1 ? end : begins) + 1 });
}

/** Reads a Markdown file and divides it. */
export function readDivided(contentDir: string, file: string): Read<Divided> {
  return andThen(readSource(contentDir, file), divide);
}
