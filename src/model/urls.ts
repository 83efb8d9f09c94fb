import type { SiteUrl, WebUrl } from "./address.ts";
import type { Edition } from "./edition.ts";
import { oncePer } from "./memo.ts";
import type { Release } from "./release.ts";
import { pathPrefix, type Site } from "./site.ts";

/** A file of the site, by its path in the output. */
export function fileUrl(site: Pick<Site, "origin">, file: string): SiteUrl {
  return `${pathPrefix(site)}/${file}` as SiteUrl;
}

/** Whether an address, such as one of the committed list, is in the site's folder. */
export function isSiteUrl(site: Site, url: string): url is SiteUrl {
  return url.startsWith(rootUrl(site));
}

/** Returns an address below another one, which ends in /. */
export function below(url: SiteUrl, path: string): SiteUrl {
  return `${url}${path}` as SiteUrl;
}

export function homeUrl(site: Site, lang: string): SiteUrl {
  return fileUrl(site, `${lang}/`);
}

/** The address people type: the home page in the default language. */
export function rootUrl(site: Site): SiteUrl {
  return fileUrl(site, "");
}

export function releaseUrl(site: Site, release: Pick<Release, "lang" | "year" | "slug">): SiteUrl {
  return below(homeUrl(site, release.lang), `${release.year}/${release.slug}/`);
}

/** A list's address; `page` counts from the oldest entries, and a list without one is the newest page. */
export function listUrl(site: Site, lang: string, path: string, page?: number): SiteUrl {
  return below(homeUrl(site, lang), `${path}/${page === undefined ? "" : `page/${page}/`}`);
}

/**
 * The forms in which a list is followed. The names end so that every host serves them with a type that browsers show:
 * Firefox and Safari offer application/atom+xml for download, and readers of feeds take application/xml as well.
 */
export const feedForms = [
  { form: "atom", file: "atom.xml", type: "application/atom+xml", name: "Atom" },
  { form: "rss", file: "rss.xml", type: "application/rss+xml", name: "RSS" },
  { form: "json", file: "feed.json", type: "application/feed+json", name: "JSON Feed" },
] as const;

export type FeedForm = (typeof feedForms)[number];

/** A way to follow a list: what it is called, where it is, and its media type. */
export type FeedLink = ReturnType<typeof feedLinks>[number];

/** The feeds whose documents are at an address. */
export function feedLinks(at: SiteUrl) {
  return feedForms.map(({ name, file, type }) => ({ name, url: below(at, file), type }));
}

/** The list of all releases of a language. Only its feed leads on to all older releases, and only its pages are published as data. */
export const MAIN_LIST = "releases";

/** The list of all corrections; a standing page of this name stands below it. */
export const CORRECTIONS = "corrections";

/** The page whose feeds follow a list: the list's own, and for the list of all releases the language's home page. */
export function feedHome(site: Site, lang: string, path: string): SiteUrl {
  return path === MAIN_LIST ? homeUrl(site, lang) : listUrl(site, lang, path);
}

/** A page that each language has once: the press office, a standing page, the search. */
export function pageUrl(site: Site, lang: string, path: string): SiteUrl {
  return below(homeUrl(site, lang), `${path}/`);
}

/** The index of all sitemaps, and the sitemap of the news; files in the output. */
export const sitemapIndex = "sitemap.xml";
export const sitemapOfNews = "sitemap-news.xml";

/** How a browser searches the site in a language; a file in the output. */
export function openSearchFile(lang: string): string {
  return `${lang}/opensearch.xml`;
}

/** A contact as a file for an address book, in a language. */
export function vcardFile(lang: string, id: string): string {
  return `${lang}/press-office/${id}.vcf`;
}

const twinTypes = { txt: "text/plain", md: "text/markdown", json: "application/json" } as const;
export type TwinForm = keyof typeof twinTypes;

/** Returns the forms of each release besides its page, with their media types: plain text and, unless the office leaves them out, the others. */
export const twinForms = oncePer(({ forms = ["md", "json"] }: Pick<Site, "forms">) =>
  (Object.keys(twinTypes) as TwinForm[])
    .filter((form) => form === "txt" || forms.includes(form))
    .map((form) => ({ form, type: twinTypes[form] })),
);

/** All events of a language as one calendar to subscribe to; a file in the output. */
export function eventsCalendar(lang: string): string {
  return `${lang}/events/events.ics`;
}

/** Returns the file of a release in another form, beside its page. It has the name of the release, because readers save it. */
export function twinFile(release: Pick<Release, "lang" | "year" | "slug">, extension: string): string {
  return `${release.lang}/${release.year}/${release.slug}/${release.slug}.${extension}`;
}

/** The plain text of an edition of a release that a correction has replaced, beside the release. */
export function editionFile(release: Pick<Release, "lang" | "year" | "slug">, { version, hash }: Edition): string {
  return `${release.lang}/${release.year}/${release.slug}/version-${version}-${hash.slice(0, 8)}.txt`;
}

/** A page of a list as data, beside it. */
export function listDataUrl(url: SiteUrl): SiteUrl {
  return below(url, "index.json");
}

/** The page that a host shows for an address that leads nowhere: in one language, or in all of them. */
export function notFoundUrl(site: Site, lang?: string): SiteUrl {
  return below(lang === undefined ? rootUrl(site) : homeUrl(site, lang), "404.html");
}

/** Returns an address with its host, for metadata, feeds and other readers outside the site. */
export function absolute(site: Pick<Site, "origin">, url: SiteUrl): WebUrl {
  return (site.origin.slice(0, site.origin.length - pathPrefix(site).length) + url) as WebUrl;
}

/** The file of the output that a host serves at an address. */
export function outputFile(site: Site, url: SiteUrl): string {
  const path = url.slice(pathPrefix(site).length + 1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
