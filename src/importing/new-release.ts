import { stringify } from "yaml";
import { z } from "zod";
import type { FieldNote } from "../model/fields.ts";
import { releaseFields } from "../model/release.ts";

/** What is asked for a new release. */
export interface Answers {
  readonly title: string;
  /** `2017-01-27` */
  readonly date: string;
  readonly lang: string;
  readonly location?: string | undefined;
  readonly partners: readonly string[];
  readonly contacts: readonly string[];
}

/** Fields that the answers fill, or that nobody writes into a new release. */
const FILLED = new Set([
  "title",
  "date",
  "location",
  "partners",
  "contacts",
  "lang",
  "draft",
  "aliases",
  "status",
  "changes",
  "published",
]);

/** Examples of the fields that are groups; each is right as it stands once its # is gone. */
const groups: Readonly<Record<string, string>> = {
  subtitle: "Two years of work, 40 officers a year",
  summary: "The centre trains officers from both sides of the border.",
  figures: '[{ value: "714", label: victims of trafficking received help }]',
  image: "{ file: opening.jpg, alt: Two officers cut a ribbon, credit: Press office }",
  gallery: "[{ file: hall.jpg, alt: The new hall }]",
  documents: "[{ file: report.pdf, title: Full report }]",
  video: "[{ url: https://video.example.org/w/1, title: The opening }]",
  notes: "The centre is open to journalists on weekdays.",
  boilerplates: "[european-union]",
  related: "[2017-01-12-another-release]",
  coverage: "[{ url: https://news.example.org/1, title: A new centre, outlet: The Daily }]",
  licence: "CC BY 4.0",
  translation: "{ from: en, by: the press office }",
};

/** A new release: the answers as fields, every other useful field as a comment with what it is and an example, a draft. */
export function newRelease(
  { title, date, lang, location, partners, contacts }: Answers,
  defaultLanguage: string,
): string {
  const list = (ids: readonly string[]) => `[${ids.join(", ")}]`;
  const others = Object.entries(releaseFields).flatMap(([name, schema]) => {
    const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
    const { description = "", example } = (inner.meta() ?? {}) as Partial<FieldNote>;
    return FILLED.has(name) ? [] : [`# ${description}`, `# ${name}: ${example ?? groups[name] ?? ""}`];
  });
  return [
    "---",
    stringify({ title }, { lineWidth: 0 }).trimEnd(),
    `date: ${date}`,
    location ? `location: ${location}` : "# location: # the name of a file in locations/",
    `partners: ${list(partners)}`,
    contacts.length > 0 ? `contacts: ${list(contacts)}` : "# contacts: # names of files in contacts/, at least one",
    ...(lang === defaultLanguage ? [] : [`lang: ${lang}`]),
    "draft: true # delete this line when the release may be published",
    "",
    "# Fields that may be added. Take the # away from those that are needed, and delete the others.",
    ...others,
    "---",
    "",
    "",
  ].join("\n");
}
