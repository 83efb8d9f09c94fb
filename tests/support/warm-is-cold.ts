import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect } from "vitest";
import { edits } from "./edits.ts";
import type { Answer, Step, Trial } from "./warm-is-cold-office.ts";

const step: fc.Arbitrary<Step> = fc.record({
  edit: fc.constantFrom(...Object.keys(edits)),
  choices: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  isBuilt: fc.boolean(),
  isRecorded: fc.boolean(),
});

/** How much is tried: `seed` says which sequences of edits. */
interface Trials {
  readonly seed: number;
  readonly sequences: number;
  readonly length: number;
  /** One sequence of so many is whole: see {@link Trial}. */
  readonly wholeOneOf?: number;
}

/** Asserts that after any sequence of edits a build that knows the last one makes the same bytes as one that knows nothing. */
export async function warmIsCold({ seed, sequences, length, wholeOneOf }: Trials): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-office-"));
  mkdirSync(path.join(folder, "office"));
  // A process of its own: the office is the folder in which a build runs.
  const office = fork(fileURLToPath(new URL("warm-is-cold-office.ts", import.meta.url)), {
    cwd: path.join(folder, "office"),
    execArgv: ["--import", import.meta.resolve("tsx")],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const answerTo = async (trial: Trial) => {
    office.send(trial);
    const [answer] = await once(office, "message");
    return answer as Answer;
  };
  let tried = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: length, maxLength: length }), async (steps) => {
        const isWhole = wholeOneOf !== undefined && tried % wholeOneOf === 0;
        const isLarge = tried++ % 2 === 1;
        const { done, wrong } = await answerTo({ steps, isWhole, isLarge });
        expect({ done, wrong }).toEqual({ done, wrong: [] });
      }),
      { seed, numRuns: sequences, endOnFailure: process.env.SHRINK === undefined },
    );
  } finally {
    office.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}
