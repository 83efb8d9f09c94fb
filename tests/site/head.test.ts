import { readFileSync } from "node:fs";
import path from "node:path";
import { expand } from "jsonld";
import { beforeAll, describe, expect, test } from "vitest";
import { jsonLd } from "../../src/pages/structured-data.ts";
import { fixtureNames } from "../support/fixtures.ts";
import { type BuiltSite, builtSite, elementsOf, metaOf } from "../support/pages.ts";

type Node = Readonly<Record<string, unknown>>;

/** schema.org as a JSON-LD processor needs it to name every property, without asking the network. */
const documentLoader = async (documentUrl: string) => ({
  contextUrl: null,
  documentUrl,
  document: { "@context": { "@vocab": "https://schema.org/" } },
});

const vocabulary = new Set(
  [...readFileSync("node_modules/schema-dts/dist/schema.d.ts", "utf8").matchAll(/^ {4}"(\w+)"\?: SchemaValue/gm)].map(
    ([, name]) => `https://schema.org/${name}`,
  ),
);

function dataOf(html: string): { readonly "@graph": readonly Node[] } {
  const [, data = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(data);
}

function nodeOf(html: string, type: string): Node {
  return dataOf(html)["@graph"].find((node) => node["@type"] === type) ?? {};
}

/** Every value of a tree of data with the name it stands under. */
function* valuesIn(node: unknown, name = ""): Generator<readonly [name: string, value: unknown]> {
  yield [name, node];
  if (Array.isArray(node)) for (const inner of node) yield* valuesIn(inner, name);
  else if (node !== null && typeof node === "object")
    for (const [key, inner] of Object.entries(node)) yield* valuesIn(inner, key);
}

const showcase = await builtSite("showcase");

test("who shares a home page shares the name of the press office, not only that of a country", async () => {
  const html = (await builtSite("first")).read("en/index.html");
  expect(metaOf(html, "og:title")).toEqual(["Press Centre, Belarus"]);
  expect(html).toContain("<title>Press Centre, Belarus</title>");
});

describe.each(fixtureNames)("on every page of the fixture %s", (name) => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await builtSite(name);
  });

  test("the head says what the page is about", () => {
    for (const file of site.pages) {
      const html = site.read(file);
      const [description = "", ...more] = metaOf(html, "description");
      expect({ file, more, isWord: /\S{2}/.test(description) }).toEqual({ file, more: [], isWord: true });
      if (!html.includes('content="noindex"')) {
        const [, title = ""] = /<title>(.*?)<\/title>/.exec(html) ?? [];
        const [own = ""] = metaOf(html, "og:title");
        const endings = title.startsWith(own) ? title.slice(own.length).split(" – ") : undefined;
        expect({ file, own, endings }).toEqual({
          file,
          own,
          endings: ["", expect.stringMatching(/\S/)].slice(0, endings?.length ?? 1),
        });
        expect({ file, title, isShort: title.replace(/&#?\w+;/g, "&").length < 70 || title === own }).toEqual({
          file,
          title,
          isShort: true,
        });
        expect(metaOf(html, "og:description")).toEqual([description]);
        expect(
          elementsOf(html, "meta").filter(({ name, property }) => name !== undefined && property !== undefined),
        ).toEqual([]);
        expect(metaOf(html, "og:locale")[0]).toMatch(/^[a-z]{2}_[A-Z]{2}$/);
      }
    }
  });

  test("every address in the head is absolute and leads to a file of the site", () => {
    for (const file of site.pages) {
      const html = site.read(file);
      const links = elementsOf(html, "link").filter(({ rel }) => rel === "canonical" || rel === "alternate");
      for (const address of [...links.map(({ href = "" }) => href), ...metaOf(html, "og:url")])
        expect({ file, address, leads: site.fileAt(address) !== undefined }).toEqual({ file, address, leads: true });
    }
  });

  test("the languages of a page name each other, themselves, and one for everybody else", () => {
    const languagesOf = (file: string) =>
      elementsOf(site.read(file), "link")
        .filter(({ hreflang }) => hreflang !== undefined)
        .map(({ hreflang, href }) => `${hreflang} ${href}`);
    for (const file of site.pages) {
      const named = languagesOf(file);
      if (named.length === 0) continue;
      const canonical = elementsOf(site.read(file), "link").find(({ rel }) => rel === "canonical")?.href;
      expect(named.some((line) => line.endsWith(` ${canonical}`))).toBe(true);
      expect(named.filter((line) => line.startsWith("x-default ")).length).toBe(1);
      for (const line of named) expect(languagesOf(site.fileAt(line.split(" ")[1] ?? "") ?? "")).toEqual(named);
    }
  });

  test("the data are JSON-LD in the words of schema.org, and their addresses absolute and there", async () => {
    expect(vocabulary.size).toBeGreaterThan(1000);
    for (const file of site.pages) {
      const html = site.read(file);
      const isHidden = html.includes('content="noindex"');
      expect(html.split('type="application/ld+json"').length - 1).toBe(isHidden ? 0 : 1);
      if (isHidden) continue;
      const expanded = await expand(dataOf(html), { base: "relative:", documentLoader });
      expect(expanded.length).toBeGreaterThan(0);
      for (const [name, value] of valuesIn(expanded)) {
        if (name !== "" && !name.startsWith("@"))
          expect({ name, isKnown: vocabulary.has(name) }).toEqual({ name, isKnown: true });
        if (name === "@id") expect(value).toMatch(/^https?:\/\//);
        if (typeof value === "string" && value.startsWith(site.origin))
          expect({ file, value, leads: site.fileAt(value) !== undefined }).toEqual({ file, value, leads: true });
      }
    }
  });

  test("A4: every article that may be quoted has an image, in pixels that are numbers, and every list names its items", () => {
    for (const file of site.pages) {
      const html = site.read(file);
      if (!html.includes("application/ld+json")) continue;
      const { "@graph": graph } = dataOf(html);
      for (const article of graph.filter((node) => node["@type"] === "NewsArticle")) {
        const images = (article.image ?? []) as Node[];
        expect({ file, isShown: images.length > 0 || article.creativeWorkStatus === "Withdrawn" }).toEqual({
          file,
          isShown: true,
        });
        const forms = elementsOf(html, "link").filter(
          ({ rel, type }) => rel === "alternate" && !/atom|rss|feed/.test(type ?? "") && type !== undefined,
        );
        expect({ file, encoding: article.encoding }).toMatchObject({
          file,
          encoding:
            article.creativeWorkStatus === "Withdrawn"
              ? undefined
              : forms.map(({ type, href }) => ({ contentUrl: href, encodingFormat: type })),
        });
        for (const { contentUrl, contentSize } of (article.encoding ?? []) as Node[])
          if (String(contentUrl).endsWith(".pdf"))
            expect(contentSize).toBe(
              `${readFileSync(path.join(site.folder, site.fileAt(String(contentUrl)) ?? "")).length} B`,
            );
        for (const image of images) {
          expect(site.fileAt(String(image.contentUrl))).toMatch(/^(?:pictures|share)\//);
          expect({ file, ...image }).toMatchObject({ file, width: expect.any(Number), height: expect.any(Number) });
        }
      }
      for (const [name, value] of valuesIn(graph)) {
        if (/^(?:width|height|position|numberOfItems)$/.test(name))
          expect({ file, name, type: typeof value }).toEqual({ file, name, type: "number" });
        if (name === "itemListElement" && !Array.isArray(value))
          expect(value).toMatchObject({ name: expect.stringMatching(/\S/) });
      }
    }
  });
});

test("A4: a release without pictures has the image that stands for it where it is shared", () => {
  const plain = nodeOf(showcase.read("en/2025/glacier-day-statement/index.html"), "NewsArticle");
  expect(plain.image).toEqual([
    {
      "@type": "ImageObject",
      contentUrl: expect.stringMatching(/\/share\/glacier-day-statement\.en\.\w+\.png$/),
      width: 1200,
      height: 630,
    },
  ]);
});

describe("the data of a release", () => {
  const site = showcase;
  const model = site.read("en/2026/river-gauges/index.html");
  const article = nodeOf(model, "NewsArticle");

  test("are a news article with what Google and the IPTC recommend", () => {
    expect(article).toMatchObject({
      "@id": "https://press.example.net/en/2026/river-gauges/#release",
      mainEntityOfPage: "https://press.example.net/en/2026/river-gauges/",
      genre: "Press release",
      headline: "Sixty-four river gauges give villages on the Tashsay hours of warning before a flood",
      alternativeHeadline: "Women from the valley keep the stations running, and anybody can read what they measure",
      description: expect.stringMatching(/^A chain of automatic gauges/),
      datePublished: "2026-11-18T09:05:00+00:00",
      dateModified: "2026-11-18T09:05:00+00:00",
      dateline: "Osh, 18 November 2026",
      locationCreated: { "@type": "Place", name: "Osh", address: "KG" },
      inLanguage: "en",
      author: { "@id": "https://press.example.net/#office" },
      funder: [{ "@type": "Organization", name: "Highland Water Fund" }],
      keywords: ["Early warning", "Open data", "Women’s cooperatives"],
      license: "https://creativecommons.org/licenses/by/4.0/",
      isAccessibleForFree: true,
    });
    expect(article.contributor).toHaveLength(4);
    expect(article.workTranslation).toHaveLength(3);
    expect(nodeOf(model, "Organization")).toMatchObject({ name: "Highland Lakes Office", url: expect.any(String) });
    expect(nodeOf(model, "BreadcrumbList").itemListElement).toHaveLength(3);
  });

  test("give each picture with who made it and on which terms it may be used", () => {
    expect(article.image).toMatchObject([
      {
        "@type": "ImageObject",
        contentUrl: expect.stringMatching(/^https:\/\/press\.example\.net\/pictures\/gauge-at-dawn\..*\.jpg$/),
        caption: expect.stringMatching(/^Readings are compared/),
        creditText: "Highland Lakes Office / Bermet Asanbay",
        creator: { "@type": "Person", name: "Bermet Asanbay" },
        copyrightNotice: "Highland Lakes Office / Bermet Asanbay",
        license: "https://creativecommons.org/licenses/by/4.0/",
        acquireLicensePage: "https://press.example.net/en/media/2026/river-gauges/gauge-at-dawn/",
      },
      { creator: { name: "Bermet Asanbay" } },
      { creator: { "@type": "Organization" }, license: "https://creativecommons.org/licenses/by-sa/4.0/" },
    ]);
  });

  test("name the original of a translation, and what was corrected", () => {
    expect(nodeOf(site.read("ru/2026/river-gauges/index.html"), "NewsArticle").translationOfWork).toEqual({
      "@id": "https://press.example.net/en/2026/river-gauges/#release",
    });
    const corrected = nodeOf(site.read("en/2026/school-wells/index.html"), "NewsArticle");
    expect(corrected.correction).toMatchObject([
      {
        "@type": "CorrectionComment",
        text: "The spelling of Dilnoza Rahmat’s name was corrected.",
        datePublished: "2026-02-12",
      },
      {},
    ]);
    expect(String(corrected.dateModified) > String(corrected.datePublished)).toBe(true);
  });

  test("of a withdrawn one say so, and nothing that could be quoted", () => {
    const html = site.read("en/2025/glacier-survey/index.html");
    expect(nodeOf(html, "NewsArticle")).toMatchObject({ creativeWorkStatus: "Withdrawn" });
    expect(Object.keys(nodeOf(html, "NewsArticle"))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:description|image|about|keywords|alternativeHeadline)$/)]),
    );
    expect(metaOf(html, "description")[0]).toMatch(/withdrawn/);
  });

  test("cannot end the element they stand in", () => {
    expect(jsonLd([{ "@type": "Thing", name: "</script><script>alert(1)</script>" }])).not.toContain("<");
  });
});

test("a list's data name its releases in its order, and what it is about", () => {
  const site = showcase;
  const html = site.read("en/partners/rivers-partnership/index.html");
  const page = nodeOf(html, "CollectionPage") as { about: Node; mainEntity: { itemListElement: { url: string }[] } };
  expect(page.about).toMatchObject({ "@type": "Organization", name: "Rivers Partnership" });
  const cards = [...html.matchAll(/<h2><a href="([^"]*)"/g)].map(([, url]) => `https://press.example.net${url}`);
  expect(page.mainEntity.itemListElement.map(({ url }) => url)).toEqual(cards);
  expect(nodeOf(site.read("en/index.html"), "Organization").contactPoint).toMatchObject({
    contactType: "media relations",
    telephone: "+442079460101",
  });
});
