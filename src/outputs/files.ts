import { readFileSync } from "node:fs";
import path from "node:path";
import { publishedName, type SourceFile } from "../model/file.ts";
import type { Press } from "../model/press.ts";
import type { OutputFile } from "./file.ts";

/** The files that are published as they are: logos, fonts of the office's own, and the documents of public releases. */
export function copiedFiles({ site, terms, releases, files }: Press): OutputFile[] {
  const names = [
    ...(site.theme?.logo === undefined ? [] : [site.theme.logo]),
    ...Object.values(site.theme?.fonts ?? {}).flatMap((name) => name ?? []),
    ...[...terms.partners.values()].flatMap(({ logo }) => (logo === undefined ? [] : [`partners/${logo}`])),
    ...releases.flatMap(({ file, documents = [], status }) =>
      status.is === "withdrawn"
        ? []
        : documents.map((document) => path.posix.join(path.posix.dirname(file), document.file)),
    ),
  ];
  return [...new Set(names)].flatMap((name) => {
    const found = files.get(name);
    return found ? [copied(found)] : [];
  });
}

function copied(source: SourceFile): OutputFile {
  return { file: publishedName(source), fingerprint: source.sha256, make: () => readFileSync(source.path) };
}
