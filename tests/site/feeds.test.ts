import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { extractFromJson } from "@extractus/feed-extractor";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { Parser } from "htmlparser2";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { filesIn } from "../../src/build/tree.ts";
import { typography } from "../../src/text/typography.ts";
import { fixture, fixtureNames } from "../support/fixtures.ts";
import { BuiltSite, builtSite } from "../support/pages.ts";
import { testSite } from "../support/site.ts";

const showcase = path.join(await fixture("showcase"), "_site");

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), "utf8");
const feedsIn = (folder: string, name: string) => filesIn(folder).filter((file) => path.posix.basename(file) === name);
const parsed = new Map<string, ReturnType<typeof parseAtomFeed>>();
const atomIn = (folder: string, file: string) => {
  const key = path.join(folder, file);
  const feed = parsed.get(key) ?? parseAtomFeed(readFileSync(key, "utf8"));
  parsed.set(key, feed);
  return feed;
};
const linksOf = (feed: { links?: { rel?: string; href?: string }[] }, rel: string) =>
  (feed.links ?? []).filter((link) => link.rel === rel).map(({ href }) => href ?? "");

const sites = await Promise.all(fixtureNames.map(async (name) => [name, await builtSite(name)] as const));

describe.each(sites)("the feeds of the fixture %s", (_, { folder, origin: site, prefix }) => {
  const origin = `${site}/`;
  const inside = (url: string) => {
    expect(url).toMatch(new RegExp(`^${origin}`));
    const file = decodeURI(url.slice(origin.length));
    return file === "" || file.endsWith("/") ? `${file}index.html` : file;
  };

  test("are well-formed XML (libxml2), and lead from and to pages and files that are there", async () => {
    const files = [...feedsIn(folder, "atom.xml"), ...feedsIn(folder, "rss.xml")];
    const known = new Set(filesIn(folder));
    const { errors } = await validateXML({
      xml: files.map((fileName) => ({ fileName: fileName.replaceAll("/", "_"), contents: read(folder, fileName) })),
      // Without a schema: what is asked here is whether libxml2 can read the files at all. What it read is not written out again.
      normalization: "format",
      modifyArguments: (args) => args.map((arg) => (arg === "--format" ? "--noout" : arg)),
    });
    expect(errors).toEqual([]);
    const wrong = [...files, ...feedsIn(folder, "feed.json")].flatMap((file) =>
      [...read(folder, file).matchAll(/(?:href|src|url)=(?:"|&quot;|\\")([^"&\\]*)/g)]
        .map(([, link = ""]) => link.replace(/#.*$/, ""))
        .filter((link) =>
          link.startsWith(origin)
            ? !known.has(inside(link))
            : !/^(?:https?:|mailto:|tel:)/.test(link) && link !== `${prefix}/feed.css`,
        )
        .map((link) => `${file}: ${link}`),
    );
    expect(wrong).toEqual([]);
  });

  test("are the same in three forms and to two parsers", async () => {
    const currents = feedsIn(folder, "rss.xml");
    // Every list is followed in all forms, but for those of people and years, which have no feeds.
    const lists = (files: readonly string[]) => [...new Set(files.map((file) => path.posix.dirname(file)))].toSorted();
    const fronts = feedsIn(folder, "atom.xml").filter((file) => !file.includes("/page/"));
    expect(lists(currents)).toEqual(lists(fronts));
    expect(lists(feedsIn(folder, "feed.json"))).toEqual(lists(fronts));
    expect(filesIn(folder).filter((file) => /\/speakers\/[^/]+\/index\.html$/.test(file))).not.toEqual([]);
    expect(fronts.filter((file) => /\/\d{4}\/|\/speakers\//.test(file))).toEqual([]);
    for (const list of ["types", "partners", "places"])
      expect({ list, count: currents.filter((file) => file.includes(`/${list}/`)).length }).not.toEqual({
        list,
        count: 0,
      });
    const parser = new RssParser();
    for (const file of currents) {
      const rss = parseRssFeed(read(folder, file));
      const atom = atomIn(folder, file.replace("rss.xml", "atom.xml"));
      const jsonText = read(folder, file.replace("rss.xml", "feed.json"));
      const json = parseJsonFeed(jsonText);
      const otherJson = extractFromJson(jsonText);
      const other = await parser.parseString(read(folder, file));
      const otherAtom = await parser.parseString(read(folder, file.replace("rss.xml", "atom.xml")));
      expect(atom.entries?.length).toBeGreaterThan(0);
      const ids = atom.entries?.map(({ id }) => id);
      expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids);
      expect(json.items?.map(({ id }) => id)).toEqual(ids);
      expect(other.items.map(({ guid }) => guid)).toEqual(ids);
      expect(otherAtom.items.map(({ id }) => id)).toEqual(ids);
      expect(otherJson.entries?.map(({ id }) => id)).toEqual(ids);
      const titles = atom.entries?.map(({ title }) => title?.value);
      for (const found of [rss.items, json.items, other.items, otherAtom.items, otherJson.entries])
        expect(found?.map(({ title }) => title)).toEqual(titles);
      const texts = atom.entries?.map(({ content }) => content?.value);
      for (const text of texts ?? []) expect(String(text ?? "")).toMatch(/^<(?:p|ul|h2|figure)/);
      expect(rss.items?.map(({ content }) => content?.encoded)).toEqual(texts);
      expect(json.items?.map(({ content_html }) => content_html)).toEqual(texts);
      const published = atom.entries?.map((entry) => Date.parse(String(entry.published)));
      expect(rss.items?.map(({ pubDate }) => Date.parse(pubDate ?? ""))).toEqual(published);
      expect(json.items?.map(({ date_published }) => Date.parse(date_published ?? ""))).toEqual(published);
      // What was corrected last stands first in the feed of corrections, and what came out last in every other.
      const updated = atom.entries?.map((entry) => Date.parse(String(entry.updated)));
      const order = file.endsWith("/corrections/rss.xml") ? updated : published;
      expect({ file, order: order?.toSorted((a, b) => b - a) }).toEqual({ file, order });
      expect(otherJson.entries?.map((entry) => Date.parse(entry.published ?? ""))).toEqual(published);
      const feedTitles = [rss, json, other, otherAtom, otherJson].map(({ title }) => title);
      expect(feedTitles).toEqual(Array(5).fill(atom.title?.value));
      expect(linksOf(atom, "self").map(inside)).toEqual([file.replace("rss.xml", "atom.xml")]);
      expect(inside(json.feed_url ?? "")).toBe(file.replace("rss.xml", "feed.json"));
    }
  });

  test("are named on a page only where links follow", () => {
    const pages = filesIn(folder).filter((file) => file.endsWith(".html"));
    const named = pages.flatMap((file) => read(folder, file).match(/<p class="?feeds"?>[\s\S]*?<\/p>/g) ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((paragraph) => !paragraph.includes("<a "))).toEqual([]);
  });

  test("lead from the newest of a language back to all of them; those of other lists have no archive", () => {
    const [, perPage = 20] =
      /releases_per_page: (\d+)/
        .exec(readFileSync(path.join(folder, "..", "content", "site.yaml"), "utf8"))
        ?.map(Number) ?? [];
    const files = filesIn(folder);
    for (const start of feedsIn(folder, "rss.xml").map((file) => file.replace("rss.xml", "atom.xml"))) {
      const archived: (string | undefined)[] = [];
      let newer = start;
      for (let [next] = linksOf(atomIn(folder, start), "prev-archive"); next; ) {
        const file = inside(next);
        const feed = atomIn(folder, file);
        expect(read(folder, file)).toContain("<fh:archive/>");
        expect(linksOf(feed, "current").map(inside)).toEqual([start]);
        expect(linksOf(feed, "next-archive").map(inside)).toEqual(newer === start ? [] : [newer]);
        archived.push(...(feed.entries ?? []).map(({ id }) => id));
        newer = file;
        [next] = linksOf(feed, "prev-archive");
      }
      const front = (atomIn(folder, start).entries ?? []).map(({ id }) => id);
      const home = inside(linksOf(atomIn(folder, start), "alternate")[0] ?? "");
      expect(new Set(archived).size).toBe(archived.length);
      expect(new Set(front).size).toBe(front.length);
      if (home === "index.html") continue;
      const isMain = /^[a-z]{2}\/atom\.xml$/.test(start);
      // As many as the pages of the list show, or the newest of its front, as many as a page holds, and the older ones that changed since.
      const pages = files.filter(
        (file) => file === home || (isMain && file.startsWith(home.replace("index.html", "page/"))),
      );
      const shown = pages
        .filter((file) => file.endsWith(".html"))
        .flatMap((file) => read(folder, file).match(/<article class="row/g) ?? []).length;
      const entries = new Set([...front, ...archived]).size;
      if (isMain) expect({ start, entries }).toEqual({ start, entries: shown });
      else
        expect({ start, archived, isWhole: entries >= Math.min(shown, perPage) }).toEqual({
          start,
          archived: [],
          isWhole: true,
        });
    }
    const archives = files.filter((file) => /page\/\d+\/atom\.xml$/.test(file));
    expect(archives.filter((file) => !/^[a-z]{2}\/releases\/page\//.test(file))).toEqual([]);
  });
});

const entryIn = (file: string, id: RegExp) => atomIn(showcase, file).entries?.find((entry) => id.test(entry.id ?? ""));

test("the feeds of the languages hold every public release whole, with their archives, and nothing withheld", () => {
  const site = new BuiltSite(showcase, "https://press.example.net");
  const releases = site.pages.filter(
    (file) => /^[a-z]{2}\/\d{4}\/[^/]+\/index\.html$/.test(file) && read(showcase, file).includes('"NewsArticle"'),
  );
  expect(releases.length).toBeGreaterThan(20);
  const documents = site.files.filter((file) => /^[a-z]{2}\/(?:releases\/page\/\d+\/)?atom\.xml$/.test(file));
  const entries = documents.flatMap((file) => atomIn(showcase, file).entries ?? []);
  const own = new Map(entries.map((entry) => [site.fileAt(linksOf(entry, "alternate")[0] ?? ""), entry]));
  for (const file of releases) expect(own.get(file)?.content?.value).toMatch(/^<(?:p|ul|h2|figure)/);
  for (const file of filesIn(showcase).filter((name) => /(?:atom\.xml|rss\.xml|feed\.json)$/.test(name)))
    expect(read(showcase, file)).not.toMatch(/quarry-lakes|coastal-springs/);
});

test("an entry carries what its page says: whole text, figures, credit, subjects, terms of use, files with their size", () => {
  const entry = entryIn("en/atom.xml", /river-gauges/);
  expect(entry?.id).toBe("tag:press.example.net,2026:/en/2026/river-gauges/");
  expect(entry?.published).toBe("2026-11-18T09:05:00+00:00");
  expect(entry?.rights).toEqual(expect.objectContaining({ value: "CC BY 4.0" }));
  expect(entry?.categories?.map(({ term }) => term)).toEqual(
    expect.arrayContaining(["press-release", "early-warning", "osh", "highland-water-fund", "13"]),
  );
  const html = JSON.stringify(entry?.content);
  for (const words of [
    "My mother taught us to listen to the stones.",
    "18,200",
    "Photo: Highland Lakes Office / Bermet Asanbay",
    "Times of warning are medians of 31 trials",
    "tel:+",
    "Upper Tashsay",
  ])
    expect(html).toContain(words);
  const files = (entry?.links ?? []).filter(({ rel }) => rel === "enclosure");
  expect(files.map(({ type }) => type)).toEqual([
    "image/jpeg",
    "image/jpeg",
    "image/jpeg",
    "text/csv",
    "application/pdf",
  ]);
  for (const { href = "", length } of files)
    expect(length).toBe(statSync(path.join(showcase, new URL(href).pathname)).size);
  const hreflangs = (entry?.links ?? []).filter(({ rel }) => rel === "alternate").map(({ hreflang }) => hreflang);
  expect(hreflangs).toEqual(["en", "ru", "ar", "zh"]);
});

test("a release that was corrected, superseded or withdrawn says so, in the document that readers ask for", () => {
  const titles = (atomIn(showcase, "en/atom.xml").entries ?? []).map(({ title }) => JSON.stringify(title));
  expect(titles.some((title) => title.includes("Superseded: Tashsay valley to receive thirty river gauges"))).toBe(
    true,
  );
  const all = filesIn(showcase)
    .filter((file) => file.startsWith("en/") && file.endsWith("atom.xml"))
    .flatMap((file) => atomIn(showcase, file).entries ?? []);
  const withdrawn = all.find(({ categories }) => categories?.some(({ term }) => term === "withdrawn"));
  expect(JSON.stringify(withdrawn?.title)).toContain("Withdrawn: ");
  expect(JSON.stringify(withdrawn?.content)).toContain("Withdrawn");
  expect(withdrawn?.links?.filter(({ rel }) => rel === "enclosure")).toEqual([]);
  expect(all.some(({ categories }) => categories?.some(({ term }) => term === "corrected"))).toBe(true);
});

test("a page leads to its own feeds, a release to those of its language", () => {
  const head = (file: string) => /<head>.*<\/head>/s.exec(read(showcase, file))?.[0] ?? "";
  const feeds = (file: string) =>
    [...head(file).matchAll(/type="application\/(?:atom\+xml|rss\+xml|feed\+json)" href="([^"]*)"/g)].map(
      ([, url]) => url,
    );
  const origin = "https://press.example.net";
  expect(feeds("en/2026/river-gauges/index.html")).toEqual([`${origin}/en/atom.xml`]);
  expect(feeds("index.html")).toEqual([`${origin}/atom.xml`, `${origin}/rss.xml`, `${origin}/feed.json`]);
  expect(feeds("ar/index.html")).toEqual([`${origin}/ar/atom.xml`, `${origin}/ar/rss.xml`, `${origin}/ar/feed.json`]);
  expect(feeds("zh/topics/early-warning/index.html")[0]).toBe(`${origin}/zh/topics/early-warning/atom.xml`);
  expect(feeds("ru/releases/index.html")[0]).toBe(`${origin}/ru/atom.xml`);
  for (const link of ["/en/atom.xml", "/en/rss.xml", "/en/feed.json", "/atom.xml"])
    expect(read(showcase, "en/follow/index.html")).toContain(`<a href="${link}"`);
});

function release(title: string, date: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: ${date}\nlocation: smarhon\npartners: []\ncontacts: [press-office]\n${more}---\n\nText & more of ${title}. [Home](/), [part](#here).\n`;
}

test("a new release changes the current documents of the lists it joins and no archived one; a correction reaches the current one", async () => {
  const site = testSite();
  site.write(
    "site.yaml",
    `${readFileSync("tests/fixtures/minimal/site.yaml", "utf8")}websub: https://hub.example.org/\n`,
  );
  for (let day = 10; day < 18; day++)
    site.write(`releases/2018-03-${day}-news-${day}.md`, release(`News ${day}`, `2018-03-${day}`));
  site.write("releases/2018-03-09-odd.md", release('"Odd \\u000b <b>&</b> ]]>"', "2018-03-09"));
  expect((await site.build()).stderr).toBe("");
  const feeds = () =>
    new Map(
      site
        .files()
        .filter((file) => /atom\.xml|rss\.xml|feed\.json/.test(file))
        .map((file) => [file, site.read(file)]),
    );
  const before = feeds();
  expect(before.get("en/atom.xml")).toContain('<link rel="hub" href="https://hub.example.org/"/>');
  expect(before.get("en/atom.xml")).toContain("https://press.example.org/en/2018/news-17/#here");
  // A sign that XML has no place for is left out.
  expect(parseAtomFeed(before.get("en/releases/page/1/atom.xml") ?? "").entries?.[1]?.title?.value).toMatch(
    /^Odd +<b>&<\/b> \]\]>$/,
  );
  site.write("releases/2018-04-01-more.md", release("More", "2018-04-01"));
  await site.build();
  const after = feeds();
  const changed = [...after.keys()].filter((file) => after.get(file) !== before.get(file));
  expect(changed.toSorted()).toEqual(
    ["en/", "en/places/smarhon/", "en/types/press-release/"]
      .flatMap((list) => ["atom.xml", "feed.json", "rss.xml"].map((name) => list + name))
      .toSorted(),
  );
  site.write(
    "releases/2018-03-10-news-10.md",
    release("News 10", "2018-03-10", "status: corrected\nchanges: [{ date: 2018-05-01, note: A name. }]\n"),
  );
  await site.build();
  const corrected = feeds();
  expect(corrected.get("en/atom.xml")).toMatch(
    /<entry[^>]*><id>tag:press.example.org,2018:\/en\/2018\/news-10\/<\/id><title>Corrected: News 10</,
  );
  expect(corrected.get("en/atom.xml")).toContain("<updated>2018-05-01T00:00:00+03:00</updated>");
  expect(corrected.get("en/releases/page/1/atom.xml")).not.toBe(after.get("en/releases/page/1/atom.xml"));
  expect(corrected.get("en/releases/page/2/atom.xml")).toBe(after.get("en/releases/page/2/atom.xml"));
  expect(corrected.get("en/feed.json")).toContain('"title":"Corrected: News 10"');
});

/** What a reader that takes a text for HTML shows of it; nothing where it holds an element. */
function shownAsHtml(html: string): string | undefined {
  let text = "";
  let isPlain = true;
  const parser = new Parser({ onopentag: () => (isPlain = false), ontext: (words) => (text += words) });
  parser.end(html);
  return isPlain ? text : undefined;
}

const ODD = [
  "a <b> c <img src=x onerror=alert(1)>",
  "AT&T, Q&amp;A and &lt;b&gt; and &#60;i&#62;",
  "5 < 6 > 4 ]]> <![CDATA[ x ]]> <!-- y -->",
  "<script>alert(1)</script>\u003c/channel>",
  "x</description><item><title>y",
];

test.each([ODD.slice(0, 3).join(" "), ODD.slice(3).join(" ")])(
  "A2: readers of every form show words as they were written: %s",
  async (typed) => {
    const site = testSite();
    const quoted = JSON.stringify(typed);
    // Quotation marks are set as everywhere.
    const words = typography(typed, "en");
    const fields = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
    site.write(
      "site.yaml",
      fields.replace(/^name: .*$/m, () => `name: ${quoted}`),
    );
    site.write("topics/odd.yaml", `name: ${quoted}\n`);
    site.write(
      "releases/2018-03-04-odd.md",
      `---\ntitle: ${quoted}\nsummary: ${quoted}\ndate: 2018-03-04\nlocation: smarhon\npartners: []\ntopics: [odd]\ncontacts: [press-office]\nlicence: ${quoted}\n---\n\nText.\n`,
    );
    expect((await site.build()).stderr).toBe("");
    const list = "en/topics/odd/";
    const rss = parseRssFeed(site.read(`${list}rss.xml`));
    const [item] = rss.items ?? [];
    expect({
      title: item?.title,
      description: shownAsHtml(item?.description ?? ""),
      category: item?.categories?.map(({ name }) => name),
    }).toEqual({
      title: words,
      description: words,
      category: expect.arrayContaining([words]),
    });
    expect(rss.title).toContain(`${words} – `);
    expect(shownAsHtml(rss.description ?? "")).toContain(words);
    const other = await new RssParser().parseString(site.read(`${list}rss.xml`));
    expect([other.items[0]?.title, shownAsHtml(other.items[0]?.content ?? "")]).toEqual([words, words]);
    const atom = parseAtomFeed(site.read(`${list}atom.xml`));
    const [entry] = atom.entries ?? [];
    for (const text of [entry?.title, entry?.summary, entry?.rights]) expect(text).toEqual({ value: words });
    expect(atom.title?.value).toContain(words);
    expect(atom.subtitle?.value).toContain(words);
    const json = JSON.parse(site.read(`${list}feed.json`));
    expect([json.items[0].title, json.items[0].summary, json.items[0].tags]).toEqual([
      words,
      words,
      expect.arrayContaining([words]),
    ]);
    expect(json.description).toContain(words);
    let search = "";
    new Parser({ ontext: (text) => (search += text) }, { xmlMode: true }).end(site.read("en/opensearch.xml"));
    expect(search).toContain(words);
    for (const file of ["en/2018/odd/index.html", "en/index.html", `${list}index.html`])
      expect(shownAsHtml(/<title>(.*?)<\/title>/s.exec(site.read(file))?.[1] ?? "<a>")).toContain(words);
  },
);

test("a feed that gets a new entry has its other entries as a first build writes them, whatever their words", async () => {
  const odd = [
    "</entry><entry>",
    "</item><item>",
    ']}\\n{"id":"1"},',
    "\u2028]}\u2029",
    '"items":[{"id":1}]}',
    "]]></entry>",
  ];
  const site = testSite();
  for (const [index, words] of odd.entries()) {
    const day = `2018-03-1${index}`;
    site.write(
      `releases/${day}-odd-${index}.md`,
      release(JSON.stringify(words), day, `summary: ${JSON.stringify(words)}\n`),
    );
  }
  const feeds = async () => {
    expect((await site.build()).stderr).toBe("");
    const files = site.files().filter((file) => /atom\.xml|rss\.xml|feed\.json/.test(file));
    return files.map((file) => [file, site.read(file)]);
  };
  await feeds();
  site.write("releases/2018-04-01-more.md", release("More", "2018-04-01"));
  site.write("releases/2018-03-11-odd-1.md", release("Told in other words", "2018-03-11"));
  const warm = await feeds();
  rmSync(site.output, { recursive: true });
  rmSync(path.join(site.output, "..", "cache", "state.v8"));
  expect(warm).toEqual(await feeds());
  expect(JSON.stringify(warm)).toContain("Told in other words");
});

test("A3: an old release that changed is in the current documents, in its place by the day it came out", async () => {
  const site = testSite();
  for (let day = 10; day < 20; day++)
    site.write(`releases/2018-03-${day}-news-${day}.md`, release(`News ${day}`, `2018-03-${day}`));
  const dated = (day: string) => `status: { is: superseded, date: ${day} }\n`;
  site.write("releases/2018-03-01-first.md", release("First", "2018-03-01", dated("2024-05-01")));
  site.write(
    "releases/2018-03-02-second.md",
    release("Second", "2018-03-02", "status: corrected\nchanges: [{ date: 2024-06-01, note: A name. }]\n"),
  );
  // Dated before the others and held back until after them: it came out last.
  site.write("releases/2018-03-03-late.md", release("Late", "2018-03-03", "embargo: 2018-04-01T09:00:00Z\n"));
  expect((await site.build()).stderr).toBe("");
  const expected = ["Late", "News 19", "News 18", "News 17", "News 16", "Corrected: Second", "Superseded: First"];
  const atom = parseAtomFeed(site.read("en/atom.xml")).entries ?? [];
  expect(atom.map(({ title }) => title?.value)).toEqual(expected);
  expect(parseRssFeed(site.read("en/rss.xml")).items?.map(({ title }) => title)).toEqual(expected);
  const json = JSON.parse(site.read("en/feed.json"));
  expect(json.items.map(({ title }: { title: string }) => title)).toEqual(expected);
  const last = { published: "2018-03-01T00:00:00+03:00", updated: "2024-05-01T00:00:00+03:00" };
  expect(atom.at(-1)).toMatchObject(last);
  expect(json.items.at(-1)).toMatchObject({ date_published: last.published, date_modified: last.updated });
  expect(parseAtomFeed(site.read("en/atom.xml")).updated).toBe("2024-06-01T00:00:00+03:00");
});

test("the feed of a topic has its newest 10, that of all releases more, unless site.yaml says how many", async () => {
  const site = testSite();
  const settings = site.source("site.yaml").replace(/^releases_per_page: .*\n/m, "");
  site.write("site.yaml", settings);
  site.write("topics/water.yaml", "name: { en: Water }\n");
  for (let day = 10; day < 25; day++)
    site.write(`releases/2018-03-${day}-news-${day}.md`, release(`News ${day}`, `2018-03-${day}`, "topics: [water]\n"));
  const titles = (file: string) => parseAtomFeed(site.read(file)).entries?.map(({ title }) => title?.value);
  const newest = Array.from({ length: 15 }, (_, index) => `News ${24 - index}`);
  expect((await site.build()).stderr).toBe("");
  expect(titles("en/topics/water/atom.xml")).toEqual(newest.slice(0, 10));
  expect(titles("en/atom.xml")?.slice(0, 15)).toEqual(newest);
  site.write("site.yaml", `${settings}releases_per_page: 12\n`);
  expect((await site.build()).stderr).toBe("");
  expect(titles("en/topics/water/atom.xml")).toEqual(newest.slice(0, 12));
});
