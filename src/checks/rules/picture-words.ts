import { parseText } from "../../text/text.ts";
import type { Document } from "../document.ts";
import type { Fault, Rule } from "../rule.ts";

/** A name that a camera or a program gave. */
const FILE_NAME =
  /\.(?:jpe?g|png|webp|gif|tiff?|avif|heic)$|^(?:img|dsc|dscn|dscf|image|photo|picture|screenshot|whatsapp image|снимок|фото)[\s_-]*\d+|^[\w-]*\d{5,}[\w-]*$|^[\p{L}\d]+(?:[_-][\p{L}\d]+){2,}$/iu;

export const pictureWords: Rule = {
  name: "picture-words",
  group: "reach",
  severity: "warning",
  why: "Without alt a blind reader has no picture; without credit and licence no newspaper may print it.",
  wrong: "![](opening.jpg)",
  right: "![Two officers cut a ribbon](opening.jpg)",
  *check(document) {
    const { release } = document;
    const pictures = [
      ...(release?.image ? [{ at: ["image"], picture: release.image }] : []),
      ...(release?.gallery ?? []).map((picture, index) => ({ at: ["gallery", index], picture })),
    ];
    for (const { at, picture } of pictures) {
      const missing = (["alt", "credit", "licence"] as const).filter((name) => picture[name] === undefined);
      if (missing.length > 0) {
        yield {
          at: { ...document.field([...at, "file"]), length: picture.file.length },
          message: `The picture ${picture.file} has no ${missing.join(", no ")}.`,
          fix: missing.includes("alt")
            ? "alt says what can be seen, credit who is to be named, licence on which terms it may be used."
            : "credit says who is to be named, licence on which terms it may be used.",
        };
      }
      if (picture.alt && FILE_NAME.test(picture.alt))
        yield nameAsAlt(document.field([...at, "alt"]).offset, picture.alt);
    }
    yield* inText(document);
  },
};

function* inText(document: Document): Generator<Fault> {
  for (const { alt = "", ...picture } of parseText(document.body, document.lang).pictures) {
    const at = document.inBody(picture.at, picture.end - picture.at);
    if (alt.trim() === "") {
      yield {
        at,
        message: "This picture has no words for those who cannot see it.",
        fix: "Write between the square brackets what can be seen.",
      };
    } else if (FILE_NAME.test(alt)) yield nameAsAlt(at.offset + 2, alt);
  }
}

function nameAsAlt(offset: number, alt: string): Fault {
  return {
    at: { offset, length: alt.length },
    message: `“${alt}” is the name of a file, and says nothing to those who cannot see the picture.`,
    fix: "Write what can be seen: Two officers cut a ribbon.",
  };
}
