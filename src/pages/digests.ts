import { fileBeside } from "../model/file.ts";
import { digestOf } from "../model/hash.ts";
import { oncePer, oncePerPair } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import type { TermFolder } from "../model/terms.ts";
import { releaseUrl } from "../model/urls.ts";
import { type LibraryPicture, pictureOf, rightsOf } from "../pictures/library.ts";
import { picturesOf } from "../text/pictures.ts";
import { noticeOf } from "./card.ts";
import { aroundDigest } from "./frame.ts";
import { speakerId } from "./speakers.ts";

/**
 * Digests of the inputs of pages, by which a build knows whether a page would change without making it. A page depends on the whole of
 * its own release, but only on the cards of others. What is asked of every release joins hashes that are there already.
 */

/** Returns a hash over the inputs of all pages: the settings of the site and the press office. */
export const settingDigest = oncePer((press: Press) =>
  digestOf(JSON.stringify([press.site, termDigests(press)("contacts", press.site.press_office)])),
);

/** Returns a hash over the interface words of a language. */
export const wordsDigest = oncePer((press: Press, lang: string) =>
  digestOf(JSON.stringify(press.words.get(lang) ?? {})),
);

/** Returns a hash over the inputs of all pages of a language: the settings, the parts around their content, the interface words. */
export const sharedDigest = oncePer((press: Press, lang: string) =>
  digestOf(settingDigest(press), aroundDigest(press, lang), wordsDigest(press, lang)),
);

/**
 * Returns a text that changes whenever a release does as lists show it: in its own language, and with what is different in others. The names
 * of languages are among the settings.
 */
export const cardDigest = oncePerPair((press: Press, release: PublicRelease): string => {
  const { cardDigest: own, image, location, status, title } = release;
  const isWithdrawn = status.is === "withdrawn";
  const picture = isWithdrawn ? undefined : image && pictureOf(press, release, image);
  return [
    own,
    location === undefined ? "" : termDigests(press)("locations", location),
    picture === undefined ? "" : pictureDigest(press, picture),
    noticeDigest(press, release),
    // It may stand in place of the title that was written.
    isWithdrawn ? title : "",
  ].join(" ");
});

/** Returns a text that changes whenever a release does as it stands now: its fields and text, its terms and files, and its notice. */
export const currentDigest = oncePerPair((press: Press, release: PublicRelease): string =>
  [release.digest, termsOf(press, release), filesOf(press, release), noticeDigest(press, release), ""].join(" "),
);

/** Returns a text that changes whenever the content of a release does in any form, its earlier texts included. */
export const contentDigest = oncePerPair(
  (press: Press, release: PublicRelease): string => currentDigest(press, release) + editionsOf(press, release),
);

function noticeDigest(press: Press, release: PublicRelease): string {
  return JSON.stringify(noticeOf(press, release)) ?? "";
}

function editionsOf({ editions, site }: Press, release: PublicRelease): string {
  const own = editions.size === 0 ? undefined : editions.get(releaseUrl(site, release));
  return own === undefined ? "" : JSON.stringify(own.filter(({ text }) => text));
}

function termsOf(press: Press, release: PublicRelease): string {
  const { partners, contacts, location, topics, boilerplates = [], speakers } = release;
  const digestOfTerm = termDigests(press);
  let all = location === undefined ? "" : digestOfTerm("locations", location);
  for (const { id } of partners) all += digestOfTerm("partners", id);
  for (const id of boilerplates) all += digestOfTerm("partners", id);
  for (const id of contacts) all += digestOfTerm("contacts", id);
  for (const id of topics) all += digestOfTerm("topics", id);
  for (const speaker of speakers) {
    const id = speakerId(press, speaker);
    all += `,${id}${digestOfTerm("people", id)}`;
  }
  return all;
}

/** Returns a function that returns a hash over a term. */
const termDigests = oncePer(({ terms, files }: Press) => {
  const digests = new Map(
    Object.entries(terms).flatMap(([folder, own]) =>
      [...own].map(([id, term]) => {
        const named = Object.values(term).map((value) => files.get(`${folder}/${value}`)?.sha256);
        return [`${folder}/${id}`, digestOf(JSON.stringify([term, named]))];
      }),
    ),
  );
  return (folder: TermFolder, id: string) => digests.get(`${folder}/${id}`) ?? "";
});

/** Returns a hash over a picture as the library has it. */
export const pictureDigest = oncePerPair((press: Press, picture: LibraryPicture): string => {
  const { path, source } = picture;
  return digestOf(
    JSON.stringify([path, source.file, source.sha256, source.seen, source.pixels, rightsOf(press, picture)]),
  );
});

/** The pictures of a release as the library has them, with the words in their files; and its documents. */
function filesOf(press: Press, release: PublicRelease): string {
  const shown = picturesOf(release).map((named) => {
    const entry = pictureOf(press, release, named);
    return entry ? pictureDigest(press, entry) : "";
  });
  const documents = (release.documents ?? []).map(({ file }) => {
    const { sha256: digest, pages, size } = fileBeside(press.files, release, file) ?? {};
    return [digest, pages, size].join();
  });
  return [...shown, ...documents].join();
}
