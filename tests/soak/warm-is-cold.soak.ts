import { test } from "vitest";
import { warmIsCold } from "../support/warm-is-cold.ts";

const SEQUENCES = Number(process.env.RUNS ?? 500);

/** Five hundred sequences of edits, half of them at a time; `SEED=7 npm run test:soak` tries the same again. */
test("a build that knows the last one makes the same bytes as one that knows nothing", async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
  console.log(`Edits of the seeds ${seed} and ${seed + 1}`);
  const half = { sequences: SEQUENCES / 2, length: 7, wholeOneOf: 25 };
  await Promise.all([seed, seed + 1].map((own) => warmIsCold({ ...half, seed: own })));
}, 7_200_000);
