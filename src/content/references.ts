import type { Problem } from "../model/problem.ts";
import type { Release, ReleaseFields } from "../model/release.ts";
import type { TermFolder, Terms } from "../model/terms.ts";
import { fieldProblem } from "./check.ts";
import type { NamedFile } from "./files.ts";
import { type Divided, divide } from "./front-matter.ts";
import { readSource } from "./source.ts";
import { didYouMean, listed } from "./suggest.ts";

/** A name in a release's fields: where it stands and what it says. */
type Named = readonly [at: PropertyKey[], name: string];
type NamedTerm = readonly [folder: TermFolder, ...Named];

/** Ids that name no file in partners/, contacts/, locations/ or topics/. */
export function unknownTerms(part: Divided, fields: ReleaseFields, terms: Terms): Problem[] {
  const named: NamedTerm[] = [
    ...(fields.location === undefined ? [] : [["locations", ["location"], fields.location] as NamedTerm]),
    ...(fields.partners ?? []).map(
      (partner, index): NamedTerm =>
        typeof partner === "string"
          ? ["partners", ["partners", index], partner]
          : ["partners", ["partners", index, "id"], partner.id],
    ),
    ...(["contacts", "topics"] as const).flatMap((folder) =>
      (fields[folder] ?? []).map((id, index): NamedTerm => [folder, [folder, index], id]),
    ),
    ...(fields.boilerplates ?? []).map((id, index): NamedTerm => ["partners", ["boilerplates", index], id]),
  ];
  return named.flatMap(([folder, at, id]) => {
    const known = terms[folder];
    if (known.has(id)) return [];
    const meant = didYouMean(id, known.keys());
    return [
      fieldProblem(part, at, {
        message: `There is no “${id}” in ${folder}/.`,
        fix: meant
          ? `Did you mean “${meant}”?`
          : `Write the file ${folder}/${id}.yaml, or use one of: ${listed(known.keys())}.`,
      }),
    ];
  });
}

/** The pictures and documents that a release's fields name. */
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

/** Releases that would overwrite each other: same language, year and slug. */
export function sharedAddresses(releases: readonly Release[]): Problem[] {
  const seen = new Map<string, Release>();
  return releases.flatMap((release) => {
    const address = `/${release.lang}/${release.year}/${release.slug}/`;
    const first = seen.get(address);
    if (!first) {
      seen.set(address, release);
      return [];
    }
    return [
      {
        file: release.file,
        message: `This release and ${first.file} would have the same address, ${address}`,
        fix: "Rename one of the two files: what follows the date in the name is the address.",
      },
    ];
  });
}

/** Releases that another names (related, replaced by) and that do not exist. */
export function unknownReleases(contentDir: string, releases: readonly Release[]): Problem[] {
  const keys = new Set(releases.map((release) => release.key));
  return releases.flatMap((release) => {
    const named: Named[] = [
      ...(release.related ?? []).map((key, index): Named => [["related", index], key]),
      ...(release.status.replaced_by ? [[["status", "replaced_by"], release.status.replaced_by] as Named] : []),
    ];
    const wrong = named.filter(([, key]) => !keys.has(key));
    if (wrong.length === 0) return [];
    const source = readSource(contentDir, release.file);
    const part = "message" in source ? source : divide(source);
    if ("message" in part) return [part];
    return wrong.map(([at, key]) => {
      const meant = didYouMean(key, keys);
      return fieldProblem(part, at, {
        message: `There is no release “${key}”.`,
        fix: meant ? `Did you mean “${meant}”?` : "Write the name of a file or folder in releases/, without .md.",
      });
    });
  });
}
