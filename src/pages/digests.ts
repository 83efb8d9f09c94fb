import { fileBeside } from "../model/file.ts";
import { sha256 } from "../model/hash.ts";
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

interface Known {
  readonly cards: Map<string, WeakMap<PublicRelease, string>>;
  readonly contents: WeakMap<PublicRelease, string>;
  readonly pictures: WeakMap<LibraryPicture, string>;
  readonly terms: Map<string, string>;
  setting?: string;
}

const known = new WeakMap<Press, Known>();

function knownOf(press: Press): Known {
  const found = known.get(press) ?? {
    cards: new Map(),
    contents: new WeakMap(),
    pictures: new WeakMap(),
    terms: new Map(),
  };
  known.set(press, found);
  return found;
}

/** Returns a hash over the inputs of all pages: the settings of the site and the press office. */
export function settingDigest(press: Press): string {
  const { site } = press;
  const all = knownOf(press);
  all.setting ??= sha256(JSON.stringify([site, termDigest(press, "contacts", site.press_office)]));
  return all.setting;
}

/** Returns a hash over a release as the lists of a language show it. */
export function cardDigest(press: Press, release: PublicRelease, lang: string): string {
  const { cards } = knownOf(press);
  const ofLanguage = cards.get(lang) ?? new WeakMap<PublicRelease, string>();
  cards.set(lang, ofLanguage);
  const digest = ofLanguage.get(release) ?? sha256(JSON.stringify(card(press, release, lang)));
  ofLanguage.set(release, digest);
  return digest;
}

/** Returns a hash over the content of a release in any form: its fields and text, its terms and files, and its notice. */
export function contentDigest(press: Press, release: PublicRelease): string {
  const { contents } = knownOf(press);
  const digest =
    contents.get(release) ??
    sha256(
      release.digest,
      termsOf(press, release),
      filesOf(press, release),
      JSON.stringify(noticeOf(press, release)) ?? "",
      JSON.stringify(press.editions.get(releaseUrl(press.site, release))?.filter(({ text }) => text)) ?? "",
    );
  contents.set(release, digest);
  return digest;
}

function termsOf(press: Press, release: PublicRelease): string {
  const { partners, contacts, location, topics, boilerplates = [], speakers } = release;
  const people = speakers.map((name) => speakerId(press, name));
  const term = (folder: TermFolder, id: string) => termDigest(press, folder, id);
  return [
    ...partners.map(({ id }) => term("partners", id)),
    ...boilerplates.map((id) => term("partners", id)),
    ...contacts.map((id) => term("contacts", id)),
    ...(location === undefined ? [] : [term("locations", location)]),
    ...topics.map((id) => term("topics", id)),
    ...people.map((id) => id + term("people", id)),
  ].join();
}

function termDigest(press: Press, folder: TermFolder, id: string): string {
  const { terms, files } = press;
  const { terms: digests } = knownOf(press);
  const key = `${folder}/${id}`;
  let digest = digests.get(key);
  if (digest === undefined) {
    const term: object | undefined = terms[folder].get(id);
    const named = Object.values(term ?? {}).map((value) => files.get(`${folder}/${value}`)?.sha256);
    digest = sha256(JSON.stringify([term, named]));
    digests.set(key, digest);
  }
  return digest;
}

/** The pictures of a release as the library has them, with the words in their files; and its documents. */
function filesOf(press: Press, release: PublicRelease): string {
  const { pictures } = knownOf(press);
  const digestOf = (entry: LibraryPicture): string => {
    const { path, source } = entry;
    const digest =
      pictures.get(entry) ??
      sha256(JSON.stringify([path, source.file, source.sha256, source.seen, source.pixels, rightsOf(press, entry)]));
    pictures.set(entry, digest);
    return digest;
  };
  const shown = picturesOf(release).map((named) => {
    const entry = pictureOf(press, release, named);
    return entry ? digestOf(entry) : "";
  });
  const documents = (release.documents ?? []).map(({ file }) => {
    const { sha256: digest, pages, size } = fileBeside(press.files, release, file) ?? {};
    return [digest, pages, size].join();
  });
  return [...shown, ...documents].join();
}
