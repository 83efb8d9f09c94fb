import type { Allowed } from "./allow.ts";
import type { Editions } from "./edition.ts";
import type { SourceFile } from "./file.ts";
import type { PublicKey } from "./key.ts";
import type { Problem } from "./problem.ts";
import type { Published } from "./published.ts";
import type { Release } from "./release.ts";
import type { Site } from "./site.ts";
import type { Terms } from "./terms.ts";

/** The interface's words: for each language a flat table of dotted keys. */
export type Words = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A standing page such as "About", in one language. */
export interface StandingPage {
  readonly key: string;
  readonly lang: string;
  readonly file: string;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly allow?: readonly Allowed[] | undefined;
  readonly body: string;
}

/** All of content/, read and checked: drafts and embargoed releases included. Only a Press may go to the public. */
export interface Content {
  readonly site: Site;
  readonly terms: Terms;
  readonly releases: readonly Release[];
  readonly pages: readonly StandingPage[];
  readonly words: Words;
  /** Every address at which a release was ever public. */
  readonly published: Published;
  /** Which texts of releases were published. */
  readonly editions: Editions;
  /** The files that site.yaml, partners and releases name, by path from the content folder. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Mistakes that should be corrected but do not stop the publication. */
  readonly warnings: readonly Problem[];
  /** Public keys with which what is issued is or was signed, the newest first. */
  readonly keys: readonly PublicKey[];
  /** The key with which this build signs. */
  readonly signedWith?: string;
}

/** The paths in each language that Dateline uses itself, besides years. No standing page may have them. */
export const ownPaths = [
  ...["releases", "types", "partners", "places", "topics", "sdgs", "speakers", "events", "years"],
  ...["media", "press-office", "follow", "search", "api", "genuine"],
];

/** The files beside the page of a language or of a list. */
export const ownFiles = ["404.html", "atom.xml", "rss.xml", "feed.json", "opensearch.xml"];

/** The files and folders at the root of the site besides those of the languages. No old address can begin with them. */
export const ownRoots = [
  ...ownFiles,
  ...["downloads", "files", "genuine", "pictures", "search", "share"],
  ...["apple-touch-icon.png", "favicon.ico", "icon-192.png", "icon-512.png", "mark.svg", "feed.css"],
  ...[".well-known", "_headers", "_redirects", "llms.txt", "manifest.webmanifest", "robots.txt"],
  ...["sitemap.xml", "sitemap-news.xml"],
];
