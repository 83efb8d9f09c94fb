import { expect, test } from "vitest";
import { mutatedReleasesHold } from "../support/mutated.ts";

test("releases that were changed at random are told to be wrong, or told in every form, and nothing in them runs", async () => {
  const { told, refused } = await mutatedReleasesHold(20261128, 60);
  expect(told).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(5);
});
