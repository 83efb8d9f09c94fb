import path from "node:path";
import { imageSize } from "image-size";
import { extensionOf, type SourceFile } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
import type { Problem } from "../model/problem.ts";
import { fieldProblem } from "./check.ts";
import { bytesOf, found, namesIn, type Refusal } from "./disk.ts";
import type { YamlPart } from "./front-matter.ts";
import { problemAt } from "./source.ts";
import { didYouMean, listed } from "./suggest.ts";
import type { Place } from "./yaml.ts";

/** What a file is for, and by which ends of its name it is known. */
const purposes = {
  photograph: ["jpg", "jpeg", "png", "webp", "avif", "gif", "tif", "tiff"],
  logo: ["svg", "png", "webp"],
  font: ["woff2", "ttf", "otf"],
  document: ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "rtf", "zip"],
} as const;
type Purpose = keyof typeof purposes;

/** A header of a few bytes can claim so many pixels that a computer has no room for them. */
const MOST_MEGAPIXELS = 100;
const FEWEST_PIXELS = 64;

/** Bytes: what GitHub takes at most, and less than what fills the memory of the machine that builds. */
const LARGEST = 100_000_000;

/** A file that a field names, from the folder of the file the field stands in; or a text, at a line and column of its file. */
export interface NamedFile {
  readonly at: readonly PropertyKey[] | Place;
  readonly name: string;
  readonly purpose: Purpose;
}

/** The files that content names, found and measured, each once. */
export class Files {
  readonly found = new Map<string, SourceFile>();
  readonly #contentDir: string;

  constructor(contentDir: string) {
    this.#contentDir = contentDir;
  }

  /** Finds what the fields of one YAML part name; a file that is missing or not what it should be is a problem at its field. */
  find(part: YamlPart, named: readonly NamedFile[]): Problem[] {
    const folder = path.posix.dirname(part.source.file);
    return named.flatMap(({ at, name, purpose }) => {
      const file = path.posix.join(folder, name);
      const words = this.#fault(folder, file, name, purpose);
      if (!words) return [];
      return ["line" in at ? problemAt(part.source, at.line, at.column, words) : fieldProblem(part, at, words)];
    });
  }

  #fault(folder: string, file: string, name: string, purpose: Purpose): Fault | undefined {
    if (this.found.has(file)) return undefined;
    const at = found(this.#contentDir, file);
    if (at.is === "nothing" || at.is === "folder") {
      const meant = didYouMean(name, namesIn(this.#contentDir, folder));
      const isCase = meant?.toLowerCase() === name.toLowerCase();
      const fix = isCase
        ? `Write “${meant}”, as the file is called: capital and small letters are not the same on the web.`
        : meant
          ? `Did you mean “${meant}”?`
          : `Put it ${folder === "." ? "beside site.yaml" : `into ${folder}/`}, or correct its name.`;
      return { message: `The file “${name}” is not there.`, fix };
    }
    if (at.is === "refused") return refusedFile(name, at);
    const kinds: readonly string[] = purposes[purpose];
    if (/^hei[cf]$/.test(extensionOf(file))) {
      return {
        message: `The picture “${name}” is in the format of a phone (HEIC), which browsers and newspapers cannot show.`,
        fix: "Export it as JPEG: on an iPhone, send it by mail to yourself, or choose Settings, Camera, Formats, Most Compatible.",
      };
    }
    if (!kinds.includes(extensionOf(file))) {
      return {
        message: `The file “${name}” cannot be used as a ${purpose}.`,
        fix: `A ${purpose} is a file that ends in ${listed(kinds)}.`,
      };
    }
    if (at.size > LARGEST) {
      return {
        message: `The file “${name}” has ${Math.round(at.size / 1_000_000)} MB, and GitHub takes none above ${LARGEST / 1_000_000} MB.`,
        fix: "Make it smaller, or put it where large files are kept and link to it.",
      };
    }
    const bytes = bytesOf(at);
    if ("what" in bytes) return refusedFile(name, bytes);
    const size = bytes.length;
    const known = { file, path: at.path, size, sha256: sha256(bytes) };
    if (size === 0) return { message: `The file “${name}” is empty.`, fix: "Save it again, or leave it out." };
    if (purpose === "photograph" || purpose === "logo") {
      const pixels = pixelsOf(bytes);
      if (!pixels) {
        return {
          message: `The file “${name}” is no picture, whatever its name says.`,
          fix: "Open it in a picture program and save it again, or ask for it anew.",
        };
      }
      const megapixels = (pixels.width * pixels.height) / 1_000_000;
      if (megapixels > MOST_MEGAPIXELS) {
        return {
          message: `The picture “${name}” has ${Math.round(megapixels)} megapixels, far more than any page or newspaper can use.`,
          fix: `Save it smaller: up to ${MOST_MEGAPIXELS} megapixels, 10,000 by 10,000 pixels.`,
        };
      }
      if (purpose === "photograph" && Math.min(pixels.width, pixels.height) < FEWEST_PIXELS) {
        return {
          message: `The picture “${name}” is only ${pixels.width} by ${pixels.height} pixels.`,
          fix: "Ask for the photograph in its full size: 1400 pixels wide or more look good everywhere.",
        };
      }
      if (extensionOf(file) === "svg" && isActive(bytes.toString("utf8"))) {
        return {
          message: `The drawing “${name}” contains a script, or loads something from elsewhere.`,
          fix: "Save it as plain SVG without scripts, links and outside pictures, or as PNG.",
        };
      }
      this.found.set(file, { ...known, pixels });
    } else this.found.set(file, known);
    return undefined;
  }
}

interface Fault {
  readonly message: string;
  readonly fix: string;
}

function refusedFile(name: string, { what, fix }: Refusal): Fault {
  return { message: `The file “${name}” ${what}.`, fix };
}

/** EXIF orientations 5 to 8 stand on their side. */
function pixelsOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/**
 * What lets a drawing do more than be looked at. It is published as a document of the site, so that a script in it would be one
 * of the site's own.
 */
const ACTIVE = [
  /<(?:[^\s<>/:]+:)?(?:script|foreignObject|iframe|object|embed)(?![\w.-])/i,
  /http:\/\/www\.w3\.org\/1999\/xhtml/i,
  /\son\w+\s*=|javascript:/i,
  // An animation may write a link or a handler.
  /\battributeName\s*=\s*["']\s*(?:[^"':]+:)?(?:href|on)/i,
  // Declarations may hold attributes, a style sheet may be a program (XSLT).
  /<!ENTITY|<!ATTLIST|<\?xml-stylesheet/i,
  /@import|url\(\s*["']?(?!#)|\bhref\s*=\s*["'](?!#|data:image\/(?:png|jpeg|webp);)/i,
];

/** Whether a drawing has scripts, handlers, foreign content, entities, or addresses outside itself, also spelled by numbers of characters. */
function isActive(svg: string): boolean {
  const spelled = svg.replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
    String.fromCodePoint(Math.min(Number(hex === undefined ? decimal : `0x${hex}`), 0x10ffff)),
  );
  return ACTIVE.some((pattern) => pattern.test(svg) || pattern.test(spelled));
}
