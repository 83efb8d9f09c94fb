import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { releaseFile } from "../support/content.ts";
import { type TestSite, testSite } from "../support/site.ts";

const FOLDER = "releases/2018-03-04-centre";
const IMAGE = "image: { file: opening.jpg, alt: A door, focus: [10, 50] }";

/** A picture of noise, which no encoder can make small, red at its start side. */
function photograph(width: number, height: number) {
  const half = Math.round(width / 2);
  return sharp({
    create: { width, height, channels: 3, background: "#2060a0", noise: { type: "gaussian", mean: 128, sigma: 20 } },
  }).composite([{ input: { create: { width: half, height, channels: 3, background: "#e02020" } }, left: 0, top: 0 }]);
}

function siteWith(picture: Buffer, name = "opening.jpg"): TestSite {
  const site = testSite();
  site.write(`${FOLDER}/en.md`, releaseFile().replace("partners:", `${IMAGE.replace("opening.jpg", name)}\npartners:`));
  site.write(`${FOLDER}/${name}`, picture);
  return site;
}

const made = (site: TestSite) => site.files().filter((file) => file.startsWith("pictures/"));
const measured = async (site: TestSite, file: string) => sharp(path.join(site.output, file)).metadata();

describe("a picture", () => {
  test("comes in every format at every width that it is large enough for, cropped for the page and whole, and never larger", async () => {
    const site = siteWith(await photograph(1000, 700).jpeg().toBuffer());
    expect((await site.build()).stderr).toBe("");
    const files = made(site);
    const stems = new Set(files.map((file) => file.split(".")[1] ?? ""));
    expect(stems.size).toBe(2);
    for (const stem of stems) {
      const shape = files.filter((file) => file.includes(`.${stem}.`));
      expect(shape.map((file) => file.split(".").slice(-2).join(".")).toSorted()).toEqual(
        [448, 896, 1000]
          .flatMap((width) => ["avif", "jpg", "webp"].map((end) => `${width}.${end}`))
          // What only feeds and the oldest browsers load is not made for a card.
          .filter((name) => name !== "448.jpg")
          .toSorted(),
      );
    }
    const ratios = new Set<string>();
    for (const file of files) {
      const { width, height } = await measured(site, file);
      expect(width).toBe(Number(file.split(".").at(-2)));
      ratios.add(((width ?? 0) / (height ?? 1)).toFixed(1));
    }
    expect([...ratios].toSorted()).toEqual(["1.4", "2.1"]);
  });

  test("keeps what its focus names when it is cropped", async () => {
    const site = siteWith(await photograph(800, 200).jpeg().toBuffer());
    await site.build();
    const file = made(site).find((name) => /\.42\d\.jpg$/.test(name)) ?? "";
    const { channels } = await sharp(path.join(site.output, file)).stats();
    expect(channels[0]?.mean).toBeGreaterThan(200);
  });

  test("stands upright, in colours of the web, without what its camera wrote into it", async () => {
    const picture = await photograph(500, 900)
      .withExif({ IFD0: { Artist: "A. Camera" }, IFD3: { GPSLatitude: "54/1 28/1 0/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(picture).metadata()).exif).toBeDefined();
    const site = siteWith(picture);
    expect((await site.build()).stderr).toBe("");
    for (const file of made(site)) {
      const { width, exif, orientation, space } = await measured(site, file);
      // On its side it is 900 pixels wide.
      expect(width === 448 || width === 896 || width === 900).toBe(true);
      expect({ exif, space, turned: (orientation ?? 1) > 1 }).toEqual({
        exif: undefined,
        space: "srgb",
        turned: false,
      });
    }
  });

  test("may be a JPEG for print (CMYK)", async () => {
    const site = siteWith(await photograph(600, 400).toColourspace("cmyk").jpeg().toBuffer());
    expect((await site.build()).stderr).toBe("");
    expect((await measured(site, made(site)[0] ?? "")).space).toBe("srgb");
  });

  test("is made once: not again when nothing has changed, nor when the published site is lost", async () => {
    const site = siteWith(await photograph(700, 400).jpeg().toBuffer());
    expect((await site.build()).stdout).toContain("pictures  13 of 13");
    expect((await site.build()).stdout).not.toContain("pictures");
    rmSync(site.output, { recursive: true });
    expect((await site.build()).stdout).not.toContain("pictures");
    expect(made(site)).toHaveLength(10);
  });

  test("of a gallery keeps its own shape, and says what it shows, whose it is and on which terms", async () => {
    const site = siteWith(await photograph(700, 400).jpeg().toBuffer());
    const gallery =
      "gallery: [{ file: tall.jpg, alt: A tower, caption: The tower., credit: A. Photographer, licence: CC BY 4.0 }]";
    site.write(`${FOLDER}/en.md`, releaseFile().replace("partners:", `${gallery}\npartners:`));
    site.write(`${FOLDER}/tall.jpg`, await photograph(500, 900).jpeg().toBuffer());
    expect((await site.build()).stderr).toBe("");
    const largest = made(site).find((file) => file.endsWith(".500.jpg")) ?? "";
    expect(await measured(site, largest)).toMatchObject({ width: 500, height: 900 });
    const html = site.read("en/2018/centre/index.html");
    for (const words of [
      'alt="A tower"',
      "The tower.",
      "Photo: A. Photographer",
      "CC BY 4.0",
      'width="500" height="900"',
    ])
      expect(html).toContain(words);
  });

  test("is one picture under whatever names its file has, and every address of it leads to it", async () => {
    const bytes = await photograph(700, 400).jpeg().toBuffer();
    const site = siteWith(bytes);
    const shows = (day: string, slug: string, name: string, lang = "en") => {
      const image = `image: { file: ${name}, alt: A door }`;
      const text = releaseFile({ date: day }, `Words.\n\n![A door](./${name})`);
      site.write(`releases/${day}-${slug}/${lang}.md`, text.replace("partners:", `${image}\npartners:`));
      site.write(`releases/${day}-${slug}/${name}`, bytes);
    };
    shows("2018-04-01", "ribbon", "ribbon.jpg");
    shows("2018-04-01", "ribbon", "lenta.jpg", "ru");
    site.write(
      "site.yaml",
      readFileSync(path.join(site.content, "site.yaml"), "utf8").replace(
        "languages:\n",
        "languages:\n  ru: { label: Русский, dir: ltr }\n",
      ),
    );
    const names = async () => {
      expect((await site.build()).stderr).toBe("");
      const files = new Set(site.files());
      const named = site
        .files()
        .filter((file) => /\.(?:html|json|xml|md)$/.test(file))
        .flatMap((file) => [...site.read(file).matchAll(/\/((?:pictures|downloads|share)\/[\w.-]+)/g)])
        .map(([, file = ""]) => file);
      expect(named.filter((file) => !files.has(file))).toEqual([]);
      expect(made(site).filter((file) => !named.includes(file))).toEqual([]);
      return new Set(made(site).map((file) => file.split(".")[0]));
    };
    expect(await names()).toEqual(new Set(["pictures/opening"]));
    // An older release that shows it gives it another name: all pages with it say so.
    shows("2018-01-01", "first", "first.jpg");
    expect(await names()).toEqual(new Set(["pictures/first"]));
  });

  test("of a withheld release is not published", async () => {
    const site = siteWith(await photograph(700, 400).jpeg().toBuffer());
    site.write(`${FOLDER}/en.md`, releaseFile({ draft: "true" }).replace("partners:", `${IMAGE}\npartners:`));
    expect((await site.build()).stderr).toBe("");
    expect(made(site)).toEqual([]);
  });
});

describe("a picture that cannot be used is explained, with its name, and nothing is published:", () => {
  /** The first bytes of a PNG that says it has 30,000 by 30,000 pixels. */
  const bomb = Buffer.from("89504e470d0a1a0a0000000d4948445200007530000075300802000000", "hex");

  test("cut off, of one pixel, of 900 megapixels, a text", async () => {
    const site = siteWith(await photograph(700, 400).jpeg().toBuffer());
    await site.build();
    const before = site.files();
    for (const [picture, expected] of [
      [(await photograph(900, 600).jpeg().toBuffer()).subarray(0, 9000), "is damaged"],
      [await photograph(1, 1).jpeg().toBuffer(), "is only 1 by 1 pixels"],
      [bomb, "has 900 megapixels"],
      [Buffer.from("Just words."), "is no picture"],
    ] as const) {
      site.write(`${FOLDER}/opening.jpg`, picture);
      const run = await site.build();
      expect(run.code).toBe(1);
      expect(run.stderr).toContain(expected);
      expect(run.stderr).toContain("opening.jpg");
      expect(run.stderr).not.toContain("    at ");
      expect(site.files()).toEqual(before);
    }
  });
});
