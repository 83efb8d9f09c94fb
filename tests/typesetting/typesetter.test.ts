import sharp from "sharp";
import { expect, test } from "vitest";
import { type Job, Typesetter } from "../../src/typesetting/typesetter.ts";

/** A share image with a mark of its own. */
async function jobOf(background: string): Promise<Job> {
  const logo = `/${background.slice(1)}.png`;
  const picture = sharp({ create: { width: 84, height: 171, channels: 3, background } });
  return {
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
