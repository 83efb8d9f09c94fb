import { posix } from "node:path";
import type { PictureMaking } from "./making.ts";

/** A picture, document, logo or font of content/ as the loader found it. Only what a public page names is ever copied. */
export interface SourceFile {
  /** Path from the content folder, with / and in NFC on every system. The published file is named after it. */
  readonly file: string;
  /** Path on this machine, to read it from; it never reaches a view. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** Size in pixels as it is seen (its orientation applied), for a picture. */
  readonly pixels?: { readonly width: number; readonly height: number };
  /** The published form of a drawing (SVG): only the elements that draw something, written anew. */
  readonly drawing?: string;
  /** What is known only after reading all of a picture. */
  readonly seen?: Seen;
  /** The rights that are written into every published size of a photograph. They are a part of its name. */
  readonly marks?: Marks;
  /** How many pages a document has, if that is known. */
  readonly pages?: number;
}

/** The author of a photograph and the terms of its use. */
export interface Marks {
  readonly creator?: string | undefined;
  readonly credit?: string | undefined;
  readonly copyright?: string | undefined;
  readonly terms?: string | undefined;
  /** The address of the terms. */
  readonly statement?: string | undefined;
  readonly made_with?: PictureMaking | undefined;
}

/** The properties of a picture besides its size. */
export interface Seen {
  /** Its average colour in three hexadecimal digits: the placeholder until it has loaded. */
  readonly tone: string;
  /** Whether any of it is transparent. */
  readonly transparent: boolean;
  /** The length of an animation in seconds. */
  readonly seconds?: number;
  /** What its maker wrote into the file (IPTC, XMP or EXIF). */
  readonly creator?: string;
  readonly credit?: string;
  readonly copyright?: string;
  readonly made_with?: PictureMaking;
}

/** Returns the file that another file of content/ names by its path from that file's folder. */
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

/** Returns a file's name as it can stand in an address: small Latin letters, digits and hyphens; empty if it has none. */
export function plainName(file: string): string {
  const name = (file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Returns the name under which a file is published. It changes with the bytes, so that browsers may cache the file for ever. */
export function publishedName(file: Pick<SourceFile, "file" | "sha256">): string {
  return `files/${plainName(file.file) || "file"}.${file.sha256.slice(0, 10)}.${extensionOf(file.file)}`;
}
