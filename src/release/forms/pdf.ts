import { readFileSync } from "node:fs";
import { extensionOf, type SourceFile } from "../../model/file.ts";
import { updatedMoment } from "../../model/moment.ts";
import type { CachedFiles } from "../../model/output-file.ts";
import type { Press } from "../../model/press.ts";
import type { PublicRelease } from "../../model/release.ts";
import { coloursOf, pathPrefix } from "../../model/site.ts";
import { outputFile } from "../../model/urls.ts";
import type * as build from "../../text/build.ts";
import { day } from "../../text/dates.ts";
import { isolated } from "../../text/isolate.ts";
import { message } from "../../text/messages.ts";
import { type Block, type TypesetOptions, typeset, typesetLanguage, type Words } from "../../text/writers/typeset.ts";
import type { Typesetter } from "../../typesetting/typesetter.ts";
import { type DocumentContext, datelineBlocks, documentWriters, toldPictures } from "../document.ts";
import { type Form, ofPictures, RELATED, type Writers, written } from "../form.ts";
import { type Section, sectionOf, type Telling, tellingOf } from "../sections.ts";

interface Context {
  readonly press: Press;
  readonly lang: string;
  readonly document: DocumentContext;
  readonly options: TypesetOptions;
}

/** A section for the template. */
interface Part {
  readonly is: Section["is"];
  readonly heading?: Words;
  /** Groups of blocks: a contact, an organisation, a picture with its caption. */
  readonly groups: readonly (readonly Block[])[];
  readonly figures?: readonly { readonly value: string; readonly label: string; readonly source: string | null }[];
}

/** Writes a section as all texts do, below its heading if it has one. */
function told(section: Section, { document, lang, options }: Context): { heading?: Words; blocks: readonly Block[] } {
  const tokens: build.Blocks = written(documentWriters, [section], document).flat();
  const blocks = typeset({ tokens, lang }, options);
  const [first, ...rest] = blocks;
  const isOwn = section.is !== "body" && first?.is === "heading" && first.level === 2;
  return isOwn ? { heading: first.words, blocks: rest } : { blocks };
}

const whole = (section: Section, context: Context): Part => {
  const { blocks, ...rest } = told(section, context);
  return { is: section.is, ...rest, groups: [blocks] };
};

/** Writes a section of things that each begin with a certain kind of block. */
const grouped =
  (first: Block["is"]) =>
  (section: Section, context: Context): Part => {
    const { blocks, ...rest } = told(section, context);
    const groups: Block[][] = [];
    for (const block of blocks) {
      if (block.is === first || groups.length === 0) groups.push([]);
      groups.at(-1)?.push(block);
    }
    return { is: section.is, ...rest, groups };
  };

const writers: Writers<Part, Context> = {
  notice: whole,
  translation: whole,
  making: whole,
  event: whole,
  picture: whole,
  body: whole,
  figures: (section, context) => ({
    ...whole(section, context),
    groups: [],
    figures: section.figures.map(({ value, label, source }) => ({
      value: isolated(value, context.lang),
      label: isolated(label.text, context.lang),
      source: source ? message(context.press.words, "figures.source", context.lang, { source: source.text }) : null,
    })),
  }),
  gallery: grouped("figure"),
  notes: whole,
  about: grouped("heading"),
  video: whole,
  documents: whole,
  contacts: grouped("heading"),
  partners: whole,
  topics: whole,
  changes: whole,
  coverage: whole,
  citation: whole,
};

export const pdfForm: Form = {
  name: "PDF",
  writers,
  omits: {
    ...ofPictures(["date", "place", "people"], "The picture's page and its files (IPTC) have it."),
    ...ofPictures(["file"], "The picture itself is in the PDF; nobody reads what its file is called."),
    related: RELATED,
  },
};

/** The sections before the contacts, which are on the first page, as in a printed release. */
const BEFORE_CONTACTS: readonly Section["is"][] = ["notice", "translation", "making", "event"];

/** Returns the sections of a telling in the order of its PDF. */
export function inPdfOrder(sections: readonly Section[]): readonly Section[] {
  const place = ({ is }: Section) => (BEFORE_CONTACTS.includes(is) ? 0 : is === "contacts" ? 1 : 2);
  return sections.toSorted((a, b) => place(a) - place(b));
}

/** The template of a release's PDF. */
export const PDF_TEMPLATE = "release.typ";

/** Returns the colours and the logo of an office's PDFs. */
export function lookOf({ site, files }: Press) {
  const logo = site.theme?.logo;
  return { ...coloursOf(site), logo: logo === undefined ? undefined : files.get(logo) };
}

/** Returns a release as a PDF; undefined if no font has its letters. */
export async function releasePdf(
  press: Press,
  release: PublicRelease,
  { typesetter, cache }: { readonly typesetter: Typesetter; readonly cache: CachedFiles },
): Promise<Uint8Array | undefined> {
  const telling = tellingOf(press, release);
  const { pictures, files } = await picturesFor(press, telling, cache);
  const { logo, ...colours } = lookOf(press);
  const mark = logoFile(logo);
  if (logo && mark !== undefined) files.set(mark, bytesOf(logo));
  const data = { ...documentOf(press, telling, pictures), look: { ...colours, logo: mark ?? null } };
  return typesetter.pdf(
    { what: `The PDF of ${release.file}`, without: "pdf: none", template: PDF_TEMPLATE, data, files },
    new Date(updatedMoment(release, press.site)),
  );
}

/** Returns the pictures of a release in the size for readers outside the site: their names for the template, and their bytes. */
async function picturesFor({ site }: Press, telling: Telling, cache: CachedFiles) {
  const pictures: Record<string, string> = {};
  const files = new Map<string, Uint8Array>();
  for (const { file, src } of toldPictures(telling)) {
    if (src === undefined || Object.hasOwn(pictures, file)) continue;
    const own = outputFile(site, src);
    const name = `/${files.size}.${extensionOf(own)}`;
    pictures[file] = name;
    files.set(name, await cache.read(own));
  }
  return { pictures, files };
}

/** Returns a logo for Typst, without words, because the font of a drawing is missing. */
function logoFile(logo: SourceFile | undefined): string | undefined {
  if (!logo || logo.drawing?.includes("<text")) return undefined;
  const extension = extensionOf(logo.file);
  return ["svg", "png", "jpg", "jpeg", "webp", "gif"].includes(extension) ? `/logo.${extension}` : undefined;
}

function bytesOf({ drawing, path }: SourceFile): Uint8Array {
  return drawing === undefined ? readFileSync(path) : Buffer.from(drawing);
}

/** Returns all data of a release for the template, except its look. */
function documentOf(press: Press, telling: Telling, pictures: Readonly<Record<string, string>>) {
  const { site, words } = press;
  const { lang, head, files, sections } = telling;
  const options = { prefix: pathPrefix(site), files, base: head.address, pictures };
  const context: Context = { press, lang, options, document: { press, lang, footnotes: 0 } };
  const kind = message(words, `type.${head.type}`, lang);
  const topics = sectionOf(telling, "topics")?.topics ?? [];
  const level = { last: 1 };
  return {
    ...typesetLanguage(lang, site.languages[lang]?.dir ?? "ltr"),
    title: head.title,
    heading: isolated(head.title, lang),
    subtitle: head.subtitle === undefined ? null : isolated(head.subtitle, lang),
    author: head.office.text,
    description: head.summary,
    keywords: topics.map(({ name }) => name.text),
    names: [head.parent, head.office].flatMap((name) => (name ? [name.text] : [])),
    kind,
    running: `${kind} · ${day(head.date, lang)}`,
    address: head.address,
    dateline: typeset({ tokens: datelineBlocks(press, telling), lang }, options),
    parts: written(writers, inPdfOrder(sections), context).map((part) => levelled(part, level)),
  };
}

/** Raises headings, so that none is more than one level below the one before it, as PDF/UA requires. */
function levelled(part: Part, level: { last: number }): Part {
  if (part.heading) level.last = 2;
  const deeper = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block) => {
      if (block.is === "heading") {
        level.last = Math.max(2, Math.min(block.level, level.last + 1));
        return { ...block, level: level.last };
      }
      if ("blocks" in block) return { ...block, blocks: deeper(block.blocks) };
      return block.is === "list" ? { ...block, items: block.items.map((item) => [...deeper(item)]) } : block;
    });
  return { ...part, groups: part.groups.map(deeper) };
}
