import type { Fault, Problem } from "../model/problem.ts";
import type { ReleaseFields, TextPicture } from "../model/release.ts";
import { watchPage } from "../model/video.ts";
import { isOnSite } from "../text/grammar/figures.ts";
import { parseText, type ReleaseText } from "../text/text.ts";
import { fieldName, fieldProblem } from "./check.ts";
import type { NamedFile } from "./files.ts";
import { placeAt } from "./frame.ts";
import { type Divided, problemAt, problemsOf } from "./source.ts";
import type { Place } from "./yaml.ts";

/** Returns the files of the pictures in a text. */
export function picturesNamedIn(part: Divided, { pictures }: ReleaseText): NamedFile[] {
  return pictures
    .filter((picture) => !isForeign(picture))
    .map((picture) => ({ at: placeIn(part, picture), name: picture.file, purpose: "photograph" }));
}

/** Returns the files of pictures that were found sound in a text once, wherever they stand in it. */
export function inText(pictures: readonly TextPicture[]): NamedFile[] {
  return pictures.map(({ file }) => ({ at: [], name: file, purpose: "photograph" }));
}

/** Returns the problems of pictures in a text that would be loaded from another site, which would then know who reads, or from another place of this site. */
export function foreignPictures(part: Divided, { pictures }: ReleaseText): Problem[] {
  return problemsOf(pictures.filter(isForeign), (picture) => {
    const video = watchPage(picture.file);
    if (video !== undefined) {
      return pictureProblem(part, picture, {
        message: "This picture stands for a video on another site, which would know who reads.",
        fix: `Delete it, and write these lines among the fields at the top:\nvideo:\n  - url: ${JSON.stringify(video)}\n    title: ${JSON.stringify(picture.alt ?? "The title of the video")}`,
      });
    }
    const name = /[^/\\?#]+\.[a-z]+(?=$|[?#])/i.exec(picture.file)?.[0] ?? "opening.jpg";
    return pictureProblem(part, picture, {
      message:
        "This picture is not beside the release: it would be loaded from elsewhere, and could change or vanish there.",
      fix: `Save the picture into the release's folder and write only its name: ![${picture.alt ?? "What can be seen"}](${name})`,
    });
  });
}

/** Returns the problems of pictures in a standing page, which cannot show any. */
export function picturesInPage(part: Divided, lang: string): Problem[] {
  return problemsOf(hidden(part.body, lang), (picture) =>
    pictureProblem(part, picture, {
      message: "A standing page cannot show this picture: only a release has pictures.",
      fix: "Take it out, or put it into a release and link to that.",
    }),
  );
}

function pictureProblem(part: Divided, picture: TextPicture, fault: Fault): Problem {
  const { line, column } = placeIn(part, picture);
  return problemAt(part.source, line, column, fault);
}

/** Returns the problems of pictures in the Markdown fields of a release, which cannot show any. */
export function picturesInFields(part: Divided, { notes = "", changes = [] }: ReleaseFields, lang: string): Problem[] {
  const texts = [
    { at: ["notes"], text: notes },
    ...changes.map(({ note }, index) => ({ at: ["changes", index, "note"], text: note })),
  ];
  return texts.flatMap(({ at, text }) =>
    problemsOf(hidden(text, lang), ({ file }) =>
      fieldProblem(part, at, {
        message: `“${fieldName(at)}” cannot show the picture ${file}.`,
        fix: "Put it into the text below the fields, or into gallery.",
      }),
    ),
  );
}

function hidden(text: string, lang: string): TextPicture[] {
  return parseText(text, lang).pictures.filter(({ file }) => !isOnSite(file));
}

function isForeign({ file }: TextPicture): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/|\.\.\/)/i.test(file);
}

function placeIn({ body, bodyLine }: Divided, { at }: TextPicture): Place {
  const { line, column } = placeAt(body, at);
  return { line: bodyLine + line - 1, column };
}
