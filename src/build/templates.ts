import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import type { Kind } from "../pages/page.ts";
import { inOffice, packaged, templateFile } from "../roots.ts";

const NAMED = /\{%-?\s*(?:extends|import|from|include)\s+"([^"]+)"/g;

/** Returns the templates of a kind of page: its layout and all that it includes, sorted, as paths from templates/. */
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

/** The other files that decide how a view becomes HTML: the code of the filters, scripts, and the versions of libraries. */
const CODE = ["assets", "eleventy.config.ts", "src"];

/** The code of a published package, which has no sources. */
const COMPILED = ["assets", "dist"];

/** Returns the files and folders of the package that are named, without names those of the code that renders pages; and the office's own assets and versions. */
export function codePlaces(names: readonly string[] = CODE): string[] {
  const ours = existsSync(packaged("src/build")) ? names : COMPILED;
  return existing([...ours.map(packaged), ...["assets", "package-lock.json"].map(inOffice)]);
}

/** Returns the folders of templates: the package's and the office's. */
export function templatePlaces(): string[] {
  return existing([packaged("templates"), inOffice("templates")]);
}

const existing = (places: readonly string[]) => [...new Set(places)].filter((place) => existsSync(place));

/** Returns a hash over all files of codePlaces(). */
export function codeVersion(names: readonly string[] = CODE): string {
  return sha256(...[...new Set(codePlaces(names).flatMap(filesUnder))].map((file) => readFileSync(file)));
}

/** Returns a hash over the templates of a kind. */
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
