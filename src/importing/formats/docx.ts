import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { foreignZip } from "../foreign.ts";
import type { Format, Incoming } from "../incoming.ts";
import { refusal } from "../refusals.ts";
import { markNumbers, withNumbers } from "./word-numbers.ts";

/** Bytes, unpacked: a few kilobytes of ZIP can claim to hold gigabytes. */
const LARGEST_PART = 16_000_000;
const LARGEST_WHOLE = 120_000_000;

/** Word's documents, read by mammoth: headings, lists, tables, links and pictures; fonts and colours mean nothing here. */
export const docx: Format = {
  name: "Word document",
  matches: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b,
  read: ({ bytes }) => readDocx(bytes),
};

async function readDocx(bytes: Uint8Array): Promise<Incoming> {
  const names: string[] = [];
  const parts = unpack(bytes, names);
  if (!parts["word/document.xml"]) throw foreignZip(names, latin(parts.mimetype));
  prepare(parts);
  const files = new Map<string, Uint8Array>();
  // Packed again from parts whose sizes are known, so that nothing unpacks into more than was counted.
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: [
          "strike => s",
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='caption'] => p:fresh > em:fresh",
          ...["Quote", "Intense Quote", "Quotations"].map(
            (name) => `p[style-name='${name}'] => blockquote:fresh > p:fresh`,
          ),
        ],
        convertImage: mammoth.images.imgElement(async (image) => {
          const kind = /^image\/(jpeg|png|gif|webp|tiff)$/.exec(image.contentType)?.[1];
          const name = `picture-${files.size + 1}.${kind === "jpeg" ? "jpg" : (kind ?? "bin")}`;
          files.set(name, await image.readAsBuffer());
          return { src: name };
        }),
      },
    );
    const lost = messages.filter(({ message }) => /unrecogni[sz]ed element/i.test(message));
    return {
      fields: coreFields(parts["docProps/core.xml"]),
      html: withNumbers(value),
      files,
      look: lost.map(({ message }) => ({ about: "Something in the document could not be read.", words: message })),
    };
  } catch {
    throw refusal("damaged document");
  }
}

/** The parts of a document that hold words. */
const WORDS = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;

/** Makes of what mammoth does not read what it reads: fields, hidden words, the numbers of lists. */
function prepare(parts: Record<string, Uint8Array>): void {
  const numbering = strFromU8(parts["word/numbering.xml"] ?? new Uint8Array());
  for (const [name, bytes] of Object.entries(parts)) {
    if (!WORDS.test(name)) continue;
    const xml = strFromU8(bytes)
      .replace(/<\/?w:fldSimple(?:\s[^<>]*)?>/g, "")
      .replace(/<w:(?:vanish|dstrike)(?=[\s/>])/g, "<w:strike");
    parts[name] = strToU8(name === "word/document.xml" ? markNumbers(xml, numbering) : xml);
  }
}

function unpack(bytes: Uint8Array, names: string[]): Record<string, Uint8Array> {
  let whole = 0;
  let isTooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        const isWanted = /\.(?:xml|rels|jpe?g|png|gif|webp|tiff?)$/i.test(name) || name === "mimetype";
        if (!isWanted) return false;
        whole += originalSize;
        if (originalSize > LARGEST_PART || whole > LARGEST_WHOLE) isTooLarge = true;
        return !isTooLarge;
      },
    });
    if (!isTooLarge) return parts;
  } catch {
    throw refusal("damaged package");
  }
  throw refusal("bomb");
}

/** The document's own properties are often those of the template it was made from: only its language is taken. */
function coreFields(core: Uint8Array | undefined): Record<string, unknown> {
  const lang = /<dc:language>([a-z]{2})/.exec(latin(core))?.[1];
  return lang ? { lang } : {};
}

const latin = (part: Uint8Array = new Uint8Array()) => Buffer.from(part).toString("latin1");
