import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import { type Kind, kinds } from "../pages/page.ts";
import { inOffice, packaged, templateFile } from "../roots.ts";

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

/** The code that decides how a view becomes HTML. */
const CODE = ["eleventy.config.ts", "src"];

/** The code of a published package, which has no sources. */
const COMPILED = ["dist"];

/** The other files that decide it: styles, scripts, and the versions of libraries. */
const OTHERS = ["assets", "package-lock.json"];

/** Returns the places of code of the package. */
const running = (names: readonly string[]): string[] =>
  (existsSync(packaged("src/build")) ? names : COMPILED).map(packaged);

const others = (): string[] => existing(OTHERS.flatMap((name) => [packaged(name), inOffice(name)]));

/** Returns the files and folders with the code that renders pages; and assets and versions, those of the package and of the office. */
export function codePlaces(): string[] {
  return [...running(CODE), ...others()];
}

/** Returns the folders of templates: the package's and the office's. */
export function templatePlaces(): string[] {
  return existing([packaged("templates"), inOffice("templates")]);
}

const existing = (places: readonly string[]) => [...new Set(places)].filter((place) => existsSync(place));

/** Returns a hash over code of the package, without names that which renders pages, and over assets and versions. */
export function codeVersion(names: readonly string[] = CODE): string {
  return sha256(runningVersion(names.join("\n")), filesVersion(others()));
}

/** Hashes code once in a process: what runs is what was there when it began. */
const runningVersion = memoized((names: string) => filesVersion(running(names.split("\n"))));

function filesVersion(places: readonly string[]): string {
  return sha256(...places.flatMap(filesUnder).map((file) => readFileSync(file)));
}

function filesUnder(name: string): string[] {
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
