import { createHash } from "node:crypto";
import { extensionOf, publishedName, type SourceFile } from "./file.ts";

/** The shape in which pictures stand over a release and on its card: 2.14 to 1. */
const WIDE = 1392 / 651;

/** Whether a picture is cropped to the wide shape or keeps its own. */
export type Shape = "wide" | "own";

/** Widths in pixels: a card, a card on a dense screen or the hero on a phone, the hero on a large screen, and on a dense one. */
const WIDTHS = [448, 896, 1392, 2088];

/** In the order in which a browser is offered them; the last one every browser knows. */
export const formats = ["avif", "webp", "jpeg"] as const;
export type Format = (typeof formats)[number];

/** Raised when the way pictures are made changes, so that their names do. */
const RECIPE = "1";

/** A picture as it is published: one size in one format. */
export interface Rendition {
  readonly file: string;
  readonly format: Format;
  readonly width: number;
  readonly height: number;
}

/** What must stay when a picture is cropped: per cent from the left and from the top. */
export type Focus = readonly [number, number];

/** The sizes and formats of a picture in a shape; never larger than the picture is. */
export function renditionsOf(source: SourceFile, shape: Shape, focus?: Focus): Rendition[] {
  const { width = 1, height = 1 } = source.pixels ?? {};
  const ratio = shape === "wide" ? WIDE : width / height;
  const most = Math.max(1, Math.floor(Math.min(width, height * ratio)));
  const widths = WIDTHS.filter((wanted) => wanted < most);
  const largest = Math.min(most, WIDTHS.at(-1) ?? most);
  const version = createHash("sha256")
    .update([RECIPE, source.sha256, shape, shape === "wide" ? String(focus ?? "") : ""].join(" "))
    .digest("hex");
  const stem = publishedName({ ...source, sha256: version })
    .replace(/^files\//, "pictures/")
    .slice(0, -1 - extensionOf(source.file).length);
  return formats.flatMap((format) =>
    [...widths, largest].map((rendition) => ({
      file: `${stem}.${rendition}.${format === "jpeg" ? "jpg" : format}`,
      format,
      width: rendition,
      height: Math.max(1, Math.round(rendition / ratio)),
    })),
  );
}
