import { posix } from "node:path";
import { imagesOf } from "./markdown.ts";
import type { Release } from "./release.ts";

/** What a release says of one of its pictures. */
export type NamedPicture = NonNullable<Release["image"]>;

/** A picture that stands in a text: `![what is seen](opening.jpg "caption")`. */
export interface TextPicture {
  readonly file: string;
  readonly alt?: string;
  readonly caption?: string;
  /** Where it begins and ends in the text, in characters. */
  readonly at: number;
  readonly end: number;
}

/** A file's name as fields have it: the parser has encoded its blanks and letters, and `./` says nothing. */
export function fileNamed(url: string): string {
  try {
    const name = decodeURIComponent(url);
    return /^(?:$|\/|[a-z][a-z\d+.-]*:)/i.test(name) ? name : posix.normalize(name);
  } catch {
    return url;
  }
}

/** Whether a picture is named by its address on the site itself: `//` leads to another one. */
export function isOnSite(file: string): boolean {
  return /^\/(?!\/)/.test(file);
}

/** The text asked for last: who looks at a release asks several times. */
let known: { readonly body: string; readonly pictures: readonly TextPicture[] } = { body: "", pictures: [] };

/** The pictures of a Markdown text, in its order. */
export function picturesInText(body: string): readonly TextPicture[] {
  if (!body.includes("![")) return [];
  if (known.body !== body) {
    const pictures = imagesOf(body).map(({ src, alt, title, at, end }) => ({
      file: fileNamed(src),
      ...(alt ? { alt } : {}),
      ...(title ? { caption: title } : {}),
      at,
      end,
    }));
    known = { body, pictures };
  }
  return known.pictures;
}

/** A text in which other words stand in place of each of its pictures. */
export function withPictures(body: string, inPlaceOf: (file: string) => string): string {
  let from = 0;
  const pieces = picturesInText(body).map(({ file, at, end }) => {
    const piece = body.slice(from, at) + inPlaceOf(file);
    from = end;
    return piece;
  });
  return pieces.join("") + body.slice(from);
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
