import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Press } from "../../src/model/press.ts";
import { byYears, engine, volumesOf } from "../../src/pages/search.ts";
import { good, releaseFile } from "../support/content.ts";

const years = (groups: readonly (readonly { readonly year: string }[])[]) =>
  groups.map((group) => group.map(({ year }) => year).join(" "));

test("volumes are whole years: finished ones together as far as there is room, the newest by itself", () => {
  const releases = ["2019", "2019", "2020", "2021", "2021", "2021", "2022", "2023"].map((year) => ({ year }));
  expect(years(byYears(releases, 4))).toEqual(["2019 2019 2020", "2021 2021 2021 2022", "2023"]);
  expect(years(byYears(releases, 2))).toEqual(["2019 2019", "2020", "2021 2021 2021", "2022", "2023"]);
  expect(years(byYears(releases))).toEqual(["2019 2019 2020 2021 2021 2021 2022", "2023"]);
  expect(byYears([])).toEqual([]);
});

test("a release in the newest year changes no other volume's folder, and a preview has none", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const older = { "releases/2018-03-04-older.md": releaseFile() };
  const folders = (files: Readonly<Record<string, string>>, audience?: "preview") =>
    volumesOf(new Press(good(files), now, audience), "en").map(({ folder }) => folder);
  const before = folders(older);
  const after = folders({ ...older, "releases/2018-05-04-newer.md": releaseFile({ date: "2018-05-04" }) });
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(folders(older, "preview")).toEqual([]);
});

test("the version of Pagefind in the names of the index is the one that makes it", () => {
  const { version } = JSON.parse(readFileSync("node_modules/pagefind/package.json", "utf8"));
  expect(engine).toBe(version);
});
