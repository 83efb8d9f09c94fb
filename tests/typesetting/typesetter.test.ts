import sharp from "sharp";
import { expect, test } from "vitest";
import type { DatelineError } from "../../src/model/dateline-error.ts";
import { type Job, Typesetter } from "../../src/typesetting/typesetter.ts";

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
