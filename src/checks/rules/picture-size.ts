import { fileBeside } from "../../model/file.ts";
import type { Rule } from "../rule.ts";

/** The longer side for two columns of a newspaper, 10 cm, at 300 dots an inch. */
const PRINT = 1200;

export const pictureSize: Rule = {
  name: "picture-size",
  group: "reach",
  severity: "warning",
  why: "A newspaper prints two columns from 1200 pixels on; a smaller picture is left out.",
  wrong: "(a picture of 800 by 600 pixels)",
  right: "(a picture of 3000 by 2000 pixels)",
  *check(document, { content }) {
    const { release } = document;
    const named = [
      ...(release?.image ? [{ at: ["image", "file"], file: release.image.file }] : []),
      ...(release?.gallery ?? []).map(({ file }, index) => ({ at: ["gallery", index, "file"], file })),
    ];
    for (const { at, file } of named) {
      const pixels = fileBeside(content.files, document, file)?.pixels;
      if (!pixels || Math.max(pixels.width, pixels.height) >= PRINT) continue;
      yield {
        at: { ...document.field(at), length: file.length },
        message: `The picture ${file} is ${pixels.width} by ${pixels.height} pixels: too small for print.`,
        fix: `Ask for it in its full size, ${PRINT} pixels or more on its longer side.`,
      };
    }
  },
};
