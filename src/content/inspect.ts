import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { attempt } from "../model/attempt.ts";
import { extensionOf, type Seen, type SourceFile } from "../model/file.ts";
import { filled } from "../model/filled.ts";
import { sha256 } from "../model/hash.ts";
import { makingIn } from "../model/making.ts";
import type { Problem } from "../model/problem.ts";

const NAME = "inspected.json";

/** Raise it when files are read for more facts, so that they are read again. */
const VERSION = 2;

/** Red, green, blue and opacity. */
const CHANNELS = 4;

/** The facts known from reading a file to its end. Those of a damaged file are never cached. */
type Facts = Pick<SourceFile, "seen" | "pages">;

/**
 * Reads every picture and PDF to its end, because the header can be right and the rest missing, and only the whole file tells a
 * picture's colours and a document's pages. The facts are cached by the hash of the file.
 */
export async function inspectFiles(files: ReadonlyMap<string, SourceFile>, cacheDir: string) {
  const before = remembered(cacheDir);
  const known = new Map<string, Facts>();
  const problems: Problem[] = [];
  const inspected = new Map<string, SourceFile>();
  // Loaded only where a file is new, and before any is read: if it cannot be loaded, no file is damaged.
  if ([...files.values()].some((file) => !before.has(file.sha256))) await import("sharp");
  for (const [name, file] of files) {
    try {
      const facts = known.get(file.sha256) ?? before.get(file.sha256) ?? (await read(file));
      known.set(file.sha256, facts);
      inspected.set(name, { ...file, ...facts });
    } catch {
      problems.push({
        file: file.file,
        message:
          "This picture is damaged, or of a kind that cannot be read: it begins like a picture and does not end like one.",
        fix: "Copy it from its source again, or open it in a picture program and save it as JPEG or PNG.",
      });
    }
  }
  if ([...known.keys()].some((sha256) => !before.has(sha256)) || known.size < before.size) {
    const told = JSON.stringify(Object.fromEntries(known));
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(path.join(cacheDir, NAME), `${proofOf(told)}\n${told}`);
  }
  return { files: inspected, problems };
}

/** Returns the cached facts; none if the cache file is not as it was written, because wrong facts would be published. */
function remembered(cacheDir: string): ReadonlyMap<string, Facts> {
  const [proof, told = ""] = attempt(() => readFileSync(path.join(cacheDir, NAME), "utf8").split("\n")) ?? [];
  return new Map(proof === proofOf(told) ? Object.entries(JSON.parse(told) as Record<string, Facts>) : []);
}

function proofOf(told: string): string {
  return sha256(`${VERSION} ${told}`);
}

async function read(file: SourceFile): Promise<Facts> {
  const kind = extensionOf(file.file);
  if (file.pixels && kind !== "svg") return { seen: await seenIn(file) };
  if (kind === "pdf") {
    const pages = await pagesOf(file);
    return pages === undefined ? {} : { pages };
  }
  return {};
}

async function seenIn({ path: source }: SourceFile): Promise<Seen> {
  const { default: sharp } = await import("sharp");
  const picture = sharp(source, { failOn: "error" });
  const { pages = 1, delay = [] } = await picture.metadata();
  const small = await picture.resize(64, 64, { fit: "inside" }).toColourspace("srgb").ensureAlpha().raw().toBuffer();
  const mean = (channel: number) => {
    let sum = 0;
    for (let at = channel; at < small.length; at += CHANNELS) sum += small[at] ?? 0;
    return (sum * CHANNELS) / small.length;
  };
  const seconds = delay.slice(0, pages).reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
  return {
    tone: [0, 1, 2].map((channel) => Math.round(mean(channel) / 17).toString(16)).join(""),
    transparent: mean(3) < 255,
    ...(pages > 1 ? { seconds } : {}),
    ...(await writtenIn(source)),
  };
}

/** Returns what a picture's maker wrote into it; nothing if that cannot be read. */
async function writtenIn(source: string): Promise<Pick<Seen, "creator" | "credit" | "copyright" | "made_with">> {
  try {
    const { default: ExifReader } = await import("exifreader");
    const { exif, iptc, xmp } = ExifReader.load(readFileSync(source), { expanded: true });
    const creator = firstWords(xmp?.creator, iptc?.["By-line"], exif?.Artist);
    const credit = firstWords(xmp?.Credit, iptc?.Credit);
    const copyright = firstWords(xmp?.rights, iptc?.["Copyright Notice"], exif?.Copyright);
    return filled({ creator, credit, copyright, made_with: makingIn(xmp?.DigitalSourceType?.value) });
  } catch {
    return {};
  }
}

/** The words of the first tag that says something. A tag of IPTC that is there several times is a list. */
function firstWords(...tags: readonly (Tag | readonly Tag[] | undefined)[]): string | undefined {
  return tags
    .map((tag) => [tag ?? []].flat().map(({ description }) => description))
    .map((words) => words.join(", ").trim())
    .find((words) => words !== "");
}

interface Tag {
  readonly description: string;
}

/** Returns how many pages a PDF has; undefined if it is locked or cannot be read. It is published all the same. */
async function pagesOf({ path: source }: SourceFile): Promise<number | undefined> {
  try {
    const { getDocumentProxy } = await import("unpdf");
    return (await getDocumentProxy(new Uint8Array(readFileSync(source)), { verbosity: 0 })).numPages;
  } catch {
    return undefined;
  }
}
