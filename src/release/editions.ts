import { type Edition, type EditionText, editionText, editionTextSchema, versionOf } from "../model/edition.ts";
import type { Press } from "../model/press.ts";
import { type PublicRelease, withFields } from "../model/release.ts";
import { releaseUrl } from "../model/urls.ts";
import { editionHash, editionLines } from "../text/edition-words.ts";
import { differences, type Line } from "./differences.ts";

/** An edition whose text is there. */
export interface KnownEdition extends Edition {
  readonly text: EditionText;
}

/** Returns the texts of a release that are public no more, the oldest first. Of one that was withdrawn they are told nowhere, and only found. */
export function formerEditions(press: Press, release: PublicRelease): readonly KnownEdition[] {
  const all = press.editions.get(releaseUrl(press.site, release)) ?? [];
  const known = all.flatMap((edition) => (edition.text ? [{ ...edition, text: edition.text }] : []));
  if (known.length === 0 || release.status.is === "withdrawn") return known;
  const now = editionHash(editionText(release), release.lang);
  return known.filter(({ text }) => editionHash(text, release.lang) !== now);
}

/** Returns a release as an edition of it said it. What is no text of its own, such as its contacts, is that of today. */
export function inEdition(release: PublicRelease, { text, version }: KnownEdition): PublicRelease {
  const nothing = Object.fromEntries(Object.keys(editionTextSchema.shape).map((field) => [field, undefined]));
  const changes = release.changes?.slice(0, version - 1);
  return withFields(release, { ...nothing, ...text, changes, status: { is: "live" } });
}

/** Returns what a change has changed, by its place among the changes, the oldest first: between the last text before it and the first after it. */
export function changedIn(press: Press, release: PublicRelease): ReadonlyMap<number, readonly Line[]> {
  const { lang } = release;
  const former = formerEditions(press, release);
  const now = { text: editionText(release), version: versionOf(release) };
  const found = new Map<number, readonly Line[]>();
  for (const [index, edition] of former.entries()) {
    const next = former[index + 1] ?? now;
    if (next.version <= edition.version) continue;
    const lines = differences(editionLines(edition.text, lang), editionLines(next.text, lang));
    if (lines.length > 0) found.set(next.version - 2, lines);
  }
  return found;
}
