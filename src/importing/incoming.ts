/** What a source's own fields say: front matter, a page's head. */
export type Fields = Readonly<Record<string, unknown>>;

/** How certain a finding is: the source says it in a field of its own, the words leave no doubt, or they suggest it. */
export type Sure = "stated" | "certain" | "likely";

/** Something recognised: which field it serves, what it says, from which words of the source. */
export interface Finding {
  readonly field: string;
  readonly value: unknown;
  readonly words: string;
  readonly sure: Sure;
}

/** Something that was in the source and is not in the release, and why. */
export interface Dropped {
  readonly words: string;
  readonly why: string;
}

/** Something that a person must look at. */
export interface Look {
  readonly about: string;
  readonly words?: string;
}

/** A file as its format gives it: what it says of itself, and its text as HTML, the one form that all formats can take. */
export interface Incoming {
  readonly fields: Fields;
  readonly html: string;
  readonly dropped?: readonly Dropped[];
  readonly look?: readonly Look[];
  /** Files that travel inside the source (a DOCX's pictures), by the name that the HTML gives them. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Those of them that the HTML does not name: what came with an email. */
  readonly attached?: readonly string[];
}

/** A foreign format. Adding one is a file in formats/ and a line in formats.ts. */
export interface Format {
  readonly name: string;
  /** Whether a file is in this format: by the end of its name, else by what it begins with. */
  matches(file: SourceText): boolean;
  read(file: SourceText): Incoming | Promise<Incoming>;
}

/** A file to be imported: its bytes, and its text where it is text. */
export interface SourceText {
  /** Path as it is reported; `-` for what came in by a pipe. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** A piece of the text, as Markdown and as plain words. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "list" | "quote" | "table" | "code" | "rule" | "picture";
  readonly markdown: string;
  readonly text: string;
  /** The words line by line, where they stand in lines. */
  readonly lines?: readonly string[];
  /** 1 to 6, of a heading. */
  readonly level?: number;
  readonly picture?: Picture;
}

/** A picture that the text shows: its address as written. */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** Whether the block before it stood in one paragraph with it. */
  readonly isWithin?: boolean;
}

/** The first words of a text, to tell it by. */
export function excerpt(text: string, length = 90): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= length ? words : `${words.slice(0, length).trimEnd()}…`;
}
