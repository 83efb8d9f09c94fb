import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { parseSitemapIndex, XMLToSitemapItemStream } from "sitemap";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { pagesOf } from "../../src/build/pages.ts";
import { partOf } from "../../src/build/scratch.ts";
import { loadContent } from "../../src/content/load.ts";
import type { Content } from "../../src/model/content.ts";
import { Press } from "../../src/model/press.ts";
import { sitemapFiles } from "../../src/site-files/sitemaps.ts";
import { fixtureNames } from "../support/fixtures.ts";
import { builtSite } from "../support/pages.ts";
import { testSite } from "../support/site.ts";

const sites = await Promise.all(fixtureNames.map(async (name) => [name, await builtSite(name)] as const));
const showcase = await builtSite("showcase");
const { files, folder } = showcase;
const read = (file: string) => showcase.read(file);
const ORIGIN = `${showcase.origin}/`;

interface Item {
  readonly url: string;
  readonly lastmod?: string;
  readonly links: readonly { readonly lang: string; readonly url: string }[];
  readonly img: readonly { readonly url: string }[];
}

async function itemsIn(sitemap: string) {
  const stream = new XMLToSitemapItemStream();
  stream.end(sitemap);
  const items: Item[] = [];
  for await (const item of stream) items.push(item as Item);
  return items;
}

const schema = (fileName: string, folder = "tests/support/sitemaps") => ({
  fileName,
  contents: readFileSync(path.join(folder, fileName), "utf8"),
});
/** The schema of sitemaps.org and, as no package has them, our own of its index and of what Google adds to it. */
const extensions = [
  schema("sitemap.xsd", "node_modules/sitemap/schema"),
  ...["news.xsd", "image.xsd", "link.xsd"].map((name) => schema(name)),
];

/** What libxml2 finds wrong in sitemaps, or in an index of them. */
async function wrongIn(...texts: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: texts.map((contents, index) => ({ fileName: `sitemap-${index}.xml`, contents })),
    schema: schema(texts[0]?.includes("<sitemapindex") ? "index.xsd" : "all.xsd"),
    preload: extensions,
  });
  return errors.map(({ message }) => message);
}

const TITLE = "the sitemaps of %s hold every page that search engines may find, once, with its languages and pictures";

test.each(sites)(TITLE, async (name, site) => {
  const { origin } = site;
  const fileAt = (url: string) => site.fileAt(url) ?? `nothing at ${url}`;
  const maps = site.files.filter((file) => /^sitemap-.*-\d+\.xml$/.test(file));
  expect(await wrongIn(...[...maps, "sitemap-news.xml"].map((file) => site.read(file)))).toEqual([]);
  expect(await wrongIn(site.read("sitemap.xml"))).toEqual([]);

  const index = await parseSitemapIndex(Readable.from([site.read("sitemap.xml")]));
  expect(index.map(({ url }) => fileAt(url)).toSorted()).toEqual(maps.toSorted());
  expect(site.read("robots.txt")).toContain(`Sitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/sitemap-news.xml\n`);

  const items = (await Promise.all(maps.map((file) => itemsIn(site.read(file))))).flat();
  const listed = items.map(({ url }) => fileAt(url));
  const open = site.files.filter((file) => {
    if (!file.endsWith(".html")) return false;
    const html = site.read(file);
    const canonical = /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1];
    return !html.includes('content="noindex"') && canonical !== undefined && fileAt(canonical) === file;
  });
  expect(listed.toSorted()).toEqual(open.toSorted());
  for (const { url, links, img, lastmod } of items) {
    for (const link of links) expect(site.fileAt(link.url)).toBeDefined();
    if (links.length > 0) expect(links.map((link) => link.url)).toContain(url);
    for (const picture of img) expect(site.fileAt(picture.url)).toBeDefined();
    if (lastmod !== undefined) expect(Date.parse(lastmod)).toBeLessThanOrEqual(Date.parse("2026-11-23T12:00:00Z"));
  }
  if (name !== "showcase") return;
  const gauges = items.find(({ url }) => url === `${ORIGIN}en/2026/river-gauges/`);
  expect(gauges?.img).toHaveLength(3);
  expect(gauges?.links.map(({ lang }) => lang)).toEqual(["en", "ru", "ar", "zh", "x-default"]);
});

const newsOf = (press: Press) =>
  String(
    sitemapFiles(press, pagesOf(press))
      .find(({ file }) => file === "sitemap-news.xml")
      ?.make({
        sizeOf: () => 0,
        read: () => Promise.reject(new Error("A sitemap is made of no other file.")),
        part: (_, place, make) => Buffer.from(partOf(make(), place)),
      }),
  );

test("the news sitemap holds what came out in two days, each language by itself", async () => {
  const { content } = loadContent("tests/fixtures/showcase");
  const now = new Date("2026-11-19T12:00:00Z");
  const press = new Press(content as Content, now);
  const news = newsOf(press);
  const found = [
    ...news.matchAll(
      /<loc>([^<]*)<\/loc>.*?<news:language>([^<]*)<.*?<news:publication_date>([^<]*)<.*?<news:title>([^<]+)</g,
    ),
  ].map((match) => match.slice(1));
  expect(found.map(([loc, lang, day]) => [loc, lang, day])).toEqual([
    [`${ORIGIN}zh/2026/river-gauges/`, "zh-cn", "2026-11-18T09:05:00+00:00"],
    [`${ORIGIN}ru/2026/river-gauges/`, "ru", "2026-11-18T09:05:00+00:00"],
    [`${ORIGIN}en/2026/river-gauges/`, "en", "2026-11-18T09:05:00+00:00"],
    [`${ORIGIN}ar/2026/river-gauges/`, "ar", "2026-11-18T09:05:00+00:00"],
  ]);
  expect(news).toContain("<news:name>Highland Lakes Office</news:name>");
  expect(await wrongIn(news)).toEqual([]);
  // A sitemap holds an address at least: where there is no news, that of the home page.
  expect(read("sitemap-news.xml")).toContain(`<url><loc>${ORIGIN}en/</loc></url></urlset>`);

  for (const [right, wrong, complaint] of [
    [/<news:title>[^<]*<\/news:title>/, "", /Missing child element\(s\). Expected is .*title/],
    [/<news:language>en</, "<news:language>English<", /pattern/],
    [/<news:language>zh-cn</, "<news:language>zh<", /pattern/],
    [/<news:name>[^<]*</, "<news:name><", /minLength/],
    [/publication_date>2026-11-18T/, "publication_date>18 November 2026 ", /not a valid value of the .*union/],
    [/<\/news:news>/, "<news:genres>PressRelease</news:genres></news:news>", /not expected/],
    [/<loc>[^<]*<\/loc>/, "", /not expected. Expected is .*loc/],
  ] as const) {
    expect(news).toMatch(right);
    expect((await wrongIn(news.replace(right, wrong))).join("\n")).toMatch(complaint);
  }
});

test("the schemas refuse what an index, a picture or a language must not say", async () => {
  const index = read("sitemap.xml");
  const [map = ""] = files.filter((file) => file.startsWith("sitemap-en-releases"));
  for (const [text, right, wrong, complaint] of [
    [index, "<loc>https:", "<loc>ftp:", /pattern/],
    [index, "sitemap-ru-releases-1.xml", "sitemap-en-releases-1.xml", /Duplicate key-sequence/],
    [index, "<lastmod>2026", "<lastmod>26", /not a valid value of the .*union/],
    [index, "</lastmod>", "</lastmod><priority>1</priority>", /not expected/],
    [index, /<sitemap>.*<\/sitemap>/s, "", /Missing child element/],
    [read(map), "</image:loc>", "</image:loc><image:caption>A lake</image:caption>", /not expected/],
    [read(map), "<image:loc>https:", "<image:loc>", /pattern/],
    [read(map), 'hreflang="ru"', 'lang="ru"', /'hreflang' is required/],
    [read(map), 'rel="alternate"', 'rel="canonical"', /fixed value/],
    [read(map), "<xhtml:link", "<xhtml:a", /No matching global element/],
  ] as const) {
    const changed = text.replace(right, wrong);
    expect(changed).not.toBe(text);
    expect((await wrongIn(changed)).join("\n")).toMatch(complaint);
  }
});

test("security.txt does not expire on a site that is built each week, although nothing new is published", async () => {
  const site = testSite();
  for (const BUILD_TIME of ["2027-01-02T12:00:00Z", "2027-01-09T12:00:00Z", "2027-12-25T12:00:00Z"]) {
    expect(await site.build({ BUILD_TIME })).toMatchObject({ code: 0, stderr: "" });
    const [, expires = ""] = /^Expires: (.*)$/m.exec(site.read(".well-known/security.txt")) ?? [];
    expect(Date.parse(expires) - Date.parse(BUILD_TIME)).toBeGreaterThan(300 * 86_400_000);
  }
});

test("the files that machines look for are there and right", async () => {
  const security = new Map(
    read(".well-known/security.txt")
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  expect(security.get("Contact")).toBe("mailto:press@example.org");
  expect(security.get("Canonical")).toBe(`${ORIGIN}.well-known/security.txt`);
  const left = Date.parse(security.get("Expires") ?? "") - Date.parse("2026-11-23T12:00:00Z");
  expect(left).toBeGreaterThan(300 * 86_400_000);
  expect(left).toBeLessThan(365 * 86_400_000);

  const manifest = JSON.parse(read("manifest.webmanifest"));
  expect(manifest.start_url).toBe("/en/");
  for (const [file, size] of [
    ...manifest.icons.map(({ src, sizes }: { src: string; sizes: string }) => [
      src.slice(1),
      Number.parseInt(sizes, 10),
    ]),
    ["apple-touch-icon.png", 180],
  ]) {
    const { width, height, format } = await sharp(path.join(folder, file)).metadata();
    expect([file, width, height, format]).toEqual([file, size, size, "png"]);
  }
  const ico = readFileSync(path.join(folder, "favicon.ico"));
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 3]);
  for (const [index, size] of [16, 32, 48].entries()) {
    const entry = 6 + 16 * index;
    const picture = ico.subarray(
      ico.readUInt32LE(entry + 12),
      ico.readUInt32LE(entry + 12) + ico.readUInt32LE(entry + 8),
    );
    const { width, height } = await sharp(picture).metadata();
    expect([ico.readUInt8(entry), width, height]).toEqual([size, size, size]);
  }
  const search = read("ar/opensearch.xml");
  expect(search).toContain(`template="${ORIGIN}ar/search/?q={searchTerms}"`);
  expect([...(/<ShortName>(.*)<\/ShortName>/.exec(search)?.[1] ?? "")].length).toBeLessThanOrEqual(16);
  for (const page of ["ar/index.html", "ar/search/index.html"])
    expect(read(page)).toContain('href="/ar/opensearch.xml"');
  for (const [, url = ""] of read("llms.txt").matchAll(/\]\(([^)]*)\)/g)) expect(showcase.fileAt(url)).toBeDefined();
});
