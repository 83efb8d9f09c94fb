import type { SiteUrl } from "../model/address.ts";
import { sha256 } from "../model/hash.ts";
import { epochOf } from "../model/instant.ts";
import { localize } from "../model/localized.ts";
import { onceForEach, oncePer } from "../model/memo.ts";
import { publishedMoment, updatedMoment } from "../model/moment.ts";
import type { CachedFiles, OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import {
  absolute,
  below,
  type FeedForm,
  feedForms,
  feedHome,
  fileUrl,
  listUrl,
  MAIN_LIST,
  outputFile,
  releaseUrl,
  rootUrl,
} from "../model/urls.ts";
import { correctionsList } from "../pages/corrections.ts";
import { settingDigest } from "../pages/digests.ts";
import { headingText } from "../pages/frame.ts";
import { archivesIn, PER_PAGE, PER_TERM, type Sheet } from "../pages/listing.ts";
import { type Listed, listsOf } from "../pages/lists.ts";
import type { Page } from "../pages/page.ts";
import { releaseEntry } from "../release/forms/text.ts";
import { message } from "../text/messages.ts";
import { atomDocument, atomEntry } from "./atom.ts";
import type { Feed, FeedDocument, Frame, Held, Rendered } from "./document.ts";
import { type Entry, entryOf, entrySignature } from "./entry.ts";
import { jsonDocument, jsonItem } from "./json-feed.ts";
import { rssDocument, rssItem } from "./rss.ts";
import { FEED_STYLES, feedStyleFiles } from "./style.ts";

/** The writers of each form: for an entry, and for a document without its entries. */
interface Writer {
  entry(entry: Entry, rendered: Rendered): string;
  document(document: FeedDocument, stylesheet: string): Frame;
  /** Finds the entries in a document. All that is in them is escaped. */
  readonly entries: RegExp;
}

const writers: Readonly<Record<FeedForm["form"], Writer>> = {
  atom: { entry: atomEntry, document: atomDocument, entries: /<entry[ >][\s\S]*?<\/entry>/g },
  rss: { entry: rssItem, document: rssDocument, entries: /<item>[\s\S]*?<\/item>/g },
  json: { entry: jsonItem, document: jsonDocument, entries: /(?<="items":\[|,\n)\{[^\n]*\}(?=,\n|\]\}\n)/g },
};

/** A document of the last build, if the same code made it: its hash, and its text if it is as it was. */
export type Before = (file: string) => { readonly hash: string; text(): string | undefined } | undefined;

/** A list with a feed: its releases, oldest first, and the addresses of its documents. */
interface Source {
  readonly feed: Feed;
  readonly releases: readonly PublicRelease[];
  /** How many of them the current documents have, if there is no archive. */
  readonly most: number;
  /** Those that the current documents have, oldest first: where the archive leads on, all that are in none of its documents. */
  readonly newest: readonly PublicRelease[];
  /** The documents of the archive, if it has any. */
  readonly archived: readonly Sheet<PublicRelease>[];
  /** The folder of the current documents. */
  readonly at: SiteUrl;
}

/** The form of archives: RSS leads to them too, and a JSON Feed knows none. */
const [atom] = feedForms;

/**
 * Returns the feeds of every list, of each language and, if there are several, of all languages: the newest entries in three forms. The
 * older ones of a language are in archived Atom documents (RFC 5005, § 4), numbered from the oldest.
 */
export function feedFiles(press: Press, pages: readonly Page[], before: Before = () => undefined): OutputFile[] {
  const { site, words } = press;
  const first = firstAddresses(pages);
  const setting = sha256(settingDigest(press), JSON.stringify([...words]));
  const held = onceForEach((release: PublicRelease): Held => {
    const signature = entrySignature(press, release, first.get(releaseUrl(site, release)));
    const published = publishedMoment(release, site);
    return {
      mark: sha256(setting, signature).slice(0, MARK),
      published,
      updated: updatedMoment(release, site),
      release,
    };
  });
  const stylesheet = fileUrl(site, FEED_STYLES);
  const fileOf: FileOf = ({ form }, url, document) => {
    const file = outputFile(site, url);
    return {
      file,
      hash: hashOf(document, setting),
      isLast: true,
      holds: () => {
        const there = new Set(marksIn(before(file)?.hash));
        return document.entries.flatMap(({ mark, release }) => (there.has(mark) ? [] : [release.file]));
      },
      make: (cache) => {
        const { head, between, tail } = writers[form].document(document, stylesheet);
        const place = feedForms.findIndex((other) => other.form === form);
        const there = entriesBefore(form, before(file));
        const parts = document.entries.flatMap(({ mark, release }, index) => [
          Buffer.from(index === 0 ? head : between),
          there.get(mark) ?? entryPart(press, release, place, first, cache),
        ]);
        return Buffer.concat([...(parts.length === 0 ? [Buffer.from(head)] : parts), Buffer.from(tail)]);
      },
    };
  };
  const documents = sourcesOf(press).flatMap((source) => documentsOf(press, source, held, fileOf));
  return [...documents, ...feedStyleFiles(press)];
}

/** Returns the files of the releases in current documents. Most others are in archives alone, for which one form of their entries is enough. */
export function currentReleases(press: Press): ReadonlySet<string> {
  return new Set(sourcesOf(press).flatMap(({ newest }) => newest.map(({ file }) => file)));
}

/**
 * Returns a release as an entry of a form, by its place among the forms. It is in many documents, and written once, in all forms or
 * only in that of archives.
 */
export function entryPart(
  press: Press,
  release: PublicRelease,
  place: number,
  first: ReadonlyMap<SiteUrl, SiteUrl>,
  cache: Pick<CachedFiles, "sizeOf" | "part">,
  isArchived = false,
): Uint8Array {
  return cache.part(`entry ${release.file}`, place, () => {
    const entry = entryOf(press, release, first.get(releaseUrl(press.site, release)));
    const rendered = { sizeOf: cache.sizeOf, html: releaseEntry(press, entry.telling) };
    return (isArchived ? [atom] : feedForms).map(({ form }) => writers[form].entry(entry, rendered));
  });
}

/** Returns the entries of a document of the last build by their marks: of most lists that get a new entry, all others stay. */
function entriesBefore(form: FeedForm["form"], before: ReturnType<Before>): ReadonlyMap<string, Uint8Array> {
  const marks = marksIn(before?.hash);
  const entries = (marks.length > 0 && before?.text()?.match(writers[form].entries)) || [];
  if (entries.length !== marks.length) return new Map();
  return new Map(entries.map((entry, index) => [marks[index] ?? "", Buffer.from(entry)]));
}

/** The file of a document in a form, served at an address. */
type FileOf = (form: FeedForm, url: SiteUrl, document: FeedDocument) => OutputFile;

const feedJson = new WeakMap<Feed, string>();

/** The length of the mark of an entry, which is a part of a hash. */
const MARK = 20;

/** Returns a hash that changes when a document does, followed by the marks of its entries. The common data of all documents of a feed is serialised once. */
function hashOf({ feed, entries, isArchive, ...links }: FeedDocument, setting: string): string {
  const said = feedJson.get(feed) ?? JSON.stringify(feed);
  feedJson.set(feed, said);
  return sha256(JSON.stringify([isArchive, links]), said, setting) + marksOf(entries);
}

/** The forms of a document have the same entries. */
const marksOf = oncePer((entries: readonly Held[]) => entries.map(({ mark }) => ` ${mark}`).join(""));

function marksIn(hash = ""): readonly string[] {
  return hash.split(" ").slice(1);
}

/** Address of a release → the earliest address it has moved away from. */
export const firstAddresses = oncePer((pages: readonly Page[]): ReadonlyMap<SiteUrl, SiteUrl> => {
  const moved = pages
    .filter((page) => page.kind === "moved")
    .map(({ url, view: { to, since } }) => ({ from: url, to, since }))
    .filter(({ from, since }) => since !== undefined && /\/\d{4}\/[^/]+\/$/.test(from))
    .toSorted((a, b) => ((a.since ?? "") < (b.since ?? "") ? 1 : -1));
  return new Map(moved.map(({ from, to }) => [to.url, from]));
});

const sourcesOf = oncePer((press: Press): readonly Source[] => {
  const { site, words, releases } = press;
  const { releases_per_page: chosen } = site;
  const languages = Object.keys(site.languages);
  const corrections = languages.map((lang) => correctionsList(press, lang)).filter((list) => list.releases.length > 0);
  const followed = listsOf(press).filter(({ unfollowed }) => !unfollowed);
  const sources = [...followed, ...corrections].map((list): Source => {
    const { lang, path } = list;
    const home = listUrl(site, lang, path);
    const most = chosen ?? PER_TERM;
    const [front, ...archived] = path === MAIN_LIST ? archivesIn(site, list.releases) : [];
    return {
      feed: feedOf(press, list, home),
      releases: list.releases,
      most,
      newest: list.releases.slice(-(front?.entries.length ?? most)),
      archived,
      at: feedHome(site, lang, path),
    };
  });
  if (languages.length < 2) return sources;
  const lang = site.default_language;
  const most = chosen ?? PER_PAGE;
  const feed = feedOf(press, { lang, heading: { word: "nav.releases" }, sentence: "feed.all" }, rootUrl(site));
  return [
    {
      feed: {
        ...feed,
        title: feed.title + message(words, "brackets", lang, { text: message(words, "feed.languages", lang) }),
      },
      releases,
      most,
      newest: releases.slice(-most),
      archived: [],
      at: rootUrl(site),
    },
    ...sources,
  ];
});

function feedOf(
  press: Press,
  { lang, heading, sentence }: Pick<Listed, "lang" | "heading" | "sentence">,
  home: SiteUrl,
): Feed {
  const name = headingText(press, heading, lang);
  const office = officeIn(press, lang);
  return {
    home: absolute(press.site, home),
    lang,
    title: `${name} – ${office.author}`,
    subtitle: message(press.words, sentence, lang, { name }),
    ...office,
  };
}

/** What all feeds of a language say. */
const officeIn = oncePer((press: Press, lang: string) => {
  const { site, words } = press;
  return {
    author: [site.parent, site.name]
      .flatMap((part) => (part === undefined ? [] : [localize(part, lang, site.default_language).text]))
      .join(message(words, "comma", lang)),
    rights: site.licence && localize(site.licence, lang, site.default_language).text,
    icon: absolute(site, fileUrl(site, "icon-192.png")),
    hub: site.websub,
    explanation: {
      what: message(words, "feed.what", lang),
      how: message(words, "feed.how", lang),
      page: message(words, "feed.page", lang),
    },
  };
});

function documentsOf(
  { site }: Press,
  { feed, releases, most, newest, archived, at }: Source,
  heldFor: (release: PublicRelease) => Held,
  fileOf: FileOf,
): OutputFile[] {
  const currentOf = ({ file }: FeedForm) => below(at, file);
  // Each release is in one archive, that of its language.
  const archiveOf = ({ number }: Sheet<PublicRelease>) => below(listUrl(site, feed.lang, MAIN_LIST, number), atom.file);
  const linkTo = (sheet: Sheet<PublicRelease> | undefined) => sheet && absolute(site, archiveOf(sheet));
  const held = newest.toReversed().map(heldFor);
  // Most releases never changed, and are not asked when they did.
  const older = releases.slice(0, -newest.length).filter(({ changes, status }) => changes || status.date !== undefined);
  const shown = [...held, ...changedSince(held, older.toReversed().map(heldFor), most)];
  return [
    ...feedForms.map((form) => {
      const url = currentOf(form);
      const self = absolute(site, url);
      const links = { self, current: self, older: linkTo(archived[0]), newer: undefined };
      return fileOf(form, url, { feed, isArchive: false, ...links, entries: shown });
    }),
    ...archived.map((sheet, index) => {
      const url = archiveOf(sheet);
      const links = {
        self: absolute(site, url),
        current: absolute(site, currentOf(atom)),
        older: linkTo(archived[index + 1]),
        newer: linkTo(archived[index - 1]),
      };
      return fileOf(atom, url, { feed, isArchive: true, ...links, entries: sheet.entries.map(heldFor) });
    }),
  ];
}

/**
 * Returns older entries that were corrected or withdrawn after the oldest entry of the current document was published. The document repeats
 * them, because most readers request nothing else. Only those that changed last are taken, in the order given.
 */
function changedSince(newest: readonly Held[], older: readonly Held[], most: number): Held[] {
  const since = Math.min(...newest.map(({ published }) => epochOf(published)));
  const changed = older.filter(({ updated, published }) => updated !== published && epochOf(updated) > since);
  const last = new Set(changed.toSorted((a, b) => epochOf(b.updated) - epochOf(a.updated)).slice(0, most));
  return changed.filter((entry) => last.has(entry));
}
