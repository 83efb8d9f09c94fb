import { readFileSync } from "node:fs";
import { sha256 } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import { type Kind, kinds } from "../pages/page.ts";
import { templateFile } from "../roots.ts";

const NAMED = /\{%-?\s*(?:extends|import|from|include)\s+"([^"]+)"/g;

const sourceOf = (name: string): string => readFileSync(templateFile(name), "utf8");

/** Returns the templates of a kind of page: its layout and all that it includes, sorted, as paths from templates/. */
export function templatesOf(kind: Kind, source = sourceOf): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, inner = ""] of source(name).matchAll(NAMED)) visit(inner);
  };
  visit(`layouts/${kind}.njk`);
  return [...found].toSorted();
}

/** Returns a hash over the templates of each kind. Each template is read and hashed once. */
export function templateVersions(): ReadonlyMap<Kind, string> {
  const source = memoized(sourceOf);
  const digest = memoized((name: string) => sha256(source(name)));
  return new Map(kinds.map((kind) => [kind, sha256(...templatesOf(kind, source).map(digest))]));
}
