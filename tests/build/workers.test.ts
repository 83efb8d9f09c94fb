import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { buildSite } from "../../src/build/site.ts";
import { BUILD_TIME } from "../support/command.ts";
import { type FixtureName, fixture } from "../support/fixtures.ts";
import { hashesIn, ownFolder } from "../support/folder.ts";

// All features of a site with threads, whose work the main thread shares; smaller ones without, with one, and with more than a machine has.
test.each<[number, FixtureName]>([
  [0, "folder"],
  [1, "minimal"],
  [2, "showcase"],
  [3, "minimal"],
])(
  "releases that %i threads make have the bytes that Eleventy makes: %s",
  async (workers, name) => {
    const made = await fixture(name);
    const folder = ownFolder();
    const [output, cache] = [path.join(folder, "_site"), path.join(folder, "cache")];
    cpSync(path.join(made, "cache", "made"), path.join(cache, "made"), { recursive: true });
    const content = path.join(made, "content");
    await buildSite({ content, output, cache, now: new Date(BUILD_TIME), large: 1, workers });
    expect(hashesIn(output)).toEqual(hashesIn(path.join(made, "_site")));
  },
  240_000,
);

test("a search index that cannot be made ends the build of a large site too", async () => {
  const folder = ownFolder();
  const at = (name: string) => path.join(folder, name);
  vi.stubEnv("PAGEFIND_EXTENDED_BINARY_PATH", "/bin/false");
  const build = () =>
    buildSite({
      content: "tests/fixtures/minimal",
      output: at("_site"),
      cache: at("cache"),
      now: new Date(BUILD_TIME),
      large: 1,
    });
  await expect(build()).rejects.toThrow(/^The search index for the language “en” could not be made\. \S/);
  expect(existsSync(at("_site"))).toBe(false);
  vi.unstubAllEnvs();
  expect((await build()).is).toBe("read");
});
