import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { buildSite } from "../../src/build/site.ts";
import { bundle } from "../../src/styling/bundle.ts";
import { BUILD_TIME } from "../support/command.ts";
import { ownFolder } from "../support/folder.ts";

test("what is bundled after a build needs nothing of its cache", async () => {
  const folder = ownFolder();
  const [output, cache] = [`${folder}/_site`, `${folder}/cache`];
  await buildSite({ content: "tests/fixtures/minimal", output, cache, now: new Date(BUILD_TIME) });
  rmSync(folder, { recursive: true });
  expect(bundle({ entryPoints: ["assets/feed.css"], banner: { css: "/* another */" } })).toContain("/* another */");
});
