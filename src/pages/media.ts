import { grouped } from "../model/grouped.ts";
import { sha256 } from "../model/hash.ts";
import { licenceAddress } from "../model/licence.ts";
import { pictureMessage } from "../model/making.ts";
import { onceForEach } from "../model/memo.ts";
import type { Sizes } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { listUrl } from "../model/urls.ts";
import { type LibraryPicture, libraryOf, pictureUrl, rightsOf, type Use } from "../pictures/library.ts";
import { downloadsView, viewOf } from "../pictures/view.ts";
import { message } from "../text/messages.ts";
import { byName } from "../text/names.ts";
import { card } from "./card.ts";
import { cardDigest, pictureDigest, sharedDigest, wordsDigest } from "./digests.ts";
import { foundBy, framed, headingText, type Phrase, phraseIn, type Version } from "./frame.ts";
import { type ListView, numberedPages } from "./numbered.ts";
import { type Page, PageOf, pageAt } from "./page.ts";
import { type Taxonomy, taxonomies } from "./taxonomies.ts";

declare module "./page.ts" {
  interface Views {
    readonly media: ListView<ReturnType<typeof mediaCard>> & {
      /** On the front of the whole library only. */
      readonly filters: readonly ReturnType<typeof filterOf>[] | undefined;
    };
    readonly picture: ReturnType<typeof pictureView>;
  }
}

const PATH = "media";

/** The taxonomies by which pictures are sorted. */
const SORTED_BY = ["places", "partners", "topics"];

/** Returns the pictures in the lists of a language, each with its uses there; the first use gives its words. */
type Pictures = ReadonlyMap<LibraryPicture, readonly [Use, ...Use[]]>;
type Entry = readonly [picture: LibraryPicture, uses: readonly [Use, ...Use[]]];

/** Returns the media library of each language: all pictures, those of every place, partner and topic, and a page for each picture. */
export function mediaPages(press: Press, sizes: Sizes): Page[] {
  const languages = Object.keys(press.site.languages);
  const shown = new Map(languages.map((lang) => [lang, picturesIn(press, lang)]));
  const isSorted = ({ name }: Taxonomy) => SORTED_BY.includes(name);
  return languages.flatMap((lang) => {
    const pictures = [...(shown.get(lang) ?? [])];
    const groups = taxonomies.filter(isSorted).map((taxonomy) => ({
      taxonomy,
      terms: grouped(pictures, ([, uses]) => uses.flatMap(({ release }) => taxonomy.terms(release, press))),
    }));
    const common = {
      card: (entry: Entry) => mediaCard(press, entry, lang),
      sources: (some: readonly Entry[]) => some.flatMap(([, uses]) => uses.map(({ release }) => release.file)),
    };
    // A picture is in several lists.
    const digestOf = onceForEach((entry: Entry) => sha256(JSON.stringify(common.card(entry))));
    const filters = () => groups.map(({ taxonomy, terms }) => filterOf(press, lang, taxonomy, terms));
    const library = { word: "media.title", url: listUrl(press.site, lang, PATH) };
    return [
      ...numberedPages(press, lang, {
        ...common,
        path: PATH,
        heading: { word: "media.title" },
        sentence: "media.text",
        entries: pictures,
        parents: [],
        versions: languages.map((other) => ({ lang: other, url: listUrl(press.site, other, PATH) })),
      }).map((page) => mediaPage(page, digestOf, page.number === undefined ? filters : undefined)),
      ...groups.flatMap(({ taxonomy, terms }) =>
        [...terms].flatMap(([term, entries]) =>
          numberedPages(press, lang, {
            ...common,
            path: `${PATH}/${taxonomy.path(term)}`,
            heading: taxonomy.heading(press, term, lang),
            sentence: "media.of",
            entries,
            parents: [library],
            versions: [],
          }).map((page) => mediaPage(page, digestOf)),
        ),
      ),
      ...pictures.map((entry) => picturePage(press, entry, lang, shown, sizes)),
    ];
  });
}

function mediaPage(
  {
    number: _,
    view,
    bare,
    entries,
    ...place
  }: ReturnType<typeof numberedPages<Entry, ReturnType<typeof mediaCard>>>[number],
  digestOf: (entry: Entry) => string,
  filters?: () => Page<"media">["view"]["filters"],
): Page<"media"> {
  return new PageOf({
    kind: "media",
    ...place,
    view: () => ({ ...view(), filters: filters?.() }),
    signature: () => [bare(), ...entries.map(digestOf), JSON.stringify(filters?.())].join(),
  });
}

/** The pictures in the lists of a language, each with the words of a release in that language, else of the original. */
function picturesIn(press: Press, lang: string): Pictures {
  const listed = new Set(press.listed(lang));
  return new Map(
    libraryOf(press).flatMap((picture) => {
      const uses = picture.uses.filter(({ release }) => listed.has(release));
      const first = uses.find(({ release }) => release.lang === lang) ?? uses[0];
      return first ? [[picture, [first, ...uses.filter((use) => use !== first)]] as const] : [];
    }),
  );
}

/** Returns the name of a picture in lists and on its page. */
function nameOf({ release, named }: Use, press: Press, lang: string): Phrase {
  const text = named.caption ?? named.alt ?? release.title;
  return phraseIn(press.site, text, release.lang, lang);
}

function mediaCard(press: Press, [picture, [use]]: Entry, lang: string) {
  return {
    url: pictureUrl(press.site, lang, picture),
    name: nameOf(use, press, lang),
    picture: viewOf(press, picture.source, use.named.alt, "own"),
    credit: use.named.credit ?? rightsOf(press, picture).credit,
    date: use.release.date,
  };
}

function filterOf(press: Press, lang: string, taxonomy: Taxonomy, terms: ReadonlyMap<string, readonly Entry[]>) {
  const compare = byName(lang);
  return {
    word: `overview.${taxonomy.name}`,
    entries: [...terms]
      .map(([term, { length }]) => ({
        heading: taxonomy.heading(press, term, lang),
        url: listUrl(press.site, lang, `${PATH}/${taxonomy.path(term)}`),
        count: length,
      }))
      .toSorted(
        (a, b) =>
          compare(headingText(press, a.heading, lang), headingText(press, b.heading, lang)) || (a.url < b.url ? -1 : 1),
      ),
  };
}

function picturePage(
  press: Press,
  entry: Entry,
  lang: string,
  shown: ReadonlyMap<string, Pictures>,
  sizes: Sizes,
): Page<"picture"> {
  const [picture, uses] = entry;
  const [{ named, release: first }] = uses;
  const url = pictureUrl(press.site, lang, picture);
  const versions = Object.keys(press.site.languages)
    .filter((other) => shown.get(other)?.has(picture))
    .map((other) => ({ lang: other, url: pictureUrl(press.site, other, picture) }));
  return pageAt(press.site, "picture", lang, url, {
    sources: () => uses.map(({ release }) => release.file),
    view: () => pictureView(press, entry, lang, versions, sizes),
    signature: () =>
      [
        sharedDigest(press, lang),
        wordsDigest(press, first.lang),
        pictureDigest(press, picture),
        JSON.stringify([named, versions, downloadsView(press, picture, sizes)]),
        ...[first, ...newestFirst(press, uses).map(({ release }) => release)].map((one) => cardDigest(press, one)),
      ].join(),
    found: () => foundBy(press, { url, versions }),
  });
}

function newestFirst(press: Press, uses: readonly Use[]): Use[] {
  return uses.toSorted((a, b) => press.oldestFirst(b.release, a.release));
}

function pictureView(press: Press, [picture, uses]: Entry, lang: string, versions: readonly Version[], sizes: Sizes) {
  const { site } = press;
  const [use] = uses;
  const { named, release } = use;
  const name = nameOf(use, press, lang);
  const rights = rightsOf(press, picture);
  const making = pictureMessage(rights.made_with);
  const words = (text: string | undefined): Phrase | undefined =>
    text === undefined ? undefined : phraseIn(site, text, release.lang, lang);
  return {
    ...framed(
      press,
      { url: pictureUrl(site, lang, picture), lang, description: name.text, versions },
      { word: "media.title", url: listUrl(site, lang, PATH) },
      { word: "picture.title" },
    ),
    name,
    picture: viewOf(press, picture.source, named.alt, "own"),
    facts: [
      ...fact("picture.credited", words(named.credit ?? rights.credit)),
      ...fact("picture.copyright", words(rights.copyright)),
      ...fact("picture.licence", words(named.licence), named.licence && licenceAddress(named.licence)),
      ...(named.date === undefined ? [] : [{ word: "picture.date", day: named.date }]),
      ...fact("picture.place", words(named.place)),
      ...fact("picture.people", words(named.people?.join(message(press.words, "list", release.lang)))),
      ...fact("picture.making", making === undefined ? undefined : { text: message(press.words, making, lang) }),
      ...fact("picture.alt", words(named.caption === undefined ? undefined : named.alt)),
    ],
    downloads: downloadsView(press, picture, sizes),
    cards: newestFirst(press, uses).map((other) => card(press, other.release, lang)),
  };
}

/** Returns a line of details of a picture; none if there are no details. */
function fact(word: string, phrase: Phrase | undefined, url?: string) {
  return phrase === undefined ? [] : [{ word, phrase, url }];
}
