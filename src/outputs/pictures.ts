import path from "node:path";
import sharp, { type Region, type Sharp } from "sharp";
import type { SourceFile } from "../model/file.ts";
import type { Rendition } from "../model/picture.ts";
import { type Focus, renditionsOf } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import type { OutputFile } from "./file.ts";

/** The pictures of all public releases, in every size and format that a page offers. */
export function pictureFiles({ releases, files }: Press): OutputFile[] {
  const found = new Map<string, OutputFile>();
  for (const { file, image, gallery = [], status } of releases) {
    if (status.is === "withdrawn") continue;
    const named = [
      ...(image ? [[image, "wide"] as const] : []),
      ...gallery.map((picture) => [picture, "own"] as const),
    ];
    for (const [picture, shape] of named) {
      const source = files.get(path.posix.join(path.posix.dirname(file), picture.file));
      for (const rendition of source ? renditionsOf(source, shape, picture.focus) : []) {
        found.set(rendition.file, {
          file: rendition.file,
          // The name holds a hash over the picture and how it is cut.
          fingerprint: rendition.file,
          costly: true,
          make: () => cut(source as SourceFile, rendition, shape === "wide" ? picture.focus : undefined),
        });
      }
    }
  }
  return [...found.values()];
}

/** Efforts by measurement: AVIF at its default costs most of a build and saves a twentieth of the bytes. */
const encoders = {
  avif: (picture: Sharp) => picture.avif({ quality: 50, effort: 1 }),
  webp: (picture: Sharp) => picture.webp({ quality: 74, effort: 2 }),
  jpeg: (picture: Sharp) => picture.flatten({ background: "#fff" }).jpeg({ quality: 76, progressive: true }),
};

function cut(source: SourceFile, { width, height, format }: Rendition, focus: Focus | undefined): Promise<Uint8Array> {
  const picture = sharp(source.path, { failOn: "error" }).rotate();
  const pixels = source.pixels ?? { width, height };
  const sized = focus
    ? picture.extract(around(focus, pixels, width / height)).resize(width, height)
    : picture.resize(width, height, { fit: "cover", position: sharp.strategy.attention });
  return encoders[format](sized).toBuffer();
}

/** The largest part of a picture in a shape, with the focus as near to its middle as the edges allow. */
function around([x, y]: Focus, { width, height }: { width: number; height: number }, ratio: number): Region {
  const size = {
    width: Math.min(width, Math.round(height * ratio)),
    height: Math.min(height, Math.round(width / ratio)),
  };
  const start = (at: number, whole: number, part: number) =>
    Math.round(Math.max(0, Math.min(whole - part, (at / 100) * whole - part / 2)));
  return { left: start(x, width, size.width), top: start(y, height, size.height), ...size };
}
