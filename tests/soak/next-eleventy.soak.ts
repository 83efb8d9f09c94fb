import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ownFolder } from "../support/folder.ts";
import { builtBy, differingFiles } from "../support/node.ts";

/** The canary: what the next Eleventy breaks is known before it is released. It needs Node 22.15, so it runs on 24. */
test("the newest alpha of the next Eleventy makes the same bytes", () => {
  const npm = (args: readonly string[], cwd = ".") =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: "pipe" });
  const versions = JSON.parse(npm(["view", "@11ty/eleventy", "versions", "--json"])) as readonly string[];
  const newest = versions.at(-1) ?? "";
  const project = ownFolder();
  const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n").filter(Boolean);
  for (const file of files) cpSync(file, path.join(project, file));
  npm(["ci"], project);
  npm(["install", "--no-save", `@11ty/eleventy@${newest}`], project);
  const content = path.resolve("tests/fixtures/showcase");
  const differ = differingFiles(builtBy("24", content), builtBy("24", content, project));
  expect({ newest, differ }).toEqual({ newest, differ: [] });
});
