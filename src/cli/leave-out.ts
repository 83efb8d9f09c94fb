import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Finding } from "../checks/finding.ts";
import { loadPublished } from "../content/published.ts";
import { attempt } from "../model/attempt.ts";
import { DatelineError } from "../model/dateline-error.ts";
import type { Published } from "../model/published.ts";
import { git } from "./git.ts";

/** How many committed versions of a file are tried, from the newest. */
const MOST_VERSIONS = 20;

/** A file with an error: what is published in its place, and why. */
export interface Replaced {
  readonly error: Finding;
  /** The day of the committed version that is published; undefined for a file that is left out. */
  readonly version: string | undefined;
}

interface Version {
  readonly commit: string;
  readonly day: string;
}

/**
 * Copies content/ without its errors, so that the mistake of one colleague does not hold up the releases of the others. A release that
 * was never published, and any other file that was never committed without an error, is left out. All else goes back to its newest
 * committed version without an error. Returns the copy, or content/ itself
 * where it has no errors, and what is replaced.
 * @throws DatelineError where no copy without errors can be made, such as for an error in site.yaml.
 */
export async function withoutErrors(
  content: string,
  errorsIn: (folder: string) => Promise<readonly Finding[]>,
): Promise<{ readonly folder: string; readonly replaced: readonly Replaced[] }> {
  let errors = await errorsIn(content);
  if (errors.length === 0) return { folder: content, replaced: [] };
  // Not into the cache, which may be kept where others read it.
  const copy = mkdtempSync(path.join(tmpdir(), "dateline-content-"));
  const filter = (name: string) => path.basename(name) !== ".git";
  cpSync(content, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter });
  const published = loadPublished(content, []);
  const older = new Map<string, Version[]>();
  const replaced = new Map<string, Replaced>();
  while (errors.length > 0) {
    for (const error of new Map(errors.toReversed().map((found) => [found.file, found])).values()) {
      const { file } = error;
      const isPublic = isPublished(file, published);
      const versions = older.get(file) ?? (isPublic || !isRelease(file) ? versionsOf(content, file) : []);
      const version = versions.shift();
      const isOut = replaced.has(file) && replaced.get(file)?.version === undefined;
      if (!file.includes("/") || isOut || (isPublic && !version)) {
        rmSync(copy, { recursive: true });
        throw stopped(content, error);
      }
      older.set(file, versions);
      rmSync(path.join(copy, file), { recursive: true, force: true });
      if (version) restore(content, copy, file, version.commit);
      else removeEmptied(copy, file);
      replaced.set(file, { error: replaced.get(file)?.error ?? error, version: version?.day });
    }
    errors = await errorsIn(copy);
  }
  return { folder: copy, replaced: [...replaced.values()] };
}

function stopped(content: string, { file, line, message, fix }: Finding): DatelineError {
  return new DatelineError(
    "content",
    `Nothing can be published before ${content}/${file}, line ${line}, is put right: ${message}`,
    fix,
  );
}

/** Whether it is the text of a release, or a release's folder. */
function isRelease(file: string): boolean {
  return /^releases\/(?:[^/.]+|.*\.md)$/.test(file);
}

/** Whether a release's text was ever public: in the language after which its file is named, or in any. */
function isPublished(file: string, published: Published): boolean {
  const [, slug = "", lang] = /^releases\/(?:\d{4}-\d{2}-\d{2}-)?([^/]+?)(?:\.md|\/([^/]+)\.md)$/.exec(file) ?? [];
  const isIt = (url: string) => url.endsWith(`/${slug}/`) && (lang === undefined || url.includes(`/${lang}/`));
  return slug !== "" && Object.keys(published).some(isIt);
}

/** The committed versions of a file or folder, newest first; none where there is no git. */
function versionsOf(content: string, file: string): Version[] {
  const log = ["log", "--format=%H %cs", "-n", String(MOST_VERSIONS), "--", file];
  const lines = attempt(() => git(content, ...log).toString()) ?? "";
  return [...lines.matchAll(/^(\w+) (.+)$/gm)].map(([, commit = "", day = ""]) => ({ commit, day }));
}

/** A release's folder goes with its last text. */
function removeEmptied(copy: string, file: string): void {
  const folder = path.join(copy, path.dirname(file));
  const isOfRelease = /^releases\/[^/]+\/[^/]+$/.test(file);
  if (isOfRelease && !readdirSync(folder).some((name) => name.endsWith(".md"))) rmSync(folder, { recursive: true });
}

function restore(content: string, copy: string, file: string, commit: string): void {
  const names = git(content, "ls-tree", "-r", "--name-only", "-z", commit, "--", file).toString().split("\0");
  for (const name of names.filter(Boolean)) {
    const target = path.join(copy, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, git(content, "show", `${commit}:./${name}`));
  }
}
