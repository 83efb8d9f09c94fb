import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleanDrawing } from "../../src/content/drawing.ts";
import { good, report } from "../support/content.ts";

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inner: string, more = "") =>
  `<svg ${XMLNS} xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90" viewBox="0 0 90 90" ${more}>${inner}</svg>`;
const SHAPE = '<rect width="50" height="50" fill="#c00"/>';

function cleaned(text: string | Buffer): string {
  const clean = cleanDrawing(Buffer.from(text));
  return clean.is === "read" ? clean.value : clean.problems.join();
}

describe("S2: a drawing that does more than be looked at is refused:", () => {
  const cases: Readonly<Record<string, string>> = {
    "a script": svg("<script>alert(1)</script>"),
    "a script of another prefix": svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    "a script in a namespace spelled by numbers": svg(
      '<s:script xmlns:s="http://www.w3.org/2000/sv&#103;">alert(1)</s:script>',
    ),
    "a script without a namespace where none is declared": '<svg width="9" height="9"><script>alert(1)</script></svg>',
    "a script inside what a program keeps for itself": svg("<metadata><script>alert(1)</script></metadata>"),
    "an address behind a remark": svg("<style>rect{fill:url/**/(https://evil.example/x)}</style>"),
    "XHTML inside": svg(
      '<metadata><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/></metadata>',
    ),
    foreignObject: svg("<foreignObject><p>Hello</p></foreignObject>"),
    "a handler": svg(SHAPE, 'onload="alert(1)"'),
    "a handler of a part": svg('<g onfocusin="alert(1)"/>'),
    "a link": svg(`<a href="https://evil.example/">${SHAPE}</a>`),
    "a link that is a script": svg(`<a xlink:href="java&#x0a;script:alert(1)">${SHAPE}</a>`),
    "an animation that sets an address": svg('<rect><set attributeName="href" to="javascript:alert(1)"/></rect>'),
    "an animation": svg('<rect><animate attributeName="x" values="1;2" dur="1s"/></rect>'),
    "a picture from elsewhere": svg('<image href="https://evil.example/x.png"/>'),
    "a picture from a file": svg('<image xlink:href="file:///etc/passwd"/>'),
    "a picture in data": svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "a picture in a filter": svg('<filter id="f"><feImage href="https://evil.example/x.png"/></filter>'),
    "a part of another document": svg('<use href="https://evil.example/x.svg#a"/>'),
    "a part of another file": svg('<use xlink:href="other.svg#a"/>'),
    "a gradient from elsewhere": svg('<linearGradient id="a" xlink:href="//evil.example/x.svg#a"/>'),
    "a fill from elsewhere": svg('<rect fill="url(https://evil.example/x.svg#a)"/>'),
    "a fill spelled by escapes": svg('<rect fill="u\\72l(https://evil.example/x)"/>'),
    "a fill with a fallback": svg('<rect fill="url(#a) url(//evil.example/x)"/>'),
    "a fill in data": svg('<rect style="fill:url(data:image/png;base64,AAAA)"/>'),
    "a style with image-set": svg('<rect style="mask:image-set(&quot;https://evil.example/x.png&quot; 1x)"/>'),
    "a style in capitals": svg('<rect style="FILL:URL(https://evil.example/x)"/>'),
    "a style spelled by numbers": svg('<rect style="fill:&#117;rl(https://evil.example/x)"/>'),
    "a style with a comment in it": svg('<rect style="fill:u/**/rl(https://evil.example/x)"/>'),
    "a style that ends its rule": svg('<rect style="fill:red}@import &quot;//evil.example/x.css&quot;;a{"/>'),
    "another style sheet": svg('<style>@import "//evil.example/x.css";</style>'),
    "another style sheet in CDATA": svg('<style><![CDATA[@import "//evil.example/x.css";]]></style>'),
    "another style sheet after a comment": svg("<style>/* &lt; */@import/**/url(//evil.example/x.css);</style>"),
    "a font from elsewhere": svg("<style>@font-face{font-family:a;src:url(//evil.example/x.woff2)}</style>"),
    "a sheet that loads in a rule for screens": svg("<style>@media screen{rect{fill:url(//evil.example/x#a)}}</style>"),
    "a style sheet by an instruction": `<?xml-stylesheet href="//evil.example/x.css"?>${svg(SHAPE)}`,
    "declarations of its own": `<!DOCTYPE svg [<!ENTITY x "http://www.w3.org/1999/xhtml">]>${svg(SHAPE)}`,
    "a default attribute": `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg(SHAPE)}`,
  };
  test.each(Object.entries(cases))("%s", (_, drawing) => {
    expect(cleaned(drawing)).toBe("active");
  });
});

describe("S2: a drawing that cannot be read for certain is refused:", () => {
  const latin = Buffer.from(
    '<?xml version="1.0" encoding="iso-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"><title>Caf\xe9</title></svg>',
    "latin1",
  );
  const cases: Readonly<Record<string, readonly [string | Buffer, string]>> = {
    "in ISO-2022-JP, with a script split by its marks": [
      `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg("<\x1b(Bscript>alert(1)</\x1b(Bscript>")}`,
      "encoding",
    ],
    "in UTF-7": [`<?xml version="1.0" encoding="UTF-7"?>${svg("+ADw-script+AD4-")}`, "encoding"],
    "in UTF-16": [Buffer.from(`\ufeff${svg(SHAPE)}`, "utf16le"), "encoding"],
    "in Latin-1 with an accent": [latin, "encoding"],
    "in EBCDIC": [`<?xml version="1.0" encoding="IBM037"?>${svg(SHAPE)}`, "encoding"],
    "with a style sheet that nobody can read": [svg('<style>@\\69mport "//evil.example/x.css";</style>'), "unreadable"],
    "not closed": [`<svg ${XMLNS}><g>`, "unreadable"],
    "with a prefix of nobody": [svg("<x:script/>"), "unreadable"],
    "with an entity of nobody": [svg("<title>&x;</title>"), "unreadable"],
    "with a character that XML does not have": [svg("<title>\x1b</title>"), "unreadable"],
    "an HTML page": ["<!doctype html><html><body><script>alert(1)</script></body></html>", "unreadable"],
    "a text": ["Just words.", "unreadable"],
    nothing: [" ", "unreadable"],
    "a part that repeats itself": [svg('<g id="a"><use href="#a"/></g>'), "unreadable"],
    "parts that repeat each other beyond counting": [
      svg(
        Array.from({ length: 20 }, (_, n) => `<g id="p${n}">${`<use href="#p${n + 1}"/>`.repeat(9)}</g>`).join("") +
          `<g id="p20">${SHAPE}</g>`,
      ),
      "unreadable",
    ],
    "of 50,000 boxes that a program keeps for itself in each other": [
      svg(`<x:g xmlns:x="urn:x">${"<x:g>".repeat(50_000)}${"</x:g>".repeat(50_000)}</x:g>`),
      "unreadable",
    ],
    "of 50,000 boxes in each other": [svg("<g>".repeat(50_000) + "</g>".repeat(50_000)), "unreadable"],
  };
  test.each(Object.entries(cases))("%s", (_, [drawing, fault]) => {
    expect(cleaned(drawing)).toBe(fault);
  });
});

describe("S2: of other drawings is published what can be seen,", () => {
  test("not what programs keep in them", () => {
    const inkscape = `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" inkscape:version="1.3" sodipodi:docname="/home/jane/logo.svg"
  width="90" height="90" data-name="Layer 1" xml:space="preserve">
  <svg:metadata><rdf:RDF/></svg:metadata>
  <sodipodi:namedview pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
  <svg:defs><svg:linearGradient id="a"><svg:stop offset="0" style="stop-color:#c00;-inkscape-stroke:none"/></svg:linearGradient>
  <svg:linearGradient id="b" xlink:href="#a" href="#a"/></svg:defs>
  <svg:title>A &amp; B</svg:title>
  <svg:flowRoot/>
  <svg:rect inkscape:label="Ground" style="fill:url(#b);font-family:'Noto Sans';" width="50" height="50"/>
</svg:svg>`;
    expect(cleaned(inkscape)).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" xml:space="preserve"><defs><linearGradient id="a"><stop offset="0" style="stop-color:#c00;"/></linearGradient><linearGradient id="b" href="#a"/></defs><title>A &amp; B</title><rect style="fill:url(#b);font-family:'Noto Sans';" width="50" height="50"/></svg>
      "
    `);
  });

  test("with a style sheet of plain rules", () => {
    const sheet = `<style type="text/css"><![CDATA[
      /* by a program */ @charset "UTF-8";
      .st0, g > rect:first-child{fill:#C00;color:RGB(1,2,3)!important; behavior:url(#x); animation:spin 1s}
      @media (prefers-color-scheme: dark){.st0{fill:#fff}}
      @keyframes spin{to{transform:rotate(1turn)}}
      .st1{clip-path:url('#clip');}
    ]]></style><style type="text/xsl">x</style>`;
    expect(cleaned(svg(sheet))).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 90 90"><style type="text/css">.st0, g &gt; rect:first-child{fill:#C00;color:RGB(1,2,3)!important;}@media (prefers-color-scheme: dark){.st0{fill:#fff;}}.st1{clip-path:url('#clip');}</style><style type="text/xsl"/></svg>
      "
    `);
  });

  test("also where the encoding named is another that writes these letters the same", () => {
    expect(cleaned(`<?xml version="1.0" encoding="iso-8859-1"?>${svg(SHAPE)}`)).toContain("<rect");
  });

  test("and it looks the same", async () => {
    const drawings = {
      mark: readFileSync("assets/icons/mark.svg"),
      logo: readFileSync("tests/fixtures/showcase/logo.svg"),
      water: readFileSync("tests/fixtures/showcase/partners/highland-water-fund.svg"),
      rivers: readFileSync("tests/fixtures/showcase/partners/rivers-partnership.svg"),
      illustrator: Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0 --><svg version="1.1" id="Layer_1" ${XMLNS} xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px"
 viewBox="0 0 90 90" style="enable-background:new 0 0 90 90;" xml:space="preserve"><style type="text/css">.st0{clip-path:url(#SVGID_2_);}
 .st1{fill:url(#SVGID_3_);stroke:#000;stroke-width:2;stroke-miterlimit:10;}.st2{opacity:.6;mix-blend-mode:multiply;}</style>
<g><defs><circle id="SVGID_1_" cx="45" cy="45" r="40"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath>
<g class="st0"><linearGradient id="SVGID_3_" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="90" y2="90" gradientTransform="matrix(1 0 0 -1 0 90)">
<stop offset="0" style="stop-color:#0468B1"/><stop offset="1" style="stop-color:#FFDD00;stop-opacity:.5"/></linearGradient>
<rect class="st1" width="90" height="90"/><path class="st2" d="M10,10 C20,80 70,80 80,10z"/></g></g>
<symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol><use xlink:href="#s" x="30" y="30" width="20" height="20" fill="#c00"/>
<mask id="m" maskUnits="userSpaceOnUse"><rect width="90" height="45" fill="#fff"/></mask><g mask="url(&quot;#m&quot;)" filter="url(#f)"><rect x="60" y="10" width="20" height="70"/></g>
<filter id="f"><feGaussianBlur stdDeviation="2"/></filter></svg>`),
    };
    for (const [name, bytes] of Object.entries(drawings)) {
      const pixels = (drawing: Buffer) => sharp(drawing).resize(200).ensureAlpha().raw().toBuffer();
      const clean = cleaned(bytes);
      expect((await pixels(Buffer.from(clean))).equals(await pixels(bytes)), name).toBe(true);
      expect(cleaned(clean), name).toBe(clean);
    }
  });

  test("under the name and with the size of what is published", () => {
    const { files } = good({
      "partners/donor.yaml": "name: Donor\nlogo: donor.svg\n",
      "partners/donor.svg": `<!-- by Jane -->${svg(SHAPE)}`,
    });
    const file = files.get("partners/donor.svg");
    expect(file?.drawing).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 90 90"><rect width="50" height="50" fill="#c00"/></svg>\n',
    );
    expect(file?.size).toBe(file?.drawing?.length);
  });
});

describe("a drawing is explained that is", () => {
  const reportOf = (drawing: string | Buffer) =>
    report({ "partners/donor.yaml": "name: Donor\nlogo: donor.svg\n", "partners/donor.svg": drawing });

  test("in another encoding", () => {
    expect(reportOf(`<?xml version="1.0" encoding="ISO-2022-JP"?>${svg(SHAPE)}`)).toMatchInlineSnapshot(`
      "partners/donor.yaml:2:7
      The drawing “donor.svg” is not saved as UTF-8, so what it says cannot be told for certain.
      → Open it in a drawing program and save it as plain SVG, or as PNG.
        1 | name: Donor
      > 2 | logo: donor.svg
          |       ^
        3 |"
    `);
  });

  test("damaged", () => {
    expect(reportOf(`<svg ${XMLNS}>`)).toContain(
      "The drawing “donor.svg” is damaged, or is no drawing, whatever its name says.",
    );
  });

  test("without a size, or too large", () => {
    expect(reportOf(`<svg ${XMLNS}>${SHAPE}</svg>`)).toContain("does not say how large it is");
    expect(reportOf(svg(SHAPE.repeat(30_000)))).toContain("has 1.3 MB, and each page would load it");
    expect(reportOf(`<svg ${XMLNS} width="99999" height="99999"/>`)).toContain("has 10000 megapixels");
  });

  test("called a photograph", () => {
    const files = { "partners/donor.yaml": "name: Donor\nlogo: donor.png\n", "partners/donor.png": svg(SHAPE) };
    expect(report(files)).toContain("The file “donor.png” is no picture, whatever its name says.");
  });
});
