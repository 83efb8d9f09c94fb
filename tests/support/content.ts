import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadContent } from "../../src/content/load.ts";
import type { Content } from "../../src/model/content.ts";
import { ownFolder } from "./folder.ts";

/** What else is done to a content folder before it is read, such as to put links into it. */
type Change = (folder: string) => void;

/** The fixture "minimal" with some files written over it, read by the real loader. */
export function load(
  files: Readonly<Record<string, string | Buffer>>,
  change?: Change,
): ReturnType<typeof loadContent> {
  const folder = ownFolder();
  cpSync("tests/fixtures/minimal", folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    const whole = path.join(folder, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
  change?.(folder);
  return loadContent(folder);
}

/** What an editor reads of the problems: place, message, fix, lines. */
export function report(files: Readonly<Record<string, string | Buffer>>, change?: Change): string {
  const { problems } = load(files, change);
  return problems
    .map(({ file, line, column, message, fix, frame }) =>
      [
        `${[file, line, column].filter((part) => part !== undefined).join(":")}`,
        message,
        `→ ${fix}`,
        ...(frame ? [frame] : []),
      ].join("\n"),
    )
    .join("\n\n");
}

/** The content of files that are all right. */
export function good(files: Readonly<Record<string, string | Buffer>>): Content {
  const { content, problems } = load(files);
  if (!content) throw new Error(JSON.stringify(problems, undefined, 1));
  return content;
}

/** A release's file: the five required fields, some replaced or (with undefined) left out, and a text. */
export function releaseFile(fields: Readonly<Record<string, string | undefined>> = {}, body = "The text."): string {
  const all = {
    title: "A new centre",
    date: "2018-03-04",
    location: "smarhon",
    partners: "[]",
    contacts: "[press-office]",
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}
