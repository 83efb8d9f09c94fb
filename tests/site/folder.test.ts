import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { addressesIn } from "../support/addresses.ts";
import { dateline } from "../support/command.ts";
import { releaseFile } from "../support/content.ts";
import { fixture } from "../support/fixtures.ts";
import { BuiltSite } from "../support/pages.ts";
import { type TestSite, testSite } from "../support/site.ts";

await Promise.all([fixture("showcase"), fixture("minimal")]);

/** Every address in a file of a site that leads to no file of it, with the file. */
function astray(output: string, origin: string): string[] {
  const site = new BuiltSite(output, origin);
  let count = 0;
  const lost = site.files
    .filter((file) => !/^(?:_headers|_redirects|\.nojekyll)$/.test(file))
    .flatMap((file) => {
      const found = addressesIn(file, readFileSync(path.join(output, file)), origin, `${origin}/${file}`);
      count += found.length;
      return found
        .filter(({ address }) => site.fileAt(decodeURI(address)) === undefined && site.fileAt(address) === undefined)
        .map(({ written }) => `${file}: ${written}`);
    });
  expect(count).toBeGreaterThan(100);
  const folder = new URL(`${origin}/`).pathname;
  for (const file of ["_headers", "_redirects"])
    for (const [address] of site.read(file).matchAll(/(?<=^| )\/\S*/gm))
      expect({ file, address, isInside: address.startsWith(folder) }).toEqual({ file, address, isInside: true });
  return lost;
}

function publishedAt(site: TestSite, origin: string): void {
  const file = path.join(site.content, "site.yaml");
  site.write("site.yaml", readFileSync(file, "utf8").replace(/^origin: .*$/m, `origin: ${origin}`));
}

test("A1: of a site in a folder every address in every file leads to a file of it", async () => {
  const site = testSite("showcase");
  site.write(
    "releases/2026-01-02-moved.md",
    releaseFile({ location: "osh", aliases: '[/old/page.html, "/index.php?id=3"]' }),
  );
  publishedAt(site, "https://Org.Example.io/press");
  expect((await site.build()).stderr).toBe("");
  expect(astray(site.output, "https://org.example.io/press")).toEqual([]);
  expect((await dateline("check", ["--site", "--output", site.output])).stdout).toContain("nothing found");
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
