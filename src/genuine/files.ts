import { versionOf } from "../model/edition.ts";
import { grouped } from "../model/grouped.ts";
import { sha256 } from "../model/hash.ts";
import { publishedMoment } from "../model/moment.ts";
import { type CachedFiles, ListedFile, type OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { type PublicRelease, withFields } from "../model/release.ts";
import { absolute, editionFile, rootUrl, twinFile } from "../model/urls.ts";
import { formerEditions, inEdition } from "../release/editions.ts";
import { releaseOwnWords, releaseText } from "../release/forms/text.ts";
import { tellingOf } from "../release/sections.ts";
import { furnitureOf } from "./furniture.ts";
import { type Signer, spkiOf } from "./key.ts";
import {
  INDEX,
  type Index,
  type Issued,
  keyFile,
  partFile,
  partOf,
  partText,
  type Row,
  signatureFile,
} from "./manifest.ts";
import { saidIn, sketchIn } from "./said.ts";

/** The part with the files that are no texts of releases: pictures, documents, press kits and calendars. */
const FILES = "files";
const ARE_FILES = /^(?:downloads|files|pictures|share)\/|\.(?:pdf|zip|ics)$/;

/** Raise it when parts are made in another way. */
const RECIPE = "2";

/** The records of a build about the files of the manifest. A preview has none, and computes everything. */
export interface MadeFiles {
  readonly signer?: Signer | undefined;
  /** The SHA-256 of a file that is made, or as it was. */
  sha256Of?(file: string): string | undefined;
  /** The entry of a release, if it was computed together with the release's text. */
  issuedOf?(text: string): Issued | undefined;
  /** Whether a file has not changed since the last build. */
  isUnchanged?(file: string): boolean;
  /** The file of the last build. */
  before?(file: string): string | undefined;
}

/**
 * Returns the manifest of all that was issued, and its signatures if there is a key. It has a part for each year, which only releases of
 * that year can change. `outputs` are the other files of the site.
 */
export function manifestFiles(press: Press, outputs: readonly OutputFile[], made: MadeFiles = {}): OutputFile[] {
  const { signer } = made;
  const { site, keys } = press;
  const byFile = new Map(outputs.map((output) => [output.file, output]));
  const years = grouped(press.releases, ({ year }) => [year]);
  const files = outputs.filter(({ file }) => ARE_FILES.test(file));
  const parts = [...years.keys()].toSorted().reverse();
  const index: Index = {
    parts: [...parts, FILES],
    keys: Object.fromEntries(keys.map((key) => [key.id, spkiOf(key)])),
    around: Object.fromEntries(Object.keys(site.languages).map((lang) => [lang, furnitureOf(press, lang)])),
  };
  const signed = (
    name: string,
    files: readonly OutputFile[],
    rows: (cache: CachedFiles) => Promise<Row[]>,
  ): OutputFile[] => {
    let text: Promise<string> | undefined;
    const once = (cache: CachedFiles) => {
      const whole = { site: absolute(site, rootUrl(site)), name, key: signer?.id };
      text ??= rows(cache).then((all) => partText({ ...whole, rows: all }));
      return text;
    };
    const hash = () => sha256(JSON.stringify([RECIPE, signer?.id, files.map(({ file, hash: own }) => [file, own])]));
    const part = (file: string, make: OutputFile["make"]) => new ListedFile(file, hash, make, { isLast: true });
    return [
      part(partFile(name), once),
      ...(signer ? [part(signatureFile(name), async (cache) => signer.sign(await once(cache)))] : []),
    ];
  };
  return [
    { file: INDEX, hash: sha256(JSON.stringify(index)), make: () => JSON.stringify(index) },
    ...keys.map(({ id, pem }) => ({ file: keyFile(id), hash: id, make: () => pem })),
    ...parts.flatMap((year) => {
      const releases = years.get(year) ?? [];
      const texts = releases.flatMap((release) => byFile.get(twinFile(release, "txt")) ?? []);
      return signed(year, texts, async () => {
        // Of one that was withdrawn, several rows have one name.
        const rows = partOf(made.before?.(partFile(year)) ?? "")?.rows.filter((row) => row.release?.is !== "withdrawn");
        const before = new Map((rows ?? []).map((row) => [row.file, row]));
        return releases.flatMap((release) => {
          const file = twinFile(release, "txt");
          const hash = made.sha256Of?.(file);
          const issued = made.issuedOf?.(file);
          const row = made.isUnchanged?.(file)
            ? before.get(file)
            : hash !== undefined && issued && { file, sha256: hash, release: issued };
          return [row || rowOf(press, release), ...formerRows(press, release)];
        });
      });
    }),
    ...signed(FILES, files, (cache) => fileRows(files, cache, made)),
  ];
}

function rowOf(press: Press, release: PublicRelease): Row {
  const text = releaseText(press, tellingOf(press, release));
  return { file: twinFile(release, "txt"), sha256: sha256(text), release: issuedOf(press, release, text) };
}

/** Returns the entry of a release besides the hash of its text. */
export function issuedOf(press: Press, release: PublicRelease, text: string): Issued {
  const { is } = release.status;
  // The text of a withdrawn release is not published any more, and cannot be derived from the numbers by which it is found.
  const issued: PublicRelease = is === "withdrawn" ? withFields(release, { status: { is: "live" } }) : release;
  const day = publishedMoment(release, press.site).slice(0, 10);
  return { is, day, version: versionOf(release), ...marksOf(press, issued, issued === release ? text : undefined) };
}

/** Returns the marks by which the text of a release is found. */
function marksOf(press: Press, release: PublicRelease, made?: string): Pick<Issued, "words" | "sketch"> {
  const telling = tellingOf(press, release);
  const text = made ?? releaseText(press, telling);
  // Both texts have the same lines, but for those that are not the release's own.
  const known = new Map<string, readonly string[]>();
  const sketch = sketchIn(saidIn(text, known));
  return { words: sha256(saidIn(releaseOwnWords(press, telling), known).join(" ")), sketch };
}

/** Returns the rows of a release's former editions. Those of one that was withdrawn are found by their marks, and are nowhere any more. */
function formerRows(press: Press, release: PublicRelease): Row[] {
  const is = release.status.is === "withdrawn" ? "withdrawn" : "former";
  return formerEditions(press, release).map((edition): Row => {
    const former = inEdition(release, edition);
    const text = releaseText(press, tellingOf(press, former));
    const own = is === "withdrawn" ? releaseText(press, tellingOf(press, release)) : text;
    const file = is === "withdrawn" ? twinFile(release, "txt") : editionFile(release, edition);
    const { day, version } = edition;
    return { file, sha256: sha256(own), release: { is, day, version, ...marksOf(press, former, text) } };
  });
}

async function fileRows(files: readonly OutputFile[], cache: CachedFiles, { sha256Of }: MadeFiles): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { file, make } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const isCached = cache.sizeOf(file) !== undefined;
    rows.push({ file, sha256: sha256Of?.(file) ?? sha256(await (isCached ? cache.read(file) : make(cache))) });
  }
  return rows;
}
