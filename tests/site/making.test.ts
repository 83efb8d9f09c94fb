import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { testSite } from "../support/site.ts";

const CODE = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><Iptc4xmpExt:DigitalSourceType>${CODE}trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta>`;

test("a picture whose file says that AI made it is shown so, and says so in every size; the release's own word counts more", async () => {
  const site = testSite();
  const picture = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: "#358" } })
    .withXmp(XMP)
    .jpeg()
    .toBuffer();
  const release = (more: string) =>
    site.write(
      "releases/2017-01-28-wells/en.md",
      `---\ntitle: Wells\ndate: 2017-01-28\nlocation: smarhon\npartners: []\ncontacts: [press-office]\nimage: { file: well.jpg, alt: A well${more} }\n---\n\nIt is open.\n`,
    );
  site.write("releases/2017-01-28-wells/well.jpg", picture);
  const codes = () =>
    site
      .files()
      .filter((file) => /^(?:pictures|downloads)\/.*well.*\.(?:jpg|jpeg|webp|avif)$/.test(file))
      .map((file) => readFileSync(path.join(site.output, file), "latin1"))
      .map((bytes) => new RegExp(`${CODE}(\\w+)`).exec(bytes)?.[1]);
  release("");
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
  const page = site.read("en/2017/wells/index.html");
  expect(page).toContain("Made with artificial intelligence");
  expect(page).toContain("https://schema.org/TrainedAlgorithmicMediaDigitalSource");
  expect(site.read("en/2017/wells/wells.txt")).toContain("Made with artificial intelligence");
  expect(site.read("en/2017/wells/wells.json")).toContain(`${CODE}trainedAlgorithmicMedia`);
  expect(codes().length).toBeGreaterThan(3);
  expect(new Set(codes())).toEqual(new Set(["trainedAlgorithmicMedia"]));
  release(", made_with: camera");
  expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
  expect(site.read("en/2017/wells/index.html")).not.toContain("Made with artificial intelligence");
  expect(new Set(codes())).toEqual(new Set(["digitalCapture"]));
});
