import { mkdirSync, readdirSync, renameSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { killedAfter } from "../support/kills.ts";
import { testSite } from "../support/site.ts";

test("a publication that is killed leaves the old site or the new one", async () => {
  const found: Record<string, number> = {};
  for (let kill = 0; kill < 3; kill++) {
    const after = await killedAfter(kill * 16, 800);
    found[after] = (found[after] ?? 0) + 1;
  }
  expect(Object.keys(found).filter((after) => after !== "old" && after !== "new")).toEqual([]);
});

test("a tree that a killed build had set aside is put back, and what it left beside the output goes", async () => {
  const site = testSite();
  await site.build();
  const files = site.files();
  const aside = path.join(path.dirname(site.output), "._site.dateline-old");
  renameSync(site.output, aside);
  mkdirSync(path.join(path.dirname(site.output), "._site.dateline-new"));
  const run = await site.build();
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/rendered {2}0 pages/);
  expect(site.files()).toEqual(files);
  expect(readdirSync(path.dirname(site.output)).filter((name) => name.includes("dateline-"))).toEqual([]);
});

test("a page may become a folder, and a folder a page", async () => {
  const site = testSite();
  const text = site.source("releases/2017-01-27-training-centre.md");
  const named = (alias: string) =>
    site.write("releases/2017-01-27-training-centre.md", text.replace("contacts:", `aliases: [${alias}]\ncontacts:`));
  for (const alias of ["/old.html", "/old.html/more", "/old.html", "/old.html/more.html"]) {
    named(alias);
    expect(await site.build(), alias).toMatchObject({ code: 0, stderr: "" });
  }
});
