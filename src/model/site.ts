import { z } from "zod";
import { field, language, localized, termId, text, timeZone, webAddress } from "./fields.ts";

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "is not a colour such as #0468B1");

const theme = z.strictObject({
  brand: field(colour, "The colour of the footer and the mark.", '"#0468B1"').optional(),
  action: field(colour, "The colour of links, rules and buttons.", '"#D12800"').optional(),
  accent: field(colour, "The colour behind a quote.", '"#FFEB00"').optional(),
});

/** `site.yaml`: who publishes, where, in which languages. */
export const siteSchema = z.strictObject({
  name: field(localized, "The name of the press site or office: second, large line of the header.", "{ en: Belarus }"),
  parent: field(localized, "The organisation it belongs to: first, small line of the header.").optional(),
  description: field(localized, "One sentence about the site, for the home page and search engines."),
  origin: field(
    webAddress.refine((value) => !value.endsWith("/"), "must not end with /"),
    "The address at which the site is published, without a slash at the end.",
    "https://press.example.org",
  ),
  default_language: field(language, "The language of a release that does not say its own.", "en"),
  languages: field(
    z.record(
      language,
      z.strictObject({
        label: field(text, "The language's name in itself.", "English"),
        dir: field(z.enum(["ltr", "rtl"]), "The direction of its script.", "ltr"),
      }),
    ),
    "The languages of the site, in the order of the menu.",
  ),
  timezone: field(
    timeZone,
    "The time zone of the press office: a release dated tomorrow is public when tomorrow begins there.",
    "Europe/Minsk",
  ),
  press_office: field(
    termId,
    "The contact who stands on every page: the name of a file in `contacts/`.",
    "press-office",
  ),
  country: field(
    z.string().regex(/^[A-Z]{2}$/, "is not a country code"),
    "The country of phone numbers written without one.",
    "BY",
  ).optional(),
  releases_per_page: field(
    z.number().int().min(2).max(200),
    "How many releases a page of a list holds.",
    "12",
  ).optional(),
  disclaimer: field(localized, "A paragraph at the foot of every page.").optional(),
  copyright: field(localized, "The line at the very end of every page.").optional(),
  theme: field(theme, "Colours.").optional(),
});

export type Site = z.infer<typeof siteSchema>;

/** The path of the origin that stands before every address of the site: empty, or `/press` for a site in a folder. */
export function pathPrefix(site: Pick<Site, "origin">): string {
  return site.origin.replace(/^https?:\/\/[^/]+/i, "");
}
