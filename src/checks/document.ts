import { placeAt } from "../content/frame.ts";
import type { Divided } from "../content/source.ts";
import { placeOf } from "../content/yaml.ts";
import type { Allowed } from "../model/allow.ts";
import type { StandingPage } from "../model/content.ts";
import { NO_DAY, type Release } from "../model/release.ts";
import type { Contact } from "../model/terms.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type FieldKind, fieldsOf, type Text } from "./fields.ts";
import { BLANK, type Link, readMarkdown } from "./markup.ts";

/** The place of a fault: a number of characters from an offset into the text of the document's file. */
export interface Spot {
  readonly offset: number;
  readonly length: number;
}

/** Some words of a document in one language: a field, or a block of its text. */
export interface Passage extends Pick<Text, "lang" | "source" | "from"> {
  readonly kind: FieldKind | Block["kind"];
  /** The words, markup blanked out (`markup.ts`): each letter stands where it stands in `source`. */
  readonly text: string;
  /** The text that readers see, with marks that were not obeyed and without code: each letter stands where it stands in `source`. */
  readonly seen: string;
}

/** A pattern, or that of each language. */
type Sought = RegExp | ((lang: string) => RegExp | undefined);

/** The words of a passage, what is seen of them, or what was written. */
type Words = "text" | "seen" | "source";

/** The entry of the content that a document is made of. */
export interface Entry {
  readonly file: string;
  readonly lang: string;
  readonly release?: Release;
  readonly page?: StandingPage;
  readonly contact?: Contact;
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
    const fields = fieldsOf(entry.release ?? entry.page ?? {}, lang);
    this.texts = [...fields, { lang, source: part.body, from: this.bodyStart, seen, isMarkdown: true, tokens, unused }];
    this.passages = [
      ...fields.flatMap(({ kind, words: text, ...field }) => (kind ? [{ kind, text, ...field }] : [])),
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

  /** Finds a pattern in all passages. */
  *find(pattern: Sought, of: Words = "text"): Generator<Find> {
    for (const passage of this.passages) yield* this.findIn(passage, pattern, of);
  }

  /** Finds a pattern in a passage. */
  *findIn(passage: Passage, pattern: Sought, of: Words = "text"): Generator<Find> {
    const own = pattern instanceof RegExp ? pattern : pattern(passage.lang);
    // Nearly always there is nothing to find. search() says so at once, while matchAll() copies the pattern first.
    if (own && passage[of].search(own) !== -1)
      for (const match of passage[of].matchAll(own)) yield findOf(this, passage, match);
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

  /** The spot of all that readers see of a passage. */
  whole({ text, ...passage }: Passage): Spot {
    return this.in(passage, Math.max(0, text.search(/[^\s\ue000]/)), withoutMarkup(text).length);
  }

  /** The spot of the address of a link. */
  link({ urlOffset, url }: Link): Spot {
    return this.inBody(urlOffset, url.length);
  }

  /** The line of a spot, from 1. */
  line({ offset }: Spot): number {
    return placeAt(this.text, offset).line;
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

/** Something that a pattern has found in a passage. */
export type Find = ReturnType<typeof findOf>;

function findOf(document: Document, passage: Passage, match: RegExpExecArray) {
  const { 0: found, index, input } = match;
  return {
    passage,
    match,
    found,
    get at() {
      return document.in(passage, index, found.length);
    },
    /** Returns a number of characters before it. */
    before: (count: number) => input.slice(Math.max(0, index - count), index),
    /** Returns a number of characters behind it. */
    after: (count: number) => input.slice(index + found.length, index + found.length + count),
  };
}

/** Words without what stands for their markup, and without spaces at their ends. */
export const withoutMarkup = (text: string): string => text.replaceAll(BLANK, "").trim();
