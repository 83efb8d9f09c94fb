import { existsSync } from "node:fs";
import { didYouMean, listed } from "../content/suggest.ts";
import type { Office } from "../importing/office.ts";
import type { Options } from "../importing/options.ts";
import { DatelineError } from "../model/dateline-error.ts";

/** What the command line names, checked; for archives, what site.yaml names in its place. */
export function optionsFrom(
  values: Readonly<Record<string, string | boolean | undefined>>,
  { site, terms }: Pick<Office, "site" | "terms">,
  isFolder: boolean,
): Options {
  const word = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const known = (id: string, folder: "locations" | "contacts") => {
    if (terms[folder].has(id)) return id;
    const meant = didYouMean(id, terms[folder].keys());
    throw new DatelineError(
      "usage",
      `There is no “${id}” in ${folder}/.`,
      meant ? `Did you mean “${meant}”?` : `There are: ${listed(terms[folder].keys())}.`,
    );
  };
  const lang = word("lang");
  if (lang !== undefined && !(lang in site.languages))
    throw new DatelineError(
      "usage",
      `“${lang}” is not a language of the site.`,
      `It can be: ${listed(Object.keys(site.languages))}.`,
    );
  const origin = word("origin");
  if (origin !== undefined && !URL.canParse(origin))
    throw new DatelineError(
      "usage",
      `“${origin}” is not a web address.`,
      "Write it in full: --origin https://old.example.org",
    );
  const files = word("files");
  if (files !== undefined && !existsSync(files))
    throw new DatelineError("missing", `There is no folder “${files}”.`, "Correct the name after --files.");
  const named = {
    location: word("location"),
    contacts: word("contacts")
      ?.split(",")
      .map((id) => id.trim())
      .filter(Boolean),
  };
  const location = named.location ?? (isFolder ? site.imports?.location : undefined);
  const contacts = named.contacts ?? (isFolder ? site.imports?.contacts : undefined) ?? [];
  return {
    location: location && known(location, "locations"),
    contacts: contacts.map((id) => known(id, "contacts")),
    from: named.location || named.contacts ? "the command line" : "site.yaml",
    lang,
    origin,
    permalink: word("permalink"),
    files,
  };
}
