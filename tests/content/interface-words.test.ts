import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { good, report } from "../support/content.ts";

const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
const languages = (...codes: readonly string[]) =>
  site.replace(
    /^languages:$/m,
    `languages:\n${codes.map((code) => `  ${code}: { label: ${code}, dir: ltr }`).join("\n")}`,
  );

test("an office overrides single words; all others are the product's", () => {
  const { words, warnings } = good({ "strings/en.yaml": "skip: Straight to the text\n" });
  const product = good({}).words.get("en");
  expect(words.get("en")).toEqual({ ...product, skip: "Straight to the text" });
  expect(warnings).toEqual([]);
});

test("a word that a language lacks is English, in each of its plural forms, and that is said once a language", () => {
  const { words, warnings } = good({ "site.yaml": languages("ru", "cy"), "strings/cy.yaml": "skip: Neidio\n" });
  const welsh = words.get("cy") ?? {};
  expect(welsh.skip).toBe("Neidio");
  expect(welsh["follow.title"]).toBe(words.get("en")?.["follow.title"]);
  expect([welsh["search.found.two"], welsh["search.found.many"]]).toEqual([
    words.get("en")?.["search.found.other"],
    words.get("en")?.["search.found.other"],
  ]);
  expect(warnings.map(({ file, message }) => `${file}: ${message.replace(/\d+|: .*/g, "")}`)).toEqual([
    "strings/cy.yaml: The interface lacks  words in “cy” and shows the English",
  ]);
});

test("a word that the interface does not have, or has no more, is a warning and stops nothing", () => {
  const files = { "strings/en.yaml": "skpi: Straight to the text\nweather: Sunny\n" };
  expect(report(files)).toBe("");
  expect(good(files).warnings.map(({ message, fix }) => `${message} ${fix}`)).toEqual([
    "The interface has no word “skpi”. Did you mean “skip”?",
    "The interface has no word “weather”. Delete the line: nothing shows this word.",
  ]);
});
