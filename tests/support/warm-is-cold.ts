import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { expect } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { command as build } from "../../src/cli/build.ts";
import { sha256 } from "../../src/model/hash.ts";
import { expanded } from "../../src/model/published.ts";
import { inProcess } from "./command.ts";
import { edits } from "./edits.ts";
import { type Office, officeIn } from "./office.ts";

/**
 * How much is tried: `seed` says which sequences. Where it `isWhole`, the sites are compared after each build, not only at the end, and a cold build
 * makes its pictures and indexes anew too.
 */
interface Trial {
  readonly seed: number;
  readonly sequences: number;
  readonly length: number;
  readonly isWhole: boolean;
}

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const step = fc.record({
  edit: fc.constantFrom(...Object.keys(edits)),
  choices: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  /** Whether the site is built after it, or only after a later one. */
  isBuilt: fc.boolean(),
  isRecorded: fc.boolean(),
});

/** Asserts that after any sequence of edits a build that knows the last one makes the same bytes as one that knows nothing. */
export async function warmIsCold({ seed, sequences, length, isWhole }: Trial): Promise<void> {
  const [before, folder] = [process.cwd(), mkdtempSync(path.join(tmpdir(), "dateline-project-"))];
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: length, maxLength: length }), async (steps) => {
        process.chdir(before);
        const made = await officeIn(folder);
        process.chdir(folder);
        await holds(made, steps, isWhole);
      }),
      { seed, numRuns: sequences, endOnFailure: process.env.SHRINK === undefined },
    );
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function holds(made: Office, steps: readonly Step[], isWhole: boolean): Promise<void> {
  const done: string[] = [];
  await built(made, made.output, made.cache);
  for (const [index, { edit, choices, isBuilt, isRecorded }] of steps.entries()) {
    let at = 0;
    const pick = <T>(from: readonly T[]) => from[(choices[at++ % choices.length] ?? 0) % from.length];
    await edits[edit]?.(made, pick);
    const isLast = index === steps.length - 1;
    done.push(edit);
    if (!isBuilt && !isLast) continue;
    if (isRecorded) await built(made, made.output, made.cache, "--record");
    await built(made, made.output, made.cache);
    if (isWhole || isLast) await sameAsCold(made, done, isWhole);
  }
}

/** So long after an edit its file's times tell it from what was there before. */
const TICK_MS = 30;

async function built(made: Office, output: string, cache: string, ...more: readonly string[]): Promise<void> {
  await wait(TICK_MS);
  const args = ["--content", made.content, "--output", output, "--cache", cache, ...more];
  let { code, stderr } = await inProcess(build, args, { BUILD_TIME: made.clock });
  // An edit takes away what was public: the office lets it go.
  while (code !== 0 && letGo(made, stderr))
    ({ code, stderr } = await inProcess(build, args, { BUILD_TIME: made.clock }));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
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

async function sameAsCold(made: Office, done: readonly string[], isWhole: boolean): Promise<void> {
  const [output, cache] = [path.join(made.project, "cold"), path.join(made.project, "cold-cache")];
  for (const folder of [output, cache]) rmSync(folder, { recursive: true, force: true });
  if (!isWhole) made.copyMade(cache);
  await built(made, output, cache);
  const [warm, cold] = [hashes(made.output), hashes(output)];
  const names = new Set([...warm.keys(), ...cold.keys()]);
  const differing = [...names].filter((name) => warm.get(name) !== cold.get(name));
  expect({ done, differing }).toEqual({ done, differing: [] });
}

function hashes(folder: string): Map<string, string> {
  return new Map(filesIn(folder).map((file) => [file, sha256(readFileSync(path.join(folder, file)))]));
}
