import { extensionOf, publishedName, type SourceFile } from "./file.ts";
import { sha256 } from "./hash.ts";

/** The shape in which pictures stand over a release and on its card: 2.14 to 1. */
const WIDE = 1392 / 651;

/** Whether a picture is cropped to the wide shape or keeps its own. */
export type Shape = "wide" | "own";

/** Widths in pixels: a card, a card on a dense screen or the hero on a phone, the text or the hero on a large screen. */
const WIDTHS = [448, 896, 1392] as const;

/** For feeds, whose readers have a narrow column, and for browsers that know no other format, which choose no size. */
const FALLBACKS = WIDTHS.slice(1);

/** The smallest size of a picture in the wide shape; of one that is smaller still, the shape. */
export const SMALLEST_WIDE = { width: WIDTHS[0], height: Math.round(WIDTHS[0] / WIDE) };

/** The hero on a large and dense screen, in the smallest format only. */
const WIDEST = 2088;

/** A moving picture is published at this width, at most. */
const MOVING_WIDTH = 896;

/** What moves longer than this must be stoppable (WCAG 2.2.2), and so does not move on a page. */
const MOST_SECONDS = 5;

/** Longest side in pixels of what is offered for the web; the other download is the picture's full size. */
const WEB_SIDE = 1600;

export type Format = "avif" | "webp" | "jpeg" | "png";

/** Raised when the way pictures are made changes, so that their names do. */
const RECIPE = "2";

/** A picture as it is published: one size in one format. */
export interface Rendition {
  readonly file: string;
  readonly format: Format;
  readonly width: number;
  readonly height: number;
}

/** What must stay when a picture is cropped: per cent from the left and from the top. */
export type Focus = readonly [number, number];

/** In the order in which a browser is offered them; the last one every browser knows. */
export function formatsOf(source: SourceFile): readonly [Format, Format, Format] {
  return ["avif", "webp", fallbackOf(source)];
}

function fallbackOf({ seen }: SourceFile): Format {
  return seen?.transparent ? "png" : "jpeg";
}

function sizeOf({ pixels }: SourceFile): { readonly width: number; readonly height: number } {
  return pixels ?? { width: 1, height: 1 };
}

/** The start of a rendition's path: it says what it is, and changes with the bytes and with how they are made. */
function stemOf(source: SourceFile, how: string): string {
  return publishedName({
    ...source,
    sha256: sha256([RECIPE, source.sha256, how, JSON.stringify(source.marks ?? {})].join(" ")),
  })
    .replace(/^files\//, "pictures/")
    .slice(0, -1 - extensionOf(source.file).length);
}

const endOf = (format: Format) => (format === "jpeg" ? "jpg" : format);

/** The sizes and formats of a picture in a shape; never larger than the picture is. */
export function renditionsOf(source: SourceFile, shape: Shape, focus?: Focus): Rendition[] {
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
}

/** An animation that may move on a page: short enough to need no button, small enough for a phone. */
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

/** How often an animation is played: as often as five seconds hold it. */
export function playsOf({ seen }: SourceFile): number {
  return Math.max(1, Math.floor(MOST_SECONDS / (seen?.seconds || MOST_SECONDS)));
}

/**
 * A picture as it can be taken away: in full size, and smaller for the web where that is worth a choice. `rights` is what
 * is written into the file, of which its name holds a hash.
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
