import { type Divided, divide } from "../content/front-matter.ts";
import { readSource } from "../content/source.ts";
import { placeOf } from "../content/yaml.ts";
import type { Allowed } from "../model/allow.ts";
import type { Content, StandingPage } from "../model/content.ts";
import type { Release } from "../model/release.ts";
import type { Contact } from "../model/terms.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type Link, linksOf, wordsOf } from "./markup.ts";
import type { Spot } from "./rule.ts";

export type PassageKind = "title" | "subtitle" | "summary" | "label" | "notes" | Block["kind"];

/** Some words of a document in one language: a field, or a block of its text. */
export interface Passage {
  readonly kind: PassageKind;
  readonly lang: string;
  /** The words, markup blanked out (`markup.ts`): each letter stands where it stands in `source`. */
  readonly text: string;
  readonly source: string;
  /** The field it is, or where it begins in the text of the file. */
  readonly from: readonly PropertyKey[] | number;
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
  readonly contact?: Contact;
  readonly body: string;
  readonly bodyStart: number;
  readonly blocks: readonly Block[];
  readonly passages: readonly Passage[];
  readonly links: readonly Link[];

  constructor(part: Divided, entry: Entry) {
    const { lang } = entry;
    this.part = part;
    this.file = part.source.file;
    this.text = part.source.text;
    this.lang = lang;
    this.allow = entry.release?.allow ?? entry.page?.allow ?? entry.contact?.allow ?? [];
    if (entry.release) this.release = entry.release;
    if (entry.contact) this.contact = entry.contact;
    this.body = part.body;
    this.bodyStart = this.text.trimEnd().length - part.body.length;
    this.blocks = blocksOf(part.body, lang);
    this.passages = [
      ...fieldsOf(entry.release ?? entry.page ?? {}, lang),
      ...this.blocks.map(({ kind, lang: own, source, start }) => ({
        kind,
        lang: own,
        source,
        text: wordsOf(source),
        from: this.bodyStart + start,
      })),
    ];
    this.links = linksOf(part.body);
  }

  /** The spot of some characters of a passage. */
  in(passage: Passage, index: number, length: number): Spot {
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
  const passage = (kind: PassageKind, from: readonly PropertyKey[], source: string | undefined): Passage[] =>
    source === undefined ? [] : [{ kind, lang, from, source, text: wordsOf(source) }];
  const pictures = [
    ...(entry.image ? [{ at: ["image"], picture: entry.image }] : []),
    ...(entry.gallery ?? []).map((picture, index) => ({ at: ["gallery", index], picture })),
  ];
  return [
    ...passage("title", ["title"], entry.title),
    ...passage("subtitle", ["subtitle"], entry.subtitle),
    ...passage("summary", ["summary"], entry.summary),
    ...(entry.figures ?? []).flatMap(({ label }, index) => passage("label", ["figures", index, "label"], label)),
    ...pictures.flatMap(({ at, picture }) =>
      (["alt", "caption"] as const).flatMap((name) => passage("label", [...at, name], picture[name])),
    ),
    ...passage("notes", ["notes"], entry.notes),
  ];
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
  const source = readSource(contentDir, entry.file);
  if ("message" in source) return undefined;
  const part = entry.contact ? { source, yaml: source.text, line: 1, body: "", bodyLine: 1 } : divide(source);
  return "message" in part ? undefined : new Document(part, entry);
}
