import { posix } from "node:path";
import type { SiteUrl } from "../model/address.ts";
import type { SourceFile } from "../model/file.ts";
import { pictureMessage } from "../model/making.ts";
import type { Sizes } from "../model/output-file.ts";
import { formatsOf, movingOf, renditionsOf, type Shape } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { fileUrl } from "../model/urls.ts";
import { galleryOf, type NamedPicture, textPictures } from "../text/pictures.ts";
import { type LibraryPicture, pictureDownloads, pictureOf, pictureUrl } from "./library.ts";

/** Returns the main picture of a release, cropped to the page's shape, in sizes up to a width; undefined if it has none. */
export function pictureView(press: Press, release: Pick<PublicRelease, "file" | "image">, widest?: number) {
  const source = release.image && pictureOf(press, release, release.image)?.source;
  return source && viewOf(press, source, release.image?.alt, "wide", release.image?.focus, widest);
}

/** Returns a picture of a release for its page: the main one cropped, any other whole. */
export function shownView(press: Press, release: PublicRelease, named: NamedPicture) {
  const source = pictureOf(press, release, named)?.source;
  const shape = named.file === release.image?.file ? "wide" : "own";
  return source && viewOf(press, source, named.alt, shape, named.focus);
}

/** Returns the main picture with its caption. */
export function heroView(press: Press, release: PublicRelease, sizes: Sizes) {
  const picture = pictureView(press, release);
  return picture && release.image && { ...picture, ...linesOf(press, release, release.image, sizes) };
}

/** Returns the address of the smallest size of a release's main picture, for scripts; undefined if it has none. */
export function thumbnail(press: Press, release: Pick<PublicRelease, "file" | "image">): SiteUrl | undefined {
  const source = release.image && pictureOf(press, release, release.image)?.source;
  const [smallest] = source ? renditionsOf(source, "wide", release.image?.focus) : [];
  return smallest && fileUrl(press.site, smallest.file);
}

/** Returns the other pictures of a release, whole, each with its caption. */
export function galleryView(press: Press, release: PublicRelease, sizes: Sizes) {
  return galleryOf(release).flatMap((named) => wholeView(press, release, named, sizes) ?? []);
}

/** The pictures in a release's text, by the name of their file. */
export function textPicturesView(press: Press, release: PublicRelease, sizes: Sizes) {
  return Object.fromEntries(
    textPictures(release).flatMap((named) => {
      const view = wholeView(press, release, named, sizes);
      return view ? [[named.file, view] as const] : [];
    }),
  );
}

function wholeView(press: Press, release: PublicRelease, named: NamedPicture, sizes: Sizes) {
  const picture = pictureOf(press, release, named);
  const view = picture && viewOf(press, picture.source, named.alt, "own");
  return view && { ...view, ...linesOf(press, release, named, sizes) };
}

/** Returns the caption of a picture: its words, credit, terms and downloads. */
function linesOf(press: Press, release: PublicRelease, named: NamedPicture, sizes: Sizes) {
  const picture = pictureOf(press, release, named);
  const seen = picture?.source.seen;
  return {
    caption: named.caption,
    credit: named.credit ?? seen?.credit ?? seen?.creator,
    licence: named.licence,
    making: pictureMessage(named.made_with ?? seen?.made_with),
    downloads: picture ? downloadsView(press, picture, sizes) : [],
    page: picture && pictureUrl(press.site, release.lang, picture),
  };
}

/** A picture's files to take away, the largest first, as links say them. */
export function downloadsView(press: Press, picture: LibraryPicture, sizes: Sizes) {
  return pictureDownloads(press, picture).map(({ file, format, width, height }) => ({
    url: fileUrl(press.site, file),
    name: `${picture.path.replaceAll("/", "-")}-${width}x${height}${posix.extname(file)}`,
    type: format.toUpperCase(),
    width,
    height,
    size: sizes(file) ?? 0,
  }));
}

/** A picture in a shape, as a page shows it: one address for old browsers, and the sizes from which a browser chooses. */
export function viewOf(
  { site }: Pick<Press, "site">,
  source: SourceFile,
  alt: string | undefined,
  shape: Shape,
  focus?: NamedPicture["focus"],
  widest = Number.POSITIVE_INFINITY,
) {
  const all = renditionsOf(source, shape, focus);
  const small = all.filter(({ width }) => width <= widest);
  const renditions = small.length > 0 ? small : all;
  const fallback = renditions.at(-1);
  if (!fallback) return undefined;
  const moving = shape === "own" ? movingOf(source) : undefined;
  const media = "(prefers-reduced-motion:no-preference)";
  const animation = moving && { type: "image/webp", srcset: fileUrl(site, moving.file), media };
  return {
    src: fileUrl(site, fallback.file),
    width: fallback.width,
    height: fallback.height,
    alt: alt ?? "",
    /** Its average colour in three hexadecimal digits, the placeholder until it has loaded. */
    tone: source.seen?.transparent ? undefined : source.seen?.tone,
    sources: [
      ...(animation ? [animation] : []),
      ...formatsOf(source).map((format) => ({
        type: `image/${format}`,
        srcset: renditions
          .filter((rendition) => rendition.format === format)
          .map((rendition) => `${fileUrl(site, rendition.file)} ${rendition.width}w`)
          .join(","),
      })),
    ],
  };
}
