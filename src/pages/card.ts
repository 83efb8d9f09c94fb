import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { foreign, type Phrase, phrase } from "./frame.ts";
import { releaseUrl } from "./urls.ts";

/** A release as it stands in a list. */
export interface Card {
  readonly url: string;
  readonly title: Phrase;
  readonly type: string;
  readonly date: string;
  readonly place?: Phrase;
  readonly summary?: Phrase;
  readonly notice?: Notice;
}

/** What a reader must know of a release before anything else. */
export interface Notice {
  readonly is: "draft" | "embargoed" | "corrected" | "withdrawn" | "superseded";
  readonly date?: string;
  readonly reason?: string;
  readonly replacement?: { readonly url: string; readonly title: string };
}

export function card(press: Press, release: Release, lang: string): Card {
  const words = (text: string): Phrase =>
    release.lang === lang ? { text } : { text, ...foreign(press.site, release.lang) };
  const place = release.location === undefined ? undefined : press.terms.locations.get(release.location);
  const notice = noticeOf(press, release);
  return {
    url: releaseUrl(press.site, release),
    title: words(release.title),
    type: release.type,
    date: release.date,
    ...(place ? { place: phrase(press.site, place.name, lang) } : {}),
    ...(release.summary && release.status.is !== "withdrawn" ? { summary: words(release.summary) } : {}),
    ...(notice ? { notice } : {}),
  };
}

/** The notice over a release: in a preview how it stands, in public what became of it. */
export function noticeOf(press: Press, release: Release): Notice | undefined {
  const standing = press.standing(release);
  if (standing.is === "draft") return { is: "draft" };
  if (standing.is === "embargoed") return { is: "embargoed", date: standing.until };
  const { is, date, reason, replaced_by } = release.status;
  // A translation takes over that its original was corrected, but not what was: then there is nothing to say.
  if (is === "live" || (is === "corrected" && !release.changes)) return undefined;
  const replacement = replaced_by === undefined ? undefined : inLanguage(press, replaced_by, release.lang);
  return {
    is,
    ...(date === undefined ? {} : { date }),
    ...(reason === undefined ? {} : { reason }),
    ...(replacement ? { replacement: { url: releaseUrl(press.site, replacement), title: replacement.title } } : {}),
  };
}

/** A release by its file or folder name, in a language or, where it is not in it, in the first there is. */
export function inLanguage(press: Press, key: string, lang: string): Release | undefined {
  const group = press.releases.filter((release) => release.key === key);
  return group.find((release) => release.lang === lang) ?? group[0];
}
