import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { check } from "../../content/check.ts";
import { divide } from "../../content/source.ts";
import { readYaml } from "../../content/yaml.ts";
import { DatelineError } from "../../model/dateline-error.ts";
import { sha256 } from "../../model/hash.ts";
import { andThen, type Problem } from "../../model/problem.ts";
import { draftSchema, releaseSchema } from "../../model/release.ts";
import { refusal } from "../refusals.ts";
import { type Imported, importRelease, type Target } from "../release.ts";
import type { UniqueName } from "../release-name.ts";
import { importReport, type Report, reportOf, type Standing } from "../report.ts";
import { keyForText } from "./addresses.ts";
import { keyOf, type Planned } from "./archive.ts";
import { LARGEST_WITH_FILES, refuseLarger } from "./encoding.ts";
import type { Memory, Remembered } from "./memory.ts";

/** Bytes of a release's file that the loader still reads. */
const LONGEST = 1_000_000;

/** Where releases are written, and what is already there. */
export interface Destination {
  readonly contentDir: string;
  readonly memory: Memory;
  readonly unique: UniqueName;
  /** Whether releases that nobody has edited since are written again. */
  readonly again: boolean;
}

/** Imports one file of an archive, unless that was done before. Nothing is written where anything is wrong. */
export async function importPlanned(
  planned: Planned,
  root: string,
  target: Target,
  into: Destination,
): Promise<Report> {
  const { memory, contentDir, again } = into;
  try {
    const bytes = bytesOf(planned.path);
    const earlier = memory.get(planned.name);
    const outcome = earlier && standing(earlier, bytes, contentDir);
    if (earlier && outcome && !(again && (outcome === "there already" || outcome === "changed at its source since"))) {
      return reportOf(planned.name, outcome, { file: earlier.file });
    }
    const { name, path: file, lang } = planned;
    const own = earlier ? keyOf(earlier.file) : planned.key;
    const folder = own && path.join(contentDir, "releases", own);
    const imported = await importRelease({ name, bytes, path: file, root, lang, folder }, target);
    // What has files by now needs a folder for them.
    const isSame = earlier && imported.attachments.length === 0;
    const placed = earlier ? fileFor(keyOf(earlier.file), imported, true) : placeFor(planned, imported, into);
    const to = isSame ? earlier.file : placed;
    if (to !== earlier?.file && existsSync(path.join(contentDir, to)) && !holds(contentDir, to, imported)) {
      throw new DatelineError(
        "taken",
        `There is a file ${to} already, which no import wrote. It was not touched.`,
        "Delete or rename it, if the import is to take its place.",
      );
    }
    write(imported, to, contentDir);
    if (earlier && earlier.file !== to) rmSync(path.join(contentDir, earlier.file));
    memory.add({ from: name, file: to, source: sha256(bytes), written: sha256(imported.text) });
    return importReport(name, to, imported);
  } catch (error) {
    // One file that cannot be read must not keep thousands of others from being imported.
    const reason =
      error instanceof DatelineError
        ? error.sentence
        : `It could not be read: ${error instanceof Error ? error.message : error}`;
    return reportOf(planned.name, "failed", { reason });
  }
}

/** Imports a single file into a release of its own; an existing release is never touched. */
export async function importSingle(
  name: string,
  bytes: Uint8Array,
  file: string | undefined,
  target: Target,
  contentDir: string,
  unique: UniqueName,
): Promise<Report> {
  const imported = await importRelease({ name, bytes, path: file, isSingle: true }, target);
  const wanted = keyOfText(imported, name);
  for (const other of [`releases/${wanted}.md`, `releases/${wanted}`]) {
    if (existsSync(path.join(contentDir, other))) {
      throw new DatelineError(
        "taken",
        `There is a release ${other} already. Nothing was written:`,
        "delete or rename that one first, if this is to take its place.",
      );
    }
  }
  const key = unique(wanted);
  if (key !== wanted)
    imported.draft.look(
      `Another release of that year has the address that this one's title makes, so this one is called ${key}. You may rename it: what follows the day is the address.`,
    );
  const to = fileFor(key, imported, false);
  write(imported, to, contentDir);
  return importReport(name, to, imported);
}

/** The bytes of a file that is not too large to be one. */
export function bytesOf(file: string): Uint8Array {
  refuseLarger(statSync(file).size, LARGEST_WITH_FILES);
  return readFileSync(file);
}

function standing(earlier: Remembered, bytes: Uint8Array, contentDir: string): Standing {
  const file = path.join(contentDir, earlier.file);
  if (!existsSync(file)) return "deleted since";
  if (sha256(readFileSync(file)) !== earlier.written) return "edited since";
  return sha256(bytes) === earlier.source ? "there already" : "changed at its source since";
}

/** Where a release goes: one that an import wrote just before it was cut off is there, the same, but not remembered. */
function placeFor({ key, wanted, name, lang }: Planned, imported: Imported, { contentDir, unique }: Destination) {
  const own = wanted ?? keyOfText(imported, name);
  const file = fileFor(own, imported, lang !== undefined);
  return holds(contentDir, file, imported) ? file : fileFor(key ?? unique(own), imported, lang !== undefined);
}

function keyOfText({ date, title, draft }: Imported, name: string): string {
  return keyForText(date, title, name, draft.blocks.find(({ text }) => text !== "")?.text ?? "");
}

function holds(contentDir: string, file: string, { text }: Imported): boolean {
  const whole = path.join(contentDir, file);
  return existsSync(whole) && readFileSync(whole, "utf8") === text;
}

function fileFor(key: string, { attachments, lang }: Imported, isNamed: boolean): string {
  return attachments.length > 0 || isNamed ? `releases/${key}/${lang}.md` : `releases/${key}.md`;
}

function write(imported: Imported, file: string, contentDir: string): void {
  const { text, attachments } = imported;
  if (Buffer.byteLength(text) > LONGEST) throw refusal("too long");
  const [problem] = problemsOf(file, text);
  if (problem) throw refusal("no release", { message: problem.message, fix: problem.fix });
  const whole = path.join(contentDir, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  for (const { name, bytes } of attachments) {
    const beside = path.join(path.dirname(whole), name);
    if (!existsSync(beside)) writeFileSync(beside, bytes);
  }
  writeFileSync(whole, text);
}

/** What the loader would say of a release's file: it is asked before the file is written, so that no import breaks a build. */
function problemsOf(file: string, text: string): readonly Problem[] {
  const checked = andThen(divide({ file, text }), (part) =>
    andThen(readYaml(part), (value) => {
      const isDraft = (value as { draft?: unknown }).draft === true;
      return check<unknown>(isDraft ? draftSchema : releaseSchema, part, value);
    }),
  );
  return checked.is === "wrong" ? checked.problems : [];
}
