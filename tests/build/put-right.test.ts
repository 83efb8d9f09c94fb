import { cpSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/build/site.ts";
import { filesIn, isOther } from "../../src/build/tree.ts";
import { grouped } from "../../src/model/grouped.ts";
import { BUILD_TIME } from "../support/command.ts";
import { hashesIn } from "../support/folder.ts";
import { madeOnce, testSite } from "../support/site.ts";

const RELEASE = "releases/2017-01-27-training-centre.md";

/** What a person, another program or a disk does to an output file. */
const damages: Readonly<Record<string, (file: string) => void>> = {
  "altered in as many bytes": (file) => {
    const bytes = readFileSync(file);
    writeFileSync(
      file,
      bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)),
    );
  },
  lengthened: (file) => writeFileSync(file, "more", { flag: "a" }),
  truncated: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  emptied: (file) => truncateSync(file, 0),
  removed: (file) => rmSync(file),
  touched: (file) => utimesSync(file, new Date(0), new Date(0)),
};

const builtSite = madeOnce(async () => {
  const site = testSite();
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
  return site;
});

/** Files of each kind: pages, forms of releases, feeds, sitemaps, pictures, the index of the search. */
function someOf(folder: string): readonly string[] {
  const files = filesIn(folder).filter((file) => !isOther(file) && statSync(path.join(folder, file)).size > 0);
  const groups = grouped(files.toSorted(), (file) => [`${file.split("/").length} ${path.extname(file)}`]);
  return [...groups.values()].flatMap(([first = ""]) => path.join(folder, first));
}

// The sizes and times of a large output are listed in a thread.
test.each(Object.keys(damages).flatMap((name) => [[name, "small"] as const, [name, "large"] as const]))(
  "output files that were %s are put right on a %s site, whether a release was changed as well or not",
  async (name, size) => {
    const site = await builtSite();
    const { content, output } = site;
    const cache = path.join(output, "..", "cache");
    const build = async (own: { readonly output: string; readonly cache: string }) => {
      const way = size === "large" ? { large: 1 } : {};
      expect((await buildSite({ content, ...own, now: new Date(BUILD_TIME), ...way })).is).toBe("read");
    };
    const whole = hashesIn(output);
    const files = someOf(output);
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) damages[name]?.(file);
    await build({ output, cache });
    expect(hashesIn(output)).toEqual(whole);

    site.write(RELEASE, `${site.source(RELEASE)}\nOne more sentence.\n`);
    const cold = { output: `${output}-cold`, cache: `${cache}-cold` };
    cpSync(path.join(cache, "made"), path.join(cold.cache, "made"), { recursive: true });
    for (const file of someOf(output)) damages[name]?.(file);
    await build({ output, cache });
    await build(cold);
    expect(hashesIn(output)).toEqual(hashesIn(cold.output));
  },
);
