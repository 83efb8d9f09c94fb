import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { good, releaseFile, report } from "../support/content.ts";

const FILE = "releases/2018-03-04-centre/en.md";
const FOLDER = "releases/2018-03-04-centre";
const MARK = readFileSync("assets/icons/mark.svg");
const PICTURE = "image: { file: opening.jpg, alt: A door }";

function release(line: string): string {
  return releaseFile().replace("partners:", `${line}\npartners:`);
}

describe("a file that a field names is explained when it is", () => {
  test("not there, with the one that was meant", () => {
    expect(report({ [FILE]: release(PICTURE), [`${FOLDER}/openning.jpg`]: "x" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/en.md:5:16
      The file “opening.jpg” is not there.
      → Did you mean “openning.jpg”?
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | image: { file: opening.jpg, alt: A door }
          |                ^
        6 | partners: []"
    `);
  });

  test("a text that calls itself a picture", () => {
    expect(report({ [FILE]: release(PICTURE), [`${FOLDER}/opening.jpg`]: "Just words." })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/en.md:5:16
      The file “opening.jpg” is no picture, whatever its name says.
      → Open it in a picture program and save it again, or ask for it anew.
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | image: { file: opening.jpg, alt: A door }
          |                ^
        6 | partners: []"
    `);
  });

  test("a picture of a phone that was renamed", () => {
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
    expect(report({ [FILE]: release(PICTURE), [`${FOLDER}/opening.jpg`]: heic })).toContain("(HEIC)");
  });

  test("empty", () => {
    expect(report({ [FILE]: release(PICTURE), [`${FOLDER}/opening.jpg`]: "" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/en.md:5:16
      The file “opening.jpg” is empty.
      → Save it again, or leave it out.
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | image: { file: opening.jpg, alt: A door }
          |                ^
        6 | partners: []"
    `);
  });

  test("of a kind that a page cannot show", () => {
    const line = "image: { file: opening.psd, alt: A door }";
    expect(report({ [FILE]: release(line), [`${FOLDER}/opening.psd`]: "8BPS" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/en.md:5:16
      The file “opening.psd” cannot be used as a photograph.
      → A photograph is a file that ends in jpg, jpeg, png, webp, avif, gif, tif, tiff.
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | image: { file: opening.psd, alt: A door }
          |                ^
        6 | partners: []"
    `);
  });

  test("a document that could be a program", () => {
    const line = "documents: [{ file: setup.exe, title: Report }]";
    expect(report({ [FILE]: release(line), [`${FOLDER}/setup.exe`]: "MZ" })).toMatchInlineSnapshot(`
      "releases/2018-03-04-centre/en.md:5:21
      The file “setup.exe” cannot be used as a document.
      → A document is a file that ends in pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt, rtf, zip.
        3 | date: 2018-03-04
        4 | location: smarhon
      > 5 | documents: [{ file: setup.exe, title: Report }]
          |                     ^
        6 | partners: []"
    `);
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"/>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://evil.example/x.png"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><é:script xmlns:é="http://www.w3.org/2000/svg">alert(1)</é:script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><s:foreignObject xmlns:s="http://www.w3.org/2000/svg"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><h:embed xmlns:h="http://www.w3.org/1999/&#x78;html" src="x"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><a><set attributeName="hre&#102;" to="java&#10;script:alert(1)"/></a></svg>',
    '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#x"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@import "//evil.example/x.css";</style></svg>',
  ])("a logo that could do more than be looked at", (svg) => {
    const partner = "name: Donor\nlogo: donor.svg\n";
    expect(report({ "partners/donor.yaml": partner, "partners/donor.svg": svg })).toContain(
      "The drawing “donor.svg” contains a script, or loads something from elsewhere.",
    );
  });
});

test("a file is found and measured once, whatever names it", () => {
  const { files } = good({ "partners/donor.yaml": "name: Donor\nlogo: donor.svg\n", "partners/donor.svg": MARK });
  expect([...files.keys()]).toEqual(["partners/donor.svg"]);
  expect(files.get("partners/donor.svg")).toMatchObject({ size: MARK.length, pixels: { width: 32, height: 32 } });
});

describe("a standing page", () => {
  const PAGE = "---\ntitle: About\n---\n\nText.\n";

  test("cannot take an address that is another page's", () => {
    expect(report({ "pages/partners.md": PAGE })).toMatchInlineSnapshot(`
      "pages/partners.md
      The name “partners” cannot be used as an address: another page has it.
      → Rename it. Use small Latin letters, digits and hyphens, such as about."
    `);
    expect(report({ "pages/2017.md": PAGE, "pages/About us.md": PAGE })).toMatchInlineSnapshot(`
      "pages/2017.md
      The name “2017” cannot be used as an address: another page has it.
      → Rename it. Use small Latin letters, digits and hyphens, such as about.

      pages/About us.md
      The name “About us” cannot be used as an address.
      → Rename it. Use small Latin letters, digits and hyphens, such as about."
    `);
  });

  test("can be in languages of the site only", () => {
    expect(report({ "pages/about/xx.md": PAGE })).toMatchInlineSnapshot(`
      "pages/about/xx.md
      “xx” is not a language of this site.
      → A file in a page's folder is named after its language: en.md. Languages are added in site.yaml."
    `);
  });
});

test("the release to be featured must be there", () => {
  const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
  expect(report({ "site.yaml": `${site}featured: 2017-01-27-training-center\n` })).toMatchInlineSnapshot(`
    "site.yaml:12:11
    There is no release “2017-01-27-training-center”.
    → Did you mean “2017-01-27-training-centre”?
      10 | press_office: press-office
      11 | releases_per_page: 3
    > 12 | featured: 2017-01-27-training-center
         |           ^
      13 |"
  `);
});

test("a font is one of Dateline's or a file of the office's own", () => {
  const site = readFileSync("tests/fixtures/minimal/site.yaml", "utf8");
  expect(report({ "site.yaml": `${site}theme: { fonts: { body: comic-sans } }\n` })).toMatchInlineSnapshot(`
    "site.yaml:12:25
    “theme, fonts, body” is “comic-sans”, which is neither a font of Dateline nor a .woff2, .ttf or .otf file beside site.yaml.
    → For all text: commissioner, archivo, noto-sans-arabic, or a font file beside site.yaml. Like this: body: commissioner
      10 | press_office: press-office
      11 | releases_per_page: 3
    > 12 | theme: { fonts: { body: comic-sans } }
         |                         ^
      13 |"
  `);
  expect(report({ "site.yaml": `${site}theme: { fonts: { body: own.woff2 } }\n` })).toMatchInlineSnapshot(`
    "site.yaml:12:25
    The file “own.woff2” is not there.
    → Put it beside site.yaml, or correct its name.
      10 | press_office: press-office
      11 | releases_per_page: 3
    > 12 | theme: { fonts: { body: own.woff2 } }
         |                         ^
      13 |"
  `);
});
