import { imageSize } from "image-size";
import { attempt } from "../model/attempt.ts";
import { extensionOf, type SourceFile } from "../model/file.ts";
import { type Fault, type Read, read, wrong } from "../model/problem.ts";
import { cleanDrawing } from "./drawing.ts";
import type { DrawingFault } from "./drawing-styles.ts";

/** The limit for pictures, because a header of a few bytes can claim more pixels than fit into memory. */
const MOST_MEGAPIXELS = 100;
const FEWEST_PIXELS = 64;

/** The most bytes of a drawing, because a logo is on every page. */
const LARGEST_DRAWING = 1_000_000;

/** The size of a picture, and the published form of a drawing. */
type Measured = Read<Pick<SourceFile, "pixels" | "drawing">, Fault>;

/** Measures a picture. A file that is no picture, or cannot be published as one, is wrong. */
export function measured(name: string, bytes: Buffer, purpose: "photograph" | "logo"): Measured {
  if (extensionOf(name) === "svg") return drawn(name, bytes);
  const { width, height, type } = sizeOf(bytes) ?? {};
  if (!width || !height || type === "svg") {
    return wrong({
      message: `The file “${name}” is no picture, whatever its name says.`,
      fix: "Open it in a picture program and save it again, or ask for it anew.",
    });
  }
  if (purpose === "photograph" && Math.min(width, height) < FEWEST_PIXELS) {
    return wrong({
      message: `The picture “${name}” is only ${width} by ${height} pixels.`,
      fix: "Ask for the photograph in its full size: 1400 pixels wide or more look good everywhere.",
    });
  }
  return notTooLarge(name, { pixels: { width, height } });
}

function drawn(name: string, bytes: Buffer): Measured {
  if (bytes.length > LARGEST_DRAWING) {
    return wrong({
      message: `The drawing “${name}” has ${(bytes.length / 1_000_000).toFixed(1)} MB, and each page would load it.`,
      fix: "A logo has some kilobytes. Ask for a simpler one, or save it as PNG.",
    });
  }
  const clean = cleanDrawing(bytes);
  if (clean.is === "wrong") return wrong(...clean.problems.map((fault) => faults[fault](name)));
  const { width, height } = sizeOf(Buffer.from(clean.value)) ?? {};
  if (!width || !height) {
    return wrong({
      message: `The drawing “${name}” does not say how large it is.`,
      fix: "Save it with a width and a height, or as PNG.",
    });
  }
  return notTooLarge(name, { drawing: clean.value, pixels: { width, height } });
}

function notTooLarge(
  name: string,
  picture: Pick<SourceFile, "drawing"> & Pick<Required<SourceFile>, "pixels">,
): Measured {
  const megapixels = (picture.pixels.width * picture.pixels.height) / 1_000_000;
  if (megapixels <= MOST_MEGAPIXELS) return read(picture);
  return wrong({
    message: `The picture “${name}” has ${Math.round(megapixels)} megapixels, far more than any page or newspaper can use.`,
    fix: `Save it smaller: up to ${MOST_MEGAPIXELS} megapixels, 10,000 by 10,000 pixels.`,
  });
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

/** Returns the size of a picture as it is seen: EXIF orientations 5 to 8 are turned by 90°. */
function sizeOf(bytes: Uint8Array) {
  return attempt(() => {
    const { width, height, orientation = 1, type } = imageSize(bytes);
    return orientation >= 5 ? { width: height, height: width, type } : { width, height, type };
  });
}
