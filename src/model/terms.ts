import { z } from "zod";
import { allow } from "./allow.ts";
import {
  calendarDate,
  countryCode,
  field,
  fileName,
  language,
  localized,
  mailAddress,
  text,
  timeZone,
  webAddress,
} from "./fields.ts";

/** An organisation that releases name as a partner. */
export const partnerSchema = z.strictObject({
  name: field(localized, "The full name, in each language.", "{ en: European Union, ru: Европейский союз }"),
  acronym: field(localized, "The short name.", "{ en: EU, ru: ЕС }").optional(),
  aliases: field(
    z.array(text),
    "Other names under which texts mention it, for the importer and the checker.",
  ).optional(),
  url: field(webAddress, "Its site.", "https://european-union.europa.eu").optional(),
  logo: field(fileName, "Its logo: an SVG or PNG file beside this one.").optional(),
  about: field(localized, "The “About …” text that stands below its releases.").optional(),
});

/** A person or office that a journalist can reach. */
export const contactSchema = z.strictObject({
  name: field(localized, "The person's or office's name.", "{ en: Press Office }"),
  role: field(localized, "What the person does.", "{ en: Communications analyst }").optional(),
  organisation: field(localized, "The organisation of the contact.").optional(),
  note: field(localized, "A sentence above the phone number.").optional(),
  phone: field(text, "The phone number with its country code.", '"+375 17 327 48 76"').optional(),
  mobile: field(text, "The mobile number with its country code.").optional(),
  email: field(mailAddress, "The email address.", "press@example.org").optional(),
  languages: field(z.array(language), "Languages spoken.", "[en, ru]").optional(),
  hours: field(
    z.array(
      z
        .string()
        .regex(
          /^(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))? \d{2}:\d{2}-\d{2}:\d{2}$/,
          "is not a line of opening hours",
        ),
    ),
    "When somebody answers, in the time zone of the office.",
    '["Mo-Fr 09:00-18:00"]',
  ).optional(),
  timezone: field(timeZone, "The office's time zone.", "Europe/Minsk").optional(),
  confirmed: field(calendarDate, "The day on which somebody last checked this contact.").optional(),
  allow,
});

/** A place that stands in datelines. */
export const locationSchema = z.strictObject({
  name: field(localized, "The place's name, in each language.", "{ en: Smarhon, ru: Сморгонь }"),
  country: field(countryCode, "The country: two letters, ISO 3166-1.", "BY"),
  aliases: field(z.array(text), "Other spellings, for the importer and the checker.").optional(),
});

/** A subject that releases are about. */
export const topicSchema = z.strictObject({
  name: field(localized, "The topic's name, in each language.", "{ en: Migration, ru: Миграция }"),
  description: field(localized, "A sentence about it, for its list.").optional(),
});

/** A person whom releases quote. People without a file have the name that releases write. */
export const personSchema = z.strictObject({
  name: field(localized, "The person's name, in each language.", "{ en: Olga Ivanova, ru: Ольга Иванова }"),
  aliases: field(z.array(text), "Other spellings under which releases quote the person.").optional(),
  role: field(localized, "What the person does now.", "{ en: Director of the border guard school }").optional(),
  say: field(localized, "How to pronounce the name, for radio and television.", "{ en: OL-ga ee-va-NO-va }").optional(),
  portrait: field(fileName, "A portrait that may be published: a picture file beside this one.").optional(),
  credit: field(localized, "The credit under the portrait.", "{ en: Rivers Partnership / A. Kavalenka }").optional(),
});

export type Partner = z.infer<typeof partnerSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Person = z.infer<typeof personSchema>;

/** The folders of small files: folder name → schema. */
export const termFolders = {
  partners: partnerSchema,
  contacts: contactSchema,
  locations: locationSchema,
  topics: topicSchema,
  people: personSchema,
} as const;

export type TermFolder = keyof typeof termFolders;

/** All terms of a site, each by its id. */
export type Terms = { readonly [F in TermFolder]: ReadonlyMap<string, z.infer<(typeof termFolders)[F]>> };

/** Makes the terms of a site, one folder at a time. */
export function termsBy(
  make: <T extends object>(
    folder: TermFolder,
    schema: z.ZodType<T>,
    of: (terms: Terms) => ReadonlyMap<string, T>,
  ) => ReadonlyMap<string, T>,
): Terms {
  return {
    partners: make("partners", partnerSchema, ({ partners }) => partners),
    contacts: make("contacts", contactSchema, ({ contacts }) => contacts),
    locations: make("locations", locationSchema, ({ locations }) => locations),
    topics: make("topics", topicSchema, ({ topics }) => topics),
    people: make("people", personSchema, ({ people }) => people),
  };
}

const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/**
 * Reads a line of opening hours, `Mo-Fr 09:00-18:00` (the days' names are those of schema.org's openingHours), as days of the week (0 is
 * Monday) and times of day.
 */
export function hoursOf(line: string) {
  const [days = "", times = ""] = line.split(" ");
  const [from = "", to = from] = days.split("-");
  const [opens = "", closes = ""] = times.split("-");
  return { from: WEEK.indexOf(from), to: WEEK.indexOf(to), opens, closes };
}
