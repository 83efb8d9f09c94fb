import { existsSync } from "node:fs";
import type { Office } from "../importing/office.ts";
import type { Options } from "../importing/options.ts";
import { idsIn, oneOf } from "./given.ts";
import { missing, misuse } from "./run.ts";

type Values = Partial<Record<"location" | "contacts" | "lang" | "origin" | "permalink" | "files", string>>;

/** Checks and returns the options of the command line; for archives, site.yaml gives the missing ones. */
export function optionsFrom(
  values: Values,
  { site, terms }: Pick<Office, "site" | "terms">,
  isFolder: boolean,
): Options {
  const { lang, origin, files, permalink } = values;
  if (origin !== undefined && !URL.canParse(origin)) {
    const fix = "Write it in full: --origin https://old.example.org";
    throw misuse(`“${origin}” is not a web address.`, fix);
  }
  if (files !== undefined && !existsSync(files))
    throw missing(`There is no folder “${files}”.`, "Correct the name after --files.");
  const { imports = {} } = isFolder ? site : {};
  const { location = imports.location } = values;
  const contacts = values.contacts === undefined ? (imports.contacts ?? []) : idsIn(values.contacts);
  return {
    location: location && oneOf(location, terms.locations.keys(), "locations/"),
    contacts: contacts.map((id) => oneOf(id, terms.contacts.keys(), "contacts/")),
    from: values.location || values.contacts ? "the command line" : "site.yaml",
    lang: lang && oneOf(lang, Object.keys(site.languages), "the languages of the site"),
    origin,
    permalink,
    files,
  };
}
