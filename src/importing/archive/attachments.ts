import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { imageSize } from "image-size";
import { bytesOf, found } from "../../content/disk.ts";
import type { Draft } from "../draft.ts";
import type { Picture } from "../incoming.ts";

/** A file to be put beside the release. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A picture of the release, as its fields name it. */
export interface PlacedPicture {
  readonly file: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

const DOCUMENT = /\.(?:pdf|docx|xlsx|pptx|odt|ods|odp|csv|rtf|zip)$/i;
const PHOTOGRAPH = /\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i;
const FEWEST_PIXELS = 64;
/** Most bytes of a picture or document: more than any photograph for the press, less than what fills a repository. */
const LARGEST = 60_000_000;

/** Finds the local files that texts name: beside the text, under the archive's root as the old site saw it, or in a folder of files. */
export class Neighbours {
  readonly #source: string | undefined;
  readonly #roots: readonly string[];
  readonly #files: string | undefined;
  readonly #inside: ReadonlyMap<string, Uint8Array>;

  constructor(
    source: string | undefined,
    root: string | undefined,
    files: string | undefined,
    inside: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    this.#source = source;
    // Not above it: what else lies on this machine is nobody's to publish, whatever a text names. Files elsewhere are given as `--files`.
    this.#roots = root ? ["", "static", "public", "assets"].map((folder) => path.join(root, folder)) : [];
    this.#files = files;
    this.#inside = inside;
  }

  /** The bytes of a named file, or undefined where it is not there: addresses of other hosts never are. */
  find(src: string): Uint8Array | undefined {
    const inside = this.#inside.get(src);
    if (inside) return inside;
    if (/^(?:[a-z]+:|\/\/)/i.test(src)) return undefined;
    const plain = decoded(src.split(/[?#]/)[0] ?? "");
    const relative = plain.replace(/^\/+/, "");
    const candidates = [
      ...(this.#source && !plain.startsWith("/") ? [path.resolve(path.dirname(this.#source), plain)] : []),
      ...this.#roots.map((root) => path.join(root, relative)),
      ...(this.#files ? [path.join(this.#files, relative), path.join(this.#files, path.basename(relative))] : []),
    ];
    // A link in an archive may lead to anything on this machine, but not out of it.
    const folders = [this.#files, ...this.#roots, this.#source && path.dirname(this.#source)].flatMap((folder) =>
      folder ? [path.resolve(folder)] : [],
    );
    for (const file of candidates.map((candidate) => path.resolve(candidate))) {
      const folder = folders.find((each) => file.startsWith(each + path.sep));
      const at = folder ? found(folder, path.relative(folder, file)) : undefined;
      const bytes = at?.is === "file" && at.size <= LARGEST ? bytesOf(at) : undefined;
      if (Buffer.isBuffer(bytes)) return bytes;
    }
    return undefined;
  }
}

/** An address as it is read, where it can be decoded. */
export function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The files that are put beside a release, each under a name of its own. */
export class Attachments {
  readonly #folder: string | undefined;
  readonly #files = new Map<string, Uint8Array>();

  /** @param folder the release's own on this machine: what an earlier import or a translation put there keeps its name. */
  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** The name that a file gets: the source's, with a number behind it where other bytes have that; the same bytes are one file. */
  add(src: string, bytes: Uint8Array): string {
    const same = [...this.#files].find(([, other]) => Buffer.compare(other, bytes) === 0)?.[0];
    if (same) return same;
    const wanted = attachedName(src);
    const { name: stem, ext } = path.parse(wanted);
    let name = wanted;
    for (let number = 2; this.#isOfAnother(name, bytes); number++) name = `${stem}-${number}${ext}`;
    this.#files.set(name, bytes);
    return name;
  }

  get all(): Attachment[] {
    return [...this.#files].map(([name, bytes]) => ({ name, bytes }));
  }

  #isOfAnother(name: string, bytes: Uint8Array): boolean {
    if (this.#files.has(name)) return true;
    const beside = this.#folder && path.join(this.#folder, name);
    return beside !== undefined && existsSync(beside) && Buffer.compare(readFileSync(beside), bytes) !== 0;
  }
}

/** Whether a link leads to a document that could lie beside the text. */
export function isDocument(href: string): boolean {
  return DOCUMENT.test(href.split(/[?#]/)[0] ?? "");
}

/** Whether a file is a picture that a release can show. */
export function isPicture(name: string): boolean {
  return PHOTOGRAPH.test(name);
}

/** A file's name as it is put beside a release: small letters, digits, hyphens. */
function attachedName(src: string): string {
  const base =
    decoded(src.split(/[?#]/)[0] ?? "")
      .split("/")
      .at(-1) ?? "";
  const [, stem = base, end = ""] = /^(.*)(\.[a-z0-9]+)$/i.exec(base) ?? [];
  const plain = stem
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${plain || "file"}${end.toLowerCase()}`;
}

/**
 * Takes the pictures out of the text and puts those that are there beside the release, the first as its main picture. What
 * is not there, or is no photograph, is told of.
 */
export function placePictures(
  draft: Draft,
  own: Picture | undefined,
  neighbours: Neighbours,
  attachments: Attachments,
): PlacedPicture[] {
  const pictures: PlacedPicture[] = [];
  const inText = draft.blocks.filter(({ kind }) => kind === "picture");
  for (const picture of [own, ...inText.map((block) => block.picture)]) {
    if (!picture || picture.src === "") continue;
    const bytes = neighbours.find(picture.src);
    const fault = bytes ? faultOf(picture.src, bytes) : "is not among the files";
    const words = [picture.src, picture.alt].filter(Boolean).join(" – ");
    if (!bytes || fault) {
      draft.look(
        /^(?:https?:)?\/\//.test(picture.src)
          ? "A picture lies on another site; it was not fetched."
          : `A picture ${fault}.`,
        words,
      );
      keepCaption(draft, picture);
      continue;
    }
    const name = attachments.add(picture.src, bytes);
    const { alt, caption, credit } = picture;
    const shown = {
      file: name,
      ...(alt ? { alt } : {}),
      ...(caption ? { caption } : {}),
      ...(credit ? { credit } : {}),
    };
    const at = pictures.findIndex(({ file }) => file === name);
    if (at !== -1) {
      // The text often says of the main picture what the fields do not.
      pictures[at] = { ...shown, ...pictures[at] };
      continue;
    }
    pictures.push(shown);
    draft.found(pictures.length === 1 ? "image" : "gallery", name, words, "certain");
  }
  draft.blocks = draft.blocks.filter(({ kind }) => kind !== "picture");
  draft.end = Math.min(draft.end, draft.blocks.length);
  return pictures;
}

/** The words under a picture that is not there: they are not lost, but stand in the report alone. */
function keepCaption(draft: Draft, { caption, credit }: Picture): void {
  const words = [caption, credit].filter(Boolean).join(" – ");
  if (words) draft.dropped.push({ words, why: "The caption of a picture that could not be taken." });
}

function faultOf(src: string, bytes: Uint8Array): string | undefined {
  if (!PHOTOGRAPH.test(attachedName(src))) return "is of a kind that cannot be shown";
  try {
    const { width, height } = imageSize(bytes);
    if (Math.min(width, height) < FEWEST_PIXELS) return "is too small to be a photograph";
    return width * height > 100_000_000 ? "has more than 100 megapixels" : undefined;
  } catch {
    return "is damaged";
  }
}
