import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("docs/dependencies.md has a line for each package that an office installs, and for no other", () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const lines = readFileSync("docs/dependencies.md", "utf8").matchAll(/^\| (?!package|---)(\S+) .*\|$/gm);
  const named = [...lines].map(([, name]) => name);
  expect(named.toSorted()).toEqual([...Object.keys(dependencies), ...Object.keys(peerDependencies)].toSorted());
});
