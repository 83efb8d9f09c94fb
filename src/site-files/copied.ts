import { readFileSync } from "node:fs";
import { publishedName, type SourceFile } from "../model/file.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { documentFiles } from "../pages/attached.ts";

/** Returns the files that are published unchanged: logos, fonts of the office, and the documents of public releases. */
export function copiedFiles({ site, terms, releases, files }: Press): OutputFile[] {
  const found = [
    ...[site.theme?.logo, ...Object.values(site.theme?.fonts ?? {})].map((name) => name && files.get(name)),
    ...[...terms.partners.values()].map(({ logo }) => logo && files.get(`partners/${logo}`)),
    ...releases
      .filter(({ status }) => status.is !== "withdrawn")
      .flatMap((release) => documentFiles({ files }, release).map(({ source }) => source)),
  ];
  return [...new Set(found)].flatMap((file) => (file ? [copied(file)] : []));
}

function copied(source: SourceFile): OutputFile {
  return {
    file: publishedName(source),
    hash: source.sha256,
    make: () => source.drawing ?? readFileSync(source.path),
  };
}
