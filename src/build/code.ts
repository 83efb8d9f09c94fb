import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import { inOffice, packaged } from "../roots.ts";

/** Returns the code that decides how a view becomes HTML. A published package has no sources. */
const code = (): string[] =>
  (existsSync(packaged("src/build")) ? ["eleventy.config.ts", "src"] : ["dist"]).map(packaged);

/** Returns the other files that decide it, the package's and the office's: styles, scripts, and the versions of libraries. */
const others = (): string[] =>
  existing(["assets", "package-lock.json"].flatMap((name) => [packaged(name), inOffice(name)]));

/** Returns the files and folders that decide how a view becomes HTML, without templates. */
export function codePlaces(): string[] {
  return [...code(), ...others()];
}

/** Returns the folders of templates: the package's and the office's. */
export function templatePlaces(): string[] {
  return existing([packaged("templates"), inOffice("templates")]);
}

const existing = (places: readonly string[]) => [...new Set(places)].filter((place) => existsSync(place));

/** Returns a hash over all files of codePlaces(). */
export function codeVersion(): string {
  return sha256(runningVersion(), filesVersion(others()));
}

/** Hashes code once in a process: what runs is what was there when it began. */
const runningVersion = memoized(() => filesVersion(code()));

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
