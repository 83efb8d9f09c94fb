import type { SiteUrl } from "../model/address.ts";
import { countries } from "../model/countries.ts";
import { extensionOf, fileBeside, plainName, type SourceFile } from "../model/file.ts";
import { licenceAddress } from "../model/licence.ts";
import { localize } from "../model/localized.ts";
import { memoized, oncePer, oncePerPair } from "../model/memo.ts";
import { downloadsOf, type Rendition } from "../model/picture.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import type { Person } from "../model/terms.ts";
import { absolute, pageUrl } from "../model/urls.ts";
import { countryName } from "../text/names.ts";
import { type NamedPicture, picturesOf } from "../text/pictures.ts";

/** A release that shows a picture, with its words about it. */
export interface Use {
  readonly release: PublicRelease;
  readonly named: NamedPicture;
}

/** A picture of the media library: the same bytes are one picture, however many releases show it. */
export interface LibraryPicture {
  /** Its part of the address: year, release and name of the first that showed it. */
  readonly path: string;
  /** The file that was shown first, from which all renditions are made and after which they are named. */
  readonly source: SourceFile;
  /** Oldest first, all languages. */
  readonly uses: readonly Use[];
}

/** Returns all public pictures, in the order in which they were first shown, without those of withdrawn releases. */
export function libraryOf(press: Press): readonly LibraryPicture[] {
  return library(press).pictures;
}

/** Returns the picture of the library that a release names by its own file. */
export function pictureOf(
  press: Press,
  release: Pick<PublicRelease, "file">,
  { file }: NamedPicture,
): LibraryPicture | undefined {
  const source = fileBeside(press.files, release, file);
  return source && library(press).bySha.get(source.sha256);
}

/** Returns the pictures of a release that the library has, each with the release's words about it. */
export function picturesShown(press: Press, release: PublicRelease) {
  return picturesOf(release).flatMap((named) => {
    const picture = pictureOf(press, release, named);
    return picture ? [{ named, picture }] : [];
  });
}

const library = oncePer((press: Press) => {
  const uses = new Map<string, { source: SourceFile; uses: Use[] }>();
  for (const release of press.releases) {
    if (release.status.is === "withdrawn") continue;
    for (const named of picturesOf(release)) {
      const source = fileBeside(press.files, release, named.file);
      if (!source?.pixels) continue;
      const entry = uses.get(source.sha256) ?? { source, uses: [] };
      entry.uses.push({ release, named });
      uses.set(source.sha256, entry);
    }
  }
  const taken = new Set<string>();
  const pictures = [...uses.values()].map((entry): LibraryPicture => {
    const picture = { ...entry, path: pathOf(entry.source, entry.uses, taken) };
    const { creator, credit, copyright, terms, statement, made_with } = rightsOf(press, picture);
    const marks = { creator, credit, copyright, terms, statement, made_with };
    return { ...picture, source: { ...entry.source, marks } };
  });
  return { pictures, bySha: new Map(pictures.map((picture) => [picture.source.sha256, picture])) };
});

/** `2026/river-gauges/gauge-at-dawn`; two files of one name get their kinds, then a number. */
function pathOf({ file }: SourceFile, [first]: readonly Use[], taken: Set<string>): string {
  const stem = `${first?.release.year}/${first?.release.slug}/${plainName(file) || "picture"}`;
  const candidates = [stem, `${stem}-${extensionOf(file)}`];
  let found = candidates.find((candidate) => !taken.has(candidate));
  for (let number = 2; found === undefined; number++)
    found = taken.has(`${stem}-${number}`) ? undefined : `${stem}-${number}`;
  taken.add(found);
  return found;
}

/** The address of a picture's own page. */
export function pictureUrl(site: Site, lang: string, { path }: Pick<LibraryPicture, "path">): SiteUrl {
  return pageUrl(site, lang, `media/${path}`);
}

/** The rights that are written into every download of a picture (IPTC Photo Metadata). None of them is guessed. */
export type Rights = ReturnType<typeof rightsIn>;

/**
 * Returns the rights and words of a picture, from the release that showed it first; if its fields say nothing, the credit in the file stays.
 * Every form of every release that shows the picture asks for them, and they look at all of these releases.
 */
export const rightsOf = oncePerPair(rightsIn);

/** Returns the files of a picture to take away, the largest first. */
export const pictureDownloads = oncePerPair((press: Press, picture: LibraryPicture): readonly Rendition[] =>
  downloadsOf(picture.source, rightsOf(press, picture)),
);

function rightsIn(press: Press, picture: LibraryPicture) {
  const { site, terms } = press;
  const { source, uses } = picture;
  const [first] = uses;
  const isOriginal = ({ release }: Use) => release === press.find(release.key, site.default_language);
  const own = uses
    .filter(({ release }) => release.key === first?.release.key)
    .toSorted((a, b) => Number(isOriginal(b)) - Number(isOriginal(a)));
  const main = own.find(({ named }) => named.credit !== undefined) ?? own[0];
  const named = main?.named;
  const lang = main?.release.lang ?? site.default_language;
  /** Language → words. */
  const words = (of: (use: Use) => string | undefined): Readonly<Record<string, string>> =>
    Object.fromEntries(
      own.flatMap((use) => {
        const text = of(use);
        return text === undefined ? [] : [[use.release.lang, text]];
      }),
    );
  const credit = named?.credit ?? source.seen?.credit;
  const creator = source.seen?.creator ?? credit;
  const owner = credit ?? creator;
  return {
    headline: words(({ release }) => release.title),
    description: words((use) => use.named.caption ?? use.named.alt),
    alt: words((use) => use.named.alt),
    creator,
    credit: credit ?? creator,
    copyright: source.seen?.copyright ?? (owner === undefined ? undefined : `© ${owner}`),
    terms: named?.licence,
    /** The address of the terms: that of the licence, else the picture's page. */
    statement:
      (named?.licence === undefined ? undefined : licenceAddress(named.licence)) ??
      absolute(site, pictureUrl(site, lang, picture)),
    /** The address of the contact: the press office's page. */
    licensor: absolute(site, pageUrl(site, lang, "press-office")),
    date: named?.date,
    place: named?.place,
    made_with: own.find((use) => use.named.made_with)?.named.made_with ?? source.seen?.made_with,
    ...whereIs(named?.place, lang),
    people: named?.people ?? [],
    keywords: (main?.release.topics ?? []).flatMap((id) => {
      const topic = terms.topics.get(id);
      return topic ? [localize(topic.name, lang, site.default_language).text] : [];
    }),
    source: localize(site.name, lang, site.default_language).text,
  };
}

/** Returns the portrait of a person as it is published. */
export function portraitOf({ files, site }: Press, { portrait, credit }: Person): SourceFile | undefined {
  const source = portrait === undefined ? undefined : files.get(`people/${portrait}`);
  if (!source) return undefined;
  const name =
    credit === undefined ? source.seen?.credit : localize(credit, site.default_language, site.default_language).text;
  return name === undefined
    ? source
    : { ...source, marks: { credit: name, copyright: source.seen?.copyright ?? `© ${name}` } };
}

/** Name of a country in a language → its code. */
const codesIn = memoized((lang: string) => new Map(countries.map((code) => [countryName(code, lang), code])));

/** Returns city and country of a place such as `Smarhon, Belarus`, if its last part is the name of a country (CLDR). */
function whereIs(
  place: string | undefined,
  lang: string,
): Readonly<Partial<Record<"city" | "country" | "countryCode", string | undefined>>> {
  const parts = place?.split(/\s*[,،，]\s*/) ?? [];
  const country = parts.at(-1);
  if (country === undefined || parts.length < 2) return {};
  const countryCode = codesIn(lang).get(country);
  return countryCode === undefined ? {} : { city: parts[0], country, countryCode };
}
