import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import ExifReader from "exifreader";
import sharp from "sharp";
import { expect, test } from "vitest";
import { releaseFile } from "../support/content.ts";
import { testSite } from "../support/site.ts";

const corpora = process.env.DATELINE_CORPORA ?? "../shared/corpora";
const photographs = path.join(corpora, "ministry", "images");

test("real photographs are published in the right sizes, with their rights and without their places, and made once", async () => {
  if (!existsSync(photographs))
    throw new Error(
      `Real photographs are expected in ${photographs}. Set DATELINE_CORPORA to the folder that has them.`,
    );
  const site = testSite();
  const names = readdirSync(photographs).filter((name) => /\.(?:jpe?g|png)$/i.test(name));
  for (const [index, name] of names.entries()) {
    const folder = `releases/2018-05-${String((index % 28) + 1).padStart(2, "0")}-photograph-${index}`;
    const image = `{ file: ${JSON.stringify(name)}, alt: A photograph, credit: The office, licence: CC BY 4.0 }`;
    site.write(`${folder}/en.md`, releaseFile({ title: `Photograph ${index}`, image }));
    site.write(`${folder}/${name}`, readFileSync(path.join(photographs, name)));
  }
  const started = performance.now();
  const first = await site.build();
  console.log(`${names.length} photographs: first build ${((performance.now() - started) / 1000).toFixed(1)} s`);
  expect(first.stderr).toBe("");
  const heroes: number[] = [];
  for (const file of site.files().filter((name) => name.startsWith("pictures/"))) {
    const { width } = await sharp(path.join(site.output, file)).metadata();
    expect(width).toBe(Number(file.split(".").at(-2)));
    if (file.endsWith(".896.avif")) heroes.push(readFileSync(path.join(site.output, file)).length);
  }
  console.log(`AVIF of 896 pixels: ${Math.round(Math.max(...heroes) / 1000)} kB at the most`);
  const downloads = site.files().filter((name) => name.startsWith("downloads/"));
  expect(downloads.length).toBeGreaterThanOrEqual(names.length);
  for (const file of downloads) {
    const tags = ExifReader.load(readFileSync(path.join(site.output, file)), { expanded: true });
    expect({ file, gps: tags.gps, credit: tags.xmp?.Credit?.description }).toEqual({ file, credit: "The office" });
  }
  const again = performance.now();
  expect((await site.build()).stdout).not.toContain("pictures");
  rmSync(site.output, { recursive: true });
  expect((await site.build()).stdout).not.toContain("pictures");
  console.log(`second and third build, none made: ${((performance.now() - again) / 1000).toFixed(1)} s`);
});
