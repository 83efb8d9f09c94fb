import { inflateSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";

/** An element of a PDF's structure, with the words in it. */
interface Tagged {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly text: string;
  readonly inside: readonly Tagged[];
}

/** What programs that read aloud find in a PDF, read by pdf.js. */
export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly metadata: string;
  readonly isTagged: boolean;
  readonly pages: number;
  /** All elements in reading order. */
  readonly elements: readonly Tagged[];
  /** The words of the structure, in reading order. */
  readonly text: string;
  /** Those of its first page. */
  readonly firstPage: string;
  /** Words that are neither in the structure nor marked as decoration. */
  readonly untagged: readonly string[];
  readonly links: readonly string[];
  /** Fonts of which the PDF has no file. */
  readonly missingFonts: readonly string[];
}

type Leaf = { readonly type: string; readonly id: string };
type Branch = {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (Branch | Leaf)[];
};

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await document.getMetadata();
  const elements: Tagged[] = [];
  const untagged: string[] = [];
  const links: string[] = [];
  let text = "";
  let firstPage = "";
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const words = new Map<string, string>();
    const open: (string | null)[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!("str" in item)) {
        if (item.type === "endMarkedContent") open.pop();
        else open.push("tag" in item && item.tag === "Artifact" ? "" : (item.id ?? null));
        continue;
      }
      const id = open.find((each) => each !== null);
      if (id === undefined || id === null) untagged.push(item.str);
      else words.set(id, (words.get(id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
    untagged.splice(0, untagged.length, ...untagged.filter((each) => each.trim() !== ""));
    const visit = (node: Branch | Leaf): Tagged[] => {
      if (!("role" in node)) return [];
      const inside = node.children.flatMap(visit);
      const own = wordsOf(node, words);
      return [
        {
          role: node.role,
          ...(node.alt ? { alt: node.alt } : {}),
          ...(node.lang ? { lang: node.lang } : {}),
          text: own,
          inside,
        },
      ];
    };
    const tree = (await page.getStructTree()) as Branch | null;
    for (const child of tree?.children ?? []) elements.push(...visit(child).flatMap(flat));
    if (tree) text += `${wordsOf(tree, words)}\n`;
    if (number === 1) firstPage = text;
    for (const { url } of await page.getAnnotations()) if (url) links.push(url);
  }
  return {
    info: info as Record<string, unknown>,
    metadata: String((metadata as { getRaw?: () => string } | null)?.getRaw?.() ?? ""),
    isTagged: Boolean((await document.getMarkInfo())?.Marked),
    pages: document.numPages,
    elements,
    text,
    firstPage,
    untagged,
    links,
    missingFonts: fontsWithoutFile(bytes),
  };
}

const INLINE = new Set(["Span", "Link", "Strong", "Em", "Lbl", "Sub", "Sup", "Reference"]);

function wordsOf(node: Branch | Leaf, words: ReadonlyMap<string, string>): string {
  if (!("role" in node)) return words.get(node.id) ?? "";
  const text = node.children.map((child) => wordsOf(child, words)).join("");
  return INLINE.has(node.role) ? text : `${text}\n`;
}

function flat(element: Tagged): Tagged[] {
  return [element, ...element.inside.flatMap(flat)];
}

/** The font descriptors of a PDF, which stand in its compressed objects, that name no file. */
function fontsWithoutFile(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes);
  const source = raw.toString("latin1");
  const streams = [...source.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(raw.subarray(index + length)).toString("latin1");
    } catch {
      return "";
    }
  });
  return [source, ...streams]
    .flatMap((part) => part.split(/(?=\/Type\s*\/FontDescriptor)/).slice(1))
    .map((part) => part.slice(0, 600))
    .filter((part) => !/\/FontFile[23]?\s/.test(part));
}
