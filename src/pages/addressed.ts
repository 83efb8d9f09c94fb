import { oncePerPair } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { Known } from "../model/published.ts";
import { homeUrl, isSiteUrl, listUrl, releaseUrl } from "../model/urls.ts";
import { libraryOf } from "../pictures/library.ts";
import { documentUrls } from "./attached.ts";
import { headingText } from "./frame.ts";
import type { Kind, Page } from "./page.ts";
import { speakerId } from "./speakers.ts";
import { taxonomies } from "./taxonomies.ts";

/** Kinds of page that are not recorded: redirects, notices and the like. */
const STAND_IN: readonly Kind[] = ["moved", "removed", "not-found", "release"];

/** Numbered pages of a list, and lists with two filters, for which the list itself is recorded. */
const PARTS = /\/(?:page\/\d+|types\/[^/]+\/\d{4})\/$/;

/**
 * Returns what is at each recorded address of the site: releases, with all of their forms; lists and other pages, with their feeds;
 * documents. A list is recognised by its name, or by the release that it begins with; a picture by its bytes.
 */
export const addressesOf = oncePerPair((press: Press, pages: readonly Page[]): ReadonlyMap<string, Known> => {
  const { site } = press;
  const known = new Map<string, Known>(press.releases.map((release) => [releaseUrl(site, release), release]));
  const about = new Map([
    ...termsOf(press),
    ...libraryOf(press).map(
      ({ path, source: { sha256: bytes } }) => [`media/${path}`, { title: bytes, body: bytes }] as const,
    ),
    ...press.pages.map(({ key, title, body }) => [key, { title: `page ${title}`, body: `page ${body}` }] as const),
  ]);
  for (const { kind, url, lang } of pages) {
    const home = homeUrl(site, lang);
    if (STAND_IN.includes(kind) || PARTS.test(url) || !isSiteUrl(site, url) || !url.startsWith(home)) continue;
    const path = url.slice(home.length, -1);
    known.set(url, { lang: "", date: "", ...(about.get(path) ?? { title: path, body: path }) });
  }
  for (const release of press.releases) {
    if (release.status.is === "withdrawn") continue;
    for (const [file, url] of Object.entries(documentUrls(press, release))) {
      const title = `${release.key}/${file}`;
      known.set(url, { lang: "", date: "", title, body: title });
    }
  }
  return known;
});

/** The addresses that go when a release is withdrawn: its documents, and the lists of those whom only it quoted. */
export function withdrawnWith(press: Press): ReadonlySet<string> {
  const { site } = press;
  const withdrawn = press.releases.filter(({ status }) => status.is === "withdrawn");
  return new Set(
    withdrawn.flatMap((release) => [
      ...Object.values(documentUrls(press, release)),
      ...release.speakers.flatMap((speaker) =>
        Object.keys(site.languages).map((lang) => listUrl(site, lang, `speakers/${speakerId(press, speaker)}`)),
      ),
    ]),
  );
}

type About = readonly [path: string, about: Pick<Known, "title" | "body">];

/** The lists of all terms, and of their pictures. */
function termsOf(press: Press): About[] {
  const lang = press.site.default_language;
  return taxonomies.flatMap((taxonomy) => {
    const first = new Map<string, string>();
    for (const release of press.releases)
      for (const term of taxonomy.terms(release, press)) if (!first.has(term)) first.set(term, release.key);
    return [...first].flatMap(([term, key]): About[] => {
      const path = taxonomy.path(term);
      const name = headingText(press, taxonomy.heading(press, term, lang), lang);
      // A year, a kind of text and a goal are what their address says.
      const isFixed = ["years", "types", "sdgs"].includes(taxonomy.name);
      const title = `${taxonomy.name} ${isFixed ? term : name}`;
      const body = isFixed ? title : `${taxonomy.name} ${key}`;
      return [
        [path, { title, body }],
        [`media/${path}`, { title: `media ${title}`, body: `media ${body}` }],
      ];
    });
  });
}
