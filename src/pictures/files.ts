import type { Region, Sharp } from "sharp";
import type { SourceFile } from "../model/file.ts";
import type { OutputFile } from "../model/output-file.ts";
import { type Focus, type Format, movingOf, playsOf, type Rendition, renditionsOf } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import { libraryOf, pictureDownloads, portraitOf, rightsOf } from "./library.ts";
import { marked, signed } from "./rights.ts";

/** Returns the pictures of all public releases, in every size and format that pages show or offer for download. */
export function pictureFiles(press: Press): OutputFile[] {
  const found = new Map<string, OutputFile>();
  const add = (rendition: Rendition, make: () => Promise<Uint8Array>) =>
    found.set(rendition.file, {
      file: rendition.file,
      // The name holds a hash over the picture and how it is made.
      hash: rendition.file,
      costly: true,
      make,
    });
  for (const picture of libraryOf(press)) {
    const { source, uses } = picture;
    for (const { release, named } of uses) {
      if (release.image !== undefined && named.file === release.image.file) {
        const { focus } = release.image;
        const wide = renditionsOf(source, "wide", focus);
        for (const rendition of wide) add(rendition, () => shrunk(source, wide, rendition, focus));
      }
    }
    const own = renditionsOf(source, "own");
    for (const rendition of own) add(rendition, () => shrunk(source, own, rendition));
    const moving = movingOf(source);
    if (moving) add(moving, () => animated(source, moving));
    const rights = rightsOf(press, picture);
    for (const rendition of pictureDownloads(press, picture))
      add(rendition, () => takenAway(source, rendition, rights));
  }
  for (const person of press.terms.people.values()) {
    const source = portraitOf(press, person);
    const own = source ? renditionsOf(source, "own") : [];
    for (const rendition of own) add(rendition, () => shrunk(source as SourceFile, own, rendition));
  }
  return [...found.values()];
}

/** Loads sharp when the first picture is made, because many builds make none. */
export const loadSharp = async () => (await import("sharp")).default;

/** Efforts and qualities by measurement on real photographs: the table is in docs/pictures.md, made by `npm run bench:pictures`. */
const encoders: Readonly<Record<Format, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 50, effort: 1 }),
  webp: (picture) => picture.webp({ quality: 74, effort: 2 }),
  jpeg: (picture) => picture.flatten({ background: "#fff" }).jpeg({ quality: 76, progressive: true }),
  png: (picture) => picture.png({ palette: true, effort: 4 }),
};

/** A picture decoded once, cut to its shape at its largest width: all its renditions are made of it. */
type Decoded = ReturnType<typeof decode>;

const decoded = new Map<string, Decoded>();

/** How many decoded pictures are cached, because the renditions of one are made one after another. */
const KEPT = 4;

async function shrunk(
  source: SourceFile,
  all: readonly Rendition[],
  { width, height, format }: Rendition,
  focus?: Focus,
): Promise<Uint8Array> {
  const largest = all.reduce((a, b) => (b.width > a.width ? b : a));
  let picture = decoded.get(largest.file);
  if (!picture) {
    picture = decode(source, largest, focus);
    decoded.set(largest.file, picture);
    for (const key of [...decoded.keys()].slice(0, -KEPT)) decoded.delete(key);
  }
  const { data, info } = await picture;
  const sharp = await loadSharp();
  const encoded = encoders[format](sharp(data, { raw: info }).resize(width, height, { fit: "fill" }));
  return marked(encoded, source.marks).toBuffer();
}

async function decode(source: SourceFile, size: Size, focus: Focus | undefined) {
  const picture = await cropped(source, size, focus);
  return picture.toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

/** Resizes a picture, upright and cropped to a shape around its focus, or else around the part that draws the eye. */
export async function cropped(source: SourceFile, size: Size, focus: Focus | undefined): Promise<Sharp> {
  const { width, height } = size;
  const sharp = await loadSharp();
  const picture = sharp(source.path, { failOn: "error" }).autoOrient();
  return focus
    ? picture.extract(around(focus, source.pixels ?? size, width / height)).resize(width, height)
    : picture.resize(width, height, { fit: "cover", position: sharp.strategy.attention });
}

type Size = Pick<Rendition, "width" | "height">;

/** Makes an animation in the size of a page, which stops by itself. */
async function animated(source: SourceFile, { width }: Rendition): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const picture = sharp(source.path, { animated: true, failOn: "error" }).resize({ width });
  return marked(picture.webp({ quality: 74, effort: 2, loop: playsOf(source) }), source.marks).toBuffer();
}

/** Makes a download for print or for another site: in high quality, with its rights written into it. */
async function takenAway(
  source: SourceFile,
  { width, height, format }: Rendition,
  rights: Parameters<typeof signed>[1],
) {
  const sharp = await loadSharp();
  const picture = sharp(source.path, { failOn: "error" }).autoOrient().resize(width, height, { fit: "fill" });
  const encoded =
    format === "png"
      ? picture.png()
      : picture.flatten({ background: "#fff" }).jpeg({ quality: 90, progressive: true, chromaSubsampling: "4:4:4" });
  return signed(encoded, rights).toBuffer();
}

/** Returns the largest part of a picture in a shape, with the focus as near to its middle as the edges allow. */
function around([x, y]: Focus, { width, height }: Size, ratio: number): Region {
  const size = {
    width: Math.min(width, Math.round(height * ratio)),
    height: Math.min(height, Math.round(width / ratio)),
  };
  const start = (at: number, whole: number, part: number) =>
    Math.round(Math.max(0, Math.min(whole - part, (at / 100) * whole - part / 2)));
  return { left: start(x, width, size.width), top: start(y, height, size.height), ...size };
}
