import { z } from "zod";
import type { Words } from "../model/content.ts";
import { DatelineError } from "../model/dateline-error.ts";
import { memoized } from "../model/memo.ts";
import type { Problem } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import { packaged } from "../roots.ts";
import { found } from "./disk.ts";
import { listed, meantOr } from "./suggest.ts";
import { readYamlFile } from "./terms.ts";

type Table = Readonly<Record<string, string>>;

/** Words keep the spaces at their ends, because some words are punctuation. */
const schema = z.record(z.string(), z.string().regex(/\S/, "is empty"));

const PLURAL = /\.(?:zero|one|two|few|many|other)$/;

/** The folder of an office's own words, below its content. */
const OWN = "strings";

/** The folder of the product's words. */
const PRODUCT = packaged("templates/strings");

/**
 * Returns the words of the interface in each language of the site: those of the product, replaced by those of the office (`strings/`),
 * and English ones as a fallback. A missing word is only a warning, because an update may bring new words.
 */
export function loadWords(contentDir: string, { languages }: Site, problems: Problem[], warnings: Problem[]): Words {
  const english = productWords("en");
  const known = new Set(Object.keys(english));
  return new Map(
    Object.keys(languages).map((lang) => {
      const file = `${OWN}/${lang}.yaml`;
      const product = lang === "en" ? english : productWords(lang);
      const isOwn = found(contentDir, file).is !== "nothing";
      const own = (isOwn ? readYamlFile(contentDir, file, schema, problems)?.value : undefined) ?? {};
      const table = { ...product, ...own };
      const keys = keysOf(english, lang);
      const missing = keys.filter((key) => !(key in table));
      if (missing.length > 0) warnings.push(missingIn(file, lang, missing));
      warnings.push(...unknownIn(file, own, new Set([...known, ...keys])));
      const fallback = missing.map((key) => [key, english[key] ?? english[key.replace(PLURAL, ".other")] ?? ""]);
      return [lang, { ...Object.fromEntries(fallback), ...table }] as const;
    }),
  );
}

/** Returns the words of the product in a language; none for a language that it does not have. */
function productWords(lang: string): Table {
  const at = found(PRODUCT, `${lang}.yaml`);
  return at.is === "nothing" ? {} : wordsSaved(lang, at.is === "file" ? String(at.saved) : at.is);
}

/** The product's words in a language as they were saved at a moment: a preview asks for them with each save of any file. */
const wordsSaved = memoized((lang: string, _moment: string): Table => {
  const table = readYamlFile(PRODUCT, `${lang}.yaml`, schema, [])?.value;
  if (table) return table;
  const message = `templates/strings/${lang}.yaml of Dateline is damaged.`;
  throw new DatelineError("installation", message, "Install it anew: npm ci");
});

/** Returns all keys of English, with those of plural words in each plural form of another language. */
function keysOf(english: Table, lang: string): string[] {
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const all = new Set(Object.keys(english).map((key) => key.replace(PLURAL, ".other")));
  return [...all].flatMap((key) => (PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `.${form}`)) : [key]));
}

function missingIn(file: string, lang: string, missing: readonly string[]): Problem {
  return {
    file,
    message: `The interface lacks ${missing.length === 1 ? "a word" : `${missing.length} words`} in “${lang}” and shows the English: ${listed(missing, 6)}.`,
    fix: `Write into ${file} a line for each, with the words after the colon: ${missing[0]}: …`,
  };
}

function unknownIn(file: string, own: Table, known: ReadonlySet<string>): Problem[] {
  return Object.keys(own)
    .filter((key) => !known.has(key))
    .map((key) => ({
      file,
      message: `The interface has no word “${key}”.`,
      fix: meantOr("Delete the line: nothing shows this word.", key, known),
    }));
}
