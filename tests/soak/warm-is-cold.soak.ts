import { test } from "vitest";
import { warmIsCold } from "../support/warm-is-cold.ts";

/** Five hundred sequences of edits; `SEED=7 npm run test:soak` tries the same again. */
test("a build that knows the last one makes the same bytes as one that knows nothing", async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000));
  console.log(`Edits of seed ${seed}`);
  await warmIsCold({ seed, sequences: Number(process.env.RUNS ?? 500), length: 14, isWhole: true });
}, 7_200_000);
