import { posix } from "node:path";
import type { Release } from "./release.ts";

/** What a release says of one of its pictures. */
export type NamedPicture = NonNullable<Release["image"]>;

/** A picture that stands in a text: `![what is seen](opening.jpg "caption")`. */
export interface TextPicture {
  readonly file: string;
  readonly alt?: string;
  readonly caption?: string;
  /** Where it begins in the text, in characters. */
  readonly at: number;
}

const PICTURE = /!\[([^\]\n]*)\]\(\s*(?:<([^>\n]+)>|([^\s)]+))(?:\s+"([^"\n]*)")?\s*\)/g;

/** The pictures of a Markdown text, in its order. */
export function picturesInText(body: string): TextPicture[] {
  if (!body.includes("![")) return [];
  return [...body.matchAll(PICTURE)].map(({ 1: alt, 2: bracketed, 3: plain, 4: caption, index }) => ({
    file: posix.normalize(bracketed ?? plain ?? ""),
    ...(alt ? { alt } : {}),
    ...(caption ? { caption } : {}),
    at: index,
  }));
}

/** A text in which other words stand in place of each of its pictures. */
export function withPictures(body: string, inPlaceOf: (file: string) => string): string {
  return body.includes("![")
    ? body.replace(PICTURE, (_, _alt, bracketed?: string, plain?: string) =>
        inPlaceOf(posix.normalize(bracketed ?? plain ?? "")),
      )
    : body;
}

type Shown = Pick<Release, "image" | "gallery" | "body">;

/** The pictures that a release's text shows, with what its fields say of each: a picture named in the gallery need not be described again. */
export function textPictures({ image, gallery = [], body }: Shown): NamedPicture[] {
  const named = new Map([...gallery, ...(image ? [image] : [])].map((picture) => [picture.file, picture]));
  const found = new Map<string, NamedPicture>();
  for (const { file, alt, caption } of picturesInText(body)) {
    if (found.has(file)) continue;
    const said = named.get(file);
    found.set(file, {
      ...said,
      file,
      ...(alt === undefined ? {} : { alt }),
      ...(said?.caption === undefined && caption !== undefined ? { caption } : {}),
    });
  }
  return [...found.values()];
}

/** The pictures of a release's gallery that its text does not show already. */
export function galleryOf(release: Shown): readonly NamedPicture[] {
  const inText = new Set(picturesInText(release.body).map(({ file }) => file));
  return (release.gallery ?? []).filter(({ file }) => !inText.has(file));
}

/** All pictures of a release, each once: the main one, those in the text, those of the gallery. */
export function picturesOf(release: Shown): NamedPicture[] {
  if (!release.image && !release.gallery && !release.body.includes("![")) return [];
  const all = [...(release.image ? [release.image] : []), ...textPictures(release), ...galleryOf(release)];
  return [...new Map(all.toReversed().map((picture) => [picture.file, picture])).values()].toReversed();
}
