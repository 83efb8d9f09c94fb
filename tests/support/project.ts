import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

/** What a build is made by, besides its content. */
const PARTS = [
  "assets",
  "src",
  "templates",
  "eleventy.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** Makes a folder the copy of the project without its content, as it stands: a test may change its templates and styles. */
export function copyProject(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  for (const part of PARTS) cpSync(part, path.join(folder, part), { recursive: true });
  mkdirSync(path.join(folder, "content"));
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
}
