import { versionOf } from "../model/edition.ts";
import { sha256 } from "../model/hash.ts";
import { publishedMoment } from "../model/moment.ts";
import type { CachedFiles, OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { absolute, editionFile, rootUrl, twinFile } from "../model/urls.ts";
import { formerEditions, inEdition } from "../release/editions.ts";
import { releaseOwnWords, releaseText } from "../release/forms/text.ts";
import { tellingOf } from "../release/sections.ts";
import { sketchOf, wordsOf } from "../text/plain-words.ts";
import { furnitureOf } from "./furniture.ts";
import { type Signer, spkiOf } from "./key.ts";
import {
  INDEX,
  type Index,
  type Issued,
  keyFile,
  type Part,
  partFile,
  partText,
  type Row,
  signatureFile,
} from "./manifest.ts";

/** The part with the files that are no texts of releases: pictures and documents. */
const FILES = "files";
const ARE_FILES = /^(?:downloads|files|pictures)\/|\.pdf$/;

/** Raised when a part is made in another way. */
const RECIPE = "2";

/**
 * The manifest of all that was issued, and its signatures where there is a key: a part for each year, in which only what came
 * out in it can change it. `outputs` are the other files of the site.
 */
export function manifestFiles(press: Press, outputs: readonly OutputFile[], signer?: Signer): OutputFile[] {
  const { site, keys } = press;
  const byFile = new Map(outputs.map((output) => [output.file, output]));
  const years = new Map<string, PublicRelease[]>();
  for (const release of press.releases) years.set(release.year, [...(years.get(release.year) ?? []), release]);
  const files = outputs.filter(({ file }) => ARE_FILES.test(file));
  const parts = [...years.keys()].toSorted().reverse();
  const index: Index = {
    parts: [...parts, FILES],
    keys: Object.fromEntries(keys.map((key) => [key.id, spkiOf(key)])),
    around: Object.fromEntries(
      Object.keys(site.languages).map((lang) => {
        const { phrases, tail } = furnitureOf(press, lang);
        return [lang, { phrases: phrases.map((phrase) => [...phrase]), tail: tail.map((phrase) => [...phrase]) }];
      }),
    ),
  };
  const signed = (
    name: string,
    made: readonly OutputFile[],
    rows: (cache: CachedFiles) => Promise<Row[]>,
  ): OutputFile[] => {
    let text: Promise<string> | undefined;
    const textOf = async (cache: CachedFiles) => {
      const whole: Part = { site: absolute(site, rootUrl(site)), name, key: signer?.id, rows: await rows(cache) };
      return partText(whole);
    };
    const once = (cache: CachedFiles) => {
      text ??= textOf(cache);
      return text;
    };
    const hash = () => sha256(RECIPE, signer?.id ?? "", ...made.flatMap((file) => [file.file, file.hash]));
    const part: OutputFile = {
      file: partFile(name),
      get hash() {
        return hash();
      },
      make: once,
    };
    if (!signer) return [part];
    const signature: OutputFile = {
      file: signatureFile(name),
      get hash() {
        return hash();
      },
      make: async (cache) => signer.sign(await once(cache)),
    };
    return [part, signature];
  };
  return [
    { file: INDEX, hash: sha256(JSON.stringify(index)), make: () => JSON.stringify(index) },
    ...keys.map(({ id, pem }) => ({ file: keyFile(id), hash: id, make: () => pem })),
    ...parts.flatMap((year) => {
      const releases = years.get(year) ?? [];
      const texts = releases.flatMap((release) => byFile.get(twinFile(release, "txt")) ?? []);
      return signed(year, texts, async () => releases.flatMap((release) => rowsOf(press, release)));
    }),
    ...signed(FILES, files, (cache) => fileRows(files, cache)),
  ];
}

/** The rows of a release and of its former editions. Of one that was withdrawn, its texts are nowhere any more; the numbers by which they are found tell nobody what they said. */
function rowsOf(press: Press, release: PublicRelease): Row[] {
  const { is } = release.status;
  const file = twinFile(release, "txt");
  const day = publishedMoment(release, press.site).slice(0, 10);
  const own = releaseText(press, tellingOf(press, release));
  const row = (issued: PublicRelease, more: Pick<Issued, "is" | "day" | "version">, path = file): Row => {
    const telling = tellingOf(press, issued);
    const text = releaseText(press, telling);
    const words = sha256(spoken(releaseOwnWords(press, telling)));
    return {
      file: path,
      sha256: sha256(path === file ? own : text),
      release: { ...more, words, sketch: sketchOf(wordsOf(text)) },
    };
  };
  const isWithdrawn = is === "withdrawn";
  const issued: PublicRelease = isWithdrawn ? { ...release, status: { is: "live" } } : release;
  return [
    row(issued, { is, day, version: versionOf(release) }),
    ...formerEditions(press, release).map((edition) =>
      row(
        inEdition(release, edition),
        { is: isWithdrawn ? is : "former", day: edition.day, version: edition.version },
        isWithdrawn ? file : editionFile(release, edition),
      ),
    ),
  ];
}

/** The words of a text by which its versions are told apart. */
function spoken(text: string): string {
  return wordsOf(text)
    .filter(({ optional }) => !optional)
    .map((word) => word.text)
    .join(" ");
}

async function fileRows(files: readonly OutputFile[], cache: CachedFiles): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { file, costly, make } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    rows.push({ file, sha256: sha256(await (costly ? cache.read(file) : make(cache))) });
  return rows;
}
