import { extensionOf, publishedName, type SourceFile } from "./file.ts";
import { sha256 } from "./hash.ts";
import { oncePer } from "./memo.ts";

/** The ratio of width to height of a main picture and of a picture on a card: 2.14 to 1. */
const WIDE = 1392 / 651;

/** Whether a picture is cropped to the wide shape or keeps its own. */
export type Shape = "wide" | "own";

/** Widths in pixels: a card, a card on a dense screen or the hero on a phone, the text or the hero on a large screen. */
const WIDTHS = [448, 896, 1392] as const;

/** Widths in the fallback format: for feeds, which are read in a narrow column, and for browsers that know no other format. */
const FALLBACKS = WIDTHS.slice(1);

/** The smallest size in the wide shape. Of a smaller picture it is only the shape. */
export const SMALLEST_WIDE = { width: WIDTHS[0], height: Math.round(WIDTHS[0] / WIDE) };

/** The width of the main picture on a large, dense screen, in AVIF only. */
const WIDEST = 2088;

/** The largest width of a published animation. */
const MOVING_WIDTH = 896;

/** Longer animations are shown as still pictures, because a reader must be able to stop them (WCAG 2.2.2). */
const MOST_SECONDS = 5;

/** The longest side in pixels of the download for the web; the other download has the full size. */
const WEB_SIDE = 1600;

export type Format = "avif" | "webp" | "jpeg" | "png";

/** Raise it when the way pictures are made changes, so that their names change. */
const RECIPE = "2";

/** A picture as it is published: one size in one format. */
export interface Rendition {
  readonly file: string;
  readonly format: Format;
  readonly width: number;
  readonly height: number;
}

/** The point that must stay when a picture is cropped: per cent from the left and from the top. */
export type Focus = readonly [number, number];

/** Returns the formats in the order in which browsers are offered them. Every browser knows the last one. */
export function formatsOf(source: SourceFile): readonly [Format, Format, Format] {
  return ["avif", "webp", fallbackOf(source)];
}

function fallbackOf({ seen }: SourceFile): Format {
  return seen?.transparent ? "png" : "jpeg";
}

function sizeOf({ pixels }: SourceFile): { readonly width: number; readonly height: number } {
  return pixels ?? { width: 1, height: 1 };
}

/** Returns the start of a rendition's path, which changes with the bytes of the picture and with the way it is made. */
function stemOf(source: SourceFile, how: string): string {
  return publishedName({
    ...source,
    sha256: sha256([RECIPE, source.sha256, how, JSON.stringify(source.marks ?? {})].join(" ")),
  })
    .replace(/^files\//, "pictures/")
    .slice(0, -1 - extensionOf(source.file).length);
}

const endOf = (format: Format) => (format === "jpeg" ? "jpg" : format);

/** Returns the sizes and formats of a picture in a shape, none of them larger than the picture. */
export function renditionsOf(source: SourceFile, shape: Shape, focus?: Focus): readonly Rendition[] {
  return renditions(source, shape, focus?.join());
}

/** A build asks several times for those of each picture. */
const renditions = oncePer((source: SourceFile, shape: Shape, focus: string | undefined): readonly Rendition[] => {
  const { width, height } = sizeOf(source);
  const ratio = shape === "wide" ? WIDE : width / height;
  const most = Math.max(1, Math.floor(Math.min(width, height * ratio)));
  const widthsIn = (format: Format) => {
    const wanted =
      format === fallbackOf(source) ? FALLBACKS : shape === "wide" && format === "avif" ? [...WIDTHS, WIDEST] : WIDTHS;
    const largest = Math.min(most, wanted.at(-1) ?? most);
    return [...wanted.filter((width) => width < largest), largest];
  };
  const stem = stemOf(source, shape === "wide" ? `wide ${focus ?? ""}` : "own");
  return formatsOf(source).flatMap((format) =>
    widthsIn(format).map((rendition) => ({
      file: `${stem}.${rendition}.${endOf(format)}`,
      format,
      width: rendition,
      height: Math.max(1, Math.round(rendition / ratio)),
    })),
  );
});

/** Returns the rendition of an animation that may move on a page: short enough to need no button, small enough for a phone. */
export function movingOf(source: SourceFile): Rendition | undefined {
  const seconds = source.seen?.seconds;
  if (seconds === undefined || seconds > MOST_SECONDS) return undefined;
  const { width, height } = sizeOf(source);
  const shown = Math.min(width, MOVING_WIDTH);
  return {
    file: `${stemOf(source, "moving")}.${shown}.webp`,
    format: "webp",
    width: shown,
    height: Math.max(1, Math.round((shown * height) / width)),
  };
}

/** Returns how often an animation is played: as often as fits into five seconds. */
export function playsOf({ seen }: SourceFile): number {
  return Math.max(1, Math.floor(MOST_SECONDS / (seen?.seconds || MOST_SECONDS)));
}

/**
 * Returns the downloads of a picture: in full size and, if it is large, smaller for the web. `rights` is written into the file, whose
 * name holds a hash over them.
 */
export function downloadsOf(source: SourceFile, rights: unknown): Rendition[] {
  const { width, height } = sizeOf(source);
  const stem = stemOf(source, `download ${JSON.stringify(rights)}`).replace(/^pictures/, "downloads");
  const format = fallbackOf(source);
  const longest = Math.max(width, height);
  const sides = longest > WEB_SIDE * 1.2 ? [longest, WEB_SIDE] : [longest];
  return sides.map((side) => ({
    file: `${stem}.${side}.${endOf(format)}`,
    format,
    width: Math.round((width * side) / longest),
    height: Math.round((height * side) / longest),
  }));
}
