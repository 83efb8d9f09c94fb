import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { astray } from "../support/addresses.ts";
import { dateline } from "../support/command.ts";
import { builtSite } from "../support/pages.ts";
import { type TestSite, testSite } from "../support/site.ts";

function publishedAt(site: TestSite, origin: string): void {
  const file = path.join(site.content, "site.yaml");
  site.write("site.yaml", readFileSync(file, "utf8").replace(/^origin: .*$/m, `origin: ${origin}`));
}

test("A1: of a site in a folder every address in every file leads to a file of it", async () => {
  const { folder, origin } = await builtSite("folder");
  expect(astray(folder, origin)).toEqual([]);
  expect((await dateline("check", ["--site", "--output", folder])).stdout).toContain("nothing found");
});

test.each([
  ["HTTPS://Org.Example.io/Press/Office/", "https://org.example.io/Press/Office"],
  ["https://org.example.io:8443/press", "https://org.example.io:8443/press"],
  ["https://пресса.example/en", "https://xn--80aj3aega.example/en"],
  ["https://org.example.io/files//пресса/", "https://org.example.io/files/%D0%BF%D1%80%D0%B5%D1%81%D1%81%D0%B0"],
  ["http://org.example.io:80/", "http://org.example.io"],
])("A1: a site is published at %s as at %s", async (written, origin) => {
  const site = testSite();
  publishedAt(site, written);
  expect((await site.build()).stderr).toBe("");
  expect(astray(site.output, origin)).toEqual([]);
  expect(/rel="canonical" href="([^"]*)"/.exec(site.read("en/index.html"))?.[1]).toBe(`${origin}/en/`);
});
