import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildSite } from "../../src/build/site.ts";
import { filesIn } from "../../src/build/tree.ts";
import { sha256 } from "../../src/model/hash.ts";
import { expanded } from "../../src/model/published.ts";
import { dateline } from "./command.ts";
import { edits } from "./edits.ts";
import { type Office, officeIn } from "./office.ts";

/** An edit, by its name. */
export interface Step {
  readonly edit: string;
  /** What it chooses of what there is. */
  readonly choices: readonly number[];
  /** Whether the site is built after it, or only after a later one. */
  readonly isBuilt: boolean;
  readonly isRecorded: boolean;
}

export interface Trial {
  readonly steps: readonly Step[];
  /**
   * Whether all releases have a PDF and a share image, and the sites are compared after each build with a cold one that makes pictures, PDFs
   * and indexes anew too; otherwise the newest have, and the sites are compared at the end.
   */
  readonly isWhole: boolean;
  /** Whether the site is made as one of many releases, but for the cold one to which it is compared. */
  readonly isLarge: boolean;
}

export interface Answer {
  readonly done: readonly string[];
  /** What went wrong: files that differ, or what a build said. */
  readonly wrong: readonly string[];
}

/** The costly files of the first office, which another begins with. */
const KNOWN = path.resolve("..", "known");

/** So long after an edit its file's times tell it from what was there before. */
const TICK_MS = 30;

/** Builds the office in the working folder after edits, warm and cold, and says what differs. */
process.on("message", (trial: Trial) => {
  answerTo(trial).then((answer) => process.send?.(answer));
});

async function answerTo({ steps, isWhole, isLarge }: Trial): Promise<Answer> {
  const made = await officeIn(process.cwd());
  if (!isWhole) {
    made.saveSite({ pdf: "newest 2", share_images: "newest 2", press_kits: "newest 3" });
    if (existsSync(KNOWN)) cpSync(KNOWN, path.join(made.cache, "made"), { recursive: true });
  }
  const warm = () => (isLarge ? builtLarge(made) : built(made, made.output, made.cache));
  const done: string[] = [];
  try {
    await warm();
    if (!isWhole && !existsSync(KNOWN)) cpSync(path.join(made.cache, "made"), KNOWN, { recursive: true });
    for (const [index, { edit, choices, isBuilt, isRecorded }] of steps.entries()) {
      let at = 0;
      const pick = <T>(from: readonly T[]) => from[(choices[at++ % choices.length] ?? 0) % from.length];
      await edits[edit]?.(made, pick);
      const isLast = index === steps.length - 1;
      done.push(edit);
      if (!isBuilt && !isLast) continue;
      if (isRecorded) await built(made, made.output, made.cache, "--record");
      await warm();
      const wrong = isWhole || isLast ? await differing(made, isWhole) : [];
      if (wrong.length > 0) return { done, wrong };
    }
    return { done, wrong: [] };
  } catch (error) {
    return { done, wrong: [String(error)] };
  }
}

async function built(made: Office, output: string, cache: string, ...more: readonly string[]): Promise<void> {
  await wait(TICK_MS);
  const args = ["--content", "content", "--output", output, "--cache", cache, ...more];
  let { code, stderr } = await dateline("build", args, { BUILD_TIME: made.clock });
  // An edit takes away what was public: the office lets it go.
  while (code !== 0 && letGo(made, stderr))
    ({ code, stderr } = await dateline("build", args, { BUILD_TIME: made.clock }));
  if (code !== 0 || stderr !== "") throw new Error(stderr);
}

/** Builds the site as one of many releases is built. */
async function builtLarge(made: Office): Promise<void> {
  await wait(TICK_MS);
  const { output, cache, clock } = made;
  try {
    const result = await buildSite({ content: "content", output, cache, now: new Date(clock), large: 1 });
    if (result.is === "wrong") throw new Error(JSON.stringify(result.problems));
  } catch (error) {
    if (!(error instanceof Error && letGo(made, error.message))) throw error;
    await builtLarge(made);
  }
}

/** Lets the addresses go that a build would lose; tells whether there were any. */
function letGo({ content }: Office, stderr: string): boolean {
  const lost = [...stderr.matchAll(/^ {2}(\/\S*) {2}/gm)].map(([, url = ""]) => url);
  if (lost.length === 0) return false;
  const file = path.join(content, "addresses.json");
  const list = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const given = Object.entries(list).map(([line, value]) => {
    const isLost = Object.keys(expanded({ [line]: value })).some((url) => lost.includes(url));
    return [line, isLost ? `${value} gone` : value] as const;
  });
  writeFileSync(file, JSON.stringify(Object.fromEntries(given)));
  return true;
}

/** The files that a cold build makes otherwise than the warm ones did. */
async function differing(made: Office, isWhole: boolean): Promise<readonly string[]> {
  const [output, cache] = [path.join(made.project, "cold"), path.join(made.project, "cold-cache")];
  for (const folder of [output, cache]) rmSync(folder, { recursive: true, force: true });
  if (!isWhole) made.copyMade(cache);
  await built(made, output, cache);
  const [warm, cold] = [hashes(made.output), hashes(output)];
  return [...new Set([...warm.keys(), ...cold.keys()])].filter((name) => warm.get(name) !== cold.get(name));
}

function hashes(folder: string): Map<string, string> {
  return new Map(filesIn(folder).map((file) => [file, sha256(readFileSync(path.join(folder, file)))]));
}
