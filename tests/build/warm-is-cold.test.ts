import { test } from "vitest";
import { warmIsCold } from "../support/warm-is-cold.ts";

/** The same edits each time; `SEED=2 RUNS=20` tries others. `npm run test:soak` tries 500 sequences. */
test("a build that knows the last one makes the same bytes as one that knows nothing", async () => {
  const { SEED = "1", RUNS = "2" } = process.env;
  console.log(`Edits of seed ${SEED}`);
  await warmIsCold({ seed: Number(SEED), sequences: Number(RUNS), length: 5 });
}, 240_000);
