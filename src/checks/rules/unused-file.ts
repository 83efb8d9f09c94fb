import path from "node:path";
import { filesBelow, namesIn } from "../../content/disk.ts";
import { purposes } from "../../content/files.ts";
import { extensionOf, fileBeside } from "../../model/file.ts";
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
  for (const name of isAlone
    ? (loose(context).get(release) ?? [])
    : filesBelow(path.join(context.contentDir, folder))) {
    if (fileBeside(context.content.files, release, name.normalize("NFC")) || LOCK.test(path.basename(name))) continue;
    const fix = fixFor(name, release);
    if (fix === undefined) continue;
    yield {
      at: document.field([]),
      message: `“${name}” lies beside this text, but no field and no text names it, so readers do not get it.`,
      fix,
    };
  }
}

/** The files among the texts in releases/ by the release that they lie beside. */
const loose = oncePer((context: Context) =>
  grouped(namesIn(context.contentDir, FOLDER), (name) => {
    const release = extensionOf(name) === "md" ? undefined : releaseBeside(context, `${FOLDER}/${name}`);
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

/** Returns the line that shows a file; undefined for one that readers cannot be meant to see. */
function fixFor(name: string, { image, gallery, documents }: Release): string | undefined {
  const file = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}/ ._()-]*$/u.test(name) ? name : JSON.stringify(name);
  const among = (field: string, others: readonly unknown[] = [], entry: string) =>
    others.length > 0 ? `Add this entry to ${field}: ${entry}` : `Write among the fields: ${field}: [${entry}]`;
  const end = extensionOf(name);
  if (/^hei[cf]$/.test(end))
    return "Save it as JPEG, because browsers cannot show it, and name that file among the fields.";
  if (isFor("photograph", end)) {
    const entry = `{ file: ${file}, alt: What can be seen }`;
    return image ? among("gallery", gallery, entry) : `Write among the fields: image: ${entry}`;
  }
  if (isFor("document", end))
    return among("documents", documents, `{ file: ${file}, title: The document's name for a reader }`);
  return undefined;
}

const isFor = (purpose: keyof typeof purposes, end: string) => purposes[purpose].some((known) => known === end);
