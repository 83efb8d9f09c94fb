import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What a build is made by, besides its content. */
const PARTS = ["assets", "src", "templates", "eleventy.config.ts", "package.json", "package-lock.json"];

/** Copies the project without its content into a folder of its own, whose templates and styles a test may change. */
export function projectCopy(): string {
  const project = mkdtempSync(path.join(tmpdir(), "dateline-project-"));
  for (const part of PARTS) cpSync(part, path.join(project, part), { recursive: true });
  mkdirSync(path.join(project, "content"));
  symlinkSync(path.resolve("node_modules"), path.join(project, "node_modules"));
  return project;
}
