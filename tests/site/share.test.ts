import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { releaseFile } from "../support/content.ts";
import { fixture } from "../support/fixtures.ts";
import { type TestSite, testSite } from "../support/site.ts";

const folder = path.join(await fixture("showcase"), "_site");
const ORIGIN = "https://press.example.net/";

/** What the head of a page says of the image that stands for it. */
function shared(html: string) {
  const said = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(html)?.[1]?.replaceAll("&#39;", "'");
  return {
    url: said("og:image"),
    width: Number(said("og:image:width")),
    height: Number(said("og:image:height")),
    alt: said("og:image:alt"),
    card: said("twitter:card"),
  };
}

const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const fileOf = (page: string) => (shared(read(page)).url ?? "").slice(ORIGIN.length);

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How many pixels of a part of an image are like a colour. */
async function count(file: string, area: Area, like: (red: number, green: number, blue: number) => boolean) {
  const pixels = await sharp(file).extract(area).removeAlpha().raw().toBuffer();
  let found = 0;
  for (let at = 0; at < pixels.length; at += 3)
    if (like(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)) found++;
  return found;
}

const isDark = (red: number, green: number, blue: number) => red + green + blue < 200;
const isBrand = (red: number, green: number, blue: number) => red < 60 && green > 60 && green < 150 && blue > 120;
const isAccent = (red: number, green: number, blue: number) => red > 200 && green > 200 && blue < 80;
const isInked = (red: number, green: number, blue: number) => red + green + blue < 720;

/** Where title and date stand, and what must stay white beside and below them. */
const TITLE = { left: 80, top: 200, width: 1040, height: 400 };
const MARGINS = {
  ltr: [
    { left: 1121, top: 0, width: 79, height: 613 },
    { left: 50, top: 0, width: 29, height: 613 },
  ],
  rtl: [
    { left: 0, top: 0, width: 79, height: 613 },
    { left: 1121, top: 0, width: 29, height: 613 },
  ],
};

describe("the image that stands for a page where its address is shared", () => {
  test("is there for every page that may be found, as large as the page says, and light; and no other one is", async () => {
    const named = new Set<string>();
    for (const page of filesIn(folder).filter((file) => file.endsWith(".html"))) {
      const { url, width, height, alt, card } = shared(read(page));
      if (read(page).includes('content="noindex"')) {
        expect({ page, url, card }).toEqual({ page, url: undefined, card: undefined });
        continue;
      }
      expect({ page, url, card }).toEqual({
        page,
        url: expect.stringContaining(`${ORIGIN}share/`),
        card: "summary_large_image",
      });
      expect(alt?.length).toBeGreaterThan(3);
      named.add(`${url?.slice(ORIGIN.length)} ${width} ${height}`);
    }
    const files = filesIn(folder).filter((file) => file.startsWith("share/"));
    const there = await Promise.all(
      files.map(async (file) => {
        const { width, height, exif } = await sharp(path.join(folder, file)).metadata();
        expect(exif).toBeUndefined();
        expect({ file, light: statSync(path.join(folder, file)).size < 60_000 }).toEqual({ file, light: true });
        return `${file} ${width} ${height}`;
      }),
    );
    expect(there.toSorted()).toEqual([...named].toSorted());
    expect(new Set(there.map((file) => file.split(" ").slice(1).join(" ")))).toEqual(new Set(["1200 630"]));
  });

  test("is the release's picture where it has one, else its title, date and office; elsewhere it is the site's", () => {
    expect(shared(read("en/2026/river-gauges/index.html"))).toMatchObject({
      url: expect.stringMatching(/\/share\/river-gauges\.en\.[0-9a-f]{10}\.jpg$/),
      alt: expect.stringContaining("gauge"),
    });
    expect(shared(read("en/2026/gauge-open-day/index.html"))).toMatchObject({
      url: expect.stringMatching(/\/share\/gauge-open-day\.en\.[0-9a-f]{10}\.png$/),
      alt: "Media advisory: a day at the gauges above Osh",
    });
    for (const page of ["index.html", "en/releases/index.html", "en/about/index.html", "en/topics/glaciers/index.html"])
      expect(fileOf(page)).toBe(fileOf("en/index.html"));
    expect(new Set(["en", "ru", "ar", "zh"].map((lang) => fileOf(`${lang}/index.html`))).size).toBe(4);
  });

  test.each([
    ["en", "en/2025/tashkent-laboratory", "ltr"],
    ["ru", "ru/2025/tashkent-laboratory", "ltr"],
    ["ar", "ar/2026/gauge-open-day", "rtl"],
    ["zh", "zh", "ltr"],
  ] as const)("has the mark, the accent and the words at the start side: %s", async (_, page, dir) => {
    const file = path.join(folder, fileOf(`${page}/index.html`));
    const start = (left: number, width: number) => ({
      left: dir === "rtl" ? 1200 - left - width : left,
      top: 0,
      width,
    });
    expect(await count(file, { ...start(80, 84), height: 171 }, isBrand)).toBeGreaterThan(6000);
    expect(await count(file, { ...start(1036, 84), height: 171 }, isBrand)).toBe(0);
    expect(await count(file, { ...start(0, 48), height: 600 }, isAccent)).toBeGreaterThan(2000);
    expect(await count(file, { ...start(192, 400), height: 171 }, isInked)).toBeGreaterThan(800);
    expect(await count(file, TITLE, isDark)).toBeGreaterThan(8000);
    for (const margin of MARGINS[dir]) expect(await count(file, margin, isInked)).toBe(0);
  });
});

test.each([
  ["en", "ltr"],
  ["ru", "ltr"],
  ["ar", "rtl"],
  ["zh", "ltr"],
] as const)("a picture has the mark above it and the title below it, at the start side: %s", async (lang, dir) => {
  const file = path.join(folder, fileOf(`${lang}/2026/river-gauges/index.html`));
  const start = (left: number, width: number) => (dir === "rtl" ? 1200 - left - width : left);
  const isWhite = (red: number, green: number, blue: number) => red + green + blue > 740;
  expect(await count(file, { left: start(80, 84), top: 0, width: 84, height: 171 }, isBrand)).toBeGreaterThan(6000);
  expect(await count(file, { left: start(0, 44), top: 510, width: 44, height: 110 }, isAccent)).toBeGreaterThan(4000);
  const title = { left: start(80, 500), top: 510, width: 500, height: 110 };
  expect(await count(file, title, isDark)).toBeGreaterThan(3000);
  expect(await count(file, title, isWhite)).toBeGreaterThan(20_000);
});

const LANGUAGES = `languages:
  en: { label: English, dir: ltr }
  ar: { label: العربية, dir: rtl }
  zh: { label: 中文, dir: ltr }`;

/** A small site in three scripts with a release for each title. */
function siteWith(titles: Readonly<Record<string, readonly [lang: string, title: string]>>): TestSite {
  const site = testSite();
  const languages = /languages:\n.*/;
  site.write(
    "site.yaml",
    readFileSync(path.join(site.content, "site.yaml"), "utf8").replace(languages, LANGUAGES).concat("pdf: none\n"),
  );
  for (const [name, [lang, title]] of Object.entries(titles))
    site.write(`releases/2018-03-04-${name}/${lang}.md`, releaseFile({ title: JSON.stringify(title) }));
  return site;
}

const images = (site: TestSite) => site.files().filter((file) => file.startsWith("share/"));
const imageOf = (site: TestSite, name: string) =>
  path.join(site.output, images(site).find((file) => file.startsWith(`share/${name}.`)) ?? `share/${name}`);

const LONG = "One river, five countries, a year of listening in which people measured and shared their water. ";

test("a title that is too long is cut within the margins, in any script, what no font can write is left out, and the fonts of the machine have no say", async () => {
  const titles = {
    long: ["en", LONG.repeat(4)],
    word: ["en", "Donaudampfschifffahrts".repeat(12)],
    arabic: ["ar", "أربع وستون محطة لقياس منسوب الأنهار تمنح قرى تاشساي ساعات من الإنذار قبل الفيضان ".repeat(5)],
    chinese: ["zh", "64座水文站为塔什赛河沿岸村庄赢得数小时避洪时间，".repeat(10)],
    plain: ["en", "Flood alarm works"],
    signs: ["en", "Flood 🌊 alarm 👩‍🚒 works ✊🏽"],
    georgian: ["en", "Flood საქართველო alarm"],
  } as const;
  const { long, arabic, chinese, signs } = titles;
  const [site, bare] = [siteWith(titles), siteWith({ long, arabic, chinese, signs })];
  expect((await site.build()).stderr).toBe("");
  for (const name of ["long", "word", "arabic", "chinese"]) {
    const file = imageOf(site, name);
    expect({ name, dark: (await count(file, TITLE, isDark)) > 30_000 }).toEqual({ name, dark: true });
    const margins = [...MARGINS[name === "arabic" ? "rtl" : "ltr"], { left: 0, top: 602, width: 1200, height: 11 }];
    for (const margin of margins)
      expect({ name, inked: await count(file, margin, isInked) }).toEqual({ name, inked: 0 });
    expect({ name, light: statSync(file).size < 60_000 }).toEqual({ name, light: true });
  }
  expect(readFileSync(imageOf(site, "signs"))).toEqual(readFileSync(imageOf(site, "plain")));
  // Half a name would be worse than none, and a box is no letter.
  expect(await count(imageOf(site, "plain"), TITLE, isDark)).toBeGreaterThan(8000);
  expect(await count(imageOf(site, "georgian"), TITLE, isDark)).toBe(0);
  expect(await count(imageOf(site, "georgian"), TITLE, isInked)).toBeGreaterThan(300);
  await bare.buildAsUser({ FONTCONFIG_FILE: "/nowhere", FONTCONFIG_PATH: "/nowhere", HOME: "/nowhere" });
  expect(images(bare).length).toBeGreaterThan(6);
  expect(images(site)).toEqual(expect.arrayContaining(images(bare)));
  for (const file of images(bare))
    expect(readFileSync(path.join(bare.output, file))).toEqual(readFileSync(path.join(site.output, file)));
});

describe("the images", () => {
  test("hold nothing of what is withheld, and of a withdrawn release only its words", async () => {
    const site = testSite();
    const photograph = await sharp({ create: { width: 1300, height: 700, channels: 3, background: "#2060a0" } })
      .jpeg()
      .toBuffer();
    const image = { image: "{ file: door.jpg, alt: A door }" };
    const write = (name: string, fields: Readonly<Record<string, string>>) => {
      site.write(`releases/2018-03-04-${name}/en.md`, releaseFile({ ...image, ...fields }));
      site.write(`releases/2018-03-04-${name}/door.jpg`, photograph);
    };
    write("draft", { draft: "true" });
    write("later", { embargo: '"2026-11-23 15:00 +03:00"' });
    write("gone", { status: "withdrawn", title: "Gone again" });
    const named = () => images(site).map((file) => file.replace(/\.[0-9a-f]{10}\./, ".").slice("share/".length));
    await site.build({ BUILD_TIME: "2026-11-23T11:59:59Z" });
    expect(named()).toEqual(["gone.en.png", "site.en.png", "training-centre.en.png"]);
    expect(shared(site.read("en/2018/gone/index.html")).alt).toBe("Gone again");
    await site.build({ BUILD_TIME: "2026-11-23T12:00:00Z" });
    expect(named()).toEqual(["gone.en.png", "later.en.jpg", "site.en.png", "training-centre.en.png"]);
    expect(shared(site.read("en/2018/later/index.html"))).toMatchObject({ width: 1200, height: 630, alt: "A door" });
  });

  test("are of a picture what its focus names, never enlarged; of one that is too small they are words", async () => {
    const site = testSite();
    const red = { create: { width: 400, height: 700, channels: 3, background: "#e02020" } } as const;
    const picture = await sharp({ create: { width: 2600, height: 700, channels: 3, background: "#2060a0" } })
      .composite([{ input: red, left: 0, top: 0 }])
      .jpeg()
      .toBuffer();
    const write = (name: string, focus: string, bytes: Buffer) => {
      const image = `{ file: door.jpg, alt: A door, focus: ${focus} }`;
      site.write(`releases/2018-03-04-${name}/en.md`, releaseFile({ image }));
      site.write(`releases/2018-03-04-${name}/door.jpg`, bytes);
    };
    write("left", "[0, 50]", picture);
    write("right", "[100, 50]", picture);
    write("middling", "[0, 50]", await sharp(picture).resize(1300).toBuffer());
    write("small", "[0, 50]", await sharp(picture).resize(800).toBuffer());
    expect((await site.build()).stderr).toBe("");
    const isRed = (red: number, green: number) => red > 180 && green < 90;
    const whole = { left: 0, top: 0, width: 1200, height: 630 };
    const betweenMarkAndTitle = { left: 0, top: 172, width: 1200, height: 300 };
    expect(await count(imageOf(site, "left"), betweenMarkAndTitle, isRed)).toBeGreaterThan(100_000);
    expect(await count(imageOf(site, "right"), whole, isRed)).toBe(0);
    expect(shared(site.read("en/2018/middling/index.html"))).toMatchObject({ width: 666, height: 350 });
    expect(imageOf(site, "small")).toMatch(/\.png$/);
  });

  test("are made for the newest releases; an older one has the picture that its page shows, one without a picture the site's", async () => {
    const site = testSite();
    const photograph = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#2060a0" } })
      .jpeg()
      .toBuffer();
    for (const year of [2019, 2020]) {
      site.write(`releases/${year}-03-04-door/en.md`, releaseFile({ image: "{ file: door.jpg, alt: A door }" }));
      site.write(`releases/${year}-03-04-door/door.jpg`, photograph);
    }
    site.write("site.yaml", `${readFileSync(path.join(site.content, "site.yaml"), "utf8")}share_images: newest 1\n`);
    expect((await site.build()).stderr).toBe("");
    expect(images(site)).toHaveLength(2);
    expect(shared(site.read("en/2020/door/index.html")).url).toMatch(/\/share\/door\./);
    const { url = "", width, height, alt } = shared(site.read("en/2019/door/index.html"));
    const file = url.slice("https://press.example.org/".length);
    expect(file).toMatch(/^pictures\//);
    expect(site.read("en/2019/door/index.html")).toContain(`src="/${file}"`);
    expect({ ...(await sharp(path.join(site.output, file)).metadata()), alt }).toMatchObject({
      width,
      height,
      alt: "A door",
    });
    expect(shared(site.read("en/2017/training-centre/index.html")).url).toMatch(/\/share\/site\.en\./);
  });
});
