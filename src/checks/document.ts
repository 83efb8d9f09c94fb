import type { Token } from "markdown-it";
import { type Divided, divide } from "../content/front-matter.ts";
import { readSource } from "../content/source.ts";
import { placeOf } from "../content/yaml.ts";
import type { Allowed } from "../model/allow.ts";
import type { Content, StandingPage } from "../model/content.ts";
import { andThen } from "../model/problem.ts";
import { NO_DAY, type Release } from "../model/release.ts";
import type { Contact } from "../model/terms.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type Link, type Marked, readMarkdown, withoutAddresses } from "./markup.ts";

/** Where a fault is: so many characters from an offset into the text of the document's file. */
export interface Spot {
  readonly offset: number;
  readonly length: number;
}

export type PassageKind = "title" | "subtitle" | "summary" | "label" | "notes" | Block["kind"];

/** Some words of a document in one language: a field, or a block of its text. */
export interface Passage {
  readonly kind: PassageKind;
  readonly lang: string;
  /** The words, markup blanked out (`markup.ts`): each letter stands where it stands in `source`. */
  readonly text: string;
  /** What readers see of it, marks that were not obeyed included, and no code: each letter stands where it stands in `source`. */
  readonly seen: string;
  readonly source: string;
  /** The field it is, or where it begins in the text of the file. */
  readonly from: readonly PropertyKey[] | number;
}

/** A field that readers read, or the text of the file, whole. */
export interface Text extends Pick<Passage, "lang" | "source" | "from"> {
  readonly isMarkdown: boolean;
  /** What readers see of it: each letter stands where it stands in `source`, marks that were obeyed are blanked out. */
  readonly seen: string;
  readonly tokens: readonly Token[];
  readonly unused: Marked["unused"];
}

/** A release, standing page or contact, prepared once for all rules. */
export class Document {
  readonly file: string;
  readonly lang: string;
  /** The whole file, with \n line ends: what offsets count in. */
  readonly text: string;
  readonly part: Divided;
  readonly allow: readonly Allowed[];
  readonly release?: Release;
  /** The day of the dateline; a draft may have none yet. */
  readonly date?: string;
  readonly contact?: Contact;
  readonly body: string;
  readonly bodyStart: number;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly links: readonly Link[];
  /** All that readers read, text by text, with what they see of it. */
  readonly texts: readonly Text[];
  #words: ReadonlySet<string> | undefined;

  constructor(part: Divided, entry: Entry) {
    const { lang } = entry;
    this.part = part;
    this.file = part.source.file;
    this.text = part.source.text;
    this.lang = lang;
    this.allow = entry.release?.allow ?? entry.page?.allow ?? entry.contact?.allow ?? [];
    if (entry.release) this.release = entry.release;
    if (entry.release && entry.release.date !== NO_DAY) this.date = entry.release.date;
    if (entry.contact) this.contact = entry.contact;
    this.body = part.body;
    this.bodyStart = this.text.trimEnd().length - part.body.length;
    const { tokens, words, seen, links, unused } = readMarkdown(part.body, lang);
    this.blocks = blocksOf(part.body, lang, tokens);
    this.links = links;
    this.texts = [
      ...plainFields(entry.release ?? entry.page ?? {}, lang),
      ...markdownFields(entry.release, lang),
      { lang, source: part.body, from: this.bodyStart, seen, isMarkdown: true, tokens, unused },
    ];
    this.passages = [
      ...fieldsOf(entry.release ?? entry.page ?? {}, lang),
      ...this.blocks.map(({ kind, lang: own, source, start }) => ({
        kind,
        lang: own,
        source,
        text: words.slice(start, start + source.length),
        seen: seen.slice(start, start + source.length),
        from: this.bodyStart + start,
      })),
    ];
  }

  /** The words of all its passages, in small letters. */
  get words(): ReadonlySet<string> {
    this.#words ??= new Set(this.passages.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
    return this.#words;
  }

  /** The spot of some characters of a passage. */
  in(passage: Pick<Passage, "from" | "source">, index: number, length: number): Spot {
    if (typeof passage.from === "number") return { offset: passage.from + index, length };
    const found = passage.source.slice(index, index + length);
    const field = this.field(passage.from);
    let nth = passage.source.slice(0, index).split(found).length;
    let offset = field.offset - 1;
    while (found && nth > 0 && offset < this.bodyStart) {
      const next = this.text.indexOf(found, offset + 1);
      if (next === -1 || next >= this.bodyStart) return field;
      offset = next;
      nth--;
    }
    return found ? { offset, length } : field;
  }

  /** The spot of some characters of the body. */
  inBody(index: number, length: number): Spot {
    return { offset: this.bodyStart + index, length };
  }

  /** The spot at which the value of a field begins; for one that is not there, where the fields begin. */
  field(path: readonly PropertyKey[]): Spot {
    const { line, column } = placeOf(this.part, path);
    let offset = 0;
    for (let at = 1; at < line; at++) offset = this.text.indexOf("\n", offset) + 1;
    return { offset: offset + column - 1, length: 0 };
  }
}

/** The fields of a release or page that readers read as text. */
function fieldsOf(entry: Partial<Omit<Release, "allow">>, lang: string): Passage[] {
  const passage = (
    kind: PassageKind,
    from: readonly PropertyKey[],
    source: string | undefined,
    own = lang,
  ): Passage[] =>
    source === undefined ? [] : [{ kind, lang: own, from, source, text: withoutAddresses(source), seen: source }];
  const pictures = [
    ...(entry.image ? [{ at: ["image"], picture: entry.image }] : []),
    ...(entry.gallery ?? []).map((picture, index) => ({ at: ["gallery", index], picture })),
  ];
  return [
    // A draft without a title is called by the name of its file.
    ...passage("title", ["title"], entry.title === entry.key ? undefined : entry.title),
    ...passage("subtitle", ["subtitle"], entry.subtitle),
    ...passage("summary", ["summary"], entry.summary),
    ...(entry.figures ?? []).flatMap(({ value, label }, index) => [
      ...passage("label", ["figures", index, "value"], String(value)),
      ...passage("label", ["figures", index, "label"], label),
    ]),
    ...(entry.documents ?? []).flatMap(({ title, lang: own = lang }, index) =>
      passage("label", ["documents", index, "title"], title, own),
    ),
    ...(entry.video ?? []).flatMap(({ title }, index) => passage("label", ["video", index, "title"], title)),
    ...passage("label", ["event", "place"], entry.event?.place),
    ...pictures.flatMap(({ at, picture }) =>
      (["alt", "caption"] as const).flatMap((name) => passage("label", [...at, name], picture[name])),
    ),
    ...notesOf(entry.notes, lang),
  ];
}

function notesOf(source: string | undefined, lang: string): Passage[] {
  if (source === undefined) return [];
  const { words, seen } = readMarkdown(source, lang);
  return [{ kind: "notes", lang, from: ["notes"], source, text: words, seen }];
}

/** The fields that readers read as they stand in the file. */
function plainFields(entry: Partial<Omit<Release, "allow">>, lang: string): Text[] {
  const { title, subtitle, summary, image, gallery = [], figures = [], documents = [], video = [] } = entry;
  const pictures = [
    ...(image ? [[["image"], image] as const] : []),
    ...gallery.map((one, index) => [["gallery", index], one] as const),
  ];
  const texts: (readonly [from: readonly PropertyKey[], source: unknown])[] = [
    [["title"], title],
    [["subtitle"], subtitle],
    [["summary"], summary],
    ...figures.flatMap((figure, index) =>
      (["value", "label", "source"] as const).map((name) => [["figures", index, name], figure[name]] as const),
    ),
    ...pictures.flatMap(([at, picture]) =>
      (["alt", "caption", "credit"] as const).map((name) => [[...at, name], picture[name]] as const),
    ),
    ...documents.map((document, index) => [["documents", index, "title"], document.title] as const),
    ...video.map((one, index) => [["video", index, "title"], one.title] as const),
    [["event", "place"], entry.event?.place],
    [["status", "reason"], entry.status?.reason],
    [["translation", "note"], entry.translation?.note],
  ];
  return texts.flatMap(([from, source]) =>
    typeof source === "string" ? [{ lang, source, from, seen: source, isMarkdown: false, tokens: [], unused: [] }] : [],
  );
}

/** The fields that are Markdown too. */
function markdownFields(release: Release | undefined, lang: string): Text[] {
  const texts = [
    { from: ["notes"], source: release?.notes },
    ...(release?.changes ?? []).map(({ note }, index) => ({ from: ["changes", index, "note"], source: note })),
  ];
  return texts.flatMap(({ from, source }) => {
    if (source === undefined) return [];
    const { seen, tokens, unused } = readMarkdown(source, lang);
    return [{ lang, source, from, seen, isMarkdown: true, tokens, unused }];
  });
}

/** What a document is made of. */
export interface Entry {
  readonly file: string;
  readonly lang: string;
  readonly release?: Release;
  readonly page?: StandingPage;
  readonly contact?: Contact;
}

/** What is to be checked: the files of `only`, or all of content/. */
export function entriesOf({ site, terms, releases, pages }: Content, only?: ReadonlySet<string>): Entry[] {
  return [
    ...releases.map((release) => ({ file: release.file, lang: release.lang, release })),
    ...pages.map((page) => ({ file: page.file, lang: page.lang, page })),
    ...[...terms.contacts].map(([id, contact]) => ({
      file: `contacts/${id}.yaml`,
      lang: site.default_language,
      contact,
    })),
  ].filter(({ file }) => only === undefined || only.has(file));
}

/** Reads a file of content/ again, with positions; undefined where it has gone, or cannot be read any more. */
export function documentOf(contentDir: string, entry: Entry): Document | undefined {
  const part = andThen(readSource(contentDir, entry.file), (source) =>
    entry.contact
      ? { is: "read", value: { source, yaml: source.text, line: 1, body: "", bodyLine: 1 } }
      : divide(source),
  );
  return part.is === "wrong" ? undefined : new Document(part.value, entry);
}
