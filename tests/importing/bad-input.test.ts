import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../src/model/dateline-error.ts";
import { read } from "./reading.ts";

/** The same numbers on every machine. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}

/** A ZIP whose one part says that it is small and unpacks into very much. */
function bomb(claimed?: number): Uint8Array {
  const packed = zipSync({
    "word/document.xml": new Uint8Array(40_000_000),
    "[Content_Types].xml": strToU8("<Types/>"),
  });
  if (claimed !== undefined) {
    const view = new DataView(packed.buffer, packed.byteOffset);
    for (let at = 0; at < packed.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000)
        view.setUint32(at + 24, claimed, true);
    }
  }
  return packed;
}

const ZIP = zipSync({ "a.txt": strToU8("hello") });

describe("a file that cannot be a release is refused in a sentence:", () => {
  test.each<[string, string, Uint8Array, string]>([
    ["nothing", "a.txt", new Uint8Array(), "empty"],
    ["blanks", "a.txt", strToU8(" \n\n "), "no words"],
    ["random bytes", "a.txt", noise(4000), "no text"],
    ["random bytes that call themselves a page", "a.html", noise(4000), "no text"],
    ["50 MB on one line", "a.txt", new Uint8Array(50_000_000).fill(97), "too large"],
    ["a ZIP named .docx", "a.docx", ZIP, "without a Word document"],
    ["a truncated ZIP", "a.docx", ZIP.slice(0, 40), "damaged"],
    ["random bytes that begin like a ZIP", "a.docx", Uint8Array.from([0x50, 0x4b, 3, 4, ...noise(500)]), "damaged"],
    ["a ZIP bomb", "a.docx", bomb(), "far more than any release"],
    ["a ZIP bomb that lies about its size", "a.docx", bomb(1000), "damaged"],
    ["a document of nothing", "a.docx", zipSync({ "word/document.xml": strToU8("<w:document/>") }), "damaged"],
    ["a PDF", "a.pdf", strToU8("%PDF-1.7 …"), "PDF"],
    ["an old Word document", "a.doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...noise(100)]), "old Word"],
    [
      "a page that needs scripts",
      "a.html",
      strToU8("<!doctype html><html><body><div id=app></div><script>go()</script></body></html>"),
      "no words",
    ],
    ["a spreadsheet", "a.xlsx", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "Excel"],
    ["raw deflate", "a.txt", deflateRawSync(noise(3000)), "no text"],
  ])("%s", async (_, name, bytes, words) => {
    const failed = await read(bytes, name).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(DatelineError);
    expect((failed as DatelineError).sentence).toContain(words);
  });
});

test.each([
  ["one letter", "a"],
  ["brackets", "<"],
  ["quotation marks", "“"],
  ["at signs", "a@"],
  ["blanks and a letter", `${" ".repeat(999)}a`],
  ["braces", "{{< "],
])("20,000 signs, all %s, take no age, and are a draft or refused", async (_, part) => {
  const text = `A title\n\n${part.repeat(Math.floor(20_000 / part.length))}\n`;
  const outcome = await read(text, part === "<" ? "a.html" : "a.md").then(
    ({ missing }) => missing.length,
    (error: unknown) => error,
  );
  if (typeof outcome !== "number") expect(outcome).toBeInstanceOf(DatelineError);
});

test.each([
  ["comments before a text", "a.txt", `${"<!-- a --> ".repeat(60)}\n\nThe centre opened today.\n`],
  [
    "letters and hyphens beside a day",
    "a.md",
    `A title\n\nThe centre opened today.\n\n${"A-".repeat(35)}9, 6 March 2023\n`,
  ],
  ["marks of Pandoc that do not end", "a.md", `A title\n\nThe centre {#a${"#=".repeat(60)} opened today.\n`],
])("S3: %s do not take twice the time with each repetition", { timeout: 20_000 }, async (_, name, text) => {
  expect((await read(text, name)).text).toContain("opened today.");
});

test("front matter that never ends, unclosed tags and deep nesting are read as far as they go", async () => {
  expect((await read("---\ntitle: A\n\nThe text of it.", "a.md")).text).toContain("The text of it.");
  expect((await read("<p>The <b>text <i>of it", "a.html")).text).toContain("The");
  expect((await read(`---\ntitle: A\n---\n\n${"> ".repeat(50)}deep\n`, "a.md")).text).toContain("deep");
});
