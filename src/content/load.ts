import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Content, StandingPage, Words } from "../model/content.ts";
import { text } from "../model/fields.ts";
import { inReadingOrder, type Problem } from "../model/problem.ts";
import { type Site, siteSchema } from "../model/site.ts";
import { check, fieldProblem } from "./check.ts";
import { divide, type YamlPart } from "./front-matter.ts";
import { loadReleases } from "./releases.ts";
import { readSource } from "./source.ts";
import { didYouMean, listed } from "./suggest.ts";
import { loadTerms, namesIn, readYamlFile } from "./terms.ts";
import { readYaml } from "./yaml.ts";

/** What came of reading content/: everything, or every problem of every file at once. */
export type Loaded =
  | { readonly content: Content; readonly problems: readonly [] }
  | { readonly content?: never; readonly problems: readonly Problem[] };

/**
 * Reads and checks all of content/: the one function behind the build, the preview, the checker and the tests.
 * `wordsDir` is where the interface's words are when the content folder has none of its own.
 */
export function loadContent(contentDir: string, wordsDir = path.join("content", "strings")): Loaded {
  const problems: Problem[] = [];
  if (!existsSync(path.join(contentDir, "site.yaml"))) {
    return {
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
  if (!read) return { problems };
  const site = read.value;
  const own = path.join(contentDir, "strings");
  const words = loadWords(existsSync(own) ? own : wordsDir, site, problems);
  const terms = loadTerms(contentDir, site, problems);
  problems.push(...siteProblems(site, read.part, [...terms.contacts.keys()]));
  const pages = loadPages(contentDir, site, problems);
  const releases = loadReleases(contentDir, site, terms, problems);
  if (problems.length > 0) return { problems: inReadingOrder(problems) };
  return { content: Object.freeze({ site, terms, releases, pages, words }), problems: [] };
}

function siteProblems(site: Site, part: YamlPart, contacts: readonly string[]): Problem[] {
  const languages = Object.keys(site.languages);
  const wrong = (field: string, message: string, meant: string | undefined, known: readonly string[]): Problem =>
    fieldProblem(part, [field], { message, fix: meant ? `Did you mean “${meant}”?` : `It can be: ${listed(known)}.` });
  const { default_language: language, press_office: office } = site;
  return [
    ...(languages.includes(language)
      ? []
      : [wrong("default_language", `“${language}” is not among the languages.`, undefined, languages)]),
    ...(contacts.includes(office)
      ? []
      : [wrong("press_office", `There is no “${office}” in contacts/.`, didYouMean(office, contacts), contacts)]),
  ];
}

function loadWords(wordsDir: string, site: Site, problems: Problem[]): Words {
  const schema = z.record(z.string(), text);
  return new Map(
    Object.keys(site.languages).flatMap((lang) => {
      const file = `${lang}.yaml`;
      if (!existsSync(path.join(wordsDir, file))) {
        problems.push({
          file: `strings/${file}`,
          message: `The interface's words in “${lang}” are missing.`,
          fix: "Copy strings/en.yaml and translate what follows each colon.",
        });
        return [];
      }
      const words = readYamlFile(wordsDir, file, schema, problems)?.value;
      return words ? [[lang, words] as const] : [];
    }),
  );
}

const pageSchema = z.strictObject({ title: text, summary: text.optional() });

function loadPages(contentDir: string, site: Site, problems: Problem[]): StandingPage[] {
  return namesIn(contentDir, "pages").flatMap((name) => {
    const files = name.endsWith(".md")
      ? [{ lang: site.default_language, file: `pages/${name}` }]
      : name.includes(".")
        ? []
        : namesIn(contentDir, `pages/${name}`)
            .filter((inner) => inner.endsWith(".md"))
            .map((inner) => ({ lang: inner.slice(0, -3), file: `pages/${name}/${inner}` }));
    return files.flatMap(({ lang, file }) => {
      const source = readSource(contentDir, file);
      const part = "message" in source ? source : divide(source);
      const read = "message" in part ? { problems: [part] } : readYaml(part);
      const checked = "problems" in read || "message" in part ? read : check(pageSchema, part, read.value);
      if ("problems" in checked || "message" in part) {
        if ("problems" in checked) problems.push(...checked.problems);
        return [];
      }
      return [
        {
          key: name.replace(/\.md$/, ""),
          lang,
          file,
          ...(checked.value as z.infer<typeof pageSchema>),
          body: part.body,
        },
      ];
    });
  });
}
