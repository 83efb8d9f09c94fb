import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { BUILD_TIME, dateline, datelineAsUser, type Run } from "./command.ts";

/**
 * The sites that tests look at. The office's own content/ may say whatever it likes. `showcase` has every field and feature in four
 * languages, `minimal` the least that a site can have, `first` the first real release; `folder` stands in a folder of its host,
 * `three-scripts` has no English, `long-words` has words of 60 letters, and file names with spaces and decomposed letters.
 */
export const fixtureNames = ["showcase", "minimal", "first", "folder", "three-scripts", "long-words"] as const;
export type FixtureName = (typeof fixtureNames)[number];

/** Where built fixtures are kept between runs: a folder for each state of what they are made of. */
const KEPT = path.join(".cache", "fixtures");

const known = new Map<FixtureName, Promise<string>>();

/**
 * The folder in which a fixture was built: its content in `content`, its site in `_site`, its cache in `cache`. The real command line
 * builds the largest, `showcase`; the others are built within a worker. Each is built when a test first asks for it, once for all workers,
 * and kept until a source, a template, a package or the fixture changes.
 */
export function fixture(name: FixtureName): Promise<string> {
  const found = known.get(name) ?? builtOnce(name);
  known.set(name, found);
  return found;
}

async function builtOnce(name: FixtureName): Promise<string> {
  const source = path.join("tests", "fixtures", name);
  const folder = path.resolve(KEPT, `${name}-${stateOf(source)}`);
  const lock = `${folder}.lock`;
  mkdirSync(KEPT, { recursive: true });
  while (!existsSync(folder)) {
    if (takes(lock)) {
      try {
        await build(name, source, folder);
      } finally {
        rmSync(lock, { force: true });
      }
    } else await wait(200);
  }
  return folder;
}

/** Only one worker builds a fixture. A lock whose process is gone counts for nothing. */
function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isRunning(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

/** Nobody finds the folder before it is whole. Pictures, fonts and search indexes come from the last state, by their names. */
async function build(name: FixtureName, source: string, folder: string): Promise<void> {
  console.log(`Building the fixture ${name} …`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(source, path.join(unfinished, "content"), { recursive: true });
  const others = readdirSync(KEPT).filter(
    (other) => other.startsWith(`${name}-`) && !/\.(?:lock|unfinished)$/.test(other),
  );
  const [newest] = others.toSorted(
    (a, b) => statSync(path.join(KEPT, b)).mtimeMs - statSync(path.join(KEPT, a)).mtimeMs,
  );
  if (newest !== undefined)
    cpSync(path.join(KEPT, newest, "cache", "made"), path.join(unfinished, "cache", "made"), { recursive: true });
  const { code, stderr } = await (name === "showcase" ? datelineAsUser : alone)("build", [
    ...["--content", path.join(unfinished, "content"), "--output", path.join(unfinished, "_site")],
    ...["--cache", path.join(unfinished, "cache")],
  ]);
  if (code !== 0) throw new Error(`The fixture ${name} cannot be built.\n${stderr}`);
  for (const other of others) if (other !== newest) rmSync(path.join(KEPT, other), { recursive: true, force: true });
  renameSync(unfinished, folder);
}

let last: Promise<unknown> = Promise.resolve();

/** Runs a command within this process, after all earlier ones: a process of its own would take as long to start as to build a small site. */
function alone(...asked: Parameters<typeof dateline>): Promise<Run> {
  const run = last.then(() => dateline(...asked));
  last = run.catch(() => {});
  return run;
}

/** One hash over all that a built fixture depends on. */
function stateOf(source: string): string {
  const hash = createHash("sha256").update(`${process.version} ${BUILD_TIME}`);
  const add = (file: string) => hash.update(`${file}\n`).update(readFileSync(file));
  for (const file of ["eleventy.config.ts", "package-lock.json"]) add(file);
  for (const folder of ["src", "templates", "assets", source])
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) add(path.join(entry.parentPath, entry.name));
  return hash.digest("hex").slice(0, 16);
}
