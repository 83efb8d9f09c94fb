import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExifReader from "exifreader";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { releaseFile } from "../support/content.ts";
import { siteIn, type TestSite, testSite } from "../support/site.ts";

const FOLDER = "releases/2018-03-04-centre";

const FIELDS = `image: { file: Grand opening.jpg, alt: A ribbon is cut, caption: The opening., credit: Office / A. Photographer, licence: CC BY 4.0, date: 2018-03-03, place: "Smarhon, Belarus", people: [Anna Kavalenka, Ivan Ivanou] }
gallery:
  - { file: logo.png, alt: A white ring }
  - { file: loop.gif, alt: A light that blinks }
  - { file: vivid.jpg, alt: A red wall, caption: The wall. }
documents:
  - { file: report.pdf, title: Full report }
topics: [migration]`;

const BODY = `The text, with the [report](report.pdf).

![](vivid.jpg)

![The plan](plan.jpg "The plan of the building.")

An icon ![a dot](plan.jpg) among words.`;

const plain = (background: string, width = 1800, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A PDF of two empty pages. */
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

async function siteOfAllKinds(folder: string): Promise<TestSite> {
  const site = siteIn(folder, "minimal");
  const frame = (background: string) => plain(background, 120, 80).png().toBuffer();
  const ring = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><circle cx="300" cy="200" r="150" fill="#fff"/></svg>',
  );
  site.write(`${FOLDER}/en.md`, releaseFile({}, BODY).replace("partners:", `${FIELDS}\npartners:`));
  site.write(
    `${FOLDER}/Grand opening.jpg`,
    await plain("#806040")
      .withExif({
        IFD0: { Artist: "The Camera", Copyright: "Agency" },
        IFD2: { BodySerialNumber: "12345" },
        IFD3: {
          GPSLatitude: "54/1 28/1 0/1",
          GPSLatitudeRef: "N",
          GPSLongitude: "26/1 24/1 0/1",
          GPSLongitudeRef: "E",
        },
      })
      .jpeg()
      .toBuffer(),
  );
  site.write(`${FOLDER}/logo.png`, await sharp(ring).png().toBuffer());
  site.write(
    `${FOLDER}/loop.gif`,
    await sharp([await frame("#f00"), await frame("#00f")], { join: { animated: true } })
      .gif({ delay: [400, 600] })
      .toBuffer(),
  );
  site.write(`${FOLDER}/vivid.jpg`, await plain("#c80000").withIccProfile("p3").jpeg({ quality: 100 }).toBuffer());
  site.write(
    `${FOLDER}/plan.jpg`,
    await plain("#eee", 700, 500)
      .withExif({ IFD0: { Artist: "The Draughtsman" } })
      .jpeg()
      .toBuffer(),
  );
  site.write(`${FOLDER}/report.pdf`, PDF);
  return site;
}

describe("a release with pictures of every kind", () => {
  let site: TestSite;
  let html: string;
  const named = (start: string) => site.files().filter((file) => file.startsWith(start));

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "dateline-"));
    site = await siteOfAllKinds(folder);
    expect((await site.build()).stderr).toBe("");
    html = site.read("en/2018/centre/index.html");
    return () => rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  test("shows what shines through as it is, where no newer format is known too", async () => {
    const file = named("pictures/logo.").find((name) => name.endsWith(".600.png")) ?? "";
    const { data, info } = await sharp(path.join(site.output, file))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 600, height: 400 });
    expect([data[3], data[(200 * 600 + 300) * 4 + 3]]).toEqual([0, 255]);
    expect(named("pictures/logo.").some((name) => name.endsWith(".jpg"))).toBe(false);
    expect(html).toMatch(/<img src="\/pictures\/logo\./);
  });

  test("lets an animation move for those who have not asked for rest, and come to rest by itself", async () => {
    const file =
      named("pictures/loop.").find((name) => name.endsWith(".120.webp") && html.includes(`srcset="/${name}" media`)) ??
      "";
    const { pages, loop, delay } = await sharp(path.join(site.output, file)).metadata();
    expect({ pages, loop, delay }).toEqual({ pages: 2, loop: 5, delay: [400, 600] });
    expect(html).toContain('media="(prefers-reduced-motion:no-preference)"');
  });

  test("shows the colours of a picture with a wide gamut as they are", async () => {
    const file = named("pictures/vivid.").find((name) => name.endsWith(".jpg")) ?? "";
    const { channels } = await sharp(path.join(site.output, file)).stats();
    // #c80000 of Display P3 is a red that sRGB can only just not hold: its red is higher there.
    const expected = await plain("#c80000", 8, 8).withIccProfile("p3").png().toBuffer();
    const [red = 0] = await sharp(expected).toColourspace("srgb").raw().toBuffer();
    expect(Math.abs((channels[0]?.mean ?? 0) - red)).toBeLessThan(4);
  });

  test("has the place of a picture in the picture's colour until it is there, and no style that the policy forbids", () => {
    expect(html).toMatch(/<img class="tone-864" /);
    expect(/<style>(.*)<\/style>/s.exec(html)?.[1]).toContain(".tone-864{background:#864}");
    expect(html).not.toContain(' style="');
  });

  test("shows a picture where its text names it, with the words of the gallery, and not a second time below", () => {
    const [, text = "", below = ""] =
      /<div class="text prose" id="text">(.*?)<\/div>\n<link rel="stylesheet"(.*)<\/main>/s.exec(html) ?? [];
    expect(text).toMatch(/<figure>\s*<picture>.*alt="A red wall".*<span>The wall\.<\/span>/s);
    expect(text).toMatch(/alt="The plan".*<span>The plan of the building\.<\/span>/s);
    expect(text).toContain("The Draughtsman");
    expect(text).toMatch(/<p>An icon\s*<picture>/);
    expect(below).not.toContain("vivid");
    expect(below).toContain("logo");
  });

  test("has every picture to take away with its size, and its words and rights in the file", async () => {
    const links = [
      ...html.matchAll(/<a href="(\/downloads\/[^"]+)" download="([^"]+)"><span>Download (\w+), ([^<]+)<\/span><\/a>/g),
    ];
    expect(links.map(([, , name]) => name)).toContain("2018-centre-grand-opening-1800x1200.jpg");
    for (const [, url = "", , type, words] of links) {
      const file = path.join(site.output, url);
      const { format, width, height } = await sharp(file).metadata();
      const size = Math.max(1, Math.round(readFileSync(file).length / 1000));
      expect([type, words?.replaceAll("\u00a0", " ")]).toEqual([
        format?.toUpperCase(),
        `${width} × ${height}, ${size} kB`,
      ]);
    }
    const opening = named("downloads/grand-opening.")[0] ?? "";
    const tags = ExifReader.load(readFileSync(path.join(site.output, opening)));
    const said = (name: string) => String(tags[name]?.description ?? "");
    expect(
      Object.fromEntries(
        [
          "Headline",
          "description",
          "AltTextAccessibility",
          "Credit",
          "Source",
          "rights",
          "UsageTerms",
          "WebStatement",
          "DateCreated",
          "Location",
          "City",
          "Country",
          "CountryCode",
          "PersonInImage",
          "subject",
          "Artist",
          "Copyright",
          "ImageDescription",
        ].map((name) => [name, said(name)]),
      ),
    ).toMatchInlineSnapshot(`
      {
        "AltTextAccessibility": "A ribbon is cut, A ribbon is cut",
        "Artist": "The Camera",
        "City": "Smarhon",
        "Copyright": "Agency",
        "Country": "Belarus",
        "CountryCode": "BY",
        "Credit": "Office / A. Photographer",
        "DateCreated": "2018-03-03",
        "Headline": "A new centre",
        "ImageDescription": "The opening.",
        "Location": "Smarhon, Belarus",
        "PersonInImage": "Anna Kavalenka, Ivan Ivanou",
        "Source": "Northland",
        "UsageTerms": "CC BY 4.0",
        "WebStatement": "https://creativecommons.org/licenses/by/4.0/",
        "description": "The opening., The opening.",
        "rights": "Agency",
        "subject": "Migration",
      }
    `);
    expect(JSON.stringify(tags.Licensor)).toContain("/en/press-office/");
  });

  test("keeps the maker's name that is in a file where its fields say nothing", () => {
    const plan = named("downloads/plan.")[0] ?? "";
    expect(ExifReader.load(readFileSync(path.join(site.output, plan))).Artist?.description).toBe("The Draughtsman");
  });

  test("has no place and no serial number in any picture", () => {
    const pictures = [...named("pictures/"), ...named("downloads/")].filter((file) => !file.endsWith(".gif"));
    expect(pictures.length).toBeGreaterThan(20);
    for (const file of pictures) {
      const bytes = readFileSync(path.join(site.output, file));
      const tags = ExifReader.load(bytes, { expanded: true });
      expect({
        file,
        gps: tags.gps,
        position: tags.exif?.GPSLatitude,
        serial: tags.exif && Reflect.get(tags.exif, "BodySerialNumber"),
      }).toEqual({
        file,
      });
    }
  });

  test("has its document with its pages, and leads to it from its text", () => {
    expect(html).toMatch(
      /<a href="\/files\/report\.[0-9a-f]{10}\.pdf" download="report\.pdf">Full report<\/a> <span>PDF · [^<]*· 2 pages<\/span>/,
    );
    expect(html).toMatch(/with the <a href="\/files\/report\.[0-9a-f]{10}\.pdf">report<\/a>/);
  });

  test("stands in the media library, under its place and topic, each picture with a page of its own", () => {
    const library = site.read("en/media/index.html");
    expect([...library.matchAll(/<h2><a href="([^"]+)"/g)].map(([, url]) => url)).toEqual([
      "/en/media/2018/centre/loop/",
      "/en/media/2018/centre/logo/",
      "/en/media/2018/centre/plan/",
      "/en/media/2018/centre/vivid/",
      "/en/media/2018/centre/grand-opening/",
    ]);
    expect(library).toContain('href="/en/media/places/smarhon/"');
    for (const list of ["places/smarhon", "topics/migration"])
      expect(site.read(`en/media/${list}/index.html`)).toContain("The opening.");
    const page = site.read("en/media/2018/centre/grand-opening/index.html");
    for (const words of [
      "Office / A. Photographer",
      "CC BY 4.0",
      "3 March 2018",
      "Smarhon, Belarus",
      "Anna Kavalenka, Ivan Ivanou",
      "A ribbon is cut",
      'href="/en/2018/centre/"',
    ])
      expect(page).toContain(words);
  });
});

test("one picture in two releases is one picture of the library, with one page", async () => {
  const site = testSite();
  const picture = await plain("#345", 700, 500).jpeg().toBuffer();
  for (const key of ["2018-03-04-centre", "2018-04-05-school"]) {
    site.write(`releases/${key}/en.md`, releaseFile({ image: "{ file: same.jpg, alt: A door }" }));
    site.write(`releases/${key}/same.jpg`, picture);
  }
  expect((await site.build()).stderr).toBe("");
  expect(site.files().filter((file) => /^en\/media\/2018\//.test(file))).toEqual([
    "en/media/2018/centre/same/index.html",
  ]);
  const page = site.read("en/media/2018/centre/same/index.html");
  for (const url of ["/en/2018/centre/", "/en/2018/school/"]) expect(page).toContain(`href="${url}"`);
  expect(site.read("en/2018/school/index.html")).toContain('href="/en/media/2018/centre/same/"');
});

test("the page of a picture has the words of a release in its language, also after they have changed", async () => {
  const site = testSite();
  const languages = "languages:\n  ru: { label: Русский, dir: ltr }\n";
  site.write("site.yaml", site.source("site.yaml").replace("languages:\n", languages));
  const picture = await plain("#345", 700, 500).jpeg().toBuffer();
  for (const key of ["2018-03-04-centre", "2018-04-05-school"]) site.write(`releases/${key}/same.jpg`, picture);
  site.write("releases/2018-03-04-centre/ru.md", releaseFile({ image: "{ file: same.jpg, alt: Дверь }" }));
  for (const caption of ["The old door.", "The new door."]) {
    site.write("releases/2018-04-05-school/en.md", releaseFile({}, `The text.\n\n![A door](same.jpg "${caption}")`));
    expect((await site.build()).stderr).toBe("");
    expect(site.read("en/media/2018/centre/same/index.html")).toContain(caption);
    expect(site.read("ru/media/2018/centre/same/index.html")).not.toContain(caption);
  }
});
