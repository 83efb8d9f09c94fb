import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject, onTestFinished, type ProvidedContext } from "vitest";
import { filesIn } from "../../src/build/publish.ts";
import { dateline, type Run } from "./command.ts";

/** A content folder of a test's own, and the site that the real command line builds from it. */
export interface TestSite {
  readonly content: string;
  readonly output: string;
  /** Writes a file of the content folder; a Buffer as it is. */
  write(file: string, text: string | Buffer): void;
  remove(file: string): void;
  build(env?: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run>;
  /** A file of the built site. */
  read(file: string): string;
  files(): string[];
}

/**
 * Copies a fixture into a folder of its own, removed after the test. Its costly files are there already, as after an earlier
 * build: pictures and search index of what the test changes are made anew, the others only once for all tests.
 */
export function testSite(fixture: keyof ProvidedContext & string = "minimal"): TestSite {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(inject(fixture), "cache", "made"), path.join(folder, "cache", "made"), { recursive: true });
  return siteIn(folder, path.join("tests", "fixtures", fixture));
}

/** The same in a folder that the caller keeps: for fixtures that many tests only look at. */
export function siteIn(folder: string, source: string): TestSite {
  const content = path.join(folder, "content");
  const output = path.join(folder, "_site");
  cpSync(source, content, { recursive: true });
  return {
    content,
    output,
    write(file, text) {
      const whole = path.join(content, file);
      mkdirSync(path.dirname(whole), { recursive: true });
      writeFileSync(whole, text);
    },
    remove: (file) => rmSync(path.join(content, file), { recursive: true }),
    build: (env = {}, ...args) =>
      dateline(
        "build",
        ["--content", content, "--output", output, "--cache", path.join(folder, "cache"), ...args],
        env,
      ),
    read: (file) => readFileSync(path.join(output, file), "utf8"),
    files: () => filesIn(output).toSorted(),
  };
}
