import { test } from "vitest";
import { mutatedReleasesHold } from "../support/mutated.ts";

test("1,000 releases that were changed at random are told to be wrong, or told in every form, and nothing in them runs", async () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`SEED=${seed}`);
  console.log("Mutated releases:", await mutatedReleasesHold(seed, 1000));
});
