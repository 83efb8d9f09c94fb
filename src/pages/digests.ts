import { fileBeside } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
import { memoized, onceForEach, oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import type { TermFolder } from "../model/terms.ts";
import { releaseUrl } from "../model/urls.ts";
import { type LibraryPicture, pictureOf, rightsOf } from "../pictures/library.ts";
import { picturesOf } from "../text/pictures.ts";
import { card, noticeOf } from "./card.ts";
import { speakerId } from "./speakers.ts";

/**
 * Hashes over the inputs of pages, by which a build knows whether a page would change without making it. A page depends on the whole of
 * its own release, but only on the cards of others.
 */

/** Returns a hash over the inputs of all pages: the settings of the site and the press office. */
export const settingDigest = oncePer((press: Press) =>
  sha256(JSON.stringify([press.site, termDigests(press, "contacts")(press.site.press_office)])),
);

const cards = oncePer((press: Press) =>
  onceForEach((release: PublicRelease) => {
    const place = release.location === undefined ? undefined : press.terms.locations.get(release.location);
    return sha256(JSON.stringify([release.lang, card(press, release, release.lang), place?.name]));
  }),
);

/**
 * Returns a hash over a release as lists show it: in its own language, and with what is different in others. The names of languages are
 * among the settings.
 */
export function cardDigest(press: Press, release: PublicRelease): string {
  return cards(press)(release);
}

const contents = oncePer((press: Press) =>
  onceForEach((release: PublicRelease) =>
    sha256(
      release.digest,
      termsOf(press, release),
      filesOf(press, release),
      JSON.stringify(noticeOf(press, release)) ?? "",
      JSON.stringify(press.editions.get(releaseUrl(press.site, release))?.filter(({ text }) => text)) ?? "",
    ),
  ),
);

/** Returns a hash over the content of a release in any form: its fields and text, its terms and files, and its notice. */
export function contentDigest(press: Press, release: PublicRelease): string {
  return contents(press)(release);
}

function termsOf(press: Press, release: PublicRelease): string {
  const { partners, contacts, location, topics, boilerplates = [], quotes } = release;
  const people = quotes.map(({ speaker }) => speakerId(press, speaker));
  const term = (folder: TermFolder, id: string) => termDigests(press, folder)(id);
  return [
    ...partners.map(({ id }) => term("partners", id)),
    ...boilerplates.map((id) => term("partners", id)),
    ...contacts.map((id) => term("contacts", id)),
    ...(location === undefined ? [] : [term("locations", location)]),
    ...topics.map((id) => term("topics", id)),
    ...people.map((id) => id + term("people", id)),
  ].join();
}

const termDigests = oncePer(({ terms, files }: Press, folder: TermFolder) =>
  memoized((id: string) => {
    const term: object | undefined = terms[folder].get(id);
    const named = Object.values(term ?? {}).map((value) => files.get(`${folder}/${value}`)?.sha256);
    return sha256(JSON.stringify([term, named]));
  }),
);

const pictures = oncePer((press: Press) =>
  onceForEach((entry: LibraryPicture) => {
    const { path, source } = entry;
    return sha256(
      JSON.stringify([path, source.file, source.sha256, source.seen, source.pixels, rightsOf(press, entry)]),
    );
  }),
);

/** The pictures of a release as the library has them, with the words in their files; and its documents. */
function filesOf(press: Press, release: PublicRelease): string {
  const shown = picturesOf(release).map((named) => {
    const entry = pictureOf(press, release, named);
    return entry ? pictures(press)(entry) : "";
  });
  const documents = (release.documents ?? []).map(({ file }) => {
    const { sha256: digest, pages, size } = fileBeside(press.files, release, file) ?? {};
    return [digest, pages, size].join();
  });
  return [...shown, ...documents].join();
}
