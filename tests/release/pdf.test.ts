import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { partOf } from "../../src/build/scratch.ts";
import { inspectFiles } from "../../src/content/inspect.ts";
import { loadContent } from "../../src/content/load.ts";
import { withTypography } from "../../src/content/typography.ts";
import type { CachedFiles } from "../../src/model/output-file.ts";
import { Press } from "../../src/model/press.ts";
import type { PublicRelease } from "../../src/model/release.ts";
import { outputFile, releaseUrl, twinFile } from "../../src/model/urls.ts";
import { inPdfOrder, releasePdf } from "../../src/release/forms/pdf.ts";
import { releaseText } from "../../src/release/forms/text.ts";
import { tellingOf } from "../../src/release/sections.ts";
import { escapeMarkdown } from "../../src/text/escape.ts";
import { parseText } from "../../src/text/text.ts";
import { typeset } from "../../src/text/writers/typeset.ts";
import { Typesetter } from "../../src/typesetting/typesetter.ts";
import { BUILD_TIME } from "../support/command.ts";
import { good, releaseFile } from "../support/content.ts";
import { fixture } from "../support/fixtures.ts";
import { type ReadPdf, readPdf } from "../support/pdf.ts";
import { testSite } from "../support/site.ts";

const typesetter = new Typesetter();

/** Letters and digits in their order, without what only the eye needs: case, raised digits, spaces, punctuation. */
function letters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The plain text of a release in the order of its PDF, whose links say nothing but where they lead, and whose pictures are pictures. */
function expectedText(press: Press, release: PublicRelease): string {
  const telling = tellingOf(press, release);
  return releaseText(press, { ...telling, sections: inPdfOrder(telling.sections) })
    .replace(/^\[.*\] \(https?:\S+\)$/gm, "")
    .replace(/ \((?:https?:\/\/[^\s()]|[^\s()]+@)[^\s()]*\)/g, "");
}

describe("the PDFs of a site with every field in four languages", { timeout: 300_000 }, () => {
  let press: Press;
  const pdfs = new Map<PublicRelease, ReadPdf>();
  let folder: string;

  beforeAll(async () => {
    folder = await fixture("showcase");
    const loaded = loadContent(path.join(folder, "content"));
    if (!loaded.content) throw new Error("The showcase cannot be read.");
    const { files } = await inspectFiles(loaded.files, path.join(folder, "cache"));
    press = new Press(withTypography({ ...loaded.content, files }), new Date(BUILD_TIME));
    for (const release of press.releases)
      if (release.status.is !== "withdrawn")
        pdfs.set(release, await readPdf(readFileSync(path.join(folder, "_site", twinFile(release, "pdf")))));
  }, 300_000);

  test("there is one for each release in each language", () => {
    expect(pdfs.size).toBeGreaterThan(25);
    expect(new Set([...pdfs.keys()].map(({ lang }) => lang))).toEqual(new Set(["en", "ru", "ar", "zh"]));
  });

  test("each says that it is for all readers (PDF/UA-1), and names its title, language and office", () => {
    for (const [release, { info, metadata, isTagged, showsTitle }] of pdfs) {
      expect({ file: release.file, isTagged, showsTitle }).toEqual({
        file: release.file,
        isTagged: true,
        showsTitle: true,
      });
      expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
      expect(info).toMatchObject({ Title: release.title, Language: release.lang });
      expect(String(info.Author)).not.toBe("");
    }
  });

  test("nothing is untagged, neither words nor lines, grounds and pictures, and no font is missing", () => {
    for (const [release, { untagged, missingFonts }] of pdfs) {
      expect(untagged, release.file).toEqual([]);
      expect(missingFonts, release.file).toEqual([]);
    }
  });

  test("headings begin with the title, and leave no level out", () => {
    for (const [release, { elements }] of pdfs) {
      const levels = elements.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
      expect(levels[0], release.file).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.reduce((before, level) => {
        expect(level, release.file).toBeLessThanOrEqual(before + 1);
        return level;
      });
    }
  });

  test("each picture says what is seen on it", () => {
    const shown = [...pdfs].flatMap(([{ file }, { elements }]) =>
      elements.filter(({ role }) => role === "Figure").map(({ alt }) => [file, alt]),
    );
    expect(shown.length).toBeGreaterThan(20);
    for (const [file, alt] of shown) expect(alt, file).toMatch(/\S{2}/);
  });

  test("a passage in another language names it", () => {
    const foreign = [...pdfs].flatMap(([{ lang }, { elements }]) =>
      elements.filter((element) => element.lang !== undefined && element.lang !== lang),
    );
    expect(foreign.length).toBeGreaterThan(3);
  });

  test("the words are those of the plain text, in the order of its own sections", () => {
    for (const [release, { text }] of pdfs) {
      if (release.lang === "ar") continue;
      // The words of a line of Arabic come in the order in which they are drawn.
      const read = (all: string) => letters(all.replace(/\p{Script=Arabic}+/gu, ""));
      expect(read(text), release.file).toBe(read(expectedText(press, release)));
    }
  });

  test("an Arabic one has each letter of the plain text", () => {
    // pdf.js gives the words of an Arabic line from its left end: what is asked here is that none is lost or another.
    const counted = (text: string) => {
      const counts = new Map<string, number>();
      for (const letter of letters(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
      return counts;
    };
    for (const [release, { text }] of pdfs) {
      if (release.lang !== "ar") continue;
      const there = counted(text);
      const wanted = counted(expectedText(press, release));
      const lost = [...wanted].filter(([letter, count]) => (there.get(letter) ?? 0) < count);
      expect(lost, release.file).toEqual([]);
      expect(letters(text).length).toBeLessThan(letters(expectedText(press, release)).length * 1.1);
    }
  });

  test("links lead where those of the page lead: to whole addresses", () => {
    const links = [...pdfs.values()].flatMap((pdf) => pdf.links);
    expect(links.length).toBeGreaterThan(100);
    for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
    expect([...pdfs.values()].flatMap(({ silentLinks }) => silentLinks)).toEqual([]);
    expect(links).toContain("tel:+442079460123");
  });

  test("the contacts are on the first page", () => {
    for (const [release, { firstPage }] of pdfs) {
      const [contact] = release.contacts;
      const email = contact === undefined ? undefined : press.terms.contacts.get(contact)?.email;
      if (email) expect(firstPage, release.file).toContain(email);
    }
  });

  test("so is the main picture of the model release, with its terms, in every language", () => {
    const first = [...pdfs].filter(([{ slug }]) => slug === "river-gauges").map(([, pdf]) => pdf.firstPage);
    expect(first.length).toBe(4);
    for (const text of first) expect(text).toContain("CC BY 4.0");
  });

  test("the page names the PDF and how large it is, and so do the data for agencies and the press kit", () => {
    const read = (file: string) => readFileSync(path.join(folder, "_site", file), "utf8");
    const release = press.find("2026-11-18-river-gauges", "en") as PublicRelease;
    const page = read(outputFile(press.site, releaseUrl(press.site, release)));
    expect(page).toMatch(/<link rel="?alternate"? type="?application\/pdf"? href="[^"]*river-gauges\.pdf"/);
    expect(page).toMatch(/<a [^>]*href="[^"]*river-gauges\.pdf"[^>]*>/);
    const { renditions } = JSON.parse(read(twinFile(release, "json"))) as {
      renditions: { name: string; sizeInBytes?: number }[];
    };
    const { length } = readFileSync(path.join(folder, "_site", twinFile(release, "pdf")));
    expect(renditions.find(({ name }) => name === "pdf")?.sizeInBytes).toBe(length);
    expect(readFileSync(path.join(folder, "_site", twinFile(release, "zip"))).includes("river-gauges.ar.pdf")).toBe(
      true,
    );
  });

  test("the same release is the same bytes, in another process and in another order", async () => {
    const cache: CachedFiles = {
      sizeOf: () => undefined,
      read: async (file) => readFileSync(path.join(folder, "_site", file)),
      part: (_, place, make) => Buffer.from(partOf(make(), place)),
    };
    for (const lang of ["zh", "en"]) {
      const release = press.find("2026-11-18-river-gauges", lang) as PublicRelease;
      const made = await releasePdf(press, release, { typesetter, cache });
      const published = readFileSync(path.join(folder, "_site", twinFile(release, "pdf")));
      expect(published.equals(made ?? Buffer.of())).toBe(true);
    }
  });
});

/** A release that says something, as a PDF of a site with nothing else. */
async function pdfSaying(said: Partial<PublicRelease>): Promise<ReadPdf | undefined> {
  const content = good({ "releases/2020-01-02-said.md": releaseFile({}) });
  const press = new Press(content, new Date(BUILD_TIME));
  const [release] = press.releases.filter(({ slug }) => slug === "said");
  const cache: CachedFiles = {
    sizeOf: () => undefined,
    read: async () => new Uint8Array(),
    part: (_, place, make) => Buffer.from(partOf(make(), place)),
  };
  const pdf = await releasePdf(press, { ...(release as PublicRelease), ...said }, { typesetter, cache });
  return pdf && readPdf(pdf);
}

describe("text in a PDF", { timeout: 120_000 }, () => {
  test.each([
    '#read("/etc/passwd")',
    "$ x^2 $ and \\u{41} \\",
    '#import "@preview/cetz:0.2.0": *',
    "*bold* _slanted_ `code` ~ -- ... 'quotes' <label> @reference",
    "// a remark /* another */ #{1+1} #[x] = y",
    "= Heading - list + list / term: x https://example.org/a_b",
    '</data> {"is": "link"} ]} \\n \\"',
  ])("what Typst would read as its own stands there as it was written: %s", async (words) => {
    const pdf = await pdfSaying({ title: words, body: escapeMarkdown(words) });
    const spaceless = (text: string) => text.replace(/\s+/g, "");
    expect(spaceless(pdf?.text ?? "")).toContain(spaceless(words));
    expect(pdf?.info.Title).toBe(words);
  });

  test("any text comes out as that text", async () => {
    const character = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)) },
      { weight: 2, arbitrary: fc.constantFrom(..."éßþŁğЖёўѣΩά“”«»–—…№€水治先") },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "#[",
          "#{",
          "\\",
          "$",
          "`",
          "*",
          "_",
          "@a",
          "<b>",
          "//",
          "/*",
          "\\u{0}",
          "\u00a0",
          "\u202f",
        ),
      },
    );
    const text = fc.array(character, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const visible = (all: string) => all.replace(/[\s\p{Cf}]+/gu, "");
        const pdf = await pdfSaying({ title: `a${words}z`, subtitle: `a${words}z` });
        const there = visible(pdf?.text ?? "");
        expect(there.split(visible(`a${words}z`)).length - 1).toBe(2);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test("symbols that no font has are left out", async () => {
    const pdf = await pdfSaying({ title: "A 🎉 party 👩‍🚒" });
    expect(pdf?.text).toMatch(/^A +party\n/);
  });

  test("letters that no font has leave the release without a PDF", async () => {
    expect(await pdfSaying({ title: "ქართული სათაური" })).toBeUndefined();
  });

  test("half a character, and what steers a terminal, do no harm", async () => {
    const pdf = await pdfSaying({ title: "half \ud83d and \u0007 bell" });
    expect(pdf?.info.Title).toBe("half  and  bell");
  });

  test("a quote is as loud as on the page: the longest are the quietest", () => {
    const forms = [20, 60, 200].map((count) => {
      const { tokens } = parseText(`> ${"word ".repeat(count)}end.\n> — Ann Lee, chair`, "en");
      return typeset({ tokens, lang: "en" }, { prefix: "", files: {}, base: "https://example.org/", pictures: {} });
    });
    expect(forms.flat()).toMatchObject([
      { is: "quote", form: "short" },
      { is: "quote", form: "long" },
      { is: "quote", form: "quiet" },
    ]);
  });

  test("headings in any order, empty cells, long words and nested lists are set", async () => {
    const body = [
      "###### deep\n\n## next\n\n#### leap",
      `| ${"x".repeat(70)} | | b |\n| --- | --- | --- |\n| | ${"y".repeat(70)} | |`,
      `- one\n  - two\n    1. three\n\n> ## Said\n> ${"z".repeat(200)}`,
      "A note[^1] and again[^1].\n\n[^1]: What it says, at https://example.org/a/very/long/path",
    ].join("\n\n");
    const pdf = await pdfSaying({ body });
    expect(pdf?.text).toContain("What it says");
    expect(pdf?.untagged).toEqual([]);
  });

  test("a release of 1904 and one of 2150 are dated so", async () => {
    for (const date of ["1904-02-03", "2150-02-03"]) expect((await pdfSaying({ date }))?.pages).toBe(1);
  });
});

describe("which releases have a PDF", { timeout: 300_000 }, () => {
  const three = (site: ReturnType<typeof testSite>) => {
    for (const year of [2001, 2002, 2003])
      site.write(`releases/${year}-01-02-number.md`, releaseFile({ date: `${year}-01-02` }));
    return (year: number) => site.files().includes(`en/${year}/number/number.pdf`);
  };
  const choose = (site: ReturnType<typeof testSite>, pdf: string) =>
    site.write("site.yaml", `${readFileSync("tests/fixtures/minimal/site.yaml", "utf8")}\npdf: ${pdf}\n`);

  test("site.yaml says how many of the newest; a PDF of before is removed", async () => {
    const site = testSite();
    const has = three(site);
    expect((await site.build()).code).toBe(0);
    expect([2001, 2002, 2003].map(has)).toEqual([true, true, true]);
    // The fixture's own release is newer.
    choose(site, "newest 2");
    expect((await site.build()).code).toBe(0);
    expect([2001, 2002, 2003].map(has)).toEqual([false, false, true]);
    expect(site.read("en/2002/number/index.html")).not.toContain("number.pdf");
    choose(site, "none");
    expect((await site.build()).code).toBe(0);
    expect([2001, 2002, 2003].map(has)).toEqual([false, false, false]);
    choose(site, "five");
    const { code, stderr } = await site.build();
    expect(code).toBe(1);
    expect(stderr).toContain("newest 500");
  });

  test("what is embargoed or a draft has none, and that of a withdrawn release is its notice, to which no page leads", async () => {
    const site = testSite();
    const has = three(site);
    site.write("releases/2001-01-02-number.md", releaseFile({ date: "2001-01-02", draft: "true" }));
    site.write("releases/2002-01-02-number.md", releaseFile({ date: "2002-01-02", embargo: '"2099-01-01T00:00:00Z"' }));
    site.write(
      "releases/2003-01-02-number.md",
      releaseFile({ date: "2003-01-02", status: "{ is: withdrawn, date: 2003-02-03, reason: It was wrong. }" }),
    );
    expect((await site.build()).code).toBe(0);
    expect([2001, 2002].map(has)).toEqual([false, false]);
    const notice = await readPdf(readFileSync(path.join(site.output, "en/2003/number/number.pdf")));
    expect(notice.text).toContain("It was wrong.");
    expect(site.read("en/2003/number/index.html")).not.toContain("number.pdf");
    expect(site.files().filter((file) => file.endsWith(".pdf"))).toHaveLength(2);
  });

  test("a release in letters that no font has is published without one, and the build says so", async () => {
    const site = testSite();
    site.write("releases/2001-01-02-number.md", releaseFile({ date: "2001-01-02" }, "საქართველო"));
    const { code, stdout } = await site.build();
    expect(code).toBe(0);
    expect(stdout).toContain("releases/2001-01-02-number.md");
    expect(site.files()).toContain("en/2001/number/number.txt");
    expect(site.files()).not.toContain("en/2001/number/number.pdf");
    expect(site.read("en/2001/number/index.html")).not.toContain("number.pdf");
  });
});
