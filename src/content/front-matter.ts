import { andThen, type Fault, type Read, read, wrong } from "../model/problem.ts";
import { problemAt, readSource, type Source } from "./source.ts";

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
