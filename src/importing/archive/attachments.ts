import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import slugify from "@sindresorhus/slugify";
import { imageSize } from "image-size";
import { bytesOf, found } from "../../content/disk.ts";
import { decoded } from "../../model/address.ts";
import { attempt } from "../../model/attempt.ts";
import { filled } from "../../model/filled.ts";
import type { Draft } from "../draft.ts";
import type { Picture } from "../incoming.ts";

/** Returns the bytes of a file that a text names, or undefined where it is not there. */
type FindFile = (src: string) => Uint8Array | undefined;

/** A picture of the release, as its fields name it. */
export type PlacedPicture = { readonly file: string } & Partial<Pick<Picture, "alt" | "caption" | "credit">>;

const DOCUMENT = /\.(?:pdf|docx|xlsx|pptx|odt|ods|odp|csv|rtf|zip)$/i;
const PHOTOGRAPH = /\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i;
const FEWEST_PIXELS = 64;
/** Most bytes of a picture or document: more than any photograph for the press, less than what fills a repository. */
const LARGEST = 60_000_000;

/**
 * Returns a function that finds the local files which a text names: beside the text, under the archive's root as the old site saw it,
 * in a folder of files, or inside the source itself. Addresses of other hosts never are there.
 */
export function finderOf(
  { path: source, root }: { readonly path?: string | undefined; readonly root?: string | undefined },
  files: string | undefined,
  inside: ReadonlyMap<string, Uint8Array> = new Map(),
): FindFile {
  const beside = source && path.dirname(source);
  // Not above it: what else lies on this machine is nobody's to publish, whatever a text names. Files elsewhere are given as `--files`.
  const roots = root ? ["", "static", "public", "assets"].map((folder) => path.join(root, folder)) : [];
  // A link in an archive may lead to anything on this machine, but not out of it.
  const folders = [files, ...roots, beside].flatMap((folder) => (folder ? [path.resolve(folder)] : []));
  return (src) => {
    if (inside.has(src) || /^(?:[a-z]+:|\/\/)/i.test(src)) return inside.get(src);
    const plain = decoded(src.split(/[?#]/)[0] ?? "");
    const relative = plain.replace(/^\/+/, "");
    const candidates = [
      ...(beside && !plain.startsWith("/") ? [path.resolve(beside, plain)] : []),
      ...roots.map((folder) => path.resolve(folder, relative)),
      ...(files ? [path.resolve(files, relative), path.resolve(files, path.basename(relative))] : []),
    ];
    for (const file of candidates) {
      const folder = folders.find((each) => file.startsWith(each + path.sep));
      const at = folder ? found(folder, path.relative(folder, file)) : undefined;
      const bytes = at?.is === "file" && at.size <= LARGEST ? bytesOf(at) : undefined;
      if (Buffer.isBuffer(bytes)) return bytes;
    }
    return undefined;
  };
}

/**
 * Puts a file beside a release and returns its name: the source's, with a number behind it where other bytes have that; the same bytes
 * are one file. What an earlier import or a translation put into the release's `folder` keeps its name.
 */
export function attach(files: Map<string, Uint8Array>, folder: string | undefined, src: string, bytes: Uint8Array) {
  const same = [...files].find(([, other]) => Buffer.compare(other, bytes) === 0);
  if (same) return same[0];
  const isOfAnother = (name: string) => {
    const beside = folder === undefined ? "" : path.join(folder, name);
    return files.has(name) || (existsSync(beside) && Buffer.compare(readFileSync(beside), bytes) !== 0);
  };
  const { name: stem, ext } = path.parse(attachedName(src));
  let name = stem + ext;
  for (let number = 2; isOfAnother(name); number++) name = `${stem}-${number}${ext}`;
  files.set(name, bytes);
  return name;
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
  const { name, ext } = path.posix.parse(decoded(src.split(/[?#]/)[0] ?? ""));
  return `${slugify(name, { decamelize: false }) || "file"}${ext.toLowerCase()}`;
}

/**
 * Takes the pictures out of the text and puts those that are there beside the release, the first as its main picture. What
 * is not there, or is no photograph, is told of.
 */
export function placePictures(
  draft: Draft,
  own: Picture | undefined,
  find: FindFile,
  add: (src: string, bytes: Uint8Array) => string,
): PlacedPicture[] {
  const pictures: PlacedPicture[] = [];
  const inText = draft.blocks.filter(({ kind }) => kind === "picture");
  for (const picture of [own, ...inText.map((block) => block.picture)]) {
    if (!picture || picture.src === "") continue;
    const bytes = find(picture.src);
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
    const name = add(picture.src, bytes);
    const { alt, caption, credit } = picture;
    const shown = { file: name, ...filled({ alt, caption, credit }) };
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
  const size = attempt(() => imageSize(bytes));
  if (!size) return "is damaged";
  if (Math.min(size.width, size.height) < FEWEST_PIXELS) return "is too small to be a photograph";
  return size.width * size.height > 100_000_000 ? "has more than 100 megapixels" : undefined;
}
