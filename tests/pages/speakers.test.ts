import { expect, test } from "vitest";
import { speakerSlug } from "../../src/pages/speakers.ts";
import { quotesOf } from "../support/text.ts";

test("whoever is a speaker has a name that a folder can have", () => {
  const longest = "安".repeat(80);
  expect(quotesOf(`> Walls.\n>\n> — ${longest}`).map(({ speaker }) => speaker)).toEqual([longest]);
  expect(speakerSlug(longest).length).toBeLessThan(256);
});

test.each([
  ["Дзмітрый Ўласаў", "dzmitriy-ulasau"],
  ["Ғалым Қасымов", "ghalym-qasymov"],
  ["Ўткир Ғуломов", "utkir-ghulomov"],
  ["Anna 王", "anna-wang"],
  ["José Ñandú", "jose-nandu"],
  ["رُبى الصفدي", "ruba-alsfdy"],
])("no letter of %s is left out of the address, because two people would share it", (name, slug) => {
  expect(speakerSlug(name)).toBe(slug);
});
