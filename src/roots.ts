import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The package's folder: the nearest above this code, compiled or not, that has a package.json. */
export const packageFolder = nearestAbove(import.meta.dirname);

/** Returns a file or folder of the office, by its path from the folder in which a command runs. In this repository that is the package's too. */
export function inOffice(name: string): string {
  return path.resolve(name);
}

/** The begin of a template's name by which an office's own template names the package's of the same name. */
const ORIGINAL = "dateline/";

/** A file or folder of the package, by its path from there. */
export function packaged(name: string): string {
  return path.join(packageFolder, name);
}

/** A template or an asset: the office's where it has one of that name, else the package's. */
export function overridable(name: string): string {
  const own = inOffice(name);
  return existsSync(own) ? own : packaged(name);
}

/** The file of a template, by its path from templates/. `dateline/…` is always the package's: an override extends it. */
export function templateFile(name: string): string {
  return name.startsWith(ORIGINAL)
    ? packaged(path.join("templates", name.slice(ORIGINAL.length)))
    : overridable(path.join("templates", name));
}

/** The names in a folder of the package and in the office's of that name, each once, sorted. */
export function namesInBoth(folder: string): string[] {
  const folders = [...new Set([packaged(folder), inOffice(folder)])];
  return [...new Set(folders.filter((name) => existsSync(name)).flatMap((name) => readdirSync(name)))].toSorted();
}

function nearestAbove(folder: string): string {
  if (existsSync(path.join(folder, "package.json"))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error("Dateline has no package.json above its code: install it anew.");
  return nearestAbove(above);
}
