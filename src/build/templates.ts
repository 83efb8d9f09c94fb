import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import type { Kind } from "../pages/page.ts";
import { officeFolder, packaged, templateFile } from "../roots.ts";

const NAMED = /\{%-?\s*(?:extends|import|from|include)\s+"([^"]+)"/g;

/** The templates that render a kind of page: its layout and all that this names, sorted. Paths from templates/. */
export function templatesOf(kind: Kind): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, inner = ""] of readFileSync(templateFile(name), "utf8").matchAll(NAMED)) visit(inner);
  };
  visit(`layouts/${kind}.njk`);
  return [...found].toSorted();
}

/** What else decides how a view becomes HTML: the code behind the filters, the scripts it names, and the versions of the libraries. */
const CODE = ["assets", "eleventy.config.ts", "src"];

/** The code of a published package, which has no sources. */
const COMPILED = ["assets", "dist"];

/** One hash over files and folders of the package: without names, over the code that renders pages. The office's assets and versions count too. */
export function codeVersion(names: readonly string[] = CODE): string {
  const ours = existsSync(packaged("src/build")) ? names : COMPILED;
  const theirs = ["assets", "package-lock.json"].map((name) => path.join(officeFolder, name));
  const all = [...ours.map(packaged), ...theirs.filter((file) => existsSync(file))];
  return sha256(...[...new Set(all.flatMap(filesUnder))].map((file) => readFileSync(file)));
}

/** One hash over the templates of a kind. */
export function templateVersion(templates: readonly string[]): string {
  return sha256(...templates.map((name) => readFileSync(templateFile(name))));
}

function filesUnder(name: string): string[] {
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
