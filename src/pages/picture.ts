import path from "node:path";
import { formats, renditionsOf, type Shape } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { fileUrl } from "./urls.ts";

/** A picture as a page shows it: one address for old browsers, and the sizes from which a browser chooses. */
export interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

type Named = NonNullable<Release["image"]>;

/** The main picture of a release; undefined where it has none. */
export function pictureView(press: Press, { file, image }: Pick<Release, "file" | "image">): Picture | undefined {
  return image && viewOf(press, file, image, "wide");
}

/** The main picture of a release at its smallest, for a browser that runs scripts; undefined where it has none. */
export function thumbnail({ site, files }: Press, { file, image }: Pick<Release, "file" | "image">) {
  const source = image && files.get(path.posix.join(path.posix.dirname(file), image.file));
  const [smallest] = source?.pixels ? renditionsOf(source, "wide", image?.focus) : [];
  return smallest && { src: fileUrl(site, smallest.file), width: smallest.width, height: smallest.height };
}

/** More pictures of a release, whole, each with what stands below it. */
export function galleryView(press: Press, { file, gallery = [] }: Pick<Release, "file" | "gallery">) {
  return gallery.flatMap((named) => {
    const picture = viewOf(press, file, named, "own");
    return picture ? [{ ...picture, ...linesOf(named) }] : [];
  });
}

/** What stands below a picture. */
export function linesOf({ caption, credit, licence }: Named) {
  return { caption, credit, licence };
}

function viewOf(
  { site, files }: Press,
  file: string,
  { file: name, alt, focus }: Named,
  shape: Shape,
): Picture | undefined {
  const source = files.get(path.posix.join(path.posix.dirname(file), name));
  if (!source?.pixels) return undefined;
  const renditions = renditionsOf(source, shape, focus);
  const fallback = renditions.at(-1);
  if (!fallback) return undefined;
  return {
    src: fileUrl(site, fallback.file),
    width: fallback.width,
    height: fallback.height,
    alt: alt ?? "",
    sources: formats.map((format) => ({
      type: `image/${format}`,
      srcset: renditions
        .filter((rendition) => rendition.format === format)
        .map((rendition) => `${fileUrl(site, rendition.file)} ${rendition.width}w`)
        .join(","),
    })),
  };
}
