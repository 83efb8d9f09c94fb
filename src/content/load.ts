import path from "node:path";
import type { Content } from "../model/content.ts";
import { inReadingOrder, type Problem } from "../model/problem.ts";
import type { Release } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import type { Counter } from "../model/taken.ts";
import { type Terms, termFolders } from "../model/terms.ts";
import { aliasProblems } from "./aliases.ts";
import { fieldProblem } from "./check.ts";
import { folderRefusal, namesIn } from "./disk.ts";
import { loadEditions } from "./editions.ts";
import { Files, type NamedFile } from "./files.ts";
import { loadWords } from "./interface-words.ts";
import { loadKeys } from "./keys.ts";
import { loadPages } from "./pages.ts";
import { loadPublished } from "./published.ts";
import { isFileOf, unknownRelease } from "./references.ts";
import { ReleaseCache } from "./release-cache.ts";
import { loadReleases, readTaken } from "./releases.ts";
import type { YamlPart } from "./source.ts";
import { listed, meantOr } from "./suggest.ts";
import { loadTerms, readSite } from "./terms.ts";

/** The result of reading content/: everything, or all problems of all files at once. */
export type Loaded =
  | { readonly content: Content; readonly problems: readonly []; readonly files: Content["files"] }
  | { readonly content?: never; readonly problems: readonly Problem[]; readonly files: Content["files"] };

/**
 * Reads and checks all of content/, for the build, the preview, the check and the tests. With the cache `known`, only releases that were
 * touched are read again.
 */
export function loadContent(contentDir: string, known?: ReleaseCache): Loaded {
  const problems: Problem[] = [];
  const frame = loadFrame(contentDir, problems, known);
  if (!frame) return { problems, files: new Map() };
  const { reading, part, terms, words, warnings, pages, published, keys } = frame;
  const { site, files } = reading;
  const releases = loadReleases(reading, terms, known);
  const editions = loadEditions(contentDir, site, releases, published, problems);
  problems.push(...featuredProblems(site, part, releases), ...aliasProblems(contentDir, site, releases, pages));
  if (problems.length > 0) return { problems: inReadingOrder(problems), files: files.found };
  const all = { site, terms, releases, pages, words, published, editions, keys, files: files.found, warnings };
  return { content: Object.freeze(all), problems: [], files: files.found };
}

/** What is read ahead by several threads that share the counter, and the version of their code. */
export interface ReadingAhead {
  readonly contentDir: string;
  readonly version: string;
  readonly counter: Counter;
}

/** Reads releases until all are taken. Returns those that have no problem of their own, as parts of the cache's file. */
export function readAhead({ contentDir, version, counter }: ReadingAhead): Uint8Array[] {
  const known = new ReleaseCache(undefined, version);
  const frame = loadFrame(contentDir, [], known);
  if (frame) readTaken(frame.reading, frame.terms, known, counter);
  return [...known.parts()];
}

/** Reads all but the releases, and begins the reading of those; undefined if site.yaml cannot be read. */
function loadFrame(contentDir: string, problems: Problem[], known?: ReleaseCache) {
  const read = readSite(contentDir, problems);
  if (!read) return undefined;
  const site = read.value;
  problems.push(...folderProblems(contentDir));
  const warnings = strays(contentDir);
  const words = loadWords(contentDir, site, problems, warnings);
  const files = new Files(contentDir);
  const reading = { contentDir, site, files, problems };
  const terms = loadTerms(reading);
  problems.push(
    ...siteProblems(site, read.part, [...terms.contacts.keys()], problems),
    ...files.find(read.part, themeFiles(site)),
  );
  const pages = loadPages(reading);
  const published = loadPublished(contentDir, problems);
  const keys = loadKeys(contentDir, problems);
  known?.begin(settingOf(contentDir, site, terms, problems));
  return { reading, part: read.part, terms, words, warnings, pages, published, keys };
}

const FOLDERS = ["strings", "pages", "releases", ...Object.keys(termFolders)];

/** Returns warnings of releases and folders that are not read where they are. A release is not named, because it may be secret. */
function strays(contentDir: string): Problem[] {
  const names = namesIn(contentDir, ".");
  const message = "A release that lies beside this folder is not published.";
  const isBeside = names.some((name) => /^\d{4}-\d{2}-\d{2}-/.test(name));
  return [
    ...(isBeside ? [{ file: "releases", message, fix: "Move it into the folder." }] : []),
    ...names.flatMap((file) => {
      const small = file.toLowerCase();
      const meant = FOLDERS.find((folder) => folder !== file && (folder === small || folder === `${small}s`));
      return meant === undefined ? [] : [{ file, message: "This folder is not read.", fix: `Rename it to ${meant}/.` }];
    }),
  ];
}

/** Returns the problems of folders of content/ that cannot be read. */
function folderProblems(contentDir: string): Problem[] {
  return FOLDERS.flatMap((file) => {
    const why = folderRefusal(contentDir, file);
    return why ? [{ file, message: `This ${why.what}.`, fix: why.fix }] : [];
  });
}

/** Returns all that the reading of a release depends on besides its own files. */
function settingOf(contentDir: string, site: Site, terms: Terms, problems: readonly Problem[]): string {
  const ids = [terms.partners, terms.contacts, terms.locations, terms.topics].map((folder) => [...folder.keys()]);
  // A release that names a faulty file has no problem of its own, and must be read again when the file is gone.
  return JSON.stringify([path.resolve(contentDir), site, ids, problems.map(({ file }) => file)]);
}

function siteProblems(site: Site, part: YamlPart, contacts: readonly string[], others: readonly Problem[]): Problem[] {
  const languages = Object.keys(site.languages);
  const wrong = (field: string, message: string, fix: string) => fieldProblem(part, [field], { message, fix });
  const { default_language: language, press_office: office } = site;
  const problems: Problem[] = [];
  if (!languages.includes(language)) {
    const fix = `It can be: ${listed(languages)}.`;
    problems.push(wrong("default_language", `“${language}” is not among the languages.`, fix));
  }
  if (!contacts.includes(office) && !others.some(({ file }) => isFileOf(file, "contacts", office))) {
    const fix = meantOr(`It can be: ${listed(contacts)}.`, office, contacts);
    problems.push(wrong("press_office", `There is no “${office}” in contacts/.`, fix));
  }
  return problems;
}

/** Returns the files that the theme names: the logo and fonts of the office. */
function themeFiles({ theme }: Site): NamedFile[] {
  const fonts = Object.entries(theme?.fonts ?? {}) as [string, string][];
  return [
    ...(theme?.logo === undefined ? [] : [{ at: ["theme", "logo"], name: theme.logo, purpose: "logo" } as const]),
    ...fonts.flatMap(([use, name]): NamedFile[] =>
      name.includes(".") ? [{ at: ["theme", "fonts", use], name, purpose: "font" }] : [],
    ),
  ];
}

function featuredProblems({ featured }: Site, part: YamlPart, releases: readonly Release[]): Problem[] {
  const keys = releases.map(({ key }) => key);
  if (featured === undefined || keys.includes(featured)) return [];
  return [fieldProblem(part, ["featured"], unknownRelease(featured, keys))];
}
