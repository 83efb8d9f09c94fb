import { inflateSync } from "node:zlib";
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";

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
  /** Words, and what else is painted, that are neither in the structure nor marked as decoration. */
  readonly untagged: readonly string[];
  readonly links: readonly string[];
  /** Addresses of links that do not say to those who hear the PDF where they lead. */
  readonly silentLinks: readonly string[];
  /** Whether a window shows the title, not the name of the file. */
  readonly showsTitle: boolean;
  /** Fonts of which the PDF has no file. */
  readonly missingFonts: readonly string[];
}

/** What pdf.js calls that which leaves marks on a page, besides words. */
const PAINTS = /^(?:paint(?:Image|Inline|Solid)|(?:eo)?Fill|fill|stroke|close.*Stroke|shadingFill)/;

type Leaf = { readonly type: string; readonly id: string };
type Branch = {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (Branch | Leaf)[];
};

// Node 20 lacks what pdf.js hands pictures on with.
if (!("transferToFixedLength" in ArrayBuffer.prototype))
  Object.assign(ArrayBuffer.prototype, {
    transferToFixedLength(this: ArrayBuffer) {
      return this.slice(0);
    },
  });

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { info, metadata } = await document.getMetadata();
  const elements: Tagged[] = [];
  const untagged: string[] = [];
  const links: string[] = [];
  const silentLinks: string[] = [];
  const { OPS } = await getResolvedPDFJS();
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
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
    const { fnArray, argsArray } = await page.getOperatorList();
    const inside: boolean[] = [];
    for (const [index, code] of fnArray.entries()) {
      const args = (argsArray[index] ?? []) as readonly unknown[];
      const name = names.get(code) ?? "";
      if (name === "endMarkedContent") inside.pop();
      else if (name === "beginMarkedContent") inside.push((args[0] as { name?: string }).name === "Artifact");
      else if (name === "beginMarkedContentProps") inside.push(args[0] === "Artifact" || args[1] !== null);
      else {
        const painted = name === "constructPath" ? (names.get(args[0] as number) ?? "") : name;
        if (PAINTS.test(painted) && !inside.includes(true)) untagged.push(painted);
      }
    }
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
    for (const { url, contentsObj } of await page.getAnnotations()) {
      if (!url) continue;
      links.push(url);
      if (!contentsObj?.str) silentLinks.push(url);
    }
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
    silentLinks,
    showsTitle:
      ((await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
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
