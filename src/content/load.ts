import path from "node:path";
import { z } from "zod";
import type { Content, Words } from "../model/content.ts";
import { inReadingOrder, type Problem } from "../model/problem.ts";
import type { Release } from "../model/release.ts";
import { type Site, siteSchema } from "../model/site.ts";
import { type Terms, termFolders } from "../model/terms.ts";
import { aliasProblems } from "./aliases.ts";
import { fieldProblem } from "./check.ts";
import { folderRefusal, found } from "./disk.ts";
import { Files, type NamedFile } from "./files.ts";
import type { YamlPart } from "./front-matter.ts";
import type { KnownReleases } from "./known-releases.ts";
import { loadPages } from "./pages.ts";
import { loadPublished } from "./published.ts";
import { isFileOf } from "./references.ts";
import { loadReleases } from "./releases.ts";
import { didYouMean, listed } from "./suggest.ts";
import { loadTerms, readYamlFile } from "./terms.ts";

/** What came of reading content/: everything, or every problem of every file at once. */
export type Loaded =
  | { readonly content: Content; readonly problems: readonly []; readonly files: Content["files"] }
  | { readonly content?: never; readonly problems: readonly Problem[]; readonly files: Content["files"] };

/**
 * Reads and checks all of content/: the one function behind the build, the preview, the checker and the tests.
 * `wordsDir` is where the interface's words are when the content folder has none of its own; `known` spares whoever reads the
 * same folder again what nobody touched.
 */
export function loadContent(
  contentDir: string,
  wordsDir = path.join("templates", "strings"),
  known?: KnownReleases,
): Loaded {
  const problems: Problem[] = [];
  if (found(contentDir, "site.yaml").is === "nothing") {
    return {
      files: new Map(),
      problems: [
        {
          file: "site.yaml",
          message: "This file is missing.",
          fix: "It says whose press site this is: see docs/ for its fields.",
        },
      ],
    };
  }
  const read = readYamlFile(contentDir, "site.yaml", siteSchema, problems);
  if (!read) return { problems, files: new Map() };
  const site = read.value;
  problems.push(...folderProblems(contentDir));
  const hasOwn = found(contentDir, "strings").is === "folder";
  const words = loadWords(contentDir, hasOwn ? path.join(contentDir, "strings") : wordsDir, site, problems);
  const files = new Files(contentDir);
  const terms = loadTerms(contentDir, site, files, problems);
  problems.push(
    ...siteProblems(site, read.part, [...terms.contacts.keys()], problems),
    ...files.find(read.part, themeFiles(site)),
  );
  const pages = loadPages(contentDir, site, problems);
  const published = loadPublished(contentDir, problems);
  known?.begin(settingOf(contentDir, site, terms, problems));
  const releases = loadReleases(contentDir, site, terms, files, problems, known);
  problems.push(...featuredProblems(site, read.part, releases), ...aliasProblems(contentDir, site, releases, pages));
  if (problems.length > 0) return { problems: inReadingOrder(problems), files: files.found };
  return {
    content: Object.freeze({ site, terms, releases, pages, words, published, files: files.found }),
    problems: [],
    files: files.found,
  };
}

/** The folders of content/ that cannot be read: what is in them is not known. */
function folderProblems(contentDir: string): Problem[] {
  return ["strings", "pages", "releases", ...Object.keys(termFolders)].flatMap((file) => {
    const why = folderRefusal(contentDir, file);
    return why ? [{ file, message: `This ${why.what}.`, fix: why.fix }] : [];
  });
}

/** All that the reading of a release depends on besides its own files. */
function settingOf(contentDir: string, site: Site, terms: Terms, problems: readonly Problem[]): string {
  const ids = [terms.partners, terms.contacts, terms.locations, terms.topics].map((folder) => [...folder.keys()]);
  // What names a faulty file is not told so, and must be read again when the file has gone.
  return JSON.stringify([path.resolve(contentDir), site, ids, problems.map(({ file }) => file)]);
}

function siteProblems(site: Site, part: YamlPart, contacts: readonly string[], others: readonly Problem[]): Problem[] {
  const languages = Object.keys(site.languages);
  const wrong = (field: string, message: string, meant: string | undefined, known: readonly string[]): Problem =>
    fieldProblem(part, [field], { message, fix: meant ? `Did you mean “${meant}”?` : `It can be: ${listed(known)}.` });
  const { default_language: language, press_office: office } = site;
  return [
    ...(languages.includes(language)
      ? []
      : [wrong("default_language", `“${language}” is not among the languages.`, undefined, languages)]),
    ...(contacts.includes(office) || others.some(({ file }) => isFileOf(file, "contacts", office))
      ? []
      : [wrong("press_office", `There is no “${office}” in contacts/.`, didYouMean(office, contacts), contacts)]),
  ];
}

/** The files that the theme names: logo, and fonts of the office's own. */
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
  const meant = didYouMean(featured, keys);
  return [
    fieldProblem(part, ["featured"], {
      message: `There is no release “${featured}”.`,
      fix: meant ? `Did you mean “${meant}”?` : "Write the name of a file or folder in releases/, without .md.",
    }),
  ];
}

function loadWords(contentDir: string, wordsDir: string, site: Site, problems: Problem[]): Words {
  // Spaces at the end of a word are its own: some are punctuation.
  const schema = z.record(z.string(), z.string().regex(/\S/, "is empty"));
  const folder = path.relative(contentDir, wordsDir).replaceAll(path.sep, "/");
  const words = new Map(
    Object.keys(site.languages).flatMap((lang) => {
      const file = `${folder}/${lang}.yaml`;
      if (found(wordsDir, `${lang}.yaml`).is === "nothing") {
        problems.push({
          file,
          message: `The interface's words in “${lang}” are missing.`,
          fix: "Copy strings/en.yaml and translate what follows each colon.",
        });
        return [];
      }
      const faults: Problem[] = [];
      const table = readYamlFile(wordsDir, `${lang}.yaml`, schema, faults)?.value;
      problems.push(...faults.map((fault) => ({ ...fault, file })));
      return table ? [[lang, table] as const] : [];
    }),
  );
  problems.push(...missingWords(folder, words));
  return words;
}

const PLURAL = /\.(?:zero|one|two|few|many|other)$/;

/** The words that one of the languages has and another lacks, a word with a number in each plural form: all of a language at once. */
function missingWords(folder: string, words: Words): Problem[] {
  const keys = new Set([...words.values()].flatMap((table) => Object.keys(table)));
  const all = new Set([...keys].map((key) => (PLURAL.test(key) ? key.replace(PLURAL, ".other") : key)));
  return [...words].flatMap(([lang, table]) => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    const missing = [...all]
      .flatMap((key) => (PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `.${form}`)) : [key]))
      .filter((key) => !(key in table));
    if (missing.length === 0) return [];
    return [
      {
        file: `${folder}/${lang}.yaml`,
        message: `These words are missing in “${lang}”: ${listed(missing, 40)}.`,
        fix: "Add a line for each, as in the files of the other languages beside it, with the words of this language after the colon.",
      },
    ];
  });
}
