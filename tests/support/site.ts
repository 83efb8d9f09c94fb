import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { dateline, datelineAsUser, type Run } from "./command.ts";
import { type FixtureName, fixture } from "./fixtures.ts";
import { ownFolder } from "./folder.ts";

/** A content folder of a test's own, and the site that is built from it. */
export interface TestSite {
  readonly content: string;
  readonly output: string;
  /** Writes a file of the content folder; a Buffer as it is. */
  write(file: string, text: string | Buffer): void;
  remove(file: string): void;
  /** Builds it within the test's process, as it stands at `BUILD_TIME`. */
  build(env?: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run>;
  /** Builds it as a user of the command line does, with an environment of its own. */
  buildAsUser(env?: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run>;
  /** A file of the built site. */
  read(file: string): string;
  /** A file of its content folder, and the names of all of them. */
  source(file: string): string;
  sources(): string[];
  files(): string[];
}

/**
 * Copies a fixture into a folder of its own, removed after the test. Its first build finds the fixture's costly files, as after an
 * earlier build: pictures and search indexes of what the test changes are made anew, the others only once for all tests.
 */
export function testSite(name: FixtureName = "minimal"): TestSite {
  return siteIn(ownFolder(), name);
}

/** The same in a folder that the caller keeps: for sites that many tests of a file only look at. Without a name, the folder has a site already. */
export function siteIn(folder: string, name: FixtureName | undefined): TestSite {
  const content = path.join(folder, "content");
  const output = path.join(folder, "_site");
  const cache = path.join(folder, "cache");
  if (name) cpSync(path.join("tests", "fixtures", name), content, { recursive: true });
  const folders = async () => {
    if (name && !existsSync(cache))
      cpSync(path.join(await fixture(name), "cache", "made"), path.join(cache, "made"), { recursive: true });
    return ["--content", content, "--output", output, "--cache", cache];
  };
  return {
    content,
    output,
    write(file, text) {
      const whole = path.join(content, file);
      mkdirSync(path.dirname(whole), { recursive: true });
      writeFileSync(whole, text);
    },
    remove: (file) => rmSync(path.join(content, file), { recursive: true }),
    build: async (env = {}, ...args) => dateline("build", [...(await folders()), ...args], env),
    buildAsUser: async (env = {}, ...args) => datelineAsUser("build", [...(await folders()), ...args], env),
    source: (file) => readFileSync(path.join(content, file), "utf8"),
    sources: () => filesIn(content).toSorted(),
    read: (file) => readFileSync(path.join(output, file), "utf8"),
    files: () => filesIn(output).toSorted(),
  };
}

/**
 * Makes a site when a test of a file first asks for it, and hands each test a copy: what many tests begin with is built once. For other
 * arguments it is another site.
 */
export function madeOnce<Args extends readonly string[]>(
  make: (...args: Args) => Promise<TestSite>,
): (...args: Args) => Promise<TestSite> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const made = new Map<string, string>();
  return async (...args) => {
    const key = JSON.stringify(args);
    const kept = made.get(key) ?? path.join(folder, String(made.size));
    if (!made.has(key)) renameSync(path.dirname((await make(...args)).output), kept);
    made.set(key, kept);
    const own = ownFolder();
    cpSync(kept, own, { recursive: true, preserveTimestamps: true });
    return siteIn(own, undefined);
  };
}
