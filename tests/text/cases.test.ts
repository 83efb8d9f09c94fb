import { describe, expect, test } from "vitest";
import { parseCount, parseText, textOf } from "../../src/text/text.ts";
import { commonMark } from "../../src/text/writers/common-mark.ts";
import { htmlOf } from "../../src/text/writers/html.ts";
import { plainText } from "../../src/text/writers/plain-text.ts";
import { markdown } from "../support/text.ts";

const html = (source: string, lang = "en") => markdown(source, lang);

describe("T1: addresses and names as they are copied from a browser or a folder", () => {
  test.each([
    ["[plan](https://example.org/my plan.pdf)", "https://example.org/my%20plan.pdf", ""],
    ["[plan](my plan (final).pdf)", "my%20plan%20(final).pdf", ""],
    ["[plan](my plan.pdf#page=3)", "my%20plan.pdf#page=3", ""],
    ["[plan](<my plan.pdf>)", "my%20plan.pdf", ""],
    ['[plan](my plan.pdf "The plan")', "my%20plan.pdf", ' title="The plan"'],
    ['[plan](plan.pdf "The "final" plan")', "plan.pdf", ' title="The &quot;final&quot; plan"'],
    ["[plan](/files/Annex A list.pdf)", "/files/Annex%20A%20list.pdf", ""],
    ["[plan](https://example.org/search?q=two words)", "https://example.org/search?q=two%20words", ""],
    ["[plan](отчёт за год.pdf)", "%D0%BE%D1%82%D1%87%D1%91%D1%82%20%D0%B7%D0%B0%20%D0%B3%D0%BE%D0%B4.pdf", ""],
  ])("%s is a link", (source, href, title) => {
    expect(html(source)).toBe(`<p><a href="${href}"${title}>plan</a></p>\n`);
  });

  test.each([
    ["![The opening](My Photo 1.JPG)", { file: "My Photo 1.JPG", alt: "The opening" }],
    ["![The opening](My Photo (1).jpg)", { file: "My Photo (1).jpg", alt: "The opening" }],
    ['![The opening](My Photo 1.JPG "In "Minsk"")', { file: "My Photo 1.JPG", caption: "In “Minsk”" }],
    ["![](./a b/c d.png 'Two words')", { file: "a b/c d.png", caption: "Two words" }],
    ["![x](C:\\Users\\Anna\\My Photo.jpg)", { file: "C:\\Users\\Anna\\My Photo.jpg" }],
  ])("%s is a picture", (source, said) => {
    const [picture] = parseText(source, "en").pictures;
    expect(picture).toMatchObject(said);
    expect(source.slice(picture?.at, picture?.end)).toBe(source);
  });

  test("what stands in brackets and is no address stays", () => {
    for (const words of [
      "[sic](as he said)",
      "[the minister](see page 3)",
      "[a](b c) d)",
      "[note](Source: the ministry)",
    ])
      expect(html(words)).toBe(`<p>${words}</p>\n`);
  });

  test("a link to a program or to somebody's computer is words, and no marks", () => {
    for (const address of ["javascript:alert(1)", "file:///C:/report.docx", "data:text/html,x", "C:\\report.docx"])
      expect(html(`See [the report](${address}).`)).toBe("<p>See the report.</p>\n");
  });
});

describe("L1: an address needs no space beside it, and no mark behind it belongs to it", () => {
  const mail = (address = "press@example.org") => `<a href="mailto:${address}">${address}</a>`;
  const web = '<a href="https://example.org/x">https://example.org/x</a>';
  test.each([
    ["邮箱：press@example.org。", "zh", `邮箱：${mail()}。`],
    ["请发邮件至press@example.org联系", "zh", `请发邮件至${mail()}联系`],
    ["почта:press@example.org; сайт:https://example.org/x;", "ru", `почта:${mail()}; сайт:${web};`],
    ["e-mail:press@example.org,anna.b@example.org", "en", `e-mail:${mail()},${mail("anna.b@example.org")}`],
    ["o'neil@example.org", "en", mail("o'neil@example.org")],
    ["See https://example.org/x: it says so.", "en", `See ${web}: it says so.`],
    ["https://example.org:8080/a:b", "en", '<a href="https://example.org:8080/a:b">https://example.org:8080/a:b</a>'],
  ])("%s", (source, lang, expected) => {
    expect(html(source, lang)).toBe(`<p>${expected}</p>\n`);
  });
});

describe("T2: traps that only programmers know", () => {
  test.each([
    ["    Pasted from a mail.", "<p>Pasted from a mail.</p>\n"],
    ["\tPasted from a mail.", "<p>Pasted from a mail.</p>\n"],
    ["One.\n\n     Two\n     lines.\n\nThree.", "<p>One.</p>\n<p>Two\nlines.</p>\n<p>Three.</p>\n"],
    ["    - one\n    - two\n      - inner", "<ul>\n<li>one</li>\n<li>two\n<ul>\n<li>inner</li>\n</ul>\n</li>\n</ul>\n"],
    ["- one\n\n        deep", "<ul>\n<li>\n<p>one</p>\n<p>deep</p>\n</li>\n</ul>\n"],
    [">     Quoted.", "<blockquote>\n<p>Quoted.</p>\n</blockquote>\n"],
    ["    ## Heading", "<h2>Heading</h2>\n"],
    ["\t\tTabs.", "<p>Tabs.</p>\n"],
    ["1986. A great year.", "<p>1986. A great year.</p>\n"],
    ["A room of 2*3*4 is small.", "<p>A room of 2*3*4 is small.</p>\n"],
    ["3. Oktober ist ein Feiertag.", "<p>3. Oktober ist ein Feiertag.</p>\n"],
    ["8. März 2026\n\n15. März 2026", "<p>8. März 2026</p>\n<p>15. März 2026</p>\n"],
    ["12. und 13. April: Messe", "<p>12. und 13. April: Messe</p>\n"],
    ["5. října 2026 v Praze", "<p>5. října 2026 v Praze</p>\n"],
    ["24. veebruar on püha.", "<p>24. veebruar on püha.</p>\n"],
    ["1. 10. 2026 v Praze", "<p>1. 10. 2026 v Praze</p>\n"],
    ["Am Montag,\n1. Oktober 2026.", "<p>Am Montag,\n1. Oktober 2026.</p>\n"],
    ["- 3. Oktober: Feier\n- 4. Oktober: Ende", "<ul>\n<li>3. Oktober: Feier</li>\n<li>4. Oktober: Ende</li>\n</ul>\n"],
    ["12. April: Beginn\n13. April: Ende", "<p>12. April: Beginn<br>\n13. April: Ende</p>\n"],
    ["21. Jahrhundert: ein Rückblick", "<p>21. Jahrhundert: ein Rückblick</p>\n"],
    ["+ 375 17 327 48 76", "<p>+ 375 17 327 48 76</p>\n"],
    ["3. Anna\n2. Olga", '<ol start="3">\n<li>Anna</li>\n</ol>\n<ol start="2">\n<li>Olga</li>\n</ol>\n'],
    ["1. One\n1. Two", "<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n"],
    ["1. One\n\nText.\n\n2. Two", '<ol>\n<li>One</li>\n</ol>\n<p>Text.</p>\n<ol start="2">\n<li>Two</li>\n</ol>\n'],
    ["Nous voulons :\n– du pain ;\n– des roses.", "<p>Nous voulons :<br>\n– du pain ;<br>\n– des roses.</p>\n"],
    ["a) First\nb) Second", "<p>a) First<br>\nb) Second</p>\n"],
    ["a. first\nb. second", "<p>a. first<br>\nb. second</p>\n"],
    ["أ. أولا\nب. ثانيا", "<p>أ. أولا<br>\nب. ثانيا</p>\n"],
    [
      "The parties agreed\n(a) to meet;\n(b) to talk.",
      "<p>The parties agreed<br>\n(a) to meet;<br>\n(b) to talk.</p>\n",
    ],
    ["1. one\n2. two\n   a) alpha\n   b) beta", "<ol>\n<li>one</li>\n<li>two<br>\na) alpha<br>\nb) beta</li>\n</ol>\n"],
    ["What: a fair\n**When:** today", "<p>What: a fair<br>\n<strong>When:</strong> today</p>\n"],
    ["时间：今天\n地点：明斯克", "<p>时间：今天<br>\n地点：明斯克</p>\n"],
    ["It was plan\n(b) and no other.", "<p>It was plan\n(b) and no other.</p>\n"],
    ["They get:\n✅ beds\n👉 a kitchen\n1️⃣ more", "<p>They get:<br>\n✅ beds<br>\n👉 a kitchen<br>\n1️⃣ more</p>\n"],
    [
      "Contact:\nAnna Petrova\nTel.: +375 17 327 48 76\npress@example.org",
      '<p>Contact:<br>\nAnna Petrova<br>\nTel.: +375 17 327 48 76<br>\n<a href="mailto:press@example.org">press@example.org</a></p>\n',
    ],
    [
      "Whoever needs more information about it is asked to write in time to\npress@example.org.",
      '<p>Whoever needs more information about it is asked to write in time to\n<a href="mailto:press@example.org">press@example.org</a>.</p>\n',
    ],
    [
      "##\u00a0Aims\n\n-\u00a0one\n\u00a0\u00a0- two\n\n1.\u3000three",
      "<h2>Aims</h2>\n<ul>\n<li>one\n<ul>\n<li>two</li>\n</ul>\n</li>\n</ul>\n<ol>\n<li>three</li>\n</ol>\n",
    ],
    ["\u3000\u3000中心开放。", "<p>\u3000\u3000中心开放。</p>\n"],
    ...["—Anna Petrova", "— Anna Petrova", "ـ Anna Petrova"].map((line): [string, string] => [
      `> Yes.\n>\n> ${line}`,
      '<figure class="quote"><blockquote>\n<p>Yes.</p>\n</blockquote>\n<figcaption><span>Anna Petrova</span></figcaption>\n</figure>',
    ]),
    ["• beds\no two\n– three\n▪ more", "<p>• beds<br>\no two<br>\n– three<br>\n▪ more</p>\n"],
    ["They get:\n• beds\n• a kitchen", "<p>They get:<br>\n• beds<br>\n• a kitchen</p>\n"],
    ["09:00 Opening\n09:30 Speech", "<p>09:00 Opening<br>\n09:30 Speech</p>\n"],
    ["一、学校\n二、医院", "<p>一、学校<br>\n二、医院</p>\n"],
    [
      "> Yes.\n>\n> — Anna Petrova, minister\nIt ended.",
      '<figure class="quote"><blockquote>\n<p>Yes.</p>\n</blockquote>\n<figcaption><span>Anna Petrova</span>, minister</figcaption>\n</figure><p>It ended.</p>\n',
    ],
    ...["> Yes.\\\n> — Anna Petrova", "> Yes.<br>\n> — Anna Petrova", "> Yes.  \n> — Anna Petrova"].map(
      (quote): [string, string] => [
        quote,
        '<figure class="quote"><blockquote>\n<p>Yes.</p>\n</blockquote>\n<figcaption><span>Anna Petrova</span></figcaption>\n</figure>',
      ],
    ),
    ["The text.\n\n# # #\n\n###", "<p>The text.</p>\n<p># # #</p>\n<p>###</p>\n"],
    ["- ENDS -", "<p>- ENDS -</p>\n"],
    ["1\\. One\n2\\. Two", "<p>1. One<br>\n2. Two</p>\n"],
    ["<mailto:a@example.org>", '<p><a href="mailto:a@example.org">a@example.org</a></p>\n'],
    ["[Call](tel:+375 (17) 327)", '<p><a href="tel:+37517327">Call</a></p>\n'],
    ["It was so\n– a year ago – and is.", "<p>It was so\n– a year ago – and is.</p>\n"],
    ["It ended.\n---", "<p>It ended.</p>\n<hr>\n"],
    ["Two lines\nof words\n---\n\nMore.", "<p>Two lines\nof words</p>\n<hr>\n<p>More.</p>\n"],
    ["Heading\n---", "<h2>Heading</h2>\n"],
    ["Before.\n\n```\n\nAfter, and no end.", "<p>Before.</p>\n<p>```</p>\n<p>After, and no end.</p>\n"],
  ])("%j", (source, shown) => {
    expect(html(source)).toBe(shown);
  });
});

test.each(["", "> ", "- "])("T2: a row with more cells than the first one loses none of them, behind %j", (mark) => {
  const inner = mark === "- " ? "  " : mark;
  const shown = html(`${mark}| a | b |\n${inner}| --- | --- |\n${inner}| 1 | x \\| y | 3 |\n${inner}| 4 |`);
  const cells = [...shown.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, words]) => words);
  expect(cells).toEqual(["a", "b", "", "1", "x | y", "3", "4", "", ""]);
});

describe("T3: footnotes", () => {
  const source =
    "One.[^1] Two.[^method] One again.[^1]\n\n[^1]: By **hand**.\n[^method]: In three\n    shifts.\n\nEnd.";

  test("stand below the text with links both ways, and labels for those who hear the page", () => {
    const footnotes = { title: "Footnotes", note: "Footnote {number}", back: "Back to footnote {number}" };
    expect(htmlOf(parseText(source, "en"), { prefix: "", id: "notes", footnotes })).toBe(
      `<p>One.<sup><a href="#fn-notes-1" id="fnref-notes-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> Two.<sup><a href="#fn-notes-2" id="fnref-notes-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup> One again.<sup><a href="#fn-notes-1" id="fnref-notes-1-2" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>
<p>End.</p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-notes-1"><p>By <strong>hand</strong>. <a href="#fnref-notes-1" role="doc-backlink" aria-label="Back to footnote 1">↩︎</a> <a href="#fnref-notes-1-2" role="doc-backlink" aria-label="Back to footnote 1">↩︎<sup>2</sup></a></p>
</li>
<li id="fn-notes-2"><p>In three
shifts. <a href="#fnref-notes-2" role="doc-backlink" aria-label="Back to footnote 2">↩︎</a></p>
</li>
</ol>
</section>
`,
    );
  });

  test("are there without links where texts of others may stand beside them", () => {
    const shown = htmlOf(parseText(source, "en"), { prefix: "", footnotes: "unlinked" });
    expect(shown).toContain("One.<sup>1</sup> Two.<sup>2</sup> One again.<sup>1</sup>");
    expect(shown).not.toMatch(/ id=| href=/);
  });

  test("are numbered notes at the end of plain text, and standard footnotes of Markdown", () => {
    expect(plainText(parseText(source, "en"), { prefix: "" })).toBe(
      "One.[1] Two.[2] One again.[1]\n\nEnd.\n\n[1] By hand.\n\n[2] In three shifts.",
    );
    expect(commonMark(parseText(source, "en"), { prefix: "" })).toBe(
      "One.[^1] Two.[^2] One again.[^1]\n\nEnd.\n\n[^1]: By **hand**.\n\n[^2]: In three shifts.",
    );
  });

  test("that nothing refers to, or that are there twice, lose no word", () => {
    const shown = html("A.[^1]\n\n[^1]: First.\n\n[^1]: Second.\n\n[^2]: Stray.\n\n[^3]:");
    for (const words of ["First.", "[^1]: Second.", "[^2]: Stray.", "[^3]:"]) expect(shown).toContain(words);
  });

  test("and links in the name of a speaker make no link within a link", () => {
    const source = "> Words.\n>\n> — Anna Petrova[^1], minister\n\n[^1]: Since May.";
    const speakers = { "Anna Petrova": "/en/speakers/anna-petrova/" };
    expect(htmlOf(parseText(source, "en"), { prefix: "", speakers })).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /);
    const linked = "> Words.\n>\n> — [Anna Petrova](https://example.org/), minister";
    expect(htmlOf(parseText(linked, "en"), { prefix: "", speakers })).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /);
  });
});

test("T4: a break, and letters above and below the line; no other tag", () => {
  expect(html("H<sub>2</sub>O, m<SUP>2</SUP>, one<br>two<br/>three, x<sup>**2**</sup> <b>b</b> <sub>open")).toBe(
    "<p>H<sub>2</sub>O, m<sup>2</sup>, one<br>\ntwo<br>\nthree, x<sup><strong>2</strong></sup> &lt;b&gt;b&lt;/b&gt; &lt;sub&gt;open</p>\n",
  );
  expect(html("| a | b |\n| --- | --- |\n| one<br>two | x |")).toContain("<td>one<br>\ntwo</td>");
  expect(html('<sub onclick="x">2</sub>')).not.toContain("<sub");
});

describe("T5: columns of a table", () => {
  test("align by classes: numbers to the end, and no style", () => {
    const shown = html(
      "| Year | Sum | Share | Who | When |\n| --- | --- | :-: | :-- | --: |\n| 2025 | 1,204.5 | 7 % | Anna | May |\n| 2026 | − 3 | – | Olga | June |",
    );
    expect(shown).not.toContain("style=");
    expect([...shown.matchAll(/<th( class="\w+")?>/g)].map(([, name = ""]) => name)).toEqual([
      "",
      ' class="end"',
      ' class="center"',
      "",
      ' class="end"',
    ]);
    expect(shown).toContain('<td class="end">1,204.5</td>');
  });

  test.each(["€ 5", "5 %", "(12)", "+7.1%", "1 234 567", "2020–2025", "≈ 3", "15 km", "10:30", "٧١٤"])(
    "%s is a number",
    (number) => {
      expect(html(`| a | b |\n| --- | --- |\n| x | ${number} |`)).toContain('<td class="end">');
    },
  );

  test.each(["5 people came", "Article 5", "COVID-19", "–"])("%s is none", (words) => {
    expect(html(`| a | b |\n| --- | --- |\n| x | ${words} |`)).not.toMatch(/<t[hd] class=/);
  });
});

describe("L2: emphasis beside Chinese punctuation", () => {
  test.each([
    ["**“治水先治源”**是重点", "<strong>“治水先治源”</strong>是重点"],
    ["他说：**今天开始。**所有", "他说：<strong>今天开始。</strong>所有"],
    ["参加，*（重要）*请", "参加，<em>（重要）</em>请"],
    ["これは**「重要」**です", "これは<strong>「重要」</strong>です"],
    ["한국어**(중요)**입니다", "한국어<strong>(중요)</strong>입니다"],
    ["经费为**500万元（约合70万美元）**由欧盟", "经费为<strong>500万元（约合70万美元）</strong>由欧盟"],
  ])("%s", (source, shown) => {
    expect(html(source, "zh")).toBe(`<p>${shown}</p>\n`);
  });

  test("stands at letters in Markdown, because others would show its marks", () => {
    expect(commonMark(parseText("**“治水先治源”**是**重点**。**今天。**所有", "zh"), { prefix: "" })).toBe(
      "“**治水先治源**”是**重点**。**今天**。所有",
    );
  });
});

test("T11: every form of a text has the same words", () => {
  const source =
    "AT&amp;T and &copy; ~~x~~, :ru[это [наш сайт](https://example.org) сегодня], `:ru[слово]`, 5 < 6 &lt;b&gt;, \\*x\\*.";
  const text = parseText(source, "en");
  expect(htmlOf(text, { prefix: "" })).toBe(
    '<p>AT&amp;T and © <s>x</s>, <span lang="ru" dir="ltr">это <a href="https://example.org">наш сайт</a> сегодня</span>, <code>:ru[слово]</code>, 5 &lt; 6 &lt;b&gt;, *x*.</p>\n',
  );
  expect(plainText(text, { prefix: "" })).toBe(
    "AT&T and © x, это наш сайт (https://example.org) сегодня, :ru[слово], 5 < 6 <b>, *x*.",
  );
  expect(commonMark(text, { prefix: "" })).toBe(
    "AT&T and © ~~x~~, это [наш сайт](https://example.org) сегодня, `:ru[слово]`, 5 < 6 \\<b>, \\*x\\*.",
  );
});

test("a text is parsed once, whoever asks for it", () => {
  const release = { body: `Words ${Math.PI} of ![a](b.jpg).\n\n> Said.\n>\n> — Anna Petrova, minister`, lang: "en" };
  const before = parseCount();
  const loaded = parseText(release.body, release.lang);
  expect([loaded.quotes.length, loaded.pictures.length]).toEqual([1, 1]);
  const text = textOf(release);
  for (const write of [htmlOf, plainText, commonMark]) write(text, { prefix: "" });
  expect([text.firstSentence.length > 0, textOf(release) === text, parseCount() - before]).toEqual([true, true, 1]);
});

test("ten thousand texts do not all stay in memory, and what was read off them does", () => {
  const releases = Array.from({ length: 60 }, (_, index) => ({
    body: `${index} ${"word ".repeat(20_000)}`,
    lang: "en",
  }));
  for (const release of releases) textOf(release).firstSentence;
  const before = parseCount();
  for (const release of releases) expect(textOf(release).firstSentence.length).toBeGreaterThan(10);
  expect(parseCount()).toBe(before);
  expect(textOf(releases[0] as (typeof releases)[0]).tokens.length).toBeGreaterThan(0);
  expect(parseCount()).toBe(before + 1);
});
