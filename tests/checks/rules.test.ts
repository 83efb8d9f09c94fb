import { expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { findingsIn, releaseOf, rulesFiring } from "../support/check.ts";
import { examples } from "./examples.ts";

/** What stands in brackets in the docs needs more than one file: `several-files.test.ts`. */
const shown = (text: string) => (text.startsWith("(") ? [] : [["en", text] as const]);

test.each(rules)("$name fires on its wrong examples, and not on its right ones", async ({ name, wrong, right }) => {
  const wrongs = [...shown(wrong), ...(examples[name]?.wrong ?? [])];
  const rights = [...shown(right), ...(examples[name]?.right ?? [])];
  const fired = async (texts: typeof wrongs) => {
    const names = await rulesFiring(texts);
    return texts.map(([, text], index) => [text, names[index]?.includes(name)]);
  };
  expect(await fired(wrongs)).toEqual(wrongs.map(([, text]) => [text, true]));
  expect(await fired(rights)).toEqual(rights.map(([, text]) => [text, false]));
});

test("every rule has its table", () => {
  expect(Object.keys(examples).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
});

/** What one rule finds in a text, and what it says of it. */
async function found(rule: string, text: string): Promise<[found: string, message: string][]> {
  const all = await findingsIn({ "releases/2018-03-04-example.md": releaseOf(text) });
  return all.filter((finding) => finding.rule === rule).map((finding) => [finding.found, finding.message]);
}

test("a speaker who stands among the words of a quote is named", async () => {
  expect(await found("quote-speaker", "> “We need peace.” — **Anna Kavalenka**, Representative")).toEqual([
    ["“", "Anna Kavalenka stands among the words of this quote, so it is shown without its speaker."],
  ]);
});

test("of a quotation that a second paragraph goes on with without opening it again, the second is named", async () => {
  expect(await found("quotation-marks", "She said: “We need peace.\n\nWe need it now.”")).toEqual([
    ["”", "This quotation mark closes what was never opened."],
  ]);
});
