import { posix } from "node:path";
import { z } from "zod";
import { attempt } from "./attempt.ts";
import { isCalendarDate, isInstant } from "./instant.ts";

/** The description of a field in the docs, the JSON Schema and error messages. */
export interface FieldNote {
  readonly description: string;
  /** A right value in YAML, shown in error messages. */
  readonly example?: string;
}

/** Gives a schema its comment for editors and an example that is right. */
export function field<T extends z.ZodType>(schema: T, description: string, example?: string): T {
  return schema.meta(example === undefined ? { description } : { description, example });
}

/** Does the same for a field that may be left out. */
export function maybe<T extends z.ZodType>(...note: Parameters<typeof field<T>>): z.ZodOptional<T> {
  return field(...note).optional();
}

/** The sources of regular expressions for a name in an address, and for a language code. */
export const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
export const LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*";

const WHOLE_SLUG = new RegExp(`^${SLUG}$`);

/** Whether a file or folder name can be an address: small Latin letters, digits and single hyphens. */
export function isSlug(name: string): boolean {
  return WHOLE_SLUG.test(name);
}

/** The name of a small file in partners/, contacts/, locations/ or topics/, without `.yaml`. */
export const termId = z.string().regex(WHOLE_SLUG, "is not the name of a file in that folder");

/** Text that an editor writes: never empty, no spaces at the ends. */
export const text = z.string().trim().min(1, "is empty");

/** The schemas of words that readers read. Only their values get typography (`src/content/typography.ts`). */
export const readByReaders = z.registry<{ readonly words: true }>();

/** Text that readers read and that is no Markdown. Ids, names of files, addresses and codes are no words. */
export const words = z.string().trim().min(1, "is empty").register(readByReaders, { words: true });

/** A BCP 47 language code such as `en`, `ru` or `zh-Hant`. */
export const language = z.string().regex(new RegExp(`^${LANGUAGE}$`), "is not a language code");

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Whether a code is that of a language that has a name (CLDR), and not any word before a bracket. */
export function isLanguage(code: string): boolean {
  return attempt(() => languageNames.of(code)) !== undefined;
}

/** The same words in one language (a string) or in several (a language code each). */
export const localized = z.union([words, z.record(language, words)]);
export type Localized = z.infer<typeof localized>;

/** A calendar date (RFC 3339 full-date): no time, no time zone. */
export const calendarDate = z.string().refine(isCalendarDate, "is not a date");

/** A point in time with its offset from UTC (RFC 3339 date-time; a space may stand for the T). */
export const instant = z.string().refine(isInstant, "is not a date and time with an offset");

/** A time zone of the IANA database. */
export const timeZone = z
  .string()
  .refine(
    (name) => attempt(() => new Intl.DateTimeFormat("en", { timeZone: name })) !== undefined,
    "is not a time zone",
  );

/** The two letters of a country (ISO 3166-1). */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, "is not a country code");

/** An address on the web; only http and https, so that no `javascript:` reaches a page. */
export const webAddress = z.url({ protocol: /^https?$/, error: "is not a web address" });
export const mailAddress = z.email({ error: "is not an email address" });

/** A path relative to the file that names it, inside the release's folder, in NFC; `./logo.svg` is the same as `logo.svg`. */
export const fileName = text
  .refine((value) => !/^[\\/]|^[a-z]+:|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(value), "must be a file beside the release")
  .overwrite((name) => posix.normalize(name).normalize("NFC"));
