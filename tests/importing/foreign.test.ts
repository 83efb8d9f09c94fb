import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../src/model/dateline-error.ts";
import { read } from "./reading.ts";

const STORY = "The centre was opened this week after two years of work by many hands, the ministry said on Monday.";
const bytes = (text: string) => Buffer.from(text, "latin1");
/** The beginning of a file of older Office programs with a part of this name. */
const compound = (part: string) =>
  Buffer.concat([bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Buffer.from(part, "utf16le")]);

describe("I1: what is no text is refused by name, with what to do instead:", () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    [
      "an export of WordPress",
      "a.xml",
      '<?xml version="1.0"?>\n<!-- by WordPress -->\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>',
      /WordPress.*import the folder/,
    ],
    ["a feed", "a.txt", "<?xml version='1.0'?><rss version='2.0'><channel/></rss>", /feed/],
    ["an Atom feed that calls itself Markdown", "a.md", "<feed xmlns='http://www.w3.org/2005/Atom'/>", /feed/],
    ["JSON", "a.json", '{"title": "A", "body": "b"}', /JSON/],
    ["a list of JSON from a pipe", "-", '[{"a": 1}, {"a": 2}]', /JSON/],
    ["lines of JSON", "-", '{"a": 1}\n{"a": 2}\n', /JSON/],
    ["XML", "a.xml", "<?xml version='1.0'?><book><title>A</title></book>", /XML/],
    [
      "a mailbox",
      "a.mbox",
      "From a@example.org Fri Oct  2 09:30:00 2026\nSubject: A\nFrom: a@example.org\n\nText\n",
      /mailbox.*\.eml/,
    ],
    [
      "a database",
      "a.txt",
      "-- MySQL dump 10.13\n\nDROP TABLE x;\nCREATE TABLE `wp_posts` (\n `ID` bigint);\nINSERT INTO x VALUES (1);",
      /database/,
    ],
    ["a link that was saved", "a.url", "[InternetShortcut]\nURL=https://example.org/\n", /link to a page/],
    ["a table without its ending", "a.txt", 'id,title,body\n1,"A","b"\n2,"C","d"\n', /table of data/],
    ["a table of a spreadsheet", "-", "id\ttitle\tbody\n1\tA\tb\n", /table of data/],
    ["Rich Text", "a.txt", "{\\rtf1\\ansi text}", /Rich Text.*\.docx/],
    ["LaTeX", "a.txt", "% A paper\n\\documentclass{article}\n\\begin{document}", /LaTeX/],
    ["a calendar", "a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR", /calendar/],
    ["a business card", "a.vcf", "BEGIN:VCARD\nEND:VCARD", /contacts\//],
    ["a table of data", "a.csv", "a,b\n1,2\n", /data/],
    ["a PDF behind other bytes", "a.txt", bytes("\r\n\r\n%PDF-1.7 …"), /PDF/],
    ["a JPEG", "a.docx", bytes("\xff\xd8\xff\xe0 JFIF"), /picture/],
    ["a photograph of a phone", "a.heic", bytes("\0\0\0\x18ftypheic\0\0\0\0"), /picture/],
    ["an SVG", "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", /picture/],
    ["a film", "a.mp4", bytes("\0\0\0\x18ftypisom\0\0\0\0"), /film/],
    ["a recording", "a.mp3", bytes("ID3\x03\0\0\0"), /sound/],
    ["an archive", "a.7z", bytes("7z\xbc\xaf\x27\x1c"), /Unpack/],
    ["an old Word document", "a.txt", compound("WordDocument"), /old Word.*\.docx/],
    ["an old Excel workbook", "a.doc", compound("Workbook"), /Excel/],
    ["an email of Outlook", "a.msg", compound("__substg1.0_0037"), /Outlook/],
    ["a document with a password", "a.docx", compound("EncryptedPackage"), /password/],
    [
      "an OpenDocument",
      "a.odt",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<x/>") }),
      /OpenDocument text.*\.docx/,
    ],
    [
      "a Pages document",
      "a.pages",
      zipSync({ "Index/Document.iwa": strToU8("x"), "preview.jpg": strToU8("x") }),
      /Pages.*\.docx/,
    ],
    ["an e-book", "a.epub", zipSync({ "META-INF/container.xml": strToU8("<x/>") }), /e-book/],
  ])("%s", async (_, name, source, sentence) => {
    const failed: unknown = await read(source, name).catch((error) => error);
    expect(failed).toBeInstanceOf(DatelineError);
    expect((failed as DatelineError).sentence).toMatch(sentence);
  });
});

describe("I1: what is a text is read, whatever its name says:", () => {
  test.each<[string, string, string, string]>([
    [
      "HTML saved as .doc",
      "a.doc",
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>A new centre</p><p class=MsoNormal>${STORY}<o:p></o:p></p></body></html>`,
      STORY,
    ],
    [
      "XHTML behind a mark of XML",
      "a.xml",
      `<?xml version="1.0"?><!DOCTYPE html><html><body><h1>A new centre</h1><p>${STORY}</p></body></html>`,
      STORY,
    ],
    ["a piece of HTML from a pipe", "-", `<h1>A new centre</h1><p>${STORY}</p>`, STORY],
    [
      "plain text with paragraphs of HTML",
      "a.txt",
      `A new centre\n\n<p>${STORY}</p>\n<p>It is <b>new</b>.</p>`,
      `${STORY}\n\nIt is **new**.`,
    ],
    ["Markdown in a text file", "a.txt", `# A new centre\n\n${STORY}`, STORY],
    ["a text below fields of JSON", "a.md", `{ "title": "A new centre" }\n\n${STORY}`, STORY],
  ])("%s", async (_, name, source, body) => {
    const release = await read(source, name);
    expect(release.body).toBe(body);
    if (release.title) expect(release.title).toBe("A new centre");
  });
});

describe("I1: an email", () => {
  const eml = (head: string, parts: readonly string[]) =>
    `From: Press <press@example.org>\nTo: news@example.net\n${head}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
  const html = (body: string) => `Content-Type: text/html; charset=utf-8\n\n<html><body>${body}</body></html>`;
  const pdf =
    "Content-Type: application/pdf\nContent-Disposition: attachment; filename=report.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjc=";

  test("has its subject as title, its day, its text, and its documents beside the release", async () => {
    const release = await read(
      eml(
        "Subject: =?utf-8?Q?Fwd:_Press_release:_A_new_centre_=E2=80=93_open?=\nDate: Fri, 02 Oct 2026 23:30:00 +0300",
        [html(`<p>${STORY}</p>`), pdf],
      ),
      "a.eml",
    );
    expect(release).toMatchObject({ format: "email", title: "A new centre – open", date: "2026-10-02", body: STORY });
    expect(release.text).toContain("documents:\n  - file: report.pdf\n    title: report");
    expect(release.attachments.map(({ name }) => name)).toEqual(["report.pdf"]);
  });

  test("is read from the part that says more", async () => {
    const plain = `Content-Type: text/plain; charset=utf-8\n\n${STORY}\n\n“We waited for ten years,” said Anna Kavalenka.`;
    const { body } = await read(
      eml("Subject: A new centre", [html("<p>See the text.</p>"), plain]).replace(
        "multipart/mixed",
        "multipart/alternative",
      ),
      "a.eml",
    );
    expect(body).toContain(STORY);
    expect(body).toContain("— said **Anna Kavalenka**");
  });

  test("with nothing but an attachment says which", async () => {
    await expect(read(eml("Subject: A", [pdf]), "a.eml")).rejects.toThrow(/no text of its own, only report\.pdf/);
  });

  test("that is a saved web page is one", async () => {
    const page = `From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: A\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b"\n\n--b\n${html(`<article><h1>A new centre</h1><p>${STORY}</p><p>${STORY}</p></article>`)}\n--b--\n`;
    expect(await read(page, "a.mht")).toMatchObject({ title: "A new centre", body: `${STORY}\n\n${STORY}` });
  });
});

describe("I1: a mail that was sent on is the release that it holds:", () => {
  const head = "From: a@example.org\nSubject: FW: see below\nDate: Fri, 2 Oct 2026 09:30:00 +0300\nMIME-Version: 1.0\n";
  const SENT = "SMARHON, 1 October 2026 – The centre was opened this week after two years of work by many hands.";
  const plain = "Content-Type: text/plain; charset=utf-8\n\n";
  const released = { date: "2026-10-01", words: "The centre was opened this week" };

  test.each<[string, string]>([
    [
      "by Outlook",
      `Please publish.\n\n________________________________\nFrom: x@example.org\nSent: Thursday, 1 October 2026\nTo: a@example.org\nSubject: A new centre\n\n${SENT}\n`,
    ],
    [
      "by Outlook in German",
      `Bitte.\n\nVon: x@example.org\nGesendet: Donnerstag, 1. Oktober 2026\nAn: a@example.org\nBetreff: A new centre\n\n${SENT}\n`,
    ],
    [
      "by Thunderbird in French",
      `Bonjour,\n\n-------- Message transféré --------\nDe : x@example.org\nDate : 1 octobre 2026\nPour : a@example.org\nObjet : A new centre\n\n${SENT}\n`.replace(
        "Pour",
        "À",
      ),
    ],
    [
      "by mail.ru",
      `-------- Пересылаемое сообщение --------\nОт кого: x@example.org\nКому: a@example.org\nДата: 1 октября 2026\nТема: A new centre\n\n${SENT}\n`,
    ],
    [
      "twice",
      `Yes.\n\nFrom: b@example.org\nSent: Friday\nTo: a@example.org\nSubject: FW: A new centre\n\nAnd?\n\nFrom: x@example.org\nSent: Thursday\nTo: b@example.org\nSubject: A new centre\n\n${SENT}\n`,
    ],
  ])("%s", async (_, text) => {
    const { title, date, body } = await read(head + plain + text, "a.eml");
    expect([title, date, body]).toEqual(["A new centre", released.date, expect.stringMatching(`^${released.words}`)]);
  });

  test("as an attachment", async () => {
    const inner = `From: x@example.org\nSubject: A new centre\nDate: Thu, 1 Oct 2026 09:30:00 +0300\n${plain}${SENT}\n`;
    const parts = `Content-Type: multipart/mixed; boundary=b\n\n--b\n${plain}fyi\n\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
    const { title, body } = await read(head + parts, "a.eml");
    expect([title, body]).toEqual(["A new centre", expect.stringMatching(`^${released.words}`)]);
  });

  test("in an answer, without the marks of what was answered", async () => {
    const { body } = await read(
      `${head}${plain}Fine.\n\nOn Thu, 1 Oct 2026, X wrote:\n> ${SENT}\n>\n> More of it.\n\n-- \nA.`,
      "a.eml",
    );
    expect(body).toMatch(new RegExp(`^${released.words}`));
    expect(body).not.toMatch(/>|^\\?--/m);
    expect(body).toContain("More of it.");
  });
});

test("I1: quotation marks and dashes of Windows are what they are, in mails, saved pages and texts", async () => {
  const words =
    "The \x93centre\x94 \x96 the ministry\x92s \x96 was opened this week after two years of work by many hands.";
  const set = "The “centre” – the ministry’s – was opened this week";
  const page = `<html><head><meta charset="windows-1252"></head><body><h1>A new centre</h1><p>${words}</p></body></html>`;
  const part = (charset: string) =>
    `Content-Type: text/html; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n${page}`;
  const mht = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n${part("windows-1252")}\n--b--\n`;
  const all: readonly [string, string][] = [
    ["a.html", page],
    ["a.mht", mht],
    ["a.txt", `A new centre\n\n${words}\n`],
    ["a.eml", `Subject: A new centre\nMIME-Version: 1.0\n${part("iso-8859-1")}`],
  ];
  for (const [name, text] of all) {
    const { body } = await read(bytes(text), name, { lang: "en" });
    expect({ name, body }).toEqual({ name, body: expect.stringContaining(set) });
  }
});
