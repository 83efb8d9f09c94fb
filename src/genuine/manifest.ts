import type { Around } from "./around.ts";

/**
 * The manifest: a text file for each year, and one signature beside each. A line is the SHA-256 of a file and its path, as
 * `sha256sum` writes and reads them; a line that begins with `#:` says what release the file above it is a form of.
 */

/** The status of an issued release; `former` is a version that a correction has replaced. */
export const states = ["live", "corrected", "superseded", "withdrawn", "former"] as const;
export type State = (typeof states)[number];

/** A release in one version. */
export interface Issued {
  readonly is: State;
  /** The day on which this version came out. */
  readonly day: string;
  /** Its number, from 1. */
  readonly version: number;
  /** SHA-256 of its own words, each in its plain form, with a space between them. */
  readonly words: string;
  /** The numbers by which a text is found. */
  readonly sketch: readonly number[];
}

export interface Row {
  /** Path from the root of the site. */
  readonly file: string;
  readonly sha256: string;
  readonly release?: Issued;
}

export interface Part {
  readonly site: string;
  readonly name: string;
  /** The key with which it is signed. */
  readonly key: string | undefined;
  readonly rows: readonly Row[];
}

/** The folder of the site with the manifest, and the file in it that names all others. */
export const FOLDER = "genuine";
export const INDEX = `${FOLDER}/index.json`;

export const partFile = (name: string) => `${FOLDER}/${name}.txt`;
export const signatureFile = (name: string) => `${FOLDER}/${name}.sig`;
export const keyFile = (id: string) => `${FOLDER}/${id}.pem`;

/** The index of the manifest, for a check. */
export interface Index {
  /** Names of the parts, the newest first. */
  readonly parts: readonly string[];
  /** Public keys with which parts are or were signed: id → the key in SPKI form, base64. */
  readonly keys: Readonly<Record<string, string>>;
  /** The words around releases on their pages, by language. */
  readonly around: Readonly<Record<string, Omit<Around, "site">>>;
}

const HEAD = "# Dateline manifest 1";

/** Returns a part as the text that is signed. */
export function partText({ site, name, key, rows }: Part): string {
  return [
    HEAD,
    `# site ${site}`,
    `# part ${name}`,
    ...(key === undefined ? [] : [`# key ${key}`]),
    ...rows.flatMap(({ sha256, file, release }) => [
      `${sha256}  ${file}`,
      ...(release
        ? [`#: ${release.is} ${release.day} ${release.version} ${release.words} ${packed(release.sketch)}`]
        : []),
    ]),
    "",
  ].join("\n");
}

/** Reads a part; undefined if a text is none. */
export function partOf(text: string): Part | undefined {
  const lines = text.split("\n");
  if (lines[0] !== HEAD) return undefined;
  const named = (name: string) => lines.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3);
  const rows: Row[] = [];
  for (const line of lines) {
    const [, sha256 = "", file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (file !== undefined) rows.push({ sha256, file });
    const [, is, day = "", version, words = "", sketch = ""] = /^#: (\w+) (\S+) (\d+) (\S+) (\S*)$/.exec(line) ?? [];
    const row = rows.at(-1);
    const state = states.find((name) => name === is);
    if (state && row)
      rows[rows.length - 1] = {
        ...row,
        release: { is: state, day, version: Number(version), words, sketch: unpacked(sketch) },
      };
  }
  return { site: named("site") ?? "", name: named("part") ?? "", key: named("key"), rows };
}

function packed(numbers: readonly number[]): string {
  const bytes = numbers.flatMap((number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255));
  return btoa(String.fromCharCode(...bytes));
}

function unpacked(text: string): number[] {
  const bytes = atob(text);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    [0, 1, 2, 3].reduce((number, offset) => ((number << 8) | bytes.charCodeAt(index * 4 + offset)) >>> 0, 0),
  );
}
