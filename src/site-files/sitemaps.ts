import { sha256 } from "../model/hash.ts";
import { epochOf } from "../model/instant.ts";
import { localize } from "../model/localized.ts";
import { publishedMoment, updatedMoment } from "../model/moment.ts";
import { NEWS_MS } from "../model/next-change.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { absolute, fileUrl, homeUrl, releaseUrl, sitemapIndex, sitemapOfNews } from "../model/urls.ts";
import type { Page } from "../pages/page.ts";
import { shownView } from "../pictures/view.ts";
import { picturesOf } from "../text/pictures.ts";
import { type Xml, xmlDocument } from "../text/xml.ts";

/** The most addresses per sitemap: few are made and fetched anew for a new release. The protocol allows 50,000. */
const MOST = 1000;

/** The most entries that Google News accepts. */
const MOST_NEWS = 1000;

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A release and when it last changed, also in milliseconds since 1970. */
interface Dated {
  readonly release: PublicRelease;
  readonly updated: string;
  readonly at: number;
}

type Releases = ReadonlyMap<string, Dated>;

/**
 * Returns the sitemaps (sitemaps.org, protocol 0.9): an index, and for each language its other pages and its releases, oldest first, so
 * that a new release changes only the last file. They have all languages of a page, its pictures, and the day of its last change.
 */
export function sitemapFiles(press: Press, pages: readonly Page[]): OutputFile[] {
  const { site } = press;
  const releases = new Map(
    press.releases.map((release) => {
      const updated = updatedMoment(release, site);
      return [release.file, { release, updated, at: epochOf(updated) }];
    }),
  );
  const open = pages.filter((page) => {
    const { hidden, canonical } = page.found;
    return !hidden && canonical === absolute(site, page.url);
  });
  const changed = new Map(open.map((page) => [page, newestOf(page.sources, releases)]));
  const maps = Object.keys(site.languages).flatMap((lang) => {
    const own = open.filter((page) => page.lang === lang);
    const sorts = {
      releases: own.filter(({ kind }) => kind === "release"),
      pages: own.filter(({ kind }) => kind !== "release"),
    };
    return Object.entries(sorts).flatMap(([sort, some]) =>
      chunks(some).map((listed, index) => ({
        file: `sitemap-${lang}-${sort}-${index + 1}.xml`,
        lastmod: newestOf(listed, changed)?.updated,
        listed,
      })),
    );
  });
  const index = maps.map(({ file, lastmod }) => ({ loc: absolute(site, fileUrl(site, file)), lastmod }));
  return [
    document(sitemapIndex, { sitemapindex: { "@xmlns": SITEMAP, sitemap: index } }),
    ...maps.map(({ file, listed }) => ({
      file,
      // A page's digest changes with all that stands here but the days of its releases.
      hash: sha256(...listed.flatMap((page) => [page.digest, changed.get(page)?.updated ?? ""])),
      make: () =>
        xmlDocument({
          urlset: {
            "@xmlns": SITEMAP,
            "@xmlns:xhtml": "http://www.w3.org/1999/xhtml",
            "@xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
            url: listed.map((page) => located(press, page, releases, changed.get(page)?.updated)),
          },
        }),
    })),
    newsMap(press),
  ];
}

/** Returns the newest change among some files or pages. */
function newestOf<K>(some: readonly K[], changes: ReadonlyMap<K, Dated | undefined>): Dated | undefined {
  let newest: Dated | undefined;
  for (const each of some) {
    const one = changes.get(each);
    if (one && !(newest && newest.at >= one.at)) newest = one;
  }
  return newest;
}

/** Returns what the `url` element of a page holds. */
function located(press: Press, page: Page, releases: Releases, lastmod: string | undefined) {
  const { site } = press;
  const release = page.kind === "release" ? releases.get(page.sources[0] ?? "")?.release : undefined;
  const shown = release?.status.is === "withdrawn" ? undefined : release;
  const pictures = shown ? picturesOf(shown).map((named) => shownView(press, shown, named)) : [];
  return {
    loc: absolute(site, page.url),
    lastmod,
    "xhtml:link": page.found.alternates.map(({ lang, url }) => ({
      "@rel": "alternate",
      "@hreflang": lang,
      "@href": url,
    })),
    "image:image": pictures.flatMap((picture) => (picture ? [{ "image:loc": absolute(site, picture.src) }] : [])),
  };
}

/**
 * Returns the releases of the 48 hours before the build (Google News sitemap), each language by itself. A sitemap needs at least one
 * address, so that it has that of the home page while there is no news.
 */
function newsMap({ site, releases, now }: Press): OutputFile {
  const since = now.getTime() - NEWS_MS;
  const oldest = releases.findLastIndex((release) => epochOf(publishedMoment(release, site)) <= since);
  const news = releases
    .slice(oldest + 1)
    .filter(({ status }) => status.is === "live" || status.is === "corrected")
    .map((release) => ({ release, published: publishedMoment(release, site) }))
    .filter(({ published }) => epochOf(published) <= now.getTime())
    .toReversed()
    .slice(0, MOST_NEWS);
  return document(sitemapOfNews, {
    urlset: {
      "@xmlns": SITEMAP,
      "@xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
      url:
        news.length === 0
          ? { loc: absolute(site, homeUrl(site, site.default_language)) }
          : news.map(({ release, published }) => ({
              loc: absolute(site, releaseUrl(site, release)),
              "news:news": {
                "news:publication": {
                  "news:name": localize(site.name, release.lang, site.default_language).text,
                  "news:language": newsLanguage(release.lang),
                },
                "news:publication_date": published,
                "news:title": release.title,
              },
            })),
    },
  });
}

/** Google News knows languages by ISO 639, and Chinese by its two scripts. */
function newsLanguage(lang: string): string {
  if (!/^zh\b/i.test(lang)) return lang.split("-")[0] ?? lang;
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(lang) ? "zh-tw" : "zh-cn";
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / MOST) }, (_, index) =>
    all.slice(index * MOST, (index + 1) * MOST),
  );
}

function document(file: string, root: { readonly [name: string]: Xml }): OutputFile {
  return { file, hash: sha256(JSON.stringify(root)), make: () => xmlDocument(root) };
}
