import { expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { rulesFiring } from "../support/check.ts";
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
