import type { Content } from "../model/content.ts";
import type { Localized } from "../model/fields.ts";
import { picturesOf } from "./document.ts";

/** A name in all its languages. */
export function localized(words: Localized | undefined): string[] {
  if (words === undefined) return [];
  return typeof words === "string" ? [words] : Object.values(words);
}

/** The names that the content gives: of the site, partners, people, places, topics; in all languages. */
export function namesOf({ site, terms }: Content): string[] {
  const { partners, contacts, locations, topics } = terms;
  return [
    ...[site.name, site.parent].flatMap(localized),
    ...[...partners.values()].flatMap(({ name, acronym, aliases = [] }) => [
      ...[name, acronym].flatMap(localized),
      ...aliases,
    ]),
    ...[...contacts.values()].flatMap(({ name, role, organisation }) => [name, role, organisation].flatMap(localized)),
    ...[...locations.values()].flatMap(({ name, aliases = [] }) => [...localized(name), ...aliases]),
    ...[...topics.values()].flatMap(({ name }) => localized(name)),
  ];
}

/** The names that releases give: of speakers, photographers, and what pictures show. */
export function namesInReleases({ releases }: Content): string[] {
  return releases.flatMap((release) => [
    ...release.speakers,
    ...picturesOf(release).flatMap(({ picture: { credit, place, people = [] } }) => [
      credit ?? "",
      place ?? "",
      ...people,
    ]),
  ]);
}
