import { expect, test } from "vitest";
import { attributionAt } from "../../src/model/quotes.ts";
import { speakerSlug } from "../../src/pages/speakers.ts";

test("whoever is a speaker has a name that a folder can have", () => {
  const longest = "安".repeat(80);
  expect(attributionAt([`— ${longest}`])).toBe(0);
  expect(speakerSlug(longest).length).toBeLessThan(256);
});
