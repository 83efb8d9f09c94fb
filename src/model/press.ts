import type { Content, StandingPage, Words } from "./content.ts";
import { type Standing, standingOf } from "./embargo.ts";
import type { SourceFile } from "./file.ts";
import { grouped } from "./grouped.ts";
import { epochOf } from "./instant.ts";
import { oncePer } from "./memo.ts";
import { momentOf, publishedMoment } from "./moment.ts";
import { type PublicRelease, type Release, withFields } from "./release.ts";
import type { Site } from "./site.ts";
import { type Terms, termsBy } from "./terms.ts";
import { originalOf } from "./translations.ts";

/** A release that is not public, for the build's summary; it never reaches a page. */
export interface Withheld {
  readonly file: string;
  readonly standing: Exclude<Standing, { is: "public" }>;
}

/** Groups releases by key: each group is one release in its languages. */
export function byKey<R extends Release>(releases: readonly R[]): ReadonlyMap<string, readonly R[]> {
  return grouped(releases, ({ key }) => [key]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Everything the public may see at `now`, and the one gate it passes through. Drafts and embargoed releases are dropped
 * here, before anything is derived, so no list, feed, count, neighbour or picture can forget to.
 * A translation is public only with its original. A preview keeps all, and `standing` says how each would stand.
 */
export class Press {
  readonly site: Site;
  readonly terms: Terms;
  readonly pages: readonly StandingPage[];
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly words: Words;
  readonly keys: Content["keys"];
  readonly editions: Content["editions"];
  /** The key with which what is issued is signed; undefined where nothing is. */
  readonly signedWith: string | undefined;
  readonly now: Date;
  readonly audience: "public" | "preview";
  /** Oldest first, all languages. */
  readonly releases: readonly PublicRelease[];
  /** The moment of publication of each, in milliseconds since 1970. */
  readonly #moments: ReadonlyMap<Release, number>;
  /** By the files of the releases. */
  readonly #standings: ReadonlyMap<string, Standing>;
  readonly #groups: ReadonlyMap<string, readonly PublicRelease[]>;
  readonly #listed: ReadonlyMap<string, readonly PublicRelease[]>;

  constructor(content: Content, now: Date, audience: "public" | "preview" = "public") {
    this.site = content.site;
    this.pages = content.pages;
    this.files = content.files;
    this.words = content.words;
    this.keys = content.keys;
    this.editions = content.editions;
    this.signedWith = content.signedWith;
    this.now = now;
    this.audience = audience;
    const standings = standingsOf(content, now);
    const shown = content.releases
      .filter((release): release is PublicRelease => audience === "preview" || standings.get(release)?.is === "public")
      .map((release) => withoutTitle(release, content.words));
    this.#moments = new Map(shown.map((release) => [release, epochOf(publishedMoment(release, content.site))]));
    this.releases = Object.freeze(shown.toSorted((a, b) => this.oldestFirst(a, b)));
    this.#standings = new Map([...standings].map(([{ file }, standing]) => [file, standing]));
    this.terms = withoutWithheld(content, this.releases);
    this.#groups = byKey(this.releases);
    this.#listed = new Map(Object.keys(this.site.languages).map((lang) => [lang, this.#inLists(lang)]));
    Object.freeze(this);
  }

  /** Orders releases by the moment of publication; those of one moment by key and language, so that no file system decides. */
  oldestFirst(a: Release, b: Release): number {
    const moment = (release: Release) => this.#moments.get(release) ?? 0;
    return moment(a) - moment(b) || compare(a.key, b.key) || compare(a.lang, b.lang);
  }

  /** Returns the status of a release: always public, except in a preview. */
  standing(release: Release): Standing {
    return this.#standings.get(release.file) ?? { is: "draft" };
  }

  /** Returns the release of a file or folder name in all its languages, in the order of the site's languages. */
  versions(key: string): readonly PublicRelease[] {
    const group = this.#groups.get(key) ?? [];
    if (group.length < 2) return group;
    const order = Object.keys(this.site.languages);
    return group.toSorted((a, b) => order.indexOf(a.lang) - order.indexOf(b.lang));
  }

  /** Returns the release of a file or folder name in a language, or else its original. */
  find(key: string, lang: string): PublicRelease | undefined {
    const group = this.#groups.get(key) ?? [];
    return group.find((release) => release.lang === lang) ?? originalOf(group, this.site.default_language);
  }

  /**
   * Returns the releases of a language's lists, oldest first: those in the language and, unless site.yaml hides them, the originals
   * of the others.
   */
  listed(lang: string): readonly PublicRelease[] {
    return this.#listed.get(lang) ?? [];
  }

  #inLists(lang: string): readonly PublicRelease[] {
    const isShown = this.site.untranslated !== "hide";
    return this.releases.filter(
      (release) => release.lang === lang || (isShown && this.find(release.key, lang) === release),
    );
  }
}

/** Returns a withdrawn release whose title, too, must not be read any more, under the name of what became of it. The list of addresses still knows it by its title. */
function withoutTitle(release: PublicRelease, words: Words): PublicRelease {
  const { status, title, titleAsTyped = title, lang } = release;
  if (status.is !== "withdrawn" || !status.hide_title) return release;
  return withFields(release, { title: words.get(lang)?.["notice.withdrawn"] ?? release.slug, titleAsTyped });
}

/** Returns the terms without those that only withheld releases name, because the name of a new partner can be the news. */
function withoutWithheld({ terms, releases, site }: Content, shown: readonly Release[]): Terms {
  const isShown = new Set(shown.map(({ file }) => file));
  const withheld = namedBy(releases.filter(({ file }) => !isShown.has(file)));
  if (withheld.size === 0) return terms;
  const open = namedBy(shown);
  const isOpen = (term: string) => !withheld.has(term) || open.has(term) || term === `contacts/${site.press_office}`;
  return termsBy((folder, _, of) => new Map([...of(terms)].filter(([id]) => isOpen(`${folder}/${id}`))));
}

function namedBy(releases: readonly Release[]): ReadonlySet<string> {
  const named = releases.flatMap(({ partners, contacts, location, topics, boilerplates = [] }) => [
    ...[...partners.map(({ id }) => id), ...boilerplates].map((id) => `partners/${id}`),
    ...contacts.map((id) => `contacts/${id}`),
    ...topics.map((id) => `topics/${id}`),
    ...(location === undefined ? [] : [`locations/${location}`]),
  ]);
  return new Set(named);
}

/**
 * Returns the releases that the gate holds back at `now`, and why: for the person who builds, never for a page. The one that is public
 * next is first, and drafts are last.
 */
export function withheldOf(content: Content, now: Date): Withheld[] {
  const waiting = [...standingsOf(content, now)].flatMap(([{ file }, standing]) => {
    if (standing.is === "public") return [];
    const until = publicFrom(standing, content.site) ?? Number.MAX_SAFE_INTEGER;
    return [{ until, withheld: { file, standing } }];
  });
  return waiting.toSorted((a, b) => a.until - b.until).map(({ withheld }) => withheld);
}

/** Returns when a release that is held back becomes public, in milliseconds since 1970; undefined for a draft. */
export function publicFrom(standing: Withheld["standing"], { timezone }: Site): number | undefined {
  return standing.is === "draft" ? undefined : epochOf(momentOf(standing.until, timezone));
}

function standingsOf(content: Content, now: Date): ReadonlyMap<Release, Standing> {
  return standingsAt(content, String(now.getTime()));
}

const standingsAt = oncePer((content: Content, time: string): ReadonlyMap<Release, Standing> => {
  const now = new Date(Number(time));
  const standings = new Map<Release, Standing>();
  for (const group of byKey(content.releases).values()) {
    const original = originalOf(group, content.site.default_language);
    const first = original && standingOf(original, now, content.site.timezone);
    for (const release of group) {
      const own = standingOf(release, now, content.site.timezone);
      standings.set(release, own.is === "public" && first ? first : own);
    }
  }
  return standings;
});

/** The choice if site.yaml makes none. Each language counts. */
const DEFAULT = "newest 500";

/** Returns the releases of a choice in site.yaml: all, none, or the newest. */
export const newestOf = oncePer(({ releases }: Press, choice: string = DEFAULT): ReadonlySet<PublicRelease> => {
  if (choice === "none") return new Set();
  return new Set(choice === "all" ? releases : releases.slice(-Number(choice.replace("newest ", ""))));
});
