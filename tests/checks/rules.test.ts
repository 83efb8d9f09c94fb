import { describe, expect, test } from "vitest";
import { rules } from "../../src/checks/rules.ts";
import { rulesFiring } from "../support/check.ts";
import { examples } from "./examples.ts";

describe("the examples of the docs", () => {
  test.each(rules.filter(({ wrong }) => !wrong.startsWith("(")))("$name", async ({ name, wrong, right }) => {
    expect(await rulesFiring(wrong)).toContain(name);
    expect(await rulesFiring(right)).not.toContain(name);
  });
});

describe("in other languages and forms", () => {
  test.each(Object.entries(examples))("%s", async (name, { wrong, right }) => {
    for (const [lang, text] of wrong)
      expect([text, await rulesFiring(text, lang)]).toEqual([text, expect.arrayContaining([name])]);
    for (const [lang, text] of right) {
      const fired = await rulesFiring(text, lang);
      expect([text, fired.filter((rule) => rule === name)]).toEqual([text, []]);
    }
  });

  test("every rule has its table", () => {
    expect(Object.keys(examples).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });
});
