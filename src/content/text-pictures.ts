import type { Problem } from "../model/problem.ts";
import { picturesInText, type TextPicture } from "../model/text-pictures.ts";
import type { NamedFile } from "./files.ts";
import type { Divided } from "./front-matter.ts";
import { problemAt } from "./source.ts";
import type { Place } from "./yaml.ts";

/** The files of the pictures that stand in a text. */
export function picturesNamedIn(part: Divided): NamedFile[] {
  return picturesInText(part.body)
    .filter((picture) => !isForeign(picture))
    .map((picture) => ({ at: placeIn(part, picture), name: picture.file, purpose: "photograph" }));
}

/** Pictures in a text that would be loaded from elsewhere, or from another place of the site: that tells a third party who reads. */
export function foreignPictures(part: Divided): Problem[] {
  return picturesInText(part.body)
    .filter(isForeign)
    .map((picture) => {
      const { line, column } = placeIn(part, picture);
      const name = /[^/?#]+\.[a-z]+(?=$|[?#])/i.exec(picture.file)?.[0] ?? "opening.jpg";
      return problemAt(part.source, line, column, {
        message:
          "This picture is not beside the release: it would be loaded from elsewhere, and could change or vanish there.",
        fix: `Save the picture into the release's folder and write only its name: ![What can be seen](${name})`,
      });
    });
}

function isForeign({ file }: TextPicture): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/|\.\.\/)/i.test(file);
}

function placeIn({ body, bodyLine }: Divided, { at }: TextPicture): Place {
  const before = body.slice(0, at).split("\n");
  return { line: bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
