import { posix } from "node:path";
import type { PictureMaking } from "./making.ts";

/** A picture, document, logo or font of content/ as the loader found it. Only what a public page names is ever copied. */
export interface SourceFile {
  /** Path from the content folder, with / and in NFC on every system: what is published is named after it. */
  readonly file: string;
  /** Path on this machine, to read it from; it never reaches a view. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** Size in pixels as it is seen (its orientation applied), for a picture. */
  readonly pixels?: { readonly width: number; readonly height: number };
  /** A drawing (SVG) as it is published: written anew, with only what can be looked at. */
  readonly drawing?: string;
  /** What only reading all of a picture tells. */
  readonly seen?: Seen;
  /** What is written into every size of a photograph that is published, and so is a part of its name. */
  readonly marks?: Marks;
  /** How many pages a document has, where that can be told. */
  readonly pages?: number;
}

/** Whose a photograph is, and on which terms it may be used. */
export interface Marks {
  readonly creator?: string | undefined;
  readonly credit?: string | undefined;
  readonly copyright?: string | undefined;
  readonly terms?: string | undefined;
  /** Where the terms are told. */
  readonly statement?: string | undefined;
  readonly made_with?: PictureMaking | undefined;
}

/** What is in a picture besides its size. */
export interface Seen {
  /** Its average colour, three hexadecimal digits: what stands in its place until it is there. */
  readonly tone: string;
  /** Whether something shines through it. */
  readonly transparent: boolean;
  /** Seconds that it moves, for an animation. */
  readonly seconds?: number;
  /** What its maker wrote into the file (IPTC, XMP or EXIF). */
  readonly creator?: string;
  readonly credit?: string;
  readonly copyright?: string;
  readonly made_with?: PictureMaking;
}

/** The file that another file of content/ names: names are paths from its own folder. */
export function fileBeside(
  files: ReadonlyMap<string, SourceFile>,
  { file }: { readonly file: string },
  name: string,
): SourceFile | undefined {
  return files.get(posix.join(posix.dirname(file), name));
}

/** The end of a file's name, in small letters, without the dot. */
export function extensionOf(file: string): string {
  return /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
}

/** The name under which a file is published: it says what it is and changes with its bytes, so that it may be cached for ever. */
export function publishedName(file: Pick<SourceFile, "file" | "sha256">): string {
  const name = (file.file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `files/${plain || "file"}.${file.sha256.slice(0, 10)}.${extensionOf(file.file)}`;
}
