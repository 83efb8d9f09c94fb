import type { Content } from "../model/content.ts";
import { inAllLanguages } from "../model/localized.ts";
import { picturesOf } from "./fields.ts";

/** The names that the content gives: of the site, partners, people, places, topics; in all languages. */
export function namesOf({ site, terms }: Content): string[] {
  const { partners, contacts, locations, topics } = terms;
  return [
    ...[site.name, site.parent].flatMap(inAllLanguages),
    ...[...partners.values()].flatMap(({ name, acronym, aliases = [] }) => [
      ...[name, acronym].flatMap(inAllLanguages),
      ...aliases,
    ]),
    ...[...contacts.values()].flatMap(({ name, role, organisation }) =>
      [name, role, organisation].flatMap(inAllLanguages),
    ),
    ...[...locations.values()].flatMap(({ name, aliases = [] }) => [...inAllLanguages(name), ...aliases]),
    ...[...topics.values()].flatMap(({ name }) => inAllLanguages(name)),
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
