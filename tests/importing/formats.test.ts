import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { around, read } from "./reading.ts";

const STORY =
  "The centre was opened this week after two years of work by many hands, and forty officers will be trained in it.";

/** A Word document with these paragraphs, as small as one can be. */
function word(...paragraphs: readonly string[]): Uint8Array {
  return wordOf(paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join(""));
}

/** A Word document with this body, and other parts. */
function wordOf(body: string, numbering?: string): Uint8Array {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...(numbering === undefined
      ? {}
      : {
          "word/_rels/document.xml.rels": strToU8(
            `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="${relation}/numbering" Target="numbering.xml"/></Relationships>`,
          ),
          "word/numbering.xml": strToU8(
            `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${numbering}</w:numbering>`,
          ),
        }),
  });
}

describe("of a Word document", () => {
  const run = (words: string, properties = "") =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
  const start = `<w:p>${run("A new centre")}</w:p><w:p>${run(STORY)}</w:p>`;

  test("the words of fields stay, and those that are hidden or struck through are left out and listed", async () => {
    const { body, draft } = await read(
      wordOf(
        `${start}<w:p>${run("It has ")}${run("200 ", "<w:strike/>")}<w:fldSimple w:instr=" REF x ">${run("300")}</w:fldSimple>${run(" places", '<w:vanish w:val="0"/>')}${run("!!!", "<w:vanish/>")}${run(".")}</w:p>`,
      ),
      "a.docx",
    );
    expect(body).toBe(`${STORY}\n\nIt has 300 places.`);
    expect(draft.dropped.map(({ words }) => words)).toEqual(["200", "!!!"]);
  });

  test("lists go on behind other paragraphs with the numbers that Word shows", async () => {
    const item = (words: string, list: number, level = 0) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`;
    const level = (at: number, first: number, format = "decimal") =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${first}"/><w:numFmt w:val="${format}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 5)}${level(1, 1)}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 1, "bullet")}</w:abstractNum>` +
      `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;
    const between = `<w:p>${run("Between.")}</w:p>`;
    const items = `${item("five", 1)}${item("one", 1, 1)}${item("two", 1, 1)}${between}${item("six", 1)}${item("one", 1, 1)}${between}${item("anew", 2)}${item("again", 2)}${between}${item("dot", 3)}`;
    const { body } = await read(wordOf(`${start}${items}`, numbering), "a.docx");
    expect(body.slice(STORY.length).trim()).toBe(
      "5. five\n   1. one\n   2. two\n\nBetween.\n\n6. six\n   1. one\n\nBetween.\n\n1. anew\n2. again\n\nBetween.\n\n- dot",
    );
  });

  test("letters, Roman numbers and numbers with their level stand as Word shows them; the style of a paragraph can be that of a list", async () => {
    const item = (words: string, level: number, list = 1) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`;
    const styled = (words: string) => `<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr>${run(words)}</w:p>`;
    const level = (at: number, format: string, text: string, style = "") =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${text}"/></w:lvl>`;
    const list = (id: number, ...levels: readonly string[]) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
    const numbering =
      list(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "decimal", "%1.%3.")) +
      list(1, level(0, "upperRoman", "%1."), level(1, "russianLower", "%2)")) +
      list(2, level(0, "decimal", "%1.", '<w:pStyle w:val="ListNumber"/>')) +
      [0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join("");
    const between = `<w:p>${run("Between.")}</w:p>`;
    const items = `${item("rule", 0)}${item("rye", 1)}${item("barley", 1)}${item("winter", 2)}${item("rule", 0)}${between}${item("chapter", 0, 2)}${item("рожь", 1, 2)}${item("ячмень", 1, 2)}${item("chapter", 0, 2)}${between}${styled("one")}${styled("two")}${between}${styled("three")}`;
    const { body } = await read(wordOf(`${start}${items}`, numbering), "a.docx");
    expect(body.slice(STORY.length).trim()).toBe(
      "1. rule\\\n   a) rye\\\n   b) barley\\\n   1.1. winter\n2. rule\n\nBetween.\n\nI. chapter\\\nа) рожь\\\nб) ячмень\\\nII. chapter\n\nBetween.\n\n1. one\n2. two\n\nBetween.\n\n3. three",
    );
  });
});

test("lines with names that every object has are no head of a mail", async () => {
  const { text } = await read(`Constructor: Minsk Works\nPlace: Minsk\n\n${STORY}\n`, "a.txt");
  expect(text).toContain("Constructor: Minsk Works");
});

describe("a title and a text are found in", () => {
  test.each<[string, string, string | Uint8Array]>([
    ["plain text", "mail.txt", `A new centre\n\n${STORY}\n`],
    [
      "a mail with its head",
      "mail.txt",
      `Subject: A new centre\nFrom: a@example.org\nDate: Tue, 3 March 2020\n\n${STORY}\n`,
    ],
    ["an underlined title", "mail.txt", `A new centre\n============\n\n${STORY}\n`],
    ["wrapped text", "mail.txt", `A new centre\n\n${STORY.replace(/(.{40}\S*) /g, "$1\n")}\n`],
    ["the front matter of Hugo", "content/news/a.md", `---\ntitle: "A new centre"\nslug: a\n---\n${STORY}\n`],
    ["the fields of Pelican", "a.md", `Title: A new centre\nDate: 2024-05-14 10:20\nCategory: News\n\n${STORY}\n`],
    ["TOML front matter", "content/news/a.md", `+++\ntitle = "A new centre"\n+++\n${STORY}\n`],
    [
      "a field that is there twice",
      "a.md",
      `---\ntitle: A new centre\nexpirydate: 2025-01-01\nexpirydate: 2025-01-01\n---\n${STORY}\n`,
    ],
    ["entities in a title", "a.md", `---\ntitle: 'A&#32;new centre'\n---\n${STORY}\n`],
    [
      "a saved page",
      "a.html",
      `<!doctype html><html lang="en"><head><title>A new centre | Office</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>A new centre</h1><p>${STORY}</p><p>${STORY.replace("week", "month")}</p></article><footer>© Office</footer></body></html>`,
    ],
    ["a Word document", "a.docx", word("A new centre", STORY)],
    [
      "text in Windows' old Cyrillic",
      "mail.txt",
      Buffer.from([...Buffer.from("A new centre\n\n"), ...Buffer.from(STORY)]),
    ],
  ])("%s", async (_, name, text) => {
    const { title, body, lang } = await read(text, name);
    expect(title).toBe("A new centre");
    expect(body.replace(/\s+/g, " ")).toContain(STORY);
    expect(lang).toBe("en");
  });

  test.each([
    ["windows-1251", [0xcd, 0xee, 0xe2, 0xfb, 0xe9]],
    ["koi8-r", [0xee, 0xcf, 0xd7, 0xd9, 0xca]],
    ["ibm866", [0x8d, 0xae, 0xa2, 0xeb, 0xa9]],
  ])("%s", async (encoding, first) => {
    const text =
      "Новый учебный центр\n\nЦентр открылся на этой неделе после двух лет работы многих людей, и каждый год в нём будут учиться сорок офицеров.\n";
    const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const bytes = Uint8Array.from([...text].map((letter) => table.indexOf(letter)));
    expect([...bytes.slice(0, 5)]).toEqual(first);
    const { title, lang } = await read(bytes);
    expect(title).toBe("Новый учебный центр");
    expect(lang).toBe("ru");
  });
});

test.each<[string, string]>([
  [
    "Outlook",
    "<style>p { margin: 0 }</style><p>Please publish.</p><hr><div><b>From:</b> Ivan Roe &lt;ivan@example.org&gt;<br><b>Sent:</b> Monday, May 13, 2024 6:12 PM<br><b>To:</b> Anna Roe<br><b>Subject:</b> A new centre</div>TEXT",
  ],
  [
    "Apple Mail",
    '<div>Please publish.</div><br><blockquote type="cite"><div>Begin forwarded message:</div><br><div><b>From: </b>Ivan Roe &lt;ivan@example.org&gt;</div><div><b>Subject: </b>A new centre</div><div><b>Date: </b>13 May 2024</div><div><b>To: </b>anna@example.org</div><br><div>TEXT</div></blockquote>',
  ],
])("of an email in HTML alone that was forwarded with %s, the words of the first are read", async (_, html) => {
  const text = `<p>${STORY} <b>All</b> can see <a href="https://news.example.net/a">it</a>.</p><p>This email and its attachments are confidential.</p><p>Sent from my iPhone</p><p><a href="https://news.example.net/u">Unsubscribe</a></p>`;
  const head =
    "From: anna@example.org\nSubject: Fwd: A new centre\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n";
  const { title, body, look } = await read(
    `${head}<html><body>${html.replace("TEXT", text)}</body></html>\n`,
    "mail.eml",
  );
  expect(title).toBe("A new centre");
  expect(body).toBe(`${STORY} **All** can see [it](https://news.example.net/a).`);
  expect(look.map(({ words }) => words)).toEqual([expect.stringMatching(/^Please publish./)]);
});

test("a word that is cut at the end of a line is whole", async () => {
  const lines = [
    "The centre was opened this week after two years of work by ma-",
    "ny hands, and forty officers will be trained in it.",
  ];
  const { body } = await read(`A new centre\n\n${lines.join("\n")}\n\n${lines.join("\n")}\n`);
  expect(body).toContain("work by ma-ny hands");
});

test("bold words of an email's plain text are bold, and stars of notes stay", async () => {
  const { body } = await read(`A new centre\n\n*The centre* opened. It has **200** places* for 5 * 40 officers.\n`);
  expect(body).toBe("**The centre** opened. It has **200** places\\* for 5 \\* 40 officers.");
});

describe("marks of other generators become Markdown where they have a meaning:", () => {
  test.each([
    ['{{< youtube id="abc" title="The opening" >}}', "[The opening](https://www.youtube.com/watch?v=abc)"],
    [
      '{{< quote-block text="We need another approach." cite="Anna Kavalenka" >}}',
      "> We need another approach.\n>\n> — Anna Kavalenka",
    ],
    ["{{< note >}}Bring your **pass**.{{< /note >}}", "Bring your **pass**."],
    ['[a list]({{< ref "nowhere.md" >}}) of them', "a list of them"],
    ["{% raw %}Words{% endraw %}", "Words"],
    ["Words{: .lead}", "Words"],
    [
      "<p>It is <strong>raw</strong> HTML, <em>a</em> <a href='https://example.org/'>link</a>.</p>",
      "It is **raw** HTML, *a* [link](https://example.org/).",
    ],
    [
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "| a   | b   |\n| --- | --- |\n| 1   | 2   |",
    ],
    ['<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol>', "3. a\n4. b\n   - c"],
    ["CO<sub>2</sub> and 5 m<sup>2</sup>", "CO₂ and 5 m²"],
    ["1\\. is no list, a_b_c no emphasis, 2 * 3 * 4", "1\\. is no list, a_b_c no emphasis, 2 \\* 3 \\* 4"],
  ])("%s", async (source, markdown) => {
    const { body } = await read(`---\ntitle: A new centre\n---\n\n${STORY}\n\n${source}\n\nThe end of it.\n`, "a.md");
    expect(body).toContain(`${STORY}\n\n${markdown}\n\nThe end of it.`);
  });

  test("and what has none goes and is told of", async () => {
    const { body, dropped } = await read(`---\ntitle: A\n---\n\n${STORY}\n\n{{< mystery x="1" >}}\n`, "a.md");
    expect(body).toBe(STORY);
    expect(dropped.map(({ words }) => words)).toContain('{{< mystery x="1" >}}');
  });
});

describe("what is no part of the release goes, and is told of:", () => {
  test.each([
    ["Share on Facebook Twitter LinkedIn", "sharing"],
    ["Skip to main content", "Navigation"],
    ["Home > News > A new centre", "Navigation"],
    ["This site uses cookies. Accept all cookies to go on.", "cookies"],
    ["Cheap Ray-Ban sunglasses outlet, free shipping", "advert"],
    ["Купить кроссовки недорого в интернет-магазине", "advert"],
  ])("%s", async (line, why) => {
    const { body, dropped } = await read(
      around(
        "The European Union paid for the new building of the centre, for its books, its rooms and its teachers from many countries.",
      ).concat(`\n${line}\n`),
    );
    expect(body).not.toContain(line);
    expect(dropped.find(({ words }) => words === line)?.why).toContain(why);
  });

  test.each([
    "Twitter is where most of the readers are.",
    "The centre sells bread: it is cheap, and open to all the officers who train here.",
    "For sale are only the books of the centre.",
  ])("but “%s” stays", async (line) => {
    expect((await read(around(line))).body).toContain(line);
  });

  test("a page's navigation, footer and hidden links", async () => {
    const page = `<!doctype html><html><body><nav><ul><li><a href="/a">All our news</a></li></ul></nav><article><h1>A new centre</h1><p>${STORY}</p><p>${STORY.replace("week", "month")}</p><p style="display:none"><a href="https://spam.example">cheap pills</a></p></article><footer><p>Office, Street 1</p></footer></body></html>`;
    const { body, dropped } = await read(page, "a.html");
    expect(body).not.toMatch(/All our news|cheap pills|Street 1/);
    expect(dropped.map(({ words, why }) => `${words}: ${why}`)).toEqual(
      expect.arrayContaining([
        "All our news: navigation of the page",
        "cheap pills: The page hid this from its readers.",
        "Office, Street 1: footer of the page",
      ]),
    );
  });
});

describe("an old page says by its looks", () => {
  const words = `${STORY}<br><br>${STORY.replace("week", "month")}`;
  test.each([
    [
      "large letters and a small day",
      `<table><tr><td><font size=5>Office</font><br><a href="/">Home</a></td><td><font size=2>14.05.2008</font><br><b><font size=4>A new centre opens</font></b><br><br><div align=justify>${words}</div></td></tr></table>`,
    ],
    [
      "names of classes",
      `<div id=menu><a href="/">Home</a></div><div><span class="news-date">14.05.2008</span><h1>A new centre opens</h1><div class=text>${words}</div><div class=author>Press office</div></div>`,
    ],
  ])("what is headline and day: %s", async (_, body) => {
    const { title, first } = await read(
      `<html><head><title>Office</title></head><body>${body}</body></html>`,
      "a.html",
    );
    expect(title).toBe("A new centre opens");
    expect(first("date")).toBe("2008-05-14");
  });

  test.each([
    [
      "Drupal",
      '<div class="meta submitted"><span property="dc:date dc:created" content="2008-05-14T10:15:00+12:00">Submitted by admin on Wed, 05/14/2008 - 10:15</span></div>',
    ],
    [
      "Joomla",
      '<dl class="article-info"><dt>Detalles</dt><dd>Escrito por Ana</dd><dd class="published"><time datetime="2008-05-14T14:03:00-04:00">Publicado: 14 Mayo 2008</time></dd><dd>Visto: 1834</dd></dl><ul><li class="print-icon"><a href="#">Imprimir</a></li></ul>',
    ],
    ["WordPress", '<div class="entry-meta">14 May 2008, by admin, 3 comments</div>'],
  ])("what %s says of an article: it is listed and goes", async (_, about) => {
    const { body, first, dropped } = await read(
      `<html><body><div><h1>A new centre</h1>${about}<div><p>${STORY}</p><p>${STORY.replace("week", "month")}</p></div></div></body></html>`,
      "a.html",
    );
    expect(first("date")).toBe("2008-05-14");
    expect(body).toBe(`${STORY}\n\n${STORY.replace("week", "month")}`);
    expect(dropped.map(({ why }) => why)).toContain("what the page says of the article");
  });

  test("nothing where it gives several days, or that of an event", async () => {
    for (const days of [
      "<i class=date>14.05.2008</i><i class=date>15.05.2008</i>",
      "<i class=event-date>14.05.2008</i>",
    ]) {
      const { first } = await read(
        `<html><body><div>${days}<h1>A new centre</h1><p>${words}</p></div></body></html>`,
        "a.html",
      );
      expect(first("date")).toBeUndefined();
    }
  });

  test("what is headline though no heading is of the first level", async () => {
    const { title } = await read(
      `<html><head><title>Office: New centre</title></head><body><div class="post"><h3 class="post-title entry-title"><a href="/a">A new centre</a></h3><div>${words}</div></div></body></html>`,
      "a.html",
    );
    expect(title).toBe("A new centre");
  });

  test("all lines that are not in the release, and no others, are listed", async () => {
    const table = "<table><tr><th>Crop</th><th>2024</th></tr><tr><td>Rye</td><td>1,450</td></tr></table>";
    const { dropped } = await read(
      `<html><body><div id=x>Ministry</div><main><h1>A new centre</h1>${`<p>${STORY}</p>`.repeat(3)}${table}</main><div>&copy; 2009</div></body></html>`,
      "a.html",
    );
    expect(dropped.map((each) => each.words)).toEqual(["Ministry", "© 2009", "A new centre"]);
  });
});

describe("what stands behind the end of a release:", () => {
  const text = around("It cost little.").concat(
    "\nENDS\n\nNotes to editors:\n\nThe centre is open on weekdays.\n\nAbout the Border Committee\n\nIt guards the border.\n\nContacts\n\nPress office, press@example.org\n",
  );

  test("notes to editors are a field, a known partner's “About …” and known contacts are those of the site", async () => {
    const { body, text: file, first } = await read(text);
    expect(first("notes")).toBe("The centre is open on weekdays.");
    expect(file).toContain("notes: The centre is open on weekdays.");
    expect(file).toContain("boilerplates: [border-committee]");
    expect(file).toContain("contacts: [press-office]");
    expect(body).toMatch(/every year\.$/);
  });
});

test.each([
  ["es", "Notas para editores:\nEl centro abre los lunes."],
  ["en", "Notes to editors\nThe centre is open on Mondays."],
])("notes below their heading in one paragraph are a field: %s", async (lang, notes) => {
  const { first, body } = await read(`${around("It cost little.", lang)}\n${notes}\n`, "mail.txt", { lang });
  expect(first("notes")).toBe(notes.split("\n")[1]);
  expect(body).not.toContain(notes.split("\n")[0]);
});

test.each(["（完）", "انتهى", "[ENDS]", "结束", "//END//", "=== ends ===", "-o0o-", "End of press release"])(
  "“%s” ends a release",
  async (mark) => {
    const { body, dropped } = await read(`${around("It cost little.")}\n${mark}\n`);
    expect(body).not.toContain(mark);
    expect(dropped.map(({ words }) => words)).toContain(mark);
  },
);

describe("what looks like the end of a release and is none stays:", () => {
  test("a sentence that begins with “About”, and all that follows it", async () => {
    const sentence = "About 40 officers of the Border Committee came to see it.";
    const { body } = await read(around("It cost little.").concat(`\n${sentence}\n\nThe minister opened the doors.\n`));
    expect(body).toContain(`${sentence}\n\nThe minister opened the doors.`);
  });

  test.each(["Notes to editors\n\nIt is open on weekdays.", "About the Border Committee\n\nIt guards the border."])(
    "a picture below %s",
    async (words) => {
      const { look } = await read(
        `---\ntitle: A\n---\n\n${STORY}\n\n${STORY}\n\n${words}\n\n![A map](map.png)\n`,
        "a.md",
      );
      expect(look.map((each) => each.words)).toContain("map.png – A map");
    },
  );
});

describe("the title of a text without fields:", () => {
  test.each([
    [
      "its first line, though a part below has a heading",
      `A new centre\n\n${STORY}\n\n## Background\n\nIt is large.\n`,
    ],
    ["a heading below other short lines", `Northland Ministry\n\n## A new centre\n\n${STORY}\n`],
    ["the first heading, whatever stands above it", `${STORY}\n\n# A new centre\n\nIt is large.\n`],
  ])("%s", async (_, text) => {
    expect((await read(text, "a.md")).title).toBe("A new centre");
  });
});

test.each([
  "---\ntitle:\n  en: Wells for Gao\n  fr: Des puits pour Gao\nimage: {src: a.png, alt: A well}\n---\n",
  '{"title": {"fr": "Des puits pour Gao", "en": "Wells for Gao"}, "image": {"src": "a.png", "alt": "A well"}}\n',
])("of a field in several languages the text's own counts, and the others are listed: %j", async (head) => {
  const { title, dropped, look } = await read(`${head}\n${STORY}\n`, "a.md");
  expect(title).toBe("Wells for Gao");
  expect(dropped).toEqual([{ words: "title, fr: Des puits pour Gao", why: "A field in another language." }]);
  expect(look.map(({ words }) => words)).toEqual(["a.png – A well"]);
});

describe("what kind of text it is:", () => {
  test.each([
    ["title: Speech by the Minister", "speech"],
    ["title: Opening remarks at the new centre", "speech"],
    ["title: Keynote address – the new centre", "speech"],
    ["title: Речь министра на открытии", "speech"],
    ["title: A\ntype: post\ncategories: [News, Speech]", "speech"],
    ["title: Statement by the Minister", "statement"],
    ["title: 'Media advisory: a new centre'", "media-advisory"],
    ["title: Speech therapy centre opens", undefined],
    ["title: Address book for officers published", undefined],
    ["title: Речь идёт о сорока офицерах", undefined],
    ["title: Media advisory training for officers", undefined],
  ])("%s", async (fields, type) => {
    expect((await read(`---\n${fields}\n---\n\n${STORY}\n`, "a.md")).first("type")).toBe(type);
  });
});

describe("the source's own fields:", () => {
  test.each(["category: Migration", "tags: migration, borders", "keywords: [borders, Migration]"])(
    "%s names a topic",
    async (field) => {
      const { text } = await read(`---\ntitle: A\n${field}\n---\n\n${STORY}\n`, "a.md");
      expect(text).toContain("topics: [migration]");
    },
  );

  test("one that another stands for is told of", async () => {
    const { dropped } = await read(
      `---\ntitle: A\nsummary: One text.\nexcerpt: One text.\ndescription: Another text.\n---\n\n${STORY}\n`,
      "a.md",
    );
    expect(dropped.map(({ words }) => words)).toEqual(['description: "Another text."']);
  });

  test("old addresses keep the query that tells them apart", async () => {
    const { text } = await read(
      `---\ntitle: A\naliases: [/index.php?id=3#top, "https://old.example.org/p?x=1"]\n---\n\n${STORY}\n`,
      "a.md",
    );
    expect(text).toContain("aliases: [/index.php?id=3, /p?x=1]");
  });
});

describe("what must not be published yet waits:", () => {
  test.each([
    ["EMBARGOED until 9:00 GMT, 4 March 2020", "en"],
    ["Под эмбарго до 12:00 4 марта 2020 года", "ru"],
    ["Sous embargo jusqu'au 4 mars 2020, 9 h", "fr"],
  ])("%s", async (line, lang) => {
    const { text, body } = await read(`${line}\n\n${around("More will follow.", lang)}`, "mail.txt", { lang });
    expect(text).toContain(
      `draft: true # not published before these are there: date, location, contacts; the text has an embargo, “${line}”`,
    );
    expect(body).not.toContain(line);
  });

  test("a draft of the old site stays one", async () => {
    expect((await read(`---\ntitle: A\ndraft: true\n---\n\n${STORY}\n`, "a.md")).text).toContain(
      "the source is a draft",
    );
  });
});

test.each([
  ["_drafts/a.md", ""],
  ["news/drafts/a.md", ""],
  ["a.md", 'draft: "true"'],
  ["a.md", "published: false"],
  ["a.md", "status: pending"],
  ["a.md", "private: true"],
])("a text that was not public waits as a draft: %s %s", async (name, field) => {
  const fields = `title: A\ndate: 2020-03-04\nlocation: smarhon\n${field}\n`;
  expect((await read(`---\n${fields}---\n\n${STORY}\n`, name)).text).toContain("the source is a draft");
  expect((await read("---\ntitle: A\nstatus: publish\n---\n\n", "news/a.md")).text).not.toContain(
    "the source is a draft",
  );
});

test("a key by which a generator joins translations is no reference number", async () => {
  expect((await read(`---\ntitle: A\nref: school-2025\n---\n\n${STORY}\n`, "a.md")).first("reference")).toBeUndefined();
  expect((await read(`---\ntitle: A\nref: PR/2017/04\n---\n\n${STORY}\n`, "a.md")).first("reference")).toBe(
    "PR/2017/04",
  );
});

describe("goals, figures and reference numbers:", () => {
  test.each<[string, string, number[]]>([
    ["en", "It serves Sustainable Development Goal No. 16 and SDGs 5 and 8.", [16, 5, 8]],
    ["ru", "Это вклад в ЦУР 16 и цель устойчивого развития № 5.", [16, 5]],
    ["fr", "Il contribue aux ODD 5 et 16.", [5, 16]],
    ["es", "Contribuye a los Objetivos de Desarrollo Sostenible 5, 8 y 16.", [5, 8, 16]],
    ["zh", "该项目有助于实现可持续发展目标16。", [16]],
    ["en", "The SDGs are 17 promises that all made.", []],
  ])("%s %s", async (lang, paragraph, numbers) => {
    const { all } = await read(around(paragraph, lang), "mail.txt", { lang });
    expect(all("sdgs").filter((number) => number !== 17)).toEqual(numbers);
  });

  test("a number of the title that the text says again is a key figure; a year or a span of time is none", async () => {
    const { all } = await read(
      "In 2019 and over 12 years 714 people got help\n\nThere were 714 people got help in all, in 12 years.\n\nMore follows.\n",
    );
    expect(all("figures")).toEqual([{ value: "714", label: "people got help" }]);
  });

  test("a line that is nothing but a reference number", async () => {
    const { first, body } = await read("A new centre\n\nRef.: PR/2017/04\n\nThe centre opened.\n");
    expect(first("reference")).toBe("PR/2017/04");
    expect(body).toBe("The centre opened.");
  });
});

test.each([
  '-------- Пересылаемое сообщение --------\n05.03.2025, 10:00, "Анна" <anna@example.org>:\n',
  "---------- Forwarded message ----------\nFrom: Anna <anna@example.org>\nSent: 5 March 2025\nTo: all@example.org\nImportance: High\n",
])("I1: an email that was sent on is read from where it begins: %s", async (mark) => {
  const head =
    "Subject: Fwd: A new centre\nFrom: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n";
  const { body, look } = await read(`${head}\nSee below.\n\n${mark}\n${STORY}\n`, "a.eml");
  expect(body).toBe(STORY);
  expect(look.map(({ words }) => words)).toContain("See below.");
});
