import { lookup } from "mrmime";
import type { SiteUrl } from "../model/address.ts";
import { versionOf } from "../model/edition.ts";
import { localize } from "../model/localized.ts";
import { publishedMoment, updatedMoment } from "../model/moment.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { absolute, editionFile, fileUrl, listUrl, releaseUrl } from "../model/urls.ts";
import { documentsOf } from "../pages/attached.ts";
import { noticeOf } from "../pages/card.ts";
import { contentDigest } from "../pages/digests.ts";
import { headingText } from "../pages/frame.ts";
import { taxonomies } from "../pages/taxonomies.ts";
import { pictureDownloads, picturesShown } from "../pictures/library.ts";
import { formerEditions } from "../release/editions.ts";
import { tellingOf } from "../release/sections.ts";
import { isolated } from "../text/isolate.ts";
import { message } from "../text/messages.ts";
import { textOf } from "../text/text.ts";

/** A release as every feed has it. Addresses are absolute, moments are date-times of RFC 3339. */
export type Entry = ReturnType<typeof entryOf>;

/** The taxonomies that say what a release is about, without years and speakers. */
const SUBJECTS = ["types", "topics", "places", "partners", "sdgs"];

/** A release as an entry of feeds. `firstUrl` is the address at which it was first public. */
export function entryOf(press: Press, release: PublicRelease, firstUrl = releaseUrl(press.site, release)) {
  const { site, words } = press;
  const { lang, status, title } = release;
  const isWithdrawn = status.is === "withdrawn";
  const notice = noticeOf(press, release);
  const url = absolute(site, releaseUrl(site, release));
  const warning = notice && message(words, `notice.${notice.is}`, lang);
  const headline = warning === undefined ? title : message(words, "feed.notice", lang, { notice: warning, title });
  return {
    id: idOf(press, firstUrl),
    url,
    lang,
    title: isolated(headline, lang),
    summary: isolated(
      isWithdrawn
        ? (notice?.reason ?? message(words, "notice.withdrawn.text", lang))
        : (release.summary ?? release.subtitle ?? textOf(release).firstSentence),
      lang,
    ),
    published: publishedMoment(release, site),
    updated: updatedMoment(release, site),
    version: versionOf(release),
    /** The addresses of its former texts, the oldest first. */
    former: isWithdrawn
      ? []
      : formerEditions(press, release).map((edition) => absolute(site, fileUrl(site, editionFile(release, edition)))),
    translations: press
      .versions(release.key)
      .filter((other) => other !== release)
      .map((other) => ({ lang: other.lang, url: absolute(site, releaseUrl(site, other)) })),
    categories: [
      ...(isWithdrawn ? [] : subjectsOf(press, release)),
      ...(notice && warning !== undefined ? [{ term: notice.is, label: warning, scheme: undefined }] : []),
    ],
    rights: isWithdrawn
      ? undefined
      : (release.licence ?? (site.licence && localize(site.licence, lang, site.default_language).text)),
    enclosures: isWithdrawn ? [] : enclosuresOf(press, release),
    telling: tellingOf(press, release),
  };
}

/** Returns a text that changes whenever the entry of a release does, and its text: all that they name. */
export function entrySignature(press: Press, release: PublicRelease, firstUrl: SiteUrl | undefined): string {
  const versions = press.versions(release.key).map((other) => releaseUrl(press.site, other));
  return [contentDigest(press, release), firstUrl, ...versions, originalChange(press, release)].join();
}

/** Returns the note of a translation whose original has changed since. */
function originalChange(press: Press, { translation, key }: PublicRelease): string | undefined {
  const original = translation && press.versions(key).find(({ lang }) => lang === translation.from);
  return original && contentDigest(press, original);
}

/**
 * Returns the id of a release in all feeds, a `tag:` URI (RFC 4151) of the site's host, the year and the address at which it was first
 * public. It stays when the release moves.
 */
function idOf({ site }: Press, firstUrl: string): string {
  const year = /\/(\d{4})\/[^/]*\/$/.exec(firstUrl)?.[1] ?? "";
  return `tag:${new URL(site.origin).hostname},${year}:${firstUrl}`;
}

function subjectsOf(press: Press, release: PublicRelease) {
  const { site } = press;
  return taxonomies
    .filter(({ name }) => SUBJECTS.includes(name))
    .flatMap(({ name, terms, heading }) =>
      [...new Set(terms(release, press))].map((term) => {
        return {
          term,
          label: headingText(press, heading(press, term, release.lang), release.lang),
          scheme: absolute(site, listUrl(site, release.lang, name)),
        };
      }),
    );
}

/** The pictures of a release in their full size, and its documents. */
function enclosuresOf(press: Press, release: PublicRelease) {
  const { site } = press;
  const pictures = picturesShown(press, release).flatMap(({ named, picture }) =>
    pictureDownloads(press, picture)
      .slice(0, 1)
      .map(({ file, format }) => ({
        url: absolute(site, fileUrl(site, file)),
        type: `image/${format}`,
        title: named.alt,
        /** Its size is known only when it has been made. */
        made: file,
        size: undefined,
      })),
  );
  const documents = documentsOf(press, release).map(({ url, type, size, title }) => ({
    url: absolute(site, url),
    type: lookup(type.toLowerCase()) ?? "application/octet-stream",
    title,
    made: undefined,
    size,
  }));
  return [...pictures, ...documents];
}
