import { imageSize } from "image-size";
import { extensionOf, type SourceFile } from "../model/file.ts";
import { cleanDrawing } from "./drawing.ts";
import type { DrawingFault } from "./drawing-styles.ts";

/** A header of a few bytes can claim so many pixels that a computer has no room for them. */
const MOST_MEGAPIXELS = 100;
const FEWEST_PIXELS = 64;

/** Bytes of a drawing: a logo is on every page. */
const LARGEST_DRAWING = 1_000_000;

/** What is wrong with a file, and what would be right. */
export interface Fault {
  readonly message: string;
  readonly fix: string;
}

/** How large a picture is; of a drawing also what of it is published. */
export function measured(
  name: string,
  bytes: Buffer,
  purpose: "photograph" | "logo",
): Pick<SourceFile, "pixels" | "drawing"> | Fault {
  if (extensionOf(name) === "svg") return drawn(name, bytes);
  const pixels = pixelsOf(bytes);
  if (!pixels || pixels.isDrawing) return notAPicture(name);
  const { width, height } = pixels;
  const fault = tooLarge(name, pixels);
  if (fault) return fault;
  if (purpose === "photograph" && Math.min(width, height) < FEWEST_PIXELS) {
    return {
      message: `The picture “${name}” is only ${width} by ${height} pixels.`,
      fix: "Ask for the photograph in its full size: 1400 pixels wide or more look good everywhere.",
    };
  }
  return { pixels: { width, height } };
}

function drawn(name: string, bytes: Buffer): Pick<SourceFile, "pixels" | "drawing"> | Fault {
  if (bytes.length > LARGEST_DRAWING) {
    return {
      message: `The drawing “${name}” has ${(bytes.length / 1_000_000).toFixed(1)} MB, and each page would load it.`,
      fix: "A logo has some kilobytes. Ask for a simpler one, or save it as PNG.",
    };
  }
  const clean = cleanDrawing(bytes);
  if ("fault" in clean) return faults[clean.fault](name);
  const pixels = pixelsOf(Buffer.from(clean.svg));
  if (!pixels) {
    return {
      message: `The drawing “${name}” does not say how large it is.`,
      fix: "Save it with a width and a height, or as PNG.",
    };
  }
  const { width, height } = pixels;
  return tooLarge(name, pixels) ?? { drawing: clean.svg, pixels: { width, height } };
}

function tooLarge(name: string, { width, height }: NonNullable<SourceFile["pixels"]>): Fault | undefined {
  const megapixels = (width * height) / 1_000_000;
  if (megapixels <= MOST_MEGAPIXELS) return undefined;
  return {
    message: `The picture “${name}” has ${Math.round(megapixels)} megapixels, far more than any page or newspaper can use.`,
    fix: `Save it smaller: up to ${MOST_MEGAPIXELS} megapixels, 10,000 by 10,000 pixels.`,
  };
}

const AGAIN = "Open it in a drawing program and save it as plain SVG, or as PNG.";

const faults: Readonly<Record<DrawingFault, (name: string) => Fault>> = {
  active: (name) => ({
    message: `The drawing “${name}” contains a script, or loads something from elsewhere.`,
    fix: "Save it as plain SVG without scripts, links, animation and other pictures in it, or as PNG.",
  }),
  encoding: (name) => ({
    message: `The drawing “${name}” is not saved as UTF-8, so what it says cannot be told for certain.`,
    fix: AGAIN,
  }),
  unreadable: (name) => ({
    message: `The drawing “${name}” is damaged, or is no drawing, whatever its name says.`,
    fix: AGAIN,
  }),
};

function notAPicture(name: string): Fault {
  return {
    message: `The file “${name}” is no picture, whatever its name says.`,
    fix: "Open it in a picture program and save it again, or ask for it anew.",
  };
}

/** EXIF orientations 5 to 8 stand on their side. */
function pixelsOf(bytes: Uint8Array): { width: number; height: number; isDrawing: boolean } | undefined {
  try {
    const { width, height, orientation = 1, type } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    const isDrawing = type === "svg";
    return orientation >= 5 ? { width: height, height: width, isDrawing } : { width, height, isDrawing };
  } catch {
    return undefined;
  }
}
