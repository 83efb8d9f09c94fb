import { z } from "zod";
import { allow } from "../model/allow.ts";
import { ownPaths, type StandingPage } from "../model/content.ts";
import { isSlug, words } from "../model/fields.ts";
import { andThen, type Problem } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import { check } from "./check.ts";
import { namesIn } from "./disk.ts";
import { readDivided } from "./front-matter.ts";
import { readFields } from "./lost-words.ts";
import { listed } from "./suggest.ts";
import { picturesInPage } from "./text-pictures.ts";

const FOLDER = "pages";
export const pageSchema = z.strictObject({ title: words, summary: words.optional(), allow });

/** Reads the standing pages (about, accessibility …): one file each, or a folder with one file a language. */
export function loadPages(contentDir: string, site: Site, problems: Problem[]): StandingPage[] {
  const languages = Object.keys(site.languages);
  return namesIn(contentDir, FOLDER).flatMap((name) => {
    const key = name.replace(/\.md$/, "");
    if (key === name && name.includes(".")) return [];
    if (!isSlug(key) || ownPaths.includes(key) || /^\d{4}$/.test(key)) {
      problems.push({
        file: `${FOLDER}/${name}`,
        message: `The name “${key}” cannot be used as an address${isSlug(key) ? ": another page has it" : ""}.`,
        fix: "Rename it. Use small Latin letters, digits and hyphens, such as about.",
      });
      return [];
    }
    const files =
      key === name
        ? namesIn(contentDir, `${FOLDER}/${name}`)
            .filter((inner) => inner.endsWith(".md"))
            .map((inner) => ({ lang: inner.slice(0, -3), file: `${FOLDER}/${name}/${inner}` }))
        : [{ lang: site.default_language, file: `${FOLDER}/${name}` }];
    return files.flatMap(({ lang, file }) => {
      if (!languages.includes(lang)) {
        problems.push({
          file,
          message: `“${lang}” is not a language of this site.`,
          fix: `A file in a page's folder is named after its language: ${listed(languages.map((code) => `${code}.md`))}. Languages are added in site.yaml.`,
        });
        return [];
      }
      return readPage(contentDir, key, lang, file, problems);
    });
  });
}

function readPage(contentDir: string, key: string, lang: string, file: string, problems: Problem[]): StandingPage[] {
  const read = andThen(readDivided(contentDir, file), (part) =>
    andThen(
      andThen(readFields(part), (fields) => check(pageSchema, part, fields)),
      (fields) => ({ is: "read", value: { part, fields } }),
    ),
  );
  if (read.is === "wrong") {
    problems.push(...read.problems);
    return [];
  }
  const { part, fields } = read.value;
  const hidden = picturesInPage(part, lang);
  problems.push(...hidden);
  return hidden.length > 0 ? [] : [{ key, lang, file, ...fields, body: part.body }];
}
