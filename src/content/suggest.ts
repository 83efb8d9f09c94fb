import { closest, distance } from "fastest-levenshtein";
import type { Fault } from "../model/problem.ts";
import type { Site } from "../model/site.ts";

/** Returns the known name that a wrong one was probably meant to be; undefined if none is near. */
export function didYouMean(wrong: string, known: Iterable<string>): string | undefined {
  const names = [...known].map((name) => name.normalize("NFC"));
  if (names.length === 0) return undefined;
  const small = wrong.normalize("NFC").toLowerCase();
  const same = names.find((name) => name.toLowerCase() === small);
  if (same !== undefined) return same;
  const near = closest(small, names);
  // Of a short name, such as a language code, some letters must be right.
  const most = Math.min(near.length - 1, Math.max(2, Math.floor(near.length / 3)));
  return distance(small, near) <= most ? near : undefined;
}

/** Returns a sentence that suggests the name that was probably meant; another sentence if none is near. */
export function meantOr(otherwise: string, wrong: string, known: Iterable<string>): string {
  const bare = wrong.replace(/^[\p{Pi}\p{Pf}„]+|[\p{Pi}\p{Pf}]+$/gu, "");
  const meant = didYouMean(bare, known);
  if (meant === undefined) return otherwise;
  return bare === wrong ? `Did you mean “${meant}”?` : `Write it without quotation marks: ${meant}`;
}

/** Returns a short list of names for an error message: all if they are few. */
export function listed(names: Iterable<string>, most = 12): string {
  const all = [...names];
  return all.length <= most ? all.join(", ") : `${all.slice(0, most).join(", ")} … (${all.length} in all)`;
}

/** Returns the fault of a language that the site does not have; for a file in the folder of a page or release, how such files are named. */
export function unknownLanguage(lang: string, { languages }: Site, folderOf?: "page" | "release"): Fault {
  const codes = Object.keys(languages);
  const known =
    folderOf === undefined
      ? `It can be: ${listed(codes)}`
      : `A file in a ${folderOf}'s folder is named after its language: ${listed(codes.map((code) => `${code}.md`))}`;
  const same = codes.find((code) => code.toLowerCase() === lang.toLowerCase());
  if (folderOf && same)
    return {
      message: `“${lang}” is not a language of this site, but “${same}” is.`,
      fix: `Rename the file to ${same}.md.`,
    };
  return { message: `“${lang}” is not a language of this site.`, fix: `${known}. Languages are added in site.yaml.` };
}
