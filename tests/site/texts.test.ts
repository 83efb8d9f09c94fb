import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { parseCount } from "../../src/text/text.ts";
import { releaseFile } from "../support/content.ts";
import { BuiltSite } from "../support/pages.ts";
import { testSite } from "../support/site.ts";

const PICTURE = readFileSync("tests/fixtures/folder/releases/2026-06-01-harbour-lights/lamp.jpg");

/** Builds a release, and returns its page and other forms by their names. */
async function built(fields: string, body: string, files: Readonly<Record<string, Buffer>> = {}) {
  const site = testSite();
  const text = releaseFile({ title: undefined }, body).replace(
    "partners:",
    `${fields}\nimage: { file: a.jpg, alt: A well }\npartners:`,
  );
  site.write("releases/2018-03-04-centre/en.md", text);
  site.write("releases/2018-03-04-centre/a.jpg", PICTURE);
  for (const [name, bytes] of Object.entries(files)) site.write(`releases/2018-03-04-centre/${name}`, bytes);
  const before = parseCount();
  const run = await site.build();
  expect(run.stderr).toBe("");
  const parsed = parseCount() - before;
  const read = new BuiltSite(site.output, "https://press.example.org");
  const twin = "en/2018/centre/centre";
  const kit = unzipSync(readFileSync(`${site.output}/${twin}.zip`));
  const unescaped = (xml: string) =>
    xml.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return {
    parsed,
    page: read.read("en/2018/centre/index.html"),
    txt: read.read(`${twin}.txt`),
    md: read.read(`${twin}.md`),
    kit: Buffer.from(kit["centre.en.txt"] ?? []).toString(),
    kitPage: Buffer.from(kit["centre.en.html"] ?? []).toString(),
    atom: unescaped(read.read("en/atom.xml")),
    rss: unescaped(read.read("en/rss.xml")),
    json: String(JSON.parse(read.read("en/feed.json")).items[0].content_html),
    ninjs: String(JSON.parse(read.read(`${twin}.json`)).bodies[0].value),
  };
}

test("T1: a picture whose name has spaces is shown, and no form has marks of it", async () => {
  const { parsed: _, ...forms } = await built(
    "title: A centre",
    '![The opening](My Photo 1.JPG "In "Minsk"")\n\nWords.',
    {
      "My Photo 1.JPG": PICTURE,
    },
  );
  expect(forms.page).toMatch(/<figure[^>]*>[\s\S]*alt="The opening"[\s\S]*<figcaption/);
  for (const text of [forms.page, forms.txt, forms.atom, forms.json]) expect(text).not.toMatch(/!\[|\]\(/);
});

test("T3: footnotes of a text, its notes and its changes lead both ways on one page, and are in every form", async () => {
  const { parsed: _, ...forms } = await built(
    'title: A centre\nnotes: "Notes.[^1]\\n\\n[^1]: Of the notes."\nchanges: [{ date: 2018-03-05, note: "Changed.[^a]\\n\\n[^a]: Of the change." }]\nstatus: corrected',
    "One.[^1] Two.[^1] Three.[^x]\n\n[^1]: Of the text.\n[^x]: Last.",
  );
  const ids = [...forms.page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const links = [...forms.page.matchAll(/ href="#(fn[^"]*)"/g)].map(([, id]) => id);
  expect(links).toHaveLength(10);
  for (const link of links) expect(ids).toContain(link);
  expect(forms.page).toMatch(/aria-label="Footnote 1"/);
  for (const [form, text] of Object.entries(forms)) {
    expect([form, text.includes("Of the text.")]).toEqual([form, true]);
    if (form !== "md") expect([form, /\[\^/.test(text)]).toEqual([form, false]);
  }
  expect(forms.txt).toContain("One.[1] Two.[1] Three.[2]");
  expect(forms.txt).toContain("[1] Of the text.\n\n[2] Last.");
  expect(forms.md).toContain("[^1]: Of the text.");
  for (const text of [forms.atom, forms.rss, forms.json, forms.ninjs]) expect(text).not.toMatch(/ id="fn/);
});

test("T5: a table has no style of its own on the page", async () => {
  const { page } = await built("title: A centre", "| a | b |\n| :-: | --: |\n| x | 1,204 |");
  expect(page).not.toMatch(/<t[hd] style/);
  expect(page).toContain('<td class="end">1,204</td>');
});

test("T11: every form shows the same words", async () => {
  const title = "AT&amp;T and &copy; ~~x~~ *y* [z](w)";
  const forms = await built(
    `title: "${title}"`,
    "Now AT&amp;T, &copy; and ~~x~~; :ru[это [наш сайт](https://example.org) сегодня]; `:ru[слово]`.",
  );
  for (const text of [forms.txt, forms.kit]) {
    expect(text.startsWith(`${title}\n`)).toBe(true);
    expect(text).toContain("Now AT&T, © and x; это наш сайт (https://example.org) сегодня; :ru[слово].");
  }
  expect(forms.md).toContain("# AT\\&amp;T and \\&copy; \\~\\~x\\~\\~ \\*y\\* \\[z\\](w)\n");
  expect(forms.md).toContain("Now AT&T, © and ~~x~~; это [наш сайт](https://example.org) сегодня; `:ru[слово]`.");
  const html =
    'Now AT&amp;T, © and <s>x</s>; <span lang="ru" dir="ltr">это <a href="https://example.org">наш сайт</a> сегодня</span>; <code>:ru[слово]</code>.';
  for (const form of ["page", "kitPage", "json", "ninjs"] as const)
    expect([form, forms[form]]).toEqual([form, expect.stringContaining(html)]);
});

test("each text is parsed once in a build", async () => {
  const { parsed } = await built(
    'title: A centre\nnotes: "Notes on **it**."',
    `Words ${Math.PI} and ![a](a.jpg).\n\n> Said.\n>\n> — Anna Petrova, minister`,
    { "a.jpg": PICTURE },
  );
  // The text, its notes, and the release and contact that the fixture has besides.
  expect(parsed).toBeLessThanOrEqual(4);
});
