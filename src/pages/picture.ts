import path from "node:path";
import { formats, renditionsOf } from "../model/picture.ts";
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

/** The main picture of a release; undefined where it has none. */
export function pictureView(
  { site, files }: Press,
  { file, image }: Pick<Release, "file" | "image">,
): Picture | undefined {
  const source = image && files.get(path.posix.join(path.posix.dirname(file), image.file));
  if (!source?.pixels) return undefined;
  const renditions = renditionsOf(source, image?.focus);
  const fallback = renditions.at(-1);
  if (!fallback) return undefined;
  return {
    src: fileUrl(site, fallback.file),
    width: fallback.width,
    height: fallback.height,
    alt: image?.alt ?? "",
    sources: formats.map((format) => ({
      type: `image/${format}`,
      srcset: renditions
        .filter((rendition) => rendition.format === format)
        .map((rendition) => `${fileUrl(site, rendition.file)} ${rendition.width}w`)
        .join(","),
    })),
  };
}
