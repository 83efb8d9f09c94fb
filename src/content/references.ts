import slugify from "@sindresorhus/slugify";
import { grouped } from "../model/grouped.ts";
import type { Fault, Problem } from "../model/problem.ts";
import type { Release, ReleaseFields } from "../model/release.ts";
import type { Partner, TermFolder, Terms } from "../model/terms.ts";
import { fieldProblem, fieldProblems } from "./check.ts";
import type { NamedFile } from "./files.ts";
import { withoutInvisible } from "./invisible.ts";
import { type Divided, problemsOf } from "./source.ts";
import { listed, meantOr } from "./suggest.ts";

/** A name in a release's fields, with its path. */
type Named = readonly [at: PropertyKey[], name: string];
type NamedTerm = readonly [folder: TermFolder, ...Named];

/**
 * Returns the problems of ids that name no file in partners/, contacts/, locations/ or topics/. The fields need not be checked yet. Files
 * that exist and have problems of their own count as known.
 */
export function unknownTerms(
  part: Divided,
  fields: Readonly<Record<string, unknown>>,
  terms: Terms,
  problems: readonly Problem[],
): Problem[] {
  const list = (folder: TermFolder, field: string): NamedTerm[] => {
    const entries: unknown = fields[field];
    return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown, index): NamedTerm[] => {
      if (typeof entry === "string") return [[folder, [field, index], entry]];
      const id: unknown = entry !== null && typeof entry === "object" ? Reflect.get(entry, "id") : undefined;
      return typeof id === "string" ? [[folder, [field, index, "id"], id]] : [];
    });
  };
  const named: NamedTerm[] = [
    ...(typeof fields.location === "string" ? [["locations", ["location"], fields.location] as NamedTerm] : []),
    ...list("partners", "partners"),
    ...list("contacts", "contacts"),
    ...list("topics", "topics"),
    ...list("partners", "boilerplates"),
  ];
  const unknown = named.filter(([folder, , id]) => {
    const isThere = terms[folder].has(id) || problems.some(({ file }) => isFileOf(file, folder, id));
    return !isThere && withoutInvisible(id) === undefined;
  });
  return problemsOf(unknown, ([folder, at, id]) => {
    const known: ReadonlyMap<string, TermNames> = terms[folder];
    const meant = (name: string) => idOfName(name, known) ?? (known.has(name) ? name : slugify(name));
    const several = id.split(/\s*[;；،、]\s*/).filter((name) => name !== "");
    if (several.length > 1) {
      const fix = `Write a comma between them: [${several.map(meant).join(", ")}]`;
      return fieldProblem(part, at, { message: `“${id}” are ${several.length} names in one.`, fix });
    }
    const use = known.size > 0 ? `, or use one of: ${listed(known.keys())}` : "";
    const otherwise = `Write the file ${folder}/${slugify(id) || "name"}.yaml${use}.`;
    return fieldProblem(part, at, {
      message: `There is no “${id}” in ${folder}/.`,
      fix: meantOr(otherwise, idOfName(id, known) ?? id, known.keys()),
    });
  });
}

/** Whether a file is that of a term, or its whole folder, which may not be readable. */
export function isFileOf(file: string, folder: TermFolder, id: string): boolean {
  return file === folder || file.startsWith(`${folder}/${id}.`);
}

type TermNames = Pick<Partner, "name" | "acronym" | "aliases">;

/** Returns the id of the term that has a name in any language, short or long. */
function idOfName(name: string, known: ReadonlyMap<string, TermNames>): string | undefined {
  const words = (value: TermNames["acronym"]) => (typeof value === "object" ? Object.values(value) : [value ?? ""]);
  const plain = (each: string) => each.trim().normalize("NFC").toLowerCase();
  return [...known].find(([, term]) =>
    [...words(term.name), ...words(term.acronym), ...(term.aliases ?? [])].some((each) => plain(each) === plain(name)),
  )?.[0];
}

/** Returns the pictures and documents that a release's fields name. */
export function filesOf(fields: Pick<ReleaseFields, "image" | "gallery" | "documents">): NamedFile[] {
  return [
    ...(fields.image ? [{ at: ["image", "file"], name: fields.image.file, purpose: "photograph" } as const] : []),
    ...(fields.gallery ?? []).map(
      ({ file }, index): NamedFile => ({ at: ["gallery", index, "file"], name: file, purpose: "photograph" }),
    ),
    ...(fields.documents ?? []).map(
      ({ file }, index): NamedFile => ({ at: ["documents", index, "file"], name: file, purpose: "document" }),
    ),
  ];
}

/** Returns the problems of releases that would overwrite each other: same language, year and slug. */
export function sharedAddresses(releases: readonly Release[]): Problem[] {
  const byAddress = grouped(releases, ({ lang, year, slug }) => [`/${lang}/${year}/${slug}/`]);
  return [...byAddress].flatMap(([address, [first, ...others]]) =>
    others.map(({ file }) => ({
      file,
      message: `This release and ${first?.file} would have the same address, ${address}`,
      fix: "Rename one of the two files: what follows the date in the name is the address.",
    })),
  );
}

/** Returns the problems of releases that name another one (related, replaced by) that does not exist. */
export function unknownReleases(contentDir: string, releases: readonly Release[]): Problem[] {
  const keys = new Set(releases.map((release) => release.key));
  const naming = releases.filter(({ related, status }) => related || status.replaced_by);
  return naming.flatMap((release) => {
    const named: Named[] = [
      ...(release.related ?? []).map((key, index): Named => [["related", index], key]),
      ...(release.status.replaced_by ? [[["status", "replaced_by"], release.status.replaced_by] as Named] : []),
    ];
    const unknown = named.filter(([, key]) => !keys.has(key));
    const wrongs = unknown.map(([at, key]) => ({ at, fault: unknownRelease(key, keys) }));
    return fieldProblems(contentDir, release.file, wrongs);
  });
}

/** Returns the fault of a field that names a release which does not exist. */
export function unknownRelease(key: string, keys: Iterable<string>): Fault {
  const otherwise = "Write the name of a file or folder in releases/, without .md.";
  return { message: `There is no release “${key}”.`, fix: meantOr(otherwise, key, keys) };
}
