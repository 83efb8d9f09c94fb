import path from "node:path";
import { extensionOf, type SourceFile } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
import { andThen, type Fault, type Problem, type Read, read, wrong } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import { fieldProblem } from "./check.ts";
import { bytesOf, found, namesIn, type Refusal } from "./disk.ts";
import { measured } from "./picture.ts";
import { problemAt, problemsOf, type YamlPart } from "./source.ts";
import { didYouMean, listed } from "./suggest.ts";
import type { Place } from "./yaml.ts";

/** The purposes of files, each with the extensions that it allows. */
const purposes = {
  photograph: ["jpg", "jpeg", "png", "webp", "avif", "gif", "tif", "tiff"],
  logo: ["svg", "png", "webp"],
  font: ["woff2", "ttf", "otf"],
  document: ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "rtf", "zip"],
} as const;
type Purpose = keyof typeof purposes;

/** Whether a file has an extension that a purpose allows. */
export function isFor(purpose: Purpose, file: string): boolean {
  const kinds: readonly string[] = purposes[purpose];
  return kinds.includes(extensionOf(file));
}

/** Whether a file is a picture as some phones save it, which browsers cannot show. */
export function isFromPhone(file: string): boolean {
  return /^hei[cf]$/.test(extensionOf(file));
}

/** The most bytes that GitHub accepts, and that fit into the memory of the machine that builds. */
const LARGEST = 100_000_000;

/** A file that a field or a text names, with the path of the field or the line and column. Its name is a path from the folder of that text. */
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
    const faults = named.flatMap((each) => this.#look(folder, each).map((fault) => ({ ...each, fault })));
    return problemsOf(faults, ({ at, name, fault }) => {
      const words = fault === "missing" ? missing(this.#contentDir, folder, name) : fault;
      return "line" in at ? problemAt(part.source, at.line, at.column, words) : fieldProblem(part, at, words);
    });
  }

  /** Whether all is found that a source names, and as it should be. */
  has(source: string, named: readonly NamedFile[]): boolean {
    return named.every((each) => this.#look(path.posix.dirname(source), each).length === 0);
  }

  /** Returns what is wrong with a file; one that is right is remembered. */
  #look(folder: string, { name, purpose }: NamedFile): readonly (Fault | "missing")[] {
    const file = path.posix.join(folder, name).normalize("NFC");
    if (this.found.has(file)) return [];
    const source = sourceFile(this.#contentDir, file, name, purpose);
    if (source.is === "wrong") return source.problems;
    this.found.set(file, source.value);
    return [];
  }
}

/** Takes it that all files are there. */
export const unlooked: Reading["files"] = { found: new Map(), find: () => [], has: () => true };

function missing(contentDir: string, folder: string, name: string): Fault {
  const meant = didYouMean(name, namesIn(contentDir, folder));
  const isCase = meant?.toLowerCase() === name.toLowerCase();
  const fix = isCase
    ? `Write “${meant}”, as the file is called: capital and small letters are not the same on the web.`
    : meant
      ? `Did you mean “${meant}”?`
      : `Put it ${folder === "." ? "beside site.yaml" : `into ${folder}/`}, or correct its name.`;
  return { message: `The file “${name}” is not there.`, fix };
}

function sourceFile(
  contentDir: string,
  file: string,
  name: string,
  purpose: Purpose,
): Read<SourceFile, Fault | "missing"> {
  const at = found(contentDir, file);
  if (at.is === "nothing" || at.is === "folder") return wrong("missing");
  if (at.is === "refused") return wrong(refusedFile(name, at));
  if (isFromPhone(file)) return wrong(fromPhone(name));
  if (!isFor(purpose, file)) {
    return wrong({
      message: `The file “${name}” cannot be used as a ${purpose}.`,
      fix: `A ${purpose} is a file that ends in ${listed(purposes[purpose])}.`,
    });
  }
  if (at.size > LARGEST) {
    return wrong({
      message: `The file “${name}” has ${Math.round(at.size / 1_000_000)} MB, and GitHub takes none above ${LARGEST / 1_000_000} MB.`,
      fix: "Make it smaller, or put it where large files are kept and link to it.",
    });
  }
  const bytes = bytesOf(at);
  if (!Buffer.isBuffer(bytes)) return wrong(refusedFile(name, bytes));
  if (bytes.length === 0) {
    return wrong({ message: `The file “${name}” is empty.`, fix: "Save it again, or leave it out." });
  }
  if (purpose === "document" && /^\s*<(?:!doctype html|html)/i.test(bytes.toString("latin1", 0, 200))) {
    return wrong({
      message: `The file “${name}” is a web page, whatever its name says.`,
      fix: "Open the document where it is, and save it again: what was saved is often the page that asks who you are.",
    });
  }
  // Renamed to .jpg it is still HEIC.
  if (/^ftyphe[iv]/.test(bytes.toString("latin1", 4, 12))) return wrong(fromPhone(name));
  const source = { file, path: at.path, size: bytes.length, sha256: sha256(bytes) };
  if (purpose !== "photograph" && purpose !== "logo") return read(source);
  return andThen(measured(name, bytes, purpose), (picture) => {
    const { drawing } = picture;
    // The published drawing is the one that was written anew, so that its size and hash count.
    const published = drawing === undefined ? {} : { size: Buffer.byteLength(drawing), sha256: sha256(drawing) };
    return read({ ...source, ...picture, ...published });
  });
}

function fromPhone(name: string): Fault {
  return {
    message: `The picture “${name}” is in the format of a phone (HEIC), which browsers and newspapers cannot show.`,
    fix: "Export it as JPEG: on an iPhone, email it to yourself, or choose Settings, Camera, Formats, Most Compatible.",
  };
}

function refusedFile(name: string, { what, fix }: Refusal): Fault {
  return { message: `The file “${name}” ${what}.`, fix };
}

/** A reading of content/: where it is, and what is known and wrong so far. */
export interface Reading {
  readonly contentDir: string;
  readonly site: Site;
  readonly files: Pick<Files, keyof Files>;
  readonly problems: Problem[];
}
