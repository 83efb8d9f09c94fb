import path from "node:path";
import slugify from "@sindresorhus/slugify";
import { isSlug } from "../model/fields.ts";
import { digestOf } from "../model/hash.ts";
import { isCalendarDate } from "../model/instant.ts";
import { andThen, type Fault, type Problem, type Read, read, valueOr, wrong } from "../model/problem.ts";
import {
  cardFields,
  draftSchema,
  NO_DAY,
  type Release,
  type ReleaseFields,
  releaseSchema,
  sharedFields,
} from "../model/release.ts";
import type { Site } from "../model/site.ts";
import { type Counter, taken } from "../model/taken.ts";
import type { Terms } from "../model/terms.ts";
import { originalOf } from "../model/translations.ts";
import { keepText, parseText } from "../text/text.ts";
import { check, fieldProblem } from "./check.ts";
import { found, namesIn, type TextFile, textFiles } from "./disk.ts";
import { type Reading, unlooked } from "./files.ts";
import { readText } from "./lost-words.ts";
import { filesOf, sharedAddresses, unknownReleases, unknownTerms } from "./references.ts";
import type { ReleaseCache } from "./release-cache.ts";
import type { Divided } from "./source.ts";
import { unknownLanguage } from "./suggest.ts";
import { foreignPictures, inText, picturesInFields, picturesNamedIn } from "./text-pictures.ts";

const FOLDER = "releases";

interface Written extends TextFile {
  readonly key: string;
  readonly part: Divided;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads and checks every release: one file each, or a folder with one file a language. */
export function loadReleases(reading: Reading, terms: Terms, known?: ReleaseCache): Release[] {
  const { contentDir, files, problems } = reading;
  const releases = readReleases(namesIn(contentDir, FOLDER), reading, terms, known);
  const written = known?.end();
  // The documents of a release that cannot be read are not known.
  if (!problems.some(({ file }) => file.startsWith(`${FOLDER}/`))) problems.push(...notRead(contentDir, files));
  problems.push(...sharedAddresses(releases), ...unknownReleases(contentDir, releases));
  return written && written.size > 0 ? releases.map((release) => written.get(release.file) ?? release) : releases;
}

/** Reads releases into the cache until all are taken, by this thread or another. Whoever takes them from there looks at the files that they name. */
export function readTaken(reading: Reading, terms: Terms, known: ReleaseCache, counter: Counter): void {
  const all = namesIn(reading.contentDir, FOLDER);
  readReleases(taken(all, counter), { ...reading, files: unlooked }, terms, known);
}

function readReleases(names: Iterable<string>, reading: Reading, terms: Terms, known?: ReleaseCache): Release[] {
  const { site, problems } = reading;
  const releases: Release[] = [];
  let faults = problems.length;
  for (const { whole, kept, group } of writtenReleases(names, reading, known)) {
    releases.push(...kept);
    const first = releases.length;
    const texts = group.map((written) => ({ ...written.fields, lang: written.named, written }));
    const original = originalOf(texts, site.default_language)?.written;
    for (const written of group) {
      const shared = written === original || !original ? {} : sharedFacts(original.fields);
      const release = toRelease(reading, written, shared, terms);
      if (release) releases.push(release);
    }
    if (group.length > 0 && problems.length === faults) known?.keep(whole, releases.slice(first));
    faults = problems.length;
  }
  return releases;
}

/** Returns the problems of texts in releases/ that are no Markdown and no document of a release, because somebody expects to see them. */
function notRead(contentDir: string, files: Reading["files"]): Problem[] {
  return namesIn(contentDir, FOLDER).flatMap((name) => {
    const file = `${FOLDER}/${name}`.normalize("NFC");
    const [, ending = ""] = /^(?!~\$).*\.(txt|docx?|odt|rtf|html?|pdf)$/i.exec(name) ?? [];
    if (ending === "" || files.found.has(file) || name.endsWith(".md.txt")) return [];
    const whole = path.posix.join(contentDir, FOLDER, name);
    const command = /^(?:txt|docx|html?)$/i.test(ending)
      ? `Make a release of it: npm run import -- "${whole}"`
      : `Save it as a Word document (.docx) and make a release of that: npm run import -- "${whole.replace(/\.\w+$/, ".docx")}"`;
    return [
      {
        file,
        message: "This file is not read as a release: its name does not end in .md.",
        fix: `${command}. Then move this file out of ${FOLDER}/. A document to download is named in a release's fields, under documents.`,
      },
    ];
  });
}

/** The releases of one file or folder of releases/ after the other: read (`group`), or from the cache (`kept`). */
function* writtenReleases(names: Iterable<string>, reading: Reading, known?: ReleaseCache) {
  const { contentDir, site, files, problems } = reading;
  for (const name of names) {
    const file = `${FOLDER}/${name}`;
    const whole = path.join(contentDir, file);
    const kept = known?.of(whole);
    if (kept?.every((release) => files.has(release.file, [...filesOf(release), ...inText(release.textPictures)]))) {
      yield { whole, kept, group: [] };
      continue;
    }
    const at = found(contentDir, file);
    const isFolder = at.is === "folder";
    const fault = entryFault(at, name);
    if (fault) problems.push({ file, ...fault });
    if (fault || !(isFolder || name.endsWith(".md"))) continue;
    const texts = isFolder ? textFiles(contentDir, file) : [{ file }];
    if (texts.length === 0) {
      problems.push({
        file,
        message: "This folder has no text in it.",
        fix: `Put the release into it as ${site.default_language}.md, or delete the folder.`,
      });
    }
    const key = isFolder ? name : name.slice(0, -3);
    yield { whole, kept: [], group: texts.flatMap((text) => readRelease(reading, key, text)) };
  }
}

/** Returns why a file or folder of releases/ cannot be read; undefined for files that are no texts. */
function entryFault(at: ReturnType<typeof found>, name: string): Fault | undefined {
  if (at.is === "refused") return { message: `This ${at.what}.`, fix: at.fix };
  if (at.is === "nothing") {
    // If the system lists a name but does not find it, the name is not UTF-8.
    return {
      message: "This name has characters in it that cannot be read, so that nothing is found under it.",
      fix: "Rename it. Use small Latin letters, digits and hyphens only.",
    };
  }
  const end = at.is === "folder" ? "" : ".md";
  if (!name.endsWith(end)) {
    const renamed = name.replace(/\.(?:md\.txt|markdown|mdx|MD)$/, ".md");
    if (renamed === name) return undefined;
    return {
      message: "This file's name does not end in .md, so it is not read as a release.",
      fix: `Rename it to ${renamed}.`,
    };
  }
  const key = name.slice(0, name.length - end.length);
  const [date, slug] = [dateOf(key), slugOf(key)];
  if (!isSlug(slug) || slug === "page") {
    return {
      message: `The name “${key}” cannot be used as an address.`,
      fix: `Use small Latin letters, digits and hyphens: ${suggestedName(key.normalize("NFC"))}${end}`,
    };
  }
  if (date === undefined || isCalendarDate(date)) return undefined;
  return {
    message: `The name begins with “${date}”, which is not a day of the calendar.`,
    fix: `Begin it with the release's day, year-month-day: 2017-01-27-${slug}${end}`,
  };
}

function readRelease({ contentDir, site, problems }: Reading, key: string, text: TextFile): Written[] {
  const { file, named } = text;
  if (named !== undefined && !Object.hasOwn(site.languages, named)) {
    problems.push({ file, ...unknownLanguage(named, site, "release") });
    return [];
  }
  const written = andThen(readText(contentDir, file), ({ part, fields }): Read<Written> => {
    if (isFields(fields)) return read({ ...text, key, part, fields });
    return wrong(
      fieldProblem(part, [], {
        message: "The fields at the top are not fields.",
        fix: "Each line is a name, a colon, a space, and the value: title: Border guards open a new training centre",
      }),
    );
  });
  const value = valueOr(written, problems);
  return value ? [value] : [];
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function toRelease(
  { site, files, problems }: Reading,
  { part, file, key, named, fields: own }: Written,
  shared: Readonly<Record<string, unknown>>,
  terms: Terms,
): Release | undefined {
  const value = { ...shared, ...own };
  const checked = check<ReleaseFields>(value.draft === true ? draftSchema : releaseSchema, part, value, site.timezone);
  if (checked.is === "wrong") {
    const unknown = unknownTerms(part, own, terms, problems);
    // For a name that is no id (European Union), the suggested id helps more than the message that it is none.
    const others = checked.problems.filter(({ field }) => !unknown.some((problem) => problem.field === field));
    problems.push(...others, ...unknown, ...files.find(part, filesOf(soundFields(own))));
    return undefined;
  }
  const fields = checked.value;
  const written = pick(fields, Object.keys(own)) as ReleaseFields;
  const lang = named ?? fields.lang ?? site.default_language;
  const text = parseText(part.body, lang);
  const wrongs = [
    ...languageProblems(part, named, fields.lang, site),
    ...unknownTerms(part, written, terms, problems),
    ...foreignPictures(part, text),
    ...picturesInFields(part, written, lang),
    ...files.find(part, [...filesOf(written), ...picturesNamedIn(part, text)]),
  ];
  if (part.body === "" && !fields.draft) {
    wrongs.push(
      fieldProblem(part, [], {
        message: "The release has no text below its fields.",
        fix: "Write the text below the second line of three hyphens.",
      }),
    );
  }
  problems.push(...wrongs);
  if (wrongs.length > 0) return undefined;
  const { title = key, date = dateOf(key) ?? NO_DAY, type = "press-release" } = fields;
  const { partners = [], contacts = [], topics = [], sdgs = [], status = "live" } = fields;
  const quotes = text.quotesAlone;
  const told = {
    ...withoutMinor(fields),
    key,
    slug: slugOf(key),
    year: (dateOf(key) ?? date).slice(0, 4),
    lang,
    file,
    title,
    date,
    type,
    partners: partners.map((each) => (typeof each === "string" ? { id: each, role: "partner" as const } : each)),
    contacts,
    topics,
    sdgs,
    status: typeof status === "string" ? { is: status } : status,
    noted: fields.changes?.length ?? 0,
    body: part.body,
    quotes,
    speakers: quotes.map(({ speaker }) => speaker),
    textPictures: text.pictures,
  };
  const release = Object.freeze({
    ...told,
    digest: digestOf(JSON.stringify(told)),
    cardDigest: digestOf(JSON.stringify(pick(told, cardFields))),
  });
  keepText(release, text);
  return release;
}

/** Returns the fields without the changes that readers are not shown. */
function withoutMinor({ changes = [], ...fields }: ReleaseFields): ReleaseFields {
  const told = changes.filter(({ minor }) => !minor);
  return told.length === 0 ? fields : { ...fields, changes: told };
}

/** Returns the facts that a translation takes from its original. The reason of a status is words, and not taken. */
function sharedFacts(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const facts = pick(fields, sharedFields);
  const { status } = facts;
  if (status !== null && typeof status === "object") facts.status = { ...status, reason: undefined };
  return facts;
}

/** Returns the fields that are right, so that the files they name are checked even if another field is wrong. */
function soundFields(fields: Readonly<Record<string, unknown>>): ReleaseFields {
  const isSound = ([name, value]: [string, unknown]) =>
    Object.hasOwn(draftSchema.shape, name) && draftSchema.safeParse({ [name]: value }).success;
  return Object.fromEntries(Object.entries(fields).filter(isSound));
}

function dateOf(key: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})-/.exec(key)?.[1];
}

function slugOf(key: string): string {
  return key.replace(/^\d{4}-\d{2}-\d{2}-/, "");
}

function suggestedName(key: string): string {
  const dayFirst = /^(\d{1,2})\D(\d{1,2})\D(\d{4})(?!\d)/;
  const iso = key.replace(
    dayFirst,
    (_, day, month, year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}-`,
  );
  const date = dateOf(iso);
  if (date === undefined || !isCalendarDate(date)) return slugify(key) || "release";
  return `${date}-${slugify(slugOf(iso)) || "release"}`;
}

function pick(fields: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

function languageProblems(part: Divided, named: string | undefined, lang: string | undefined, site: Site): Problem[] {
  if (lang === undefined) return [];
  if (!Object.hasOwn(site.languages, lang)) return [fieldProblem(part, ["lang"], unknownLanguage(lang, site))];
  if (named === undefined || named === lang) return [];
  return [
    fieldProblem(part, ["lang"], {
      message: `The file is named ${named}.md, but its lang is “${lang}”.`,
      fix: "Delete the line lang, or rename the file.",
    }),
  ];
}
