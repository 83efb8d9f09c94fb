import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { loadContent, readAhead } from "../../src/content/load.ts";
import { ReleaseCache } from "../../src/content/release-cache.ts";
import { withTypography } from "../../src/content/typography.ts";
import { withFields } from "../../src/model/release.ts";
import { newCounter } from "../../src/model/taken.ts";
import { releaseFile } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";

test("what is remembered of releases is what reading them says, until a file, the site or the code changes", () => {
  const folder = ownFolder();
  const content = path.join(folder, "content");
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  const file = (name: string) => path.join(content, "releases", name);
  for (let number = 0; number < 60; number++)
    writeFileSync(file(`2018-03-04-centre-${number}.md`), releaseFile({}, "It is."));
  mkdirSync(file("2018-03-05-two"));
  writeFileSync(file("2018-03-05-two/en.md"), releaseFile({ date: "2018-03-05" }, "It is."));

  const reading = (known?: ReleaseCache) => {
    const loaded = loadContent(content, known);
    // The text and the quotes of a release in the cache are no properties of its own.
    const releases = loaded.content?.releases.map((release) => ({
      ...release,
      body: release.body,
      quotes: release.quotes,
    }));
    return { ...loaded, releases, content: { ...loaded.content, releases: undefined } };
  };
  const plain = () => reading();
  const remembering = (version = "1") => reading(new ReleaseCache(path.join(folder, "cache", "known"), version));
  expect(remembering()).toEqual(plain());
  expect(remembering()).toEqual(plain());

  appendFileSync(file("2018-03-04-centre-7.md"), "And more.\n\n> It is.\n>\n> — Anna Kavalenka, Director\n");
  appendFileSync(file("2018-03-05-two/en.md"), "And more.\n");
  rmSync(file("2018-03-04-centre-8.md"));
  expect(remembering()).toEqual(plain());
  writeFileSync(file("2018-03-04-centre-9.md"), "---\ntitle: A: b\n---\n\nText.\n");
  expect(remembering().problems).toHaveLength(1);
  expect(remembering()).toEqual(plain());
  rmSync(file("2018-03-04-centre-9.md"));

  rmSync(path.join(content, "locations/smarhon.yaml"));
  expect(remembering()).toEqual(plain());
  expect(remembering().problems.length).toBeGreaterThan(50);
  expect(remembering("2")).toEqual(plain());
});

test("readers see the same words of a release that is remembered as of one that was read", () => {
  const folder = ownFolder();
  const content = path.join(folder, "content");
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  const write = (name: string, title: string) =>
    writeFileSync(path.join(content, "releases", name), releaseFile({ title }, "It is."));
  for (let number = 0; number < 60; number++) write(`2018-03-04-plain-${number}.md`, "Nothing to set");
  write("2018-03-04-quoted.md", 'The centre\'s "new" room');
  write("2018-03-04-as-typed.md", "A title");
  const seen = (known?: ReleaseCache) => {
    const loaded = loadContent(content, known);
    const shown = loaded.content ? withTypography(loaded.content).releases : [];
    return shown.map((release) => ({ ...release, body: release.body, quotes: release.quotes }));
  };
  const remembering = () => seen(new ReleaseCache(path.join(folder, "cache", "known")));
  const read = seen();
  expect(remembering()).toEqual(read);
  expect(remembering()).toEqual(read);
  expect(read.find(({ slug }) => slug === "quoted")).toMatchObject({
    title: "The centre’s “new” room",
    titleAsTyped: 'The centre\'s "new" room',
  });
});

test("where somebody watches, only what was touched is looked at: all that was, since a reading came to its end", () => {
  const folder = ownFolder();
  cpSync("tests/fixtures/minimal", folder, { recursive: true });
  const write = (name: string, title: string) =>
    writeFileSync(path.join(folder, "releases", name), releaseFile({ title }, "It is."));
  write("2018-03-04-a.md", "First");
  write("2018-03-04-b.md", "Second");
  const known = new ReleaseCache();
  const titles = () => loadContent(folder, known).content?.releases.map(({ title }) => title) ?? [];
  titles();

  write("2018-03-04-a.md", "First, changed");
  write("2018-03-04-b.md", "Second, changed");
  known.touched(["2018-03-04-a.md"]);
  expect(titles()).toEqual(expect.arrayContaining(["First, changed", "Second"]));

  const site = readFileSync(path.join(folder, "site.yaml"), "utf8");
  writeFileSync(path.join(folder, "site.yaml"), "broken");
  known.touched(["2018-03-04-b.md"]);
  expect(titles()).toEqual([]);
  writeFileSync(path.join(folder, "site.yaml"), site);
  known.touched([]);
  expect(titles()).toContain("Second, changed");
});

test("releases that were read ahead, in turns, are what one reading says, and what is not public is not written down", async () => {
  const folder = ownFolder();
  const [content, file] = [path.join(folder, "content"), path.join(folder, "cache", "known")];
  cpSync("tests/fixtures/minimal", content, { recursive: true });
  const write = (number: number, text: string) =>
    writeFileSync(path.join(content, "releases", `2018-03-04-centre-${number}.md`), text);
  for (let number = 100; number < 160; number++) write(number, releaseFile({}, `It is number ${number}.`));
  write(110, releaseFile({}, ""));
  write(120, releaseFile({ draft: "true" }, "It is a secret."));
  write(130, releaseFile({ image: "{ file: none.jpg, alt: None, credit: Office }" }, "It is."));
  write(150, "---\ntitle: A: b\n---\n\nText.\n");
  const known = () => new ReleaseCache(file, "1");
  const loaded = (cache?: ReleaseCache) => {
    const { content: all, problems } = loadContent(content, cache);
    return { problems, releases: all?.releases.map((release) => withFields(release, {})) };
  };
  // A file that was written just now is read again.
  await setTimeout(50);
  expect(known().isThere).toBe(false);
  const counter = newCounter();
  const parts = [1, 2].map(() => readAhead({ contentDir: content, version: "1", counter }));
  expect(parts.map(({ length }) => length)).toEqual([1, 0]);
  known().fill(parts.flat());
  expect(known().isThere).toBe(true);
  expect(readFileSync(file).includes("It is number 159.")).toBe(true);
  expect(readFileSync(file).includes("secret")).toBe(false);
  expect(loaded(known())).toEqual(loaded());
  expect(loaded(known()).problems).toHaveLength(3);
  for (const number of [110, 130, 150]) write(number, releaseFile({}, "It is."));
  expect(loaded(known())).toEqual(loaded());
  const damaged = readFileSync(file);
  damaged.write("Now", damaged.indexOf("It is number 159."));
  writeFileSync(file, damaged);
  expect(loaded(known())).toEqual(loaded());
});
