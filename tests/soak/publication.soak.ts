import { expect, test } from "vitest";
import { killedAfter } from "../support/kills.ts";

test("50 publications that are killed at all moments leave the old site or the new one", async () => {
  const found: Record<string, number> = {};
  for (let kill = 0; kill < 50; kill++) {
    const after = await killedAfter(kill * 8, 5000);
    found[after] = (found[after] ?? 0) + 1;
  }
  console.log("Publications killed:", found);
  expect(Object.keys(found).filter((after) => after !== "old" && after !== "new")).toEqual([]);
}, 600_000);
