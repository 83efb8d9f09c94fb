import { cpSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { buildSite } from "../../src/build/site.ts";
import { loadContent } from "../../src/content/load.ts";
import { BUILD_TIME } from "../support/command.ts";
import { releaseFile } from "../support/content.ts";
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

test.each([0, 1, 2, 4])(
  "with %i threads that read releases, no problem is told twice, and none is lost",
  async (workers) => {
    const folder = ownFolder();
    const at = (name: string) => path.join(folder, name);
    const content = at("content");
    cpSync("tests/fixtures/minimal", content, { recursive: true });
    for (let number = 100; number < 200; number++) {
      const [text, fields] = [
        number % 9 === 0 ? "" : "It is.",
        number % 7 === 0 ? { image: "{ file: none.jpg, alt: None, credit: Office }" } : {},
      ];
      writeFileSync(path.join(content, "releases", `2018-03-04-centre-${number}.md`), releaseFile(fields, text));
    }
    const now = new Date(BUILD_TIME);
    const built = await buildSite({ content, output: at("_site"), cache: at("cache"), now, large: 1, workers });
    const { problems } = loadContent(content);
    expect(problems.length).toBeGreaterThan(20);
    expect(built).toEqual({ is: "wrong", problems });
  },
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
