import path from "node:path";
import { filesBelow, namesIn } from "../../content/disk.ts";
import { isFor, isFromPhone } from "../../content/files.ts";
import { extensionOf } from "../../model/file.ts";
import { grouped } from "../../model/grouped.ts";
import { oncePer } from "../../model/memo.ts";
import type { Release } from "../../model/release.ts";
import { originalOf } from "../../model/translations.ts";
import { versionsOf } from "../archive.ts";
import type { Document } from "../document.ts";
import type { Context, Fault } from "../rule.ts";

const FOLDER = "releases";

/** A file that a program keeps beside an open document. */
const LOCK = /^(?:~\$|\._|\.~)/;

export function* unusedFile(document: Document, context: Context): Generator<Fault> {
  const { release } = document;
  if (!release) return;
  const folder = path.posix.dirname(release.file);
  const isAlone = folder === FOLDER;
  if (!isAlone && releaseBeside(context, release.file) !== release) return;
  const unused = isAlone
    ? (loose(context).get(release) ?? [])
    : filesBelow(path.join(context.contentDir, folder)).filter((name) => isUnused(context, `${folder}/${name}`));
  for (const [own, fix] of linesFor(unused, release)) {
    if (own.length === 0) continue;
    const [lies, them] = own.length === 1 ? ["lies", "it"] : ["lie", "them"];
    yield {
      at: document.field([]),
      message: `${own.map((name) => `“${name}”`).join(", ")} ${lies} beside this text, but no field and no text names ${them}, so readers do not get ${them}.`,
      fix,
    };
  }
}

/** Whether nothing names a file. */
const isUnused = ({ content }: Context, file: string) =>
  !content.files.has(file.normalize("NFC")) && !LOCK.test(path.posix.basename(file));

/** The unused files among the texts in releases/ by the release that they lie beside. */
const loose = oncePer((context: Context) =>
  grouped(namesIn(context.contentDir, FOLDER), (name) => {
    const file = `${FOLDER}/${name}`;
    // What ends in nothing is a folder.
    const isNone = ["", "md"].includes(extensionOf(name)) || !isUnused(context, file);
    const release = isNone ? undefined : releaseBeside(context, file);
    return release ? [release] : [];
  }),
);

/**
 * Returns the release beside which a file of releases/ lies: the original in its folder; of those in single files, the one whose name
 * begins most like the file's, and the newest of several.
 */
export function releaseBeside(of: Pick<Context, "content">, file: string): Release | undefined {
  const { releases, site } = of.content;
  const [folder, key = "", inner] = file.split("/");
  if (folder !== FOLDER) return undefined;
  if (inner !== undefined) return originalOf(versionsOf(of).get(key) ?? [], site.default_language);
  const shared = (other: Release) => {
    let length = 0;
    while (length < file.length && file[length] === other.file[length]) length++;
    return length;
  };
  return releases
    .filter((release) => release.file === `${FOLDER}/${release.key}.md`)
    .reduce<Release | undefined>((best, each) => (best && shared(best) > shared(each) ? best : each), undefined);
}

/** Returns files with the line that shows them. Of what readers cannot be meant to see there is none. */
function linesFor(names: readonly string[], { image, gallery, documents }: Release): (readonly [string[], string])[] {
  const entry = (name: string, more: string) =>
    `{ file: ${/^[\p{L}\p{N}][\p{L}\p{M}\p{N}/ ._()-]*$/u.test(name) ? name : JSON.stringify(name)}, ${more} }`;
  const picture = (name: string) => entry(name, "alt: What can be seen");
  const among = (field: string, entries: readonly string[], others: readonly unknown[] = []) =>
    others.length > 0
      ? `Add to ${field}: ${entries.join(", ")}`
      : `Write among the fields: ${field}: [${entries.join(", ")}]`;
  const pictures = names.filter((name) => isFor("photograph", name));
  const first = image ? [] : pictures.slice(0, 1);
  const further = pictures.slice(first.length);
  const papers = names.filter((name) => isFor("document", name));
  const fromPhone = names.filter(isFromPhone);
  return [
    [first, `Write among the fields: image: ${first.map(picture)}`],
    [further, among("gallery", further.map(picture), gallery)],
    [
      papers,
      among(
        "documents",
        papers.map((name) => entry(name, "title: The title that readers see")),
        documents,
      ),
    ],
    [fromPhone, "Save it as JPEG, because browsers cannot show it, and name that file among the fields."],
  ];
}
