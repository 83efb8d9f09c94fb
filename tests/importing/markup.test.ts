import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../src/model/dateline-error.ts";
import { read } from "./reading.ts";

const STORY = "The centre was opened this week after two years of work by many hands, the ministry said on Monday.";

async function bodyOf(html: string): Promise<string> {
  return (await read(`---\ntitle: A new centre\n---\n\n${html}\n`, "a.html")).body;
}

describe("I3: a table becomes cells of Markdown:", () => {
  const head = "<tr><th>Day</th><th>Boats</th></tr>";
  test.each([
    [
      "paragraphs and lists in cells",
      `<table>${head}<tr><td><p>Monday</p><p>Tuesday</p></td><td><ul><li>08:00</li><li>a <b>late</b> one</li></ul></td></tr></table>`,
      ["Day|Boats", "---|---", "Monday; Tuesday|08:00; a **late** one"],
    ],
    [
      "lines of a cell",
      `<table>${head}<tr><td>08:00<br>17:00</td><td>Ministry<br>of ferries</td></tr></table>`,
      ["Day|Boats", "---|---", "08:00; 17:00|Ministry of ferries"],
    ],
    [
      "a bar in a cell",
      `<table>${head}<tr><td>a | b</td><td>c</td></tr></table>`,
      ["Day|Boats", "---|---", "a \\| b|c"],
    ],
    [
      "a table in a cell",
      `<table>${head}<tr><td>x</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>`,
      ["Day|Boats", "---|---", "x|a; b; c; d"],
    ],
    [
      "heads over several columns",
      "<table><thead><tr><th rowspan=2>Region</th><th colspan=2>2024</th></tr><tr><th>Q1</th><th>Q2</th></tr></thead><tr><td rowspan=2>North</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
      ["Region|2024 Q1|2024 Q2", "---|---|---", "North|1|2", "North|3|4"],
    ],
    [
      "a cell over several columns and rows",
      `<table>${head}<tr><td colspan=2>all day</td></tr><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>`,
      ["Day|Boats", "---|---", "all day|", "a|b", "c|"],
    ],
    [
      "a cell that says it reaches everywhere",
      "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=99999>x</td><td>y</td></tr></table>",
      ["a|b", "---|---", "x|y"],
    ],
    [
      "columns at the right",
      '<table><tr><th>a</th><th align="right">b</th></tr><tr><td>x</td><td align="right">1</td></tr></table>',
      ["a|b", "---|--:", "x|1"],
    ],
  ])("%s", async (_, html, rows) => {
    const body = await bodyOf(html);
    const cells = (row: string) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .join("|");
    expect(body.split("\n").map(cells)).toEqual(rows);
  });

  test.each([
    ["of one cell", "<table><tr><td><h2>Hours</h2><p>From eight.</p></td></tr></table>", "## Hours\n\nFrom eight."],
    ["of one row", "<table><tr><td><p>Left.</p></td><td><p>Right.</p></td></tr></table>", "Left.\n\nRight."],
  ])("but one that only places things, %s, is opened", async (_, html, body) => {
    expect(await bodyOf(html)).toBe(body);
  });

  test("a table's name stands above it", async () => {
    expect(
      await bodyOf(
        "<table><caption>Ferries</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
      ),
    ).toMatch(/^\*\*Ferries\*\*\n\n\| a/);
  });
});

describe("I3: what readers would see as marks is not written:", () => {
  test.each([
    ["bullets of paragraphs", "<p>• one</p><p>• two</p>", "- one\n- two"],
    ["bullets of lines", "<p>It has:<br>• beds<br>• a kitchen</p>", "It has:\n\n- beds\n- a kitchen"],
    ["Word's bullets", "<p>·&nbsp;&nbsp; beds</p><p>·&nbsp;&nbsp; a kitchen</p>", "- beds\n- a kitchen"],
    ["an empty link", '<p>See<a href="https://example.org/"></a> it.</p>', "See it."],
    [
      "a space in an address",
      '<p><a href="https://example.org/my plan.pdf ">The plan</a></p>',
      "[The plan](https://example.org/my%20plan.pdf)",
    ],
    ["two line ends", "<p>One.<br><br>Two.</p>", "One.\n\nTwo."],
    ["a line end in a heading", "<h2>One<br>two</h2><p>Text.</p>", "## One two\n\nText."],
    ["levels of headings left out", "<h4>a</h4><p>b</p><h6>c</h6><p>d</p>", "## a\n\nb\n\n### c\n\nd"],
    ["a heading in a quote", "<blockquote><h3>a</h3><p>b</p></blockquote>", "> **a**\n>\n> b"],
    ["characters that nobody sees", "<p>a\u00adb\u200e c</p>", "ab c"],
    ["tags that are words", "<p>The tag &lt;br&gt; ends a line.</p>", "The tag \\<br> ends a line."],
  ])("%s", async (_, html, body) => {
    expect(await bodyOf(html)).toBe(body);
  });
});

describe("I10: an address with spaces in Markdown is a link:", () => {
  test.each(["[plan](https://example.org/my plan.pdf)", "[plan](<https://example.org/my plan.pdf>)"])(
    "%s",
    async (link) => {
      expect((await read(`---\ntitle: A\n---\n\nSee the ${link}.\n`, "a.md")).body).toBe(
        "See the [plan](https://example.org/my%20plan.pdf).",
      );
    },
  );
});

/** A Word document with notes of both kinds. */
function wordWithNotes(): Uint8Array {
  const note = (kind: string) =>
    `<?xml version="1.0"?><w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind} w:id="1"><w:p><w:r><w:t>Said by the ${kind}.</w:t></w:r></w:p></w:${kind}></w:${kind}s>`;
  const relation = (kind: string) =>
    `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}s" Target="${kind}s.xml"/>`;
  const relations = (inner: string) =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  const type = (part: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part === "document" ? "document.main" : part}+xml"/>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${["document", "footnotes", "endnotes"].map(type).join("")}</Types>`,
    ),
    "_rels/.rels": relations(
      '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
    ),
    "word/_rels/document.xml.rels": relations(relation("footnote") + relation("endnote")),
    "word/footnotes.xml": strToU8(note("footnote")),
    "word/endnotes.xml": strToU8(note("endnote")),
    "word/document.xml": strToU8(
      '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A new centre</w:t></w:r></w:p><w:p><w:r><w:t>Nine in ten want it,</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t> the ministry said</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>',
    ),
  });
}

describe("T3: footnotes", () => {
  test("and endnotes of Word", async () => {
    expect((await read(wordWithNotes(), "a.docx")).body).toBe(
      "Nine in ten want it,[^1] the ministry said[^2].\n\n[^1]: Said by the footnote.\n\n[^2]: Said by the endnote.",
    );
  });

  test.each([
    [
      "a list below",
      '<p>Text<sup><a href="#fn1" id="r1">1</a></sup> goes on<sup><a href="#fn2">2</a></sup>.</p><hr><h2>Notes</h2><ol><li id="fn1">One. <a href="#r1">↩</a></li><li id="fn2">Two, <a href="https://example.org/">there</a>. <a href="#r2">↩</a></li></ol>',
      "Text[^1] goes on[^2].\n\n[^1]: One.\n\n[^2]: Two, [there](https://example.org/).",
    ],
    [
      "Word's web page",
      '<p>Text<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> One.</p></div></div>',
      "Text[^1].\n\n[^1]: One.",
    ],
    [
      "a note that begins with its raised number",
      '<p>Text<sup><a href="#n1" id="r1">1</a></sup>.</p><p id="n1"><sup>1</sup> One. <a href="#r1">↩</a></p>',
      "Text[^1].\n\n[^1]: One.",
    ],
    [
      "a note that is referred to twice",
      '<p>Text<sup><a href="#n">*</a></sup> and more<sup><a href="#n">*</a></sup>.</p><p id="n">* One.</p>',
      "Text[^1] and more[^1].\n\n[^1]: One.",
    ],
  ])("of web pages: %s", async (_, html, body) => {
    expect(await bodyOf(html)).toBe(body);
  });

  test("of Markdown, with any label, keep their words", async () => {
    const { body } = await read(`---\ntitle: A\n---\n\nText[^a] goes on.\n\n[^a]: https://example.org/\n`, "a.md");
    expect(body).toBe("Text[^1] goes on.\n\n[^1]: https://example.org/");
  });

  test("a mark that refers to nothing is a word, and a link to a part of the page no note", async () => {
    expect(await bodyOf("<p>See [^1] there.</p>")).toBe("See \\[^1] there.");
    expect(await bodyOf('<p><a href="#b">2</a> parts follow here.</p><h2 id="b">The second</h2><p>Text.</p>')).toBe(
      "2 parts follow here.\n\n## The second\n\nText.",
    );
  });

  test("one of the title is not lost", async () => {
    const { title, body, look } = await read(
      `<h1>A new centre<sup><a href="#n1" id="r1">1</a></sup></h1><p>${STORY}</p><ol><li id="n1">Its name may change. <a href="#r1">↑</a></li></ol>`,
      "a.md",
    );
    expect(title).toBe("A new centre");
    expect(body).toBe(`${STORY}\n\nIts name may change.`);
    expect(look.map(({ words }) => words)).toContain("Its name may change.");
  });
});

test("marks of Pandoc for small letters below and above the line are what they mean", async () => {
  const { title, body } = await read(
    "---\ntitle: Less CO~2~\n---\n\n40 % less CO~2~ on 12 m^2^ (H~2~O). About ~2 or ~3 weeks, x ^ y ^ z, `a~b~`.\n",
    "a.md",
  );
  expect(title).toBe("Less CO2");
  expect(body).toBe("40 % less CO₂ on 12 m² (H₂O). About ~2 or ~3 weeks, x ^ y ^ z, `a~b~`.");
});

test("a speaker behind two hyphens is set apart", async () => {
  const { body } = await read('---\ntitle: A\n---\n\n> "We are proud."\n> -- Jane Roe, Minister\n', "a.md");
  expect(body).toBe('> "We are proud."\n>\n> — Jane Roe, Minister');
});

test.each([
  [
    "<blockquote><p>We are proud.</p><cite>Jane Roe, Minister</cite></blockquote>",
    "> We are proud.\n>\n> — Jane Roe, Minister",
  ],
  ["<blockquote>We are proud. <footer>– Jane Roe</footer></blockquote>", "> We are proud.\n>\n> — Jane Roe"],
  ["<blockquote><p>We read <cite>The Times</cite> daily.</p></blockquote>", "> We read The Times daily."],
  ["<p>It has 10<sup>-3</sup> m<sup>2</sup> now.</p>", "It has 10⁻³ m² now."],
])("I3: what a quotation's speaker and an exponent say is kept: %s", async (html, body) => {
  expect(await bodyOf(`<p>${STORY}</p>${html}`)).toBe(`${STORY}\n\n${body}`);
});

test.each([
  ['{{< button href="https://example.org/" >}}Apply now{{< /button >}}', "[Apply now](https://example.org/)"],
  ["{{< button >}}Apply now{{< /button >}}", "Apply now"],
  [
    'The plan ![Map](/map.jpg){width=50% .wide} is [here](https://example.org/){target="_blank"}.',
    "The plan is [here](https://example.org/).",
  ],
  ["It {is=so} {today}.", "It {is=so} {today}."],
])("I3: marks of generators keep the words inside and leave none of their own: %s", async (text, body) => {
  const { body: found } = await read(`---\ntitle: A\n---\n\n${STORY}\n\n${text}\n`, "a.md");
  expect(found).toBe(`${STORY}\n\n${body}`);
});

describe("T9: a player becomes the field video:", () => {
  test.each([
    [
      '<iframe width="560" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=x" title="The opening" allowfullscreen></iframe>',
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
      "The opening",
    ],
    [
      '<iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ" title="YouTube video player"></iframe>',
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
      "A new centre",
    ],
    [
      '<figure><div><iframe data-src="https://player.vimeo.com/video/76979871?h=8272103f6e"></iframe></div></figure>',
      "https://vimeo.com/76979871/8272103f6e",
      "A new centre",
    ],
  ])("%s", async (frame, url, title) => {
    const { text, body } = await read(`---\ntitle: A new centre\n---\n\n<p>${STORY}</p>\n\n${frame}\n`, "a.html");
    expect(text).toContain(`video:\n  - url: ${url}\n    title: ${title}\n`);
    expect(body).toBe(STORY);
  });

  test("so does a line that is nothing but its address, and no other", async () => {
    const watch = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    const { body, text } = await read(`---\ntitle: A\n---\n\nWatch it.\n\n${watch}\n\n${watch} shows it.\n`, "a.md");
    expect(body).toBe(`Watch it.\n\n${watch} shows it.`);
    expect(text).toContain(`- url: ${watch}\n`);
  });

  test("any other frame stays a link", async () => {
    expect(await bodyOf('<p>See:</p><iframe src="https://maps.example.org/1" title="The map"></iframe>')).toBe(
      "See:\n\n[The map](https://maps.example.org/1)",
    );
  });
});

describe("S9: what no person wrote is refused at once:", () => {
  test.each([
    ["lists in quotes", "<blockquote><ul><li>".repeat(1700), /nested/],
    ["boxes", `${"<div>".repeat(5000)}x`, /nested/],
    ["tables", `${"<table><tr><td>".repeat(500)}x`, /nested/],
    ["quotes of Markdown", `${"> ".repeat(1700)}x`, /nested/],
    ["emphasis", `<p>${"<b><i>".repeat(2000)}x`, /nested/],
    ["a million paragraphs", "<p>a</p>".repeat(200_000), /more than 40,000 parts/],
  ])("%s", async (_, source, sentence) => {
    const started = performance.now();
    const failed: unknown = await read(`---\ntitle: A\n---\n\n${source}`, "a.md").catch((error) => error);
    expect(failed).toBeInstanceOf(DatelineError);
    expect((failed as DatelineError).sentence).toMatch(sentence);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("20,000 fields and a list of 10,000 items take seconds", async () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => `f${index}: x`).join("\n");
    const items = "<li>a</li>".repeat(10_000);
    const { body } = await read(`---\ntitle: A\n${fields}\n---\n\n<ol>${items}</ol>`, "a.md");
    expect(body).toMatch(/\n10000\. a$/);
  });
});

describe("I3: emphasis is written as Markdown reads it:", () => {
  test.each([
    ["<strong>Internal videos—</strong>text", "**Internal videos**—text"],
    ["Text<b>“quoted”</b>text", "Text“**quoted**”text"],
    ["Text<strong>.</strong> More", "Text. More"],
    ["<em><strong>Dr. Roe</strong></em><em>, head</em>", "***Dr. Roe**, head*"],
    ["<strong><em>One</em></strong><em>Two</em>", "*One*Two"],
    ["a <b>bold,</b> word", "a **bold,** word"],
    ["<em>“Ten years,” </em>she said.", "*“Ten years,”* she said."],
    [
      "10<sup>12</sup>, 10<sup>n+1</sup>, x<sup>n</sup>, 25<sup>th</sup>",
      "10¹², 10<sup>n+1</sup>, x<sup>n</sup>, 25th",
    ],
    ["M<sup>me</sup>, H<sub>2</sub>O, x<sub>max</sub>", "Mme, H₂O, x<sub>max</sub>"],
    ["A word<sup>12</sup>", "A word[12]"],
    ["1.&nbsp;&nbsp; <span>&nbsp;</span>First,&nbsp; second", "1\\. First, second"],
  ])("%s", async (html, body) => {
    expect(await bodyOf(`<p>${html}</p>`)).toBe(body);
  });

  test("marks that make nothing bold go, and code keeps them", async () => {
    const { body } = await read("---\ntitle: A\n---\n\n** no ** and `2**3` here.\n", "a.md");
    expect(body).toBe("no and `2**3` here.");
  });

  test("fields are words: marks and links in them go", async () => {
    const { text } = await read(
      '---\ntitle: "A **new** centre"\nsummary: "It is [here](https://example.org/), said the *minister*."\n---\n\nText.\n',
      "a.md",
    );
    expect(text).toContain("title: A new centre\nsummary: It is here, said the minister.\n");
  });
});

describe("I3: marks of WordPress have a meaning or go:", () => {
  test.each([
    ["[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=600]", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["[youtube https://youtu.be/dQw4w9WgXcQ]", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["[embed]https://vimeo.com/76979871[/embed]", "https://vimeo.com/76979871"],
  ])("%s", async (mark, url) => {
    const { body, text } = await read(`---\ntitle: A\n---\n\n${STORY}\n\n${mark}\n`, "a.md");
    expect(body).toBe(STORY);
    expect(text).toContain(`- url: ${url}\n`);
  });

  test.each(['[gallery ids="1,2"]', "## Why {#toc0}", "[there](https://example.org/){.external}"])(
    "%s",
    async (mark) => {
      const { body } = await read(`---\ntitle: A\n---\n\n${STORY}\n\n${mark}\n\n${STORY}\n`, "a.md");
      expect(body).not.toMatch(/gallery|[{}]/);
    },
  );

  test("a picture in the words of a link does not cut the text", async () => {
    const { body } = await read(
      '---\ntitle: A\n---\n\n[{{< img src="a.jpg" alt="x" >}}](https://example.org/a.jpg)The text goes on.\n',
      "a.md",
    );
    expect(body).toBe("The text goes on.");
  });
});

test.each([
  ["> We have waited.\n> — Anna Roe, head of office", "> We have waited.\\\n> — Anna Roe, head of office"],
  ["> We have waited. — Anna Roe, head of office", "> We have waited.\n>\n> — Anna Roe, head of office"],
  ["> *We have waited. – Anna Roe, head of office*", "> *We have waited.*\n>\n> – Anna Roe, head of office"],
  ["> *We* have waited. – And now it is there.", "> *We* have waited. – And now it is there."],
  ['<div class="box" markdown="1">\n**It** is open.\n</div>', "**It** is open."],
  ["- [ ] Rye\n- [x] Barley", "- Rye\n- Barley"],
  ["It is ==open== now, 2 == 2.", "It is open now, 2 == 2."],
  ["<details><summary>More</summary>It is open.</details>", "More\n\nIt is open."],
])("I3: Markdown of other programs: %j", async (source, body) => {
  expect((await read(`---\ntitle: A\n---\n\nThe centre.\n\n${source}\n`, "a.md")).body).toBe(`The centre.\n\n${body}`);
});

test("I3: the speaker in the foot of a quotation stays", async () => {
  const quotation =
    "<blockquote><p>We have waited for ten years.</p><footer>— <cite>Anna Roe, head of office</cite></footer></blockquote>";
  const { body, all } = await read(
    `<html><body><main><h1>A</h1><p>${STORY}</p>${quotation}<p>${STORY}</p></main></body></html>`,
    "a.html",
  );
  expect(body).toContain("> We have waited for ten years.\n>\n> — Anna Roe, head of office");
  expect(all("quotes")).toMatchObject([{ speaker: "Anna Roe", role: "head of office" }]);
});

describe("I3: what an importer writes, readers see as it was:", () => {
  const of = async (inner: string) =>
    (
      await read(
        `<html lang="en"><body><article><h1>A</h1><p>The first words of it.</p>${inner}<p>The last words.</p></article></body></html>`,
        "a.html",
        { lang: "en" },
      )
    ).body.replace(/^The first words of it\.\n\n|\n\nThe last words\.$/g, "");

  test.each([
    ["<ol><li value=3>Anna</li><li value=2>Olga</li></ol>", "3. Anna\n2. Olga"],
    ["<ol reversed><li>Third</li><li>Second</li><li>First</li></ol>", "3. Third\n2. Second\n1. First"],
    ["<ol start=4><li>Four</li><li value=7>Seven</li><li>Eight</li></ol>", "4. Four\n7. Seven\n8. Eight"],
    ["<p>[1]: https://example.org/source</p>", "\\[1]: https://example.org/source"],
    ["<p>3. Oktober 2026 war frei.</p>", "3. Oktober 2026 war frei."],
    ["<p>5. The fifth.</p>", "5\\. The fifth."],
    ["<ol type=a><li>Rye</li><li>Barley</li></ol>", "a. Rye\\\nb. Barley"],
    [
      "<ol><li>One<ol type=i start=3><li>Rye</li><li>Barley</li></ol></li><li>Two</li></ol>",
      "1. One\\\n   iii. Rye\\\n   iv. Barley\n2. Two",
    ],
    ["<p>Write to press (at) example [dot] org.</p>", "Write to press@example.org."],
    ['<p>It is told here.</p><p>[gallery ids="1,2"]</p>', "It is told here."],
  ])("%s", async (html, markdown) => {
    expect(await of(html)).toBe(markdown);
  });
});
