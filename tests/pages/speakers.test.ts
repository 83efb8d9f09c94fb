import { expect, test } from "vitest";
import { speakerSlug } from "../../src/pages/speakers.ts";
import { quotesOf } from "../support/text.ts";

test("whoever is a speaker has a name that a folder can have", () => {
  const longest = "安".repeat(80);
  expect(quotesOf(`> Walls.\n>\n> — ${longest}`).map(({ speaker }) => speaker)).toEqual([longest]);
  expect(speakerSlug(longest).length).toBeLessThan(256);
});
