import { createHash } from "node:crypto";
import { extensionOf, publishedName, type SourceFile } from "./file.ts";

/** The one shape in which pictures stand over a release and on its card: 2.14 to 1. */
const RATIO = 1392 / 651;

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

/** The sizes and formats of a picture in the site's wide shape; never larger than the picture is. */
export function renditionsOf(source: SourceFile, focus?: Focus): Rendition[] {
  const { width = 0, height = 0 } = source.pixels ?? {};
  const most = Math.max(1, Math.floor(Math.min(width, height * RATIO)));
  const widths = WIDTHS.filter((wanted) => wanted < most);
  const largest = Math.min(most, WIDTHS.at(-1) ?? most);
  const version = createHash("sha256")
    .update([RECIPE, source.sha256, String(focus ?? "")].join(" "))
    .digest("hex");
  const stem = publishedName({ ...source, sha256: version })
    .replace(/^files\//, "pictures/")
    .slice(0, -1 - extensionOf(source.file).length);
  return formats.flatMap((format) =>
    [...widths, largest].map((rendition) => ({
      file: `${stem}.${rendition}.${format === "jpeg" ? "jpg" : format}`,
      format,
      width: rendition,
      height: Math.max(1, Math.round(rendition / RATIO)),
    })),
  );
}
