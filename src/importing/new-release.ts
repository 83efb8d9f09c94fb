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
const FILLED = new Set("title date location partners contacts lang draft aliases status changes published".split(" "));

/** A new release: the answers as fields, every other useful field as a comment with what it is and an example, a draft. */
export function newRelease({ title, date, lang, location, partners, contacts }: Answers, defaultLanguage: string) {
  const list = (ids: readonly string[]) => `[${ids.join(", ")}]`;
  const others = Object.entries(releaseFields).flatMap(([name, schema]) => {
    const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
    const { description = "", example } = (inner.meta() ?? {}) as Partial<FieldNote>;
    return FILLED.has(name) ? [] : [`# ${description}`, `# ${name}: ${example ?? ""}`];
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
