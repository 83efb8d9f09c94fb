import slugify from "@sindresorhus/slugify";
import type { z } from "zod";
import { NO_OFFICE } from "../model/dateline-error.ts";
import { isSlug } from "../model/fields.ts";
import { phoneOf } from "../model/phone.ts";
import { andThen, type Problem, read, valueOr } from "../model/problem.ts";
import { type Site, siteSchema } from "../model/site.ts";
import { type Contact, type TermFolder, type Terms, termsBy } from "../model/terms.ts";
import { check, fieldProblem } from "./check.ts";
import { found, namesIn } from "./disk.ts";
import type { NamedFile, Reading } from "./files.ts";
import { readFields } from "./lost-words.ts";
import { readSource, type YamlPart } from "./source.ts";

/** Reads and checks one YAML file against its schema. Problems are pushed to `problems`. */
export function readYamlFile<T>(
  contentDir: string,
  name: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): { readonly value: T; readonly part: YamlPart } | undefined {
  const file = andThen(readSource(contentDir, name), (source) => {
    const part: YamlPart = { source, yaml: source.text, line: 1 };
    const checked = andThen(readFields(part), (value) => check(schema, part, value));
    return andThen(checked, (value) => read({ value, part }));
  });
  return valueOr(file, problems);
}

/** Reads site.yaml, without which nothing can be done. */
export function readSite(contentDir: string, problems: Problem[] = []) {
  const file = "site.yaml";
  if (found(contentDir, file).is !== "nothing") return readYamlFile(contentDir, file, siteSchema, problems);
  problems.push({ file, message: "This file is missing: it says whose press site this is.", fix: NO_OFFICE });
  return undefined;
}

/** Reads partners/, contacts/, locations/, topics/ and people/: one small file per term, whose name is the id. */
export function loadTerms(reading: Reading): Terms {
  return termsBy((folder, schema) => loadFolder(reading, folder, schema));
}

function loadFolder<T extends object>(reading: Reading, folder: TermFolder, schema: z.ZodType<T>): Map<string, T> {
  const { contentDir, site, files, problems } = reading;
  const terms = new Map<string, T>();
  for (const name of namesIn(contentDir, folder)) {
    const file = `${folder}/${name}`;
    const id = name.replace(/\.yaml$/, "");
    if (id === name) {
      if (/\.(?:ya?ml(?:\.txt)?|txt|md)$/i.test(name)) {
        problems.push({
          file,
          message: "This file's name does not end in .yaml.",
          fix: `Rename it to ${name.replace(/\..*$/, "")}.yaml.`,
        });
      }
      continue;
    }
    if (!isSlug(id)) {
      problems.push({
        file,
        message: "This file's name cannot be used as a name in releases.",
        fix: `Use small Latin letters, digits and hyphens only: ${slugify(id) || "name"}.yaml`,
      });
      continue;
    }
    const term = readYamlFile(contentDir, file, schema, problems);
    if (!term) continue;
    const { part, value } = term;
    if (folder === "contacts") problems.push(...unreachable(part, value));
    problems.push(...phoneProblems(part, value, site), ...files.find(part, picturesOf(value)));
    terms.set(id, value);
  }
  return terms;
}

/** The fields of a term that name pictures, with the purpose of each. */
const pictures = { logo: "logo", portrait: "photograph" } as const;

function picturesOf(term: object): NamedFile[] {
  return Object.entries(pictures).flatMap(([field, purpose]) => {
    const name: unknown = Reflect.get(term, field);
    return typeof name === "string" ? [{ at: [field], name, purpose }] : [];
  });
}

/** Returns a problem for a contact whom nobody can reach. */
function unreachable(part: YamlPart, contact: Partial<Contact>): Problem[] {
  if (contact.phone || contact.mobile || contact.email) return [];
  return [
    fieldProblem(part, ["name"], {
      message: "This contact has no phone, no mobile and no email, so no journalist can reach it.",
      fix: 'Add one of them, like this: phone: "+375 17 327 48 76" or email: press@example.org',
    }),
  ];
}

function phoneProblems(part: YamlPart, term: object, site: Site): Problem[] {
  return (["phone", "mobile"] as const).flatMap((name) => {
    const number: unknown = Reflect.get(term, name);
    if (typeof number !== "string" || phoneOf(number, site.country)) return [];
    return [
      fieldProblem(part, [name], {
        message: `“${number}” is not a phone number that can be called.`,
        fix: /[,;/]/.test(number)
          ? `Write one number here; another one goes into ${name === "phone" ? "mobile" : "phone"}.`
          : number.trim().startsWith("+")
            ? "No number of that country is like this: check its digits, one too many or too few above all."
            : 'Write it in full with the country code: phone: "+375 17 327 48 76"',
      }),
    ];
  });
}
