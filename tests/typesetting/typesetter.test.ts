import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { DatelineError } from "../../src/model/dateline-error.ts";
import { sha256 } from "../../src/model/hash.ts";
import type { Press } from "../../src/model/press.ts";
import { type Job, Typesetter, typesetterFor } from "../../src/typesetting/typesetter.ts";
import { ownFolder } from "../support/folder.ts";

/** A share image with a mark of its own. */
async function jobOf(background: string): Promise<Job> {
  const logo = `/${background.slice(1)}.png`;
  const picture = sharp({ create: { width: 84, height: 171, channels: 3, background } });
  return {
    what: "The share image of a test",
    without: "share_images: none",
    template: "share.typ",
    data: {
      ...{ lang: "en", region: "gb", dir: "ltr", brand: "#112233", accent: "#ffcc00", picture: false, logo },
      ...{ title: `Mark ${background.slice(1)}`, name: "Office", parent: "", date: "" },
    },
    files: new Map([[logo, await picture.png().toBuffer()]]),
  };
}

test("documents that are set at once have each its own pictures", { timeout: 60_000 }, async () => {
  const jobs = await Promise.all(["#cc0000", "#00cc00", "#0000cc", "#cccc00"].map(jobOf));
  const typesetter = new Typesetter();
  const alone: string[] = [];
  for (const job of jobs) alone.push(await typesetter.svg(job));
  expect(new Set(alone).size).toBe(jobs.length);
  expect(await Promise.all(jobs.map((job) => typesetter.svg(job)))).toEqual(alone);
});

test("a document that Typst refuses is named, with what Typst found and the way out", { timeout: 60_000 }, async () => {
  const job = await jobOf("#123456");
  const typesetter = new Typesetter();
  const refusal = (made: Promise<unknown>) =>
    made.then(
      () => "",
      (error: DatelineError) => error.sentence,
    );
  const wayOut =
    "If you have a templates/typst/share.typ of your own, correct it. If not, report this as a fault of Dateline; with “share_images: none” in site.yaml the site is built without.";
  expect(await refusal(typesetter.svg({ ...job, files: new Map() }))).toMatch(
    /^The share image of a test cannot be made\. Typst says: file not found \(.*123456\.png\)\. /,
  );
  expect(await refusal(typesetter.svg({ ...job, data: { ...job.data, brand: "blue" } }))).toContain(wayOut);
  expect(await refusal(typesetter.pdf(job, new Date(0)))).toMatch(/Typst says: PDF\/UA-1 error: [^"]+\. If you/);
  expect(await typesetter.svg(job)).toContain("<svg");
});

test("an office that puts another font in the place of its own has that one from the next build on", async () => {
  const font = path.join(ownFolder(), "own.woff2");
  const job = await jobOf("#123456");
  const set = (name: string) => {
    copyFileSync(`node_modules/@fontsource-variable/${name}-normal.woff2`, font);
    const file = { path: font, sha256: sha256(readFileSync(font)) };
    const press = { site: { theme: { fonts: { body: "own.woff2" } } }, files: new Map([["own.woff2", file]]) };
    return typesetterFor(press as unknown as Press).svg(job);
  };
  const first = await set("vazirmatn/files/vazirmatn-latin-wght");
  expect(await set("commissioner/files/commissioner-latin-wght")).not.toBe(first);
  expect(await set("vazirmatn/files/vazirmatn-latin-wght")).toBe(first);
});
