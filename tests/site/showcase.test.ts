import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../src/build/tree.ts";
import { fixture } from "../support/fixtures.ts";
import { testSite } from "../support/site.ts";

const folder = path.join(await fixture("showcase"), "_site");
const files = filesIn(folder).toSorted();
const pages = files.filter((file) => file.endsWith(".html"));
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const zipped = (text: string) => gzipSync(text, { level: 9 }).length;
const olderOf = (file: string) => {
  const [, url, day] = /rel="next" href="\/([^"]*)".*?<time datetime="([^"]*)"/.exec(read(file)) ?? [];
  return url === undefined ? undefined : { file: `${url}index.html`, day };
};
const styleOf = (html: string) => /<style>(.*)<\/style>/s.exec(html)?.[1] ?? "";

describe("the showcase", () => {
  test("has every kind of page in every language", () => {
    for (const lang of ["en", "ru", "ar", "zh"]) {
      for (const page of [
        "",
        "releases/",
        "releases/page/1/",
        "2026/",
        "types/press-release/",
        "partners/rivers-partnership/",
        "places/osh/",
        "topics/early-warning/",
        "sdgs/13/",
        "years/",
        "types/",
        "partners/",
        "places/",
        "topics/",
        "sdgs/",
        "speakers/",
        "2026/river-gauges/",
        "about/",
        "accessibility/",
        "corrections/",
        "reuse/",
        "press-office/",
        "follow/",
        "search/",
        "search/2026/",
      ]) {
        expect(files).toContain(`${lang}/${page}index.html`);
      }
      expect(files).toContain(`${lang}/404.html`);
    }
    expect(read("en/2024/old-announcement/index.html")).toContain("No longer published");
  });

  test("has no word, name, file or address of what is withheld", () => {
    const secrets =
      /zanzibarite|tanzanitic|quiet-coast-society|nora-quill|coastal-springs|blue-quarry-trust|idris-vane|quarry-lakes/i;
    expect(files.filter((file) => secrets.test(file))).toEqual([]);
    expect(files.filter((file) => secrets.test(read(file)))).toEqual([]);
  });

  test("says on every passage in another language which one it is", () => {
    // Letters of another script than the page's stand only inside elements that say so, or in names of languages.
    const scripts = {
      en: /\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Han}/u,
      ar: /\p{Script=Cyrillic}|\p{Script=Han}/u,
    };
    for (const [lang, foreign] of Object.entries(scripts)) {
      const stray = pages
        .filter((file) => file.startsWith(`${lang}/`))
        .flatMap((file) => {
          const body = read(file)
            .replace(/<head>.*<\/head>/s, "")
            .replace(/<(span|a|div|cite|h\d|p|section|bdi)\b[^>]* lang="(?!LANG)[^"]*"[^>]*>.*?<\/\1>/gs, "")
            .replace(/<bdi>[^<]*<\/bdi>/g, "");
          return body
            .split("\n")
            .filter((line) => foreign.test(line))
            .map((line) => `${file}: ${line.slice(0, 160)}`);
        });
      expect(stray).toEqual([]);
    }
  });

  test("lists a release that is not in a language in its own, marked so", () => {
    const list = read("en/places/amman/index.html");
    expect(list).toContain('<p class="tag">Press release · <bdi>العربية</bdi></p>');
    expect(list).toMatch(/<a href="\/ar\/2026\/amman-rooftop-rain\/" lang="ar" dir="rtl" hreflang="ar">/);
    expect(files).not.toContain("en/2026/amman-rooftop-rain/index.html");
  });

  test("stands under one address in all languages for a person who is quoted in several", () => {
    for (const lang of ["en", "ru", "zh"]) expect(files).toContain(`${lang}/speakers/index.html`);
    const speakers = files.filter((file) => /^zh\/speakers\/[^/]+\/index\.html$/.test(file));
    expect(speakers.length).toBeGreaterThan(3);
    for (const file of speakers) expect(file).toMatch(/^zh\/speakers\/[a-z0-9-]+\/index\.html$/);
  });

  test("ends a sentence with one full stop, in languages that abbreviate the word for year too", () => {
    const twice = files
      .filter((file) => /^ru\/.*\.(?:html|txt|md)$/.test(file))
      .filter((file) =>
        read(file)
          .replaceAll(/<[^>]*>/g, "")
          .includes("г.."),
      );
    expect(twice).toEqual([]);
  });

  test("separates by the language's comma, in lists of names and before sizes", () => {
    const pictures = pages.filter((file) => file.startsWith("ar/media/"));
    const named = pictures.flatMap((file) => /<dt>في الصورة<\/dt><dd>([^<]*)<\/dd>/.exec(read(file))?.[1] ?? []);
    expect(named.filter((names) => names.includes("،")).length).toBeGreaterThan(0);
    expect(named.filter((names) => names.includes(","))).toEqual([]);
    const release = read("ar/2026/river-gauges/index.html");
    expect(release).toContain("(ZIP)، ");
    expect(release).not.toContain("(ZIP),");
    expect(read("zh/2026/river-gauges/river-gauges.txt")).toContain("电子邮件：");
  });

  test("leads from each page of a list to the next newer and older one, by their days and not by numbers", () => {
    const front = read("en/releases/index.html");
    expect(front).not.toContain('rel="prev"');
    let file = "en/releases/index.html";
    let steps = 0;
    for (let older = olderOf(file); older !== undefined; older = olderOf(file)) {
      const [, last = ""] = [...read(file).matchAll(/<p class="when"><time datetime="([^"]*)"/g)].at(-1) ?? [];
      expect(older.day).toBe(last);
      expect(read(older.file)).toContain(`rel="prev" href="/${file.replace("index.html", "")}"`);
      expect(read(older.file)).toMatch(/<p class="subtitle">\d+ \w+ \d{4} – \d+ \w+ \d{4}<\/p>/);
      file = older.file;
      steps++;
    }
    expect(steps).toBeGreaterThan(1);
  });

  test("says of a figure in another language on the home page which one it is", () => {
    const foreign = [...read("ar/index.html").matchAll(/<li><b>[^<]*<\/b> <a [^>]*>.*<\/li>/g)].filter(([figure]) =>
      figure.includes("lang="),
    );
    expect(foreign.length).toBeGreaterThan(0);
    for (const [figure] of foreign)
      expect(figure).toMatch(
        /<a [^>]* hreflang="(en|ru|zh)"><span lang="\1".* <small><bdi>(English|Русский|中文)<\/bdi><\/small>/,
      );
  });

  test("weighs little: each page, its styles, the script", () => {
    for (const file of pages) {
      const html = read(file);
      expect({ file, weight: zipped(html) <= 14_000 }).toEqual({ file, weight: true });
      expect({ file, styles: zipped(styleOf(html)) <= 4500 }).toEqual({ file, styles: true });
    }
    // One page has a tool of its own, which compares texts in the browser.
    const bounds = (name: string) => (name.startsWith("genuine.") ? 7000 : 3000);
    for (const file of files.filter((name) => /^[^/]+\.js$/.test(name)))
      expect(zipped(read(file))).toBeLessThan(bounds(file));
    for (const file of pages.filter((name) => !name.includes("/genuine/"))) {
      const scripts = [...read(file).matchAll(/<script [^>]*src="?\/([^" >]+\.js)/g)].map(([, name = ""]) => name);
      const weight = scripts.reduce((sum, name) => sum + zipped(read(name)), 0);
      expect({ file, scripts, isLittle: weight <= 4000 }).toEqual({ file, scripts, isLittle: true });
    }
  });
});

test("every size of every photograph says whose it is and on which terms it may be used", async () => {
  const photographs = files.filter((file) => /^(?:pictures|downloads|share)\/.*\.(?:avif|webp|jpg)$/.test(file));
  expect(photographs.length).toBeGreaterThan(100);
  const silent: string[] = [];
  for (const file of photographs) {
    const { xmp } = await sharp(path.join(folder, file)).metadata();
    const said = xmp?.toString() ?? "";
    if (!/<photoshop:Credit>[^<]+</.test(said) || !/<xmpRights:WebStatement>https:/.test(said)) silent.push(file);
  }
  expect(silent).toEqual([]);
  const { xmp } = await sharp(
    path.join(folder, photographs.find((file) => /village-siren.*448\.avif/.test(file)) ?? ""),
  ).metadata();
  expect(xmp?.toString()).toMatch(
    /Tashsay Basin Authority.*CC BY-SA 4\.0.*creativecommons\.org\/licenses\/by-sa\/4\.0\//s,
  );
});

test("the model release of 640 words, with hero, pictures, quotes, figures and all else, is at most 12,000 bytes with its styles", () => {
  const html = read("en/2026/river-gauges/index.html");
  expect(html.match(/<blockquote>/g)?.length).toBeGreaterThanOrEqual(2);
  expect(html).toContain('<figure class="hero"');
  expect(zipped(html)).toBeLessThanOrEqual(12_000);
});

test("a site that hides what is not in a language lists it nowhere in that language", async () => {
  const site = testSite("showcase");
  site.write(
    "site.yaml",
    readFileSync("tests/fixtures/showcase/site.yaml", "utf8").replace("untranslated: show", "untranslated: hide"),
  );
  expect((await site.build()).stderr).toBe("");
  const arabic = site.files().filter((file) => file.startsWith("ar/") && file.endsWith(".html"));
  for (const file of arabic)
    expect({ file, link: /<article class="(?:card|row).*?href="\/(?:en|ru|zh)\//s.test(site.read(file)) }).toEqual({
      file,
      link: false,
    });
  expect(site.read("ar/releases/index.html")).toContain("/ar/2026/amman-rooftop-rain/");
});
