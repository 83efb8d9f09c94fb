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
  maybe,
  text,
  timeZone,
  webAddress,
} from "./fields.ts";

/** An organisation that releases name as a partner. */
export const partnerSchema = z.strictObject({
  name: field(localized, "The full name, in each language.", "{ en: European Union, ru: Европейский союз }"),
  acronym: maybe(localized, "The short name.", "{ en: EU, ru: ЕС }"),
  aliases: maybe(z.array(text), "Other names under which texts mention it, for the importer and the checker."),
  url: maybe(webAddress, "Its site.", "https://european-union.europa.eu"),
  logo: maybe(fileName, "Its logo: an SVG or PNG file beside this one."),
  about: maybe(localized, "The “About …” text that stands below its releases."),
});

/** A person or office that a journalist can reach. */
export const contactSchema = z.strictObject({
  name: field(localized, "The person's or office's name.", "{ en: Press Office }"),
  role: maybe(localized, "What the person does.", "{ en: Communications analyst }"),
  organisation: maybe(localized, "The organisation of the contact."),
  note: maybe(localized, "A sentence above the phone number."),
  phone: maybe(text, "The phone number with its country code.", '"+375 17 327 48 76"'),
  mobile: maybe(text, "The mobile number with its country code."),
  email: maybe(mailAddress, "The email address.", "press@example.org"),
  languages: maybe(z.array(language), "Languages spoken.", "[en, ru]"),
  hours: maybe(
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
  ),
  timezone: maybe(timeZone, "The office's time zone.", "Europe/Minsk"),
  confirmed: maybe(calendarDate, "The day on which somebody last checked this contact."),
  allow,
});

/** A place that stands in datelines. */
export const locationSchema = z.strictObject({
  name: field(localized, "The place's name, in each language.", "{ en: Smarhon, ru: Сморгонь }"),
  country: field(countryCode, "The country: two letters, ISO 3166-1.", "BY"),
  aliases: maybe(z.array(text), "Other spellings, for the importer and the checker."),
});

/** A subject that releases are about. */
export const topicSchema = z.strictObject({
  name: field(localized, "The topic's name, in each language.", "{ en: Migration, ru: Миграция }"),
  description: maybe(localized, "A sentence about it, for its list."),
});

/** A person whom releases quote. People without a file have the name that releases write. */
export const personSchema = z.strictObject({
  name: field(localized, "The person's name, in each language.", "{ en: Olga Ivanova, ru: Ольга Иванова }"),
  aliases: maybe(z.array(text), "Other spellings under which releases quote the person."),
  role: maybe(localized, "What the person does now.", "{ en: Director of the border guard school }"),
  say: maybe(localized, "How to pronounce the name, for radio and television.", "{ en: OL-ga ee-va-NO-va }"),
  portrait: maybe(fileName, "A portrait that may be published: a picture file beside this one."),
  credit: maybe(localized, "The credit under the portrait.", "{ en: Rivers Partnership / A. Kavalenka }"),
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
