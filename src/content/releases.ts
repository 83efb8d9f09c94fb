import path from "node:path";
import slugify from "@sindresorhus/slugify";
import { isSlug } from "../model/fields.ts";
import { isCalendarDate } from "../model/instant.ts";
import { andThen, type Problem } from "../model/problem.ts";
import {
  draftSchema,
  NO_DAY,
  type Release,
  type ReleaseFields,
  type ReleaseStatus,
  releaseSchema,
  sharedFields,
} from "../model/release.ts";
import type { Site } from "../model/site.ts";
import type { Terms } from "../model/terms.ts";
import { parseText } from "../text/text.ts";
import { check, fieldProblem } from "./check.ts";
import { found, namesIn } from "./disk.ts";
import type { Files } from "./files.ts";
import { type Divided, readDivided } from "./front-matter.ts";
import { readFields } from "./lost-words.ts";
import { filesOf, sharedAddresses, unknownReleases, unknownTerms } from "./references.ts";
import type { ReleaseCache } from "./release-cache.ts";
import { listed } from "./suggest.ts";
import { foreignPictures, picturesInFields, picturesNamedIn } from "./text-pictures.ts";

const FOLDER = "releases";

interface Written {
  readonly key: string;
  readonly file: string;
  /** The language that the file's name gives, in a folder. */
  readonly named?: string;
  readonly part: Divided;
  readonly fields: Record<string, unknown>;
}

/** Reads and checks every release: one file each, or a folder with one file a language. */
export function loadReleases(
  contentDir: string,
  site: Site,
  terms: Terms,
  files: Files,
  problems: Problem[],
  known?: ReleaseCache,
): Release[] {
  const releases: Release[] = [];
  let faults = problems.length;
  for (const { whole, kept, group } of writtenReleases(contentDir, site, problems, known)) {
    releases.push(...kept);
    const first = releases.length;
    const original =
      group.find(({ named, fields }) => named === site.default_language && !fields.translation) ??
      group.find(({ fields }) => !fields.translation) ??
      group[0];
    for (const written of group) {
      const shared = written === original || !original ? {} : sharedFacts(original.fields);
      const release = toRelease(written, shared, site, terms, files, problems);
      if (release) releases.push(release);
    }
    if (group.length > 0 && problems.length === faults) known?.keep(whole, releases.slice(first));
    faults = problems.length;
  }
  known?.end();
  // What a release that cannot be read names is not known.
  if (!problems.some(({ file }) => file.startsWith(`${FOLDER}/`))) problems.push(...notRead(contentDir, files));
  problems.push(...sharedAddresses(releases), ...unknownReleases(contentDir, releases));
  return releases;
}

/** Texts in releases/ that are no Markdown and that no release names as its document: somebody waits for them to appear. */
function notRead(contentDir: string, files: Files): Problem[] {
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

/** A name that the system lists and does not find: it has bytes in it that are no UTF-8. */
const unreadableName = {
  message: "This name has characters in it that cannot be read, so that nothing is found under it.",
  fix: "Rename it. Use small Latin letters, digits and hyphens only.",
};

/** What stands in one file or folder of releases/: read, or known from before. */
interface Found {
  readonly whole: string;
  readonly kept: readonly Release[];
  readonly group: readonly Written[];
}

function* writtenReleases(contentDir: string, site: Site, problems: Problem[], known?: ReleaseCache): Generator<Found> {
  for (const name of namesIn(contentDir, FOLDER)) {
    const file = `${FOLDER}/${name}`;
    const whole = path.join(contentDir, file);
    const kept = known?.of(whole);
    if (kept) {
      yield { whole, kept, group: [] };
      continue;
    }
    const at = found(contentDir, file);
    if (at.is === "refused" || at.is === "nothing") {
      problems.push({ file, ...(at.is === "nothing" ? unreadableName : { message: `This ${at.what}.`, fix: at.fix }) });
      continue;
    }
    const isFolder = at.is === "folder";
    if (!isFolder && !name.endsWith(".md")) {
      if (/\.(?:md\.txt|markdown|mdx|MD)$/.test(name)) {
        problems.push({
          file,
          message: "This file's name does not end in .md, so it is not read as a release.",
          fix: `Rename it to ${name.replace(/\.(?:md\.txt|markdown|mdx|MD)$/, ".md")}.`,
        });
      }
      continue;
    }
    const key = isFolder ? name : name.slice(0, -3);
    const slug = slugOf(key);
    if (!isSlug(slug) || slug === "page") {
      problems.push({
        file,
        message: `The name “${key}” cannot be used as an address.`,
        fix: `Use small Latin letters, digits and hyphens: ${suggestedName(key.normalize("NFC"))}${isFolder ? "" : ".md"}`,
      });
      continue;
    }
    const date = dateOf(key);
    if (date !== undefined && !isCalendarDate(date)) {
      problems.push({
        file,
        message: `The name begins with “${date}”, which is not a day of the calendar.`,
        fix: `Begin it with the release's day, year-month-day: 2017-01-27-${slug}${isFolder ? "" : ".md"}`,
      });
      continue;
    }
    const files = isFolder ? namesIn(contentDir, file).filter((inner) => inner.endsWith(".md")) : [""];
    if (files.length === 0) {
      problems.push({
        file,
        message: "This folder has no text in it.",
        fix: `Put the release into it as ${site.default_language}.md, or delete the folder.`,
      });
    }
    const group = files.flatMap((inner) => {
      const written = readRelease(
        contentDir,
        key,
        inner ? `${file}/${inner}` : file,
        inner.slice(0, -3),
        site,
        problems,
      );
      return written ? [written] : [];
    });
    yield { whole, kept: [], group };
  }
}

function readRelease(
  contentDir: string,
  key: string,
  file: string,
  named: string,
  site: Site,
  problems: Problem[],
): Written | undefined {
  if (named && !Object.hasOwn(site.languages, named)) {
    problems.push({
      file,
      message: `“${named}” is not a language of this site.`,
      fix: `A file in a release's folder is named after its language: ${listed(Object.keys(site.languages).map((lang) => `${lang}.md`))}. Languages are added in site.yaml.`,
    });
    return undefined;
  }
  const divided = readDivided(contentDir, file);
  const read = andThen(divided, readFields);
  if (divided.is === "wrong" || read.is === "wrong") {
    problems.push(...(read.is === "wrong" ? read.problems : []));
    return undefined;
  }
  const part = divided.value;
  if (read.value === null || typeof read.value !== "object" || Array.isArray(read.value)) {
    problems.push(
      fieldProblem(part, [], {
        message: "The fields at the top are not fields.",
        fix: "Each line is a name, a colon, a space, and the value: title: Border guards open a new training centre",
      }),
    );
    return undefined;
  }
  return { key, file, ...(named ? { named } : {}), part, fields: read.value as Record<string, unknown> };
}

function toRelease(
  written: Written,
  shared: Record<string, unknown>,
  site: Site,
  terms: Terms,
  files: Files,
  problems: Problem[],
): Release | undefined {
  const { part, file, key, named } = written;
  const value = { ...shared, ...written.fields };
  const checked = check<ReleaseFields>(value.draft === true ? draftSchema : releaseSchema, part, value);
  if (checked.is === "wrong") {
    const sound = soundFields(written.fields);
    const unknown = unknownTerms(part, written.fields, terms, problems);
    // Of a name that is no id (European Union), which id is meant says more than that it is none.
    const others = checked.problems.filter(({ field }) => !unknown.some((problem) => problem.field === field));
    problems.push(...others, ...unknown, ...files.find(part, filesOf(sound)));
    return undefined;
  }
  const fields = checked.value;
  const own = pick(fields, Object.keys(written.fields)) as ReleaseFields;
  const lang = named ?? fields.lang ?? site.default_language;
  const found = [
    ...languageProblems(part, named, fields.lang, site),
    ...unknownTerms(part, own, terms, problems),
    ...foreignPictures(part, lang),
    ...picturesInFields(part, own, lang),
    ...files.find(part, [...filesOf(own), ...picturesNamedIn(part, lang)]),
    ...(part.body === "" && !fields.draft
      ? [
          fieldProblem(part, [], {
            message: "The release has no text below its fields.",
            fix: "Write the text below the second line of three hyphens.",
          }),
        ]
      : []),
  ];
  problems.push(...found);
  if (found.length > 0) return undefined;
  const date = fields.date ?? dateOf(key) ?? NO_DAY;
  return Object.freeze({
    ...fields,
    key,
    slug: slugOf(key),
    year: (dateOf(key) ?? date).slice(0, 4),
    lang,
    file,
    title: fields.title ?? key,
    date,
    type: fields.type ?? "press-release",
    partners: (fields.partners ?? []).map((partner) =>
      typeof partner === "string" ? { id: partner, role: "partner" as const } : partner,
    ),
    contacts: fields.contacts ?? [],
    topics: fields.topics ?? [],
    sdgs: fields.sdgs ?? [],
    status: toStatus(fields.status),
    body: part.body,
    speakers: parseText(part.body, lang).quotes.map(({ speaker }) => speaker),
  });
}

/** What a translation takes from its original: facts. The reason of a status is words, and stays where it was written. */
function sharedFacts(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const facts = pick(fields, sharedFields);
  const { status } = facts;
  if (status !== null && typeof status === "object") facts.status = { ...status, reason: undefined };
  return facts;
}

/** The fields that are right by themselves: what they name is checked even where another field is wrong. */
function soundFields(fields: Readonly<Record<string, unknown>>): ReleaseFields {
  const isSound = ([name, value]: [string, unknown]) =>
    Object.hasOwn(draftSchema.shape, name) && draftSchema.safeParse({ [name]: value }).success;
  return Object.fromEntries(Object.entries(fields).filter(isSound));
}

function toStatus(status: string | ReleaseStatus | undefined): ReleaseStatus {
  if (typeof status === "object") return status;
  return { is: (status ?? "live") as ReleaseStatus["is"] };
}

function dateOf(key: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})-/.exec(key)?.[1];
}

function slugOf(key: string): string {
  return key.replace(/^\d{4}-\d{2}-\d{2}-/, "");
}

function suggestedName(key: string): string {
  const date = dateOf(key);
  return `${date ? `${date}-` : ""}${slugify(slugOf(key)) || "release"}`;
}

function pick(fields: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

function languageProblems(part: Divided, named: string | undefined, lang: string | undefined, site: Site): Problem[] {
  if (lang === undefined) return [];
  if (!Object.hasOwn(site.languages, lang)) {
    return [
      fieldProblem(part, ["lang"], {
        message: `“${lang}” is not a language of this site.`,
        fix: `It can be: ${listed(Object.keys(site.languages))}. Languages are added in site.yaml.`,
      }),
    ];
  }
  if (named === undefined || named === lang) return [];
  return [
    fieldProblem(part, ["lang"], {
      message: `The file is named ${named}.md, but its lang is “${lang}”.`,
      fix: "Delete the line lang, or rename the file.",
    }),
  ];
}
