import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FileCache } from "../../src/build/file-cache.ts";
import { filesIn } from "../../src/build/tree.ts";
import { releaseFile } from "../support/content.ts";
import { ownFolder } from "../support/folder.ts";
import { type TestSite, testSite } from "../support/site.ts";

const PICTURE = "tests/fixtures/folder/releases/2026-06-01-harbour-lights/lamp.jpg";

/** A site with pictures, fonts, share images and a search index. */
function pictured(): TestSite {
  const site = testSite();
  site.write("releases/2018-03-04-centre/en.md", releaseFile({ image: "{ file: door.jpg, alt: A door }" }));
  site.write("releases/2018-03-04-centre/door.jpg", readFileSync(PICTURE));
  const theme = "theme: { fonts: { body: commissioner } }\n";
  site.write("site.yaml", readFileSync(path.join(site.content, "site.yaml"), "utf8") + theme);
  return site;
}

const bytesOf = (site: TestSite) =>
  new Map(site.files().map((file) => [file, readFileSync(path.join(site.output, file), "latin1")]));

test("S5: a kept file that is not as it was made is made anew, and never published", async () => {
  const site = pictured();
  expect((await site.build()).stderr).toBe("");
  const before = bytesOf(site);
  const made = path.join(site.output, "..", "cache", "made");
  const outside = path.join(site.output, "..", "outside");
  mkdirSync(outside);
  writeFileSync(path.join(outside, "x"), "secret");
  const kinds = new Set(filesIn(made).map((file) => file.split("/")[0]));
  for (const kind of ["pictures", "downloads", "fonts", "share", "search"]) expect([...kinds]).toContain(kind);
  const damages: readonly ((file: string) => void)[] = [
    (file) => {
      const { atime, mtime } = statSync(file);
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      utimesSync(file, atime, mtime);
    },
    (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    (file) => truncateSync(file, 0),
    (file) => {
      rmSync(file);
      mkdirSync(file);
      writeFileSync(path.join(file, "x"), "x");
    },
    (file) => {
      rmSync(file);
      symlinkSync(path.join(outside, "x"), file);
    },
    (file) => rmSync(file),
  ];
  for (const round of [0, 1]) {
    // Each file in one of the ways, and in another the second time.
    for (const [index, file] of filesIn(made).toSorted().entries())
      damages[(index + round) % damages.length]?.(path.join(made, file));
    rmSync(site.output, { recursive: true });
    expect((await site.build()).stderr).toBe("");
    expect(bytesOf(site)).toEqual(before);
  }
  for (const file of filesIn(made)) rmSync(path.join(made, file));
  for (const folder of readdirSync(made)) {
    rmSync(path.join(made, folder), { recursive: true });
    if (folder < "g") symlinkSync(outside, path.join(made, folder));
    else writeFileSync(path.join(made, folder), "a file");
  }
  rmSync(site.output, { recursive: true });
  expect((await site.build()).stderr).toBe("");
  expect(bytesOf(site)).toEqual(before);
  expect(readdirSync(outside)).toEqual(["x"]);
});

test("S5: of two damaged files only those are made anew", async () => {
  const site = pictured();
  await site.build();
  const before = bytesOf(site);
  const made = path.join(site.output, "..", "cache", "made");
  const files = filesIn(made);
  const times = () => new Map(filesIn(made).map((file) => [file, statSync(path.join(made, file)).mtimeMs]));
  const damaged = files.filter((file) => file.startsWith("pictures/")).slice(0, 2);
  for (const file of damaged) writeFileSync(path.join(made, file), "damaged");
  const known = times();
  // The site itself is whole: nothing is read, and nothing made.
  await site.build();
  expect(times()).toEqual(known);
  rmSync(site.output, { recursive: true });
  await site.build();
  expect(bytesOf(site)).toEqual(before);
  const after = times();
  expect(files.filter((file) => after.get(file) !== known.get(file)).toSorted()).toEqual(damaged.toSorted());
});

test("S5: what was remembered of pictures is looked at anew where the memory is damaged", async () => {
  const site = pictured();
  await site.build();
  const before = bytesOf(site);
  const memory = path.join(site.output, "..", "cache", "inspected.json");
  const whole = readFileSync(memory, "utf8");
  writeFileSync(
    memory,
    whole.replace(/"tone":"(.)/, (_, digit: string) => `"tone":"${digit === "0" ? "1" : "0"}`),
  );
  expect(readFileSync(memory, "utf8")).not.toBe(whole);
  // A build looks at its pictures where anything was saved since.
  const saved = path.join(site.content, "site.yaml");
  writeFileSync(saved, readFileSync(saved));
  expect((await site.build()).stdout).toMatch(/rendered +0 /);
  expect(bytesOf(site)).toEqual(before);
  expect(readFileSync(memory, "utf8")).toBe(whole);
});

test("what nobody asks for is forgotten, with whatever else lies there", () => {
  const folder = ownFolder();
  const first = new FileCache(folder);
  first.put("a/one.txt", "one");
  first.put("a/two.txt", "two");
  first.put("b/three.txt", "three");
  first.put("a/one.txt", "one, again");
  cpSync(PICTURE, path.join(folder, "made", "a", "door.jpg"));
  symlinkSync("/etc", path.join(folder, "made", "a", "link"));
  const second = new FileCache(folder);
  expect(second.get("a/one.txt")?.toString()).toBe("one, again");
  expect(second.sizeOf("a/two.txt")).toBe(3);
  expect(second.sizeOf("a/four.txt")).toBeUndefined();
  second.forgetUnused();
  expect(filesIn(path.join(folder, "made")).map((file) => file.split("~")[0])).toEqual(["a/one.txt", "a/two.txt"]);
  expect(existsSync(path.join(folder, "made", "b"))).toBe(false);
  expect(readdirSync(path.join(folder, "made", "a"))).toHaveLength(2);
});
