/** What to do with a file that is of no kind that can be imported. */
const WORD = "Open it in Word or LibreOffice and save it as .docx.";
const COPY = "Open it, copy its text into a text file or a Word document, and import that.";
const PICTURE =
  "This is a picture, not a text. Import the text of the release; the picture goes beside it, in the field “image”.";
const FILM =
  "This is a film, not a text. Put it on a site for videos, and name it in the field “video” of the release.";
const SOUND = "This is a sound recording, not a text. Write down what it says, and import that.";
const PACKED = "This is a packed folder. Unpack it, and import the folder.";
const PROGRAM = "This is a program or its data, not a text.";
const FOLDER =
  "Open the posts on the old site, save each as a web page (.html) into one folder, and import the folder.";

/** What files that are no text begin with, as hexadecimal digits, and what to do about each. */
const starts: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/^(?:..){0,1020}255044462d/, `This is a PDF. ${COPY}`],
  [/^7b5c727466/, `This is a Rich Text file (.rtf). ${WORD}`],
  [/^25215053/, `This is a PostScript file. ${COPY}`],
  [/^ff575043/, `This is a WordPerfect document. ${WORD}`],
  // JPEG, PNG, GIF, BMP, TIFF, Photoshop, WebP, icons, HEIC, AVIF.
  [/^(?:ffd8ff|89504e47|47494638|424d.{8}00000000|49492a00|4d4d002a|38425053|52494646.{8}57454250|00000100)/, PICTURE],
  [/^.{8}66747970(?:686569|68657663|6d696631|6d736631|617669[67]|61766973)/, PICTURE],
  // MP3, Ogg, FLAC, WAV, M4A; then MP4, MOV, Matroska, Flash, AVI.
  [/^(?:494433|4f676753|664c6143|52494646.{8}57415645|fff[b32]|.{8}667479704d3441)/, SOUND],
  [/^(?:.{8}66747970|1a45dfa3|464c5601|52494646.{8}41564920)/, FILM],
  // gzip, bzip2, xz, 7-Zip, RAR.
  [/^(?:1f8b|425a68|fd377a585a|377abcaf|52617221)/, PACKED],
  [/^(?:4d5a90|7f454c46|53514c69746520|4f54544f|774f46[46]|cafebabe)/, PROGRAM],
];

/** What the parts of a file of older Office programs are called, and what to do about it. */
const compound: readonly (readonly [part: string, sentence: string])[] = [
  [
    "EncryptedPackage",
    "This document is protected by a password. Open it, save it without the password, and import that.",
  ],
  ["__substg1.0_", "This is an email of Outlook (.msg). Open it in Outlook, save it as text or HTML, and import that."],
  ["WordDocument", `This is a document of an old Word (.doc). ${WORD}`],
  ["Workbook", "This is an Excel workbook, not a text."],
  ["PowerPoint Document", "This is a PowerPoint presentation, not a text."],
];

/** What texts that are made for machines begin with, after a mark of their XML and remarks, and what to do about each. */
const texts: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    /^From \S+.{0,40} \d{4}\n[\w-]+:/,
    "This is a mailbox with several emails (.mbox). Open it in an email program, save the one you want as .eml, and import that.",
  ],
  [
    /^<(?:rss|channel)[\s>][\s\S]*?(?:xmlns:wp=|wordpress\.org\/export)/i,
    `This is an export of WordPress (WXR), with many posts in one file. ${FOLDER}`,
  ],
  [/^<(?:rss|rdf:RDF|feed)[\s>]/i, `This is a feed, with many posts in one file. ${FOLDER}`],
  [/^<w:wordDocument|^<pkg:package/i, `This is a Word document saved as XML. ${WORD}`],
  [/^<office:document/i, `This is an OpenDocument text. ${WORD}`],
  [/^<svg[\s>]/i, PICTURE],
  [/^<(?!html[\s>])[\w:]+[^<>]*\sxmlns/i, `This is XML, which programs read. ${COPY}`],
  [
    /^(?:--[^\n]*\n|\/\*[\s\S]*?\*\/;?|\s|(?:SET|USE|BEGIN|DROP)\s[^;\n]*;)*(?:CREATE\s+(?:TABLE|DATABASE)|INSERT\s+INTO|COPY\s\S+\s\()/i,
    `This is the content of a database (.sql). ${FOLDER}`,
  ],
  [
    /^\[(?:InternetShortcut|Desktop Entry|\{[\dA-F-]{36}\}[^\]]*)\]/i,
    "This is a link to a page, not the page. Open it, save the page as .html, and import that.",
  ],
  [/^BEGIN:VCALENDAR/i, "This is an entry of a calendar (.ics), not a text."],
  [/^BEGIN:VCARD/i, "This is a business card (.vcf), not a text. Write it as a file in contacts/."],
  [/^(?:%[^\n]*\n|\s)*\\(?:documentclass|begin\{document\})/, `This is LaTeX. ${COPY}`],
];

/** The same by the ends of names, for files whose beginning says nothing. */
const ends: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    /\.(?:csv|tsv)$/i,
    "This is a table of data, not a text. It can be a document of a release: name it in the field “documents”.",
  ],
  [/\.(?:ya?ml|toml)$/i, "This is a file of fields without a text."],
  [
    /\.(?:rst|adoc|asciidoc|org|textile|wiki|mediawiki|creole|tex)$/i,
    `This is markup of another kind than Markdown. ${COPY}`,
  ],
  [/\.(?:css|scss|less|m?js|cjs|ts|php|py|rb|sh|map|lock)$/i, PROGRAM],
  [/\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg|ico)$/i, PICTURE],
];

/** Why bytes are no text that can be imported; undefined where they may be one. */
export function foreignBytes(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1100)).toString("hex");
  const start = starts.find(([pattern]) => pattern.test(head))?.[1];
  if (start !== undefined || !head.startsWith("d0cf11e0")) return start;
  const whole = Buffer.from(bytes);
  const part = compound.find(([name]) => whole.includes(Buffer.from(name, "utf16le")));
  return part?.[1] ?? `This is a document of an old Word or of another old program (.doc). ${WORD}`;
}

/** Why a text is not one that people read; undefined where it may be one. */
export function foreignText(name: string, text: string): string | undefined {
  const start = text.trimStart();
  const root = start.replace(
    /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE(?!\s+html)[^>[]*(?:\[[^\]]*\])?>|<\?[\s\S]*?\?>|\s+)+/i,
    "",
  );
  const kind =
    texts.find(([pattern]) => pattern.test(root))?.[1] ??
    texts.find(([pattern]) => pattern.test(start))?.[1] ??
    (root !== start && /^<\?xml/i.test(start) && !/^<(?:!doctype html|html[\s>])/i.test(root)
      ? `This is XML, which programs read. ${COPY}`
      : undefined);
  if (kind !== undefined) return kind;
  if (isTable(start)) return `This is a table of data, not a text. ${FOLDER}`;
  if (isJson(start)) return `This is JSON, which programs read. ${COPY}`;
  return foreignName(name);
}

/** Why a file of such a name is no text; undefined where it may be one. */
export function foreignName(name: string): string | undefined {
  return ends.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a text begins with the names of columns, and each line below has as many or more. */
function isTable(text: string): boolean {
  const [head = "", ...rows] = text.split("\n", 4).filter((line) => line.trim() !== "");
  return [",", ";", "\t"].some((mark) => {
    const names = head.split(mark);
    const areNames =
      names.length > 2 && names.every((name) => /^"?[\p{L}_][\p{L}\p{N}_.-]{0,30}"?$/u.test(name.trim()));
    return areNames && rows.length > 0 && rows.every((row) => row.split(mark).length >= names.length);
  });
}

function isJson(text: string): boolean {
  if (!/^(?:\{\s*["}]|\[\s*[[{"\d\]])/.test(text)) return false;
  const isLines = text
    .split("\n", 3)
    .filter((line) => line.trim() !== "")
    .every((line) => parses(line));
  return parses(text) || isLines || /[\]}]\s*$/.test(text);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the names inside a ZIP file that holds no Word document say that it is. */
const zips: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/^xl\//m, "This is an Excel workbook, not a text."],
  [/^ppt\//m, "This is a PowerPoint presentation, not a text."],
  [
    /^Index(?:\/Document\.iwa|\.zip)$/m,
    "This is a Pages document of Apple. Open it in Pages, export it as Word (.docx), and import that.",
  ],
  [/^Index\//m, "This is a document of Apple's Numbers or Keynote, not a text."],
  [/^META-INF\/container\.xml$/m, `This is an e-book. ${COPY}`],
];

/** Why a ZIP file that holds no Word document cannot be imported, by the names in it and by what an OpenDocument says of itself. */
export function foreignZip(names: readonly string[], mimetype: string): string {
  if (mimetype.includes("opendocument.text")) return `This is an OpenDocument text (.odt). ${WORD}`;
  if (mimetype.includes("opendocument")) return "This is an OpenDocument table or presentation, not a text.";
  const list = names.join("\n");
  return (
    zips.find(([pattern]) => pattern.test(list))?.[1] ??
    "This is a ZIP file without a Word document in it, whatever its name says. Unpack it, and import the folder."
  );
}
