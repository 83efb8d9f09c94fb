import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { refusal } from "../../src/importing/refusals.ts";

const folder = "src/importing";
const { faults, ...kinds } = load(readFileSync(`${folder}/data/refusals.yaml`, "utf8")) as {
  faults: Record<string, unknown>;
} & Record<string, { is: string; message: string; hint: string }[]>;

test("the table of refusals has a sentence for each fault that the code names, and for no other", () => {
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const code = sources.map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
  const named = [...code.matchAll(/\brefusal\("([^"]+)"/g)].map(([, name]) => name);
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(faults).toSorted());
});

test("each refusal is a sentence, and its pattern a regular expression", () => {
  for (const { is, message, hint } of Object.values(kinds).flat()) {
    expect(() => new RegExp(is)).not.toThrow();
    expect([message, hint]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/^$|\.$/)]);
  }
  expect(refusal("too large", { size: 9 }).sentence).toMatch(/^This file is 9 MB/);
});
