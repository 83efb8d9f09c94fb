import path from "node:path";
import { fileBeside } from "../../model/file.ts";
import { textOf } from "../../text/text.ts";
import type { Document, Spot } from "../document.ts";
import type { Rule } from "../rule.ts";

interface Uncredited {
  readonly file: string;
  readonly at: (document: Document) => Spot;
}

export const pictureCredit: Rule = {
  name: "picture-credit",
  group: "reach",
  severity: "warning",
  why: "A picture often says itself who took it (IPTC, XMP, EXIF); who is not named does not give the next one.",
  wrong: "(a picture without credit, whose file names its photographer)",
  right: "(the same picture with credit: Anna Kavalenka)",
  *check(document, { content }) {
    for (const { file, at } of uncredited(document)) {
      const seen = fileBeside(content.files, document, file)?.seen;
      const [kind, words] = seen?.credit
        ? ["credit line", seen.credit]
        : seen?.creator
          ? ["creator", seen.creator]
          : ["copyright notice", seen?.copyright];
      if (words === undefined) continue;
      yield {
        at: at(document),
        message: `The picture ${file} is shown without credit, and its file has a ${kind}: “${words}”.`,
        fix: `If that is right, write with the picture: credit: ${JSON.stringify(words)}`,
      };
    }
  },
};

/** The pictures of a release that have no credit in its fields: the main one, those of the gallery, and those that only the text names. */
function uncredited({ release }: Document): Uncredited[] {
  if (!release) return [];
  const { image, gallery = [] } = release;
  const named = [
    ...(image ? [{ path: ["image", "file"], picture: image }] : []),
    ...gallery.map((picture, index) => ({ path: ["gallery", index, "file"], picture })),
  ];
  const described = new Set(named.map(({ picture }) => picture.file));
  return [
    ...named
      .filter(({ picture }) => picture.credit === undefined)
      .map(({ path: field, picture: { file } }) => ({
        file,
        at: (document: Document) => ({ ...document.field(field), length: file.length }),
      })),
    ...textOf(release)
      .pictures.filter(({ file }) => !described.has(file))
      .map(({ file, at }) => ({ file, at: (document: Document) => document.inBody(at, 2) })),
  ];
}

/** The files of a release that are worth reading for a credit. */
export function filesWithoutCredit(release: NonNullable<Document["release"]>): string[] {
  const { image, gallery = [] } = release;
  const named = [...(image ? [image] : []), ...gallery];
  const credited = new Set(named.filter(({ credit }) => credit !== undefined).map(({ file }) => file));
  const files = [...named, ...textOf(release).pictures].map(({ file }) => file);
  return files
    .filter((file) => !credited.has(file))
    .map((file) => path.posix.join(path.posix.dirname(release.file), file));
}
