import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { dateline, type Run } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";

/** Checks the site of the first release, this as it was found on the web in place of the published one. */
function asFound(...args: readonly string[]): Promise<Run> {
  const folder = ownFolder();
  cpSync("tests/fixtures/first", folder, { recursive: true });
  rmSync(path.join(folder, "releases"), { recursive: true });
  cpSync("tests/fixtures/as-found", path.join(folder, "releases"), { recursive: true });
  return dateline("check", ["--content", folder, ...args]);
}

test("every slip of the first release as it was found on the web is named, and the advertisement fails the check", async () => {
  const { code, stdout } = await asFound("--format", "json", "--hints");
  expect(code).toBe(1);
  const found = JSON.parse(stdout) as { severity: string; rule: string; line: number; found: string; fix: string }[];
  expect(
    found.map(({ severity, rule, line, found: words }) => `${line} ${severity} ${rule}: ${words.slice(0, 40)}`),
  ).toMatchInlineSnapshot(`
    [
      "2 warning spelling: psycological",
      "11 hint dateline: January 27, 2017",
      "17 warning quote-speaker: "",
      "17 warning spelling: pepple",
      "17 hint quotation-marks: ’",
      "17 warning confused-words: its",
      "17 warning confused-words: its",
      "17 warning spaces:   ",
      "17 warning confused-words: im",
      "17 warning confused-words: feeling",
      "21 warning quote-speaker: "",
      "30 error foreign-passage: Air Jordan 1 Retro High OG 'Chicago' Whi",
    ]
  `);
  const fixes = (words: string) => found.find((finding) => finding.found === words)?.fix;
  expect(fixes("psycological")).toContain("“psychological”");
  expect(fixes("pepple")).toContain("“people”");
  expect(fixes("im")).toContain("“I'm”");
  expect(fixes("feeling")).toContain("“fleeing”");
});

test("in the published first release nothing is found, in any language", async () => {
  const { code, stdout } = await dateline("check", ["--content", "tests/fixtures/first", "--format", "json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([]);
});
