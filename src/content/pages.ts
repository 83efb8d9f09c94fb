import { z } from "zod";
import { allow } from "../model/allow.ts";
import { ownPaths, type StandingPage } from "../model/content.ts";
import { isSlug, words } from "../model/fields.ts";
import { andThen, type Read, read, valueOr, wrong } from "../model/problem.ts";
import { check } from "./check.ts";
import { namesIn, textFiles } from "./disk.ts";
import type { Reading } from "./files.ts";
import { readText } from "./lost-words.ts";
import { unknownLanguage } from "./suggest.ts";
import { picturesInPage } from "./text-pictures.ts";

const FOLDER = "pages";
export const pageSchema = z.strictObject({ title: words, summary: words.optional(), allow });

/** Reads the standing pages (about, accessibility …): one file each, or a folder with one file a language. */
export function loadPages(reading: Reading): StandingPage[] {
  const { contentDir, site, problems } = reading;
  return namesIn(contentDir, FOLDER).flatMap((name) => {
    const whole = `${FOLDER}/${name}`;
    const key = name.replace(/\.md$/, "");
    if (key === name && name.includes(".")) return [];
    if (!isSlug(key) || ownPaths.includes(key) || /^\d{4}$/.test(key)) {
      problems.push({
        file: whole,
        message: `The name “${key}” cannot be used as an address${isSlug(key) ? ": another page has it" : ""}.`,
        fix: "Rename it. Use small Latin letters, digits and hyphens, such as about.",
      });
      return [];
    }
    return textFiles(contentDir, whole).flatMap(({ file, named: lang = site.default_language }) => {
      if (Object.hasOwn(site.languages, lang)) return readPage(reading, key, lang, file);
      problems.push({ file, ...unknownLanguage(lang, site, "page") });
      return [];
    });
  });
}

function readPage({ contentDir, problems }: Reading, key: string, lang: string, file: string): StandingPage[] {
  const page = andThen(readText(contentDir, file), ({ part, fields }) =>
    andThen(check(pageSchema, part, fields), (checked): Read<StandingPage> => {
      const hidden = picturesInPage(part, lang);
      return hidden.length > 0 ? wrong(...hidden) : read({ key, lang, file, ...checked, body: part.body });
    }),
  );
  const value = valueOr(page, problems);
  return value ? [value] : [];
}
