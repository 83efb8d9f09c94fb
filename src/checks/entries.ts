import { divide, readSource } from "../content/source.ts";
import type { Content } from "../model/content.ts";
import { andThen } from "../model/problem.ts";
import { Document, type Entry } from "./document.ts";
import { releaseBeside } from "./rules/unused-file.ts";

/** Returns the entries to check: those of the files of `only` and those beside which one of them lies, or all. */
export function entriesOf(content: Content, only?: ReadonlySet<string>): Entry[] {
  const { site, terms, releases, pages } = content;
  const of = { content };
  const others = [...(only ?? [])].filter((file) => !file.endsWith(".md"));
  const beside = new Set(others.map((file) => releaseBeside(of, file)?.file));
  return [
    ...releases.map((release) => ({ file: release.file, lang: release.lang, release })),
    ...pages.map((page) => ({ file: page.file, lang: page.lang, page })),
    ...[...terms.contacts].map(([id, contact]) => ({
      file: `contacts/${id}.yaml`,
      lang: site.default_language,
      contact,
    })),
  ].filter(({ file }) => only === undefined || only.has(file) || beside.has(file));
}

/** Reads a file of content/ again, with positions; undefined where it has gone, or cannot be read any more. */
export function documentOf(contentDir: string, entry: Entry): Document | undefined {
  const part = andThen(readSource(contentDir, entry.file), (source) =>
    entry.contact
      ? { is: "read", value: { source, yaml: source.text, line: 1, body: "", bodyLine: 1 } }
      : divide(source),
  );
  return part.is === "wrong" ? undefined : new Document(part.value, entry);
}
