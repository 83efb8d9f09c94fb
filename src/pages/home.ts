import type { SiteUrl } from "../model/address.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease as Release } from "../model/release.ts";
import {
  feedLinks,
  fileUrl,
  homeUrl,
  listUrl,
  openSearchFile,
  outputFile,
  pageUrl,
  releaseUrl,
  rootUrl,
} from "../model/urls.ts";
import { card } from "./card.ts";
import { contactViews } from "./contact.ts";
import { foreign, frame, phrase } from "./frame.ts";
import { type Page, PageOf } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly home: ReturnType<typeof homeView>;
  }
}

const LATEST = 6;
const FIGURES = 4;

/** The home page of each language, and the default language's once more at the root. */
export function homePages(press: Press): Page[] {
  const { site } = press;
  return [
    ...Object.keys(site.languages).map((lang) => homePage(press, lang, homeUrl(site, lang))),
    homePage(press, site.default_language, rootUrl(site)),
  ];
}

function homePage(press: Press, lang: string, url: SiteUrl): Page {
  const { site } = press;
  const newest = press
    .listed(lang)
    .filter(({ status }) => status.is !== "withdrawn" && status.is !== "superseded")
    .toReversed();
  const chosen = site.featured === undefined ? undefined : press.find(site.featured, lang);
  const featured = chosen && newest.includes(chosen) ? chosen : newest[0];
  const latest = newest.filter((release) => release !== featured).slice(0, LATEST);
  return new PageOf({
    kind: "home",
    url,
    file: outputFile(site, url),
    lang,
    sources: () => [...(featured ? [featured] : []), ...latest].map((release) => release.file),
    view: () => homeView(press, lang, url, { newest, featured, latest }),
  });
}

interface Shown {
  readonly newest: readonly Release[];
  readonly featured: Release | undefined;
  readonly latest: readonly Release[];
}

function homeView(press: Press, lang: string, url: SiteUrl, { newest, featured, latest }: Shown) {
  const { site } = press;
  const description = phrase(site, site.description, lang);
  return {
    frame: frame(press, {
      url,
      lang,
      description: description.text,
      versions: Object.keys(site.languages).map((other) => ({ lang: other, url: homeUrl(site, other) })),
      canonical: homeUrl(site, lang),
    }),
    // The page at the root is the one of all languages, where there are several.
    feeds: feedLinks(Object.keys(site.languages).length > 1 ? url : homeUrl(site, lang)),
    search: fileUrl(site, openSearchFile(lang)),
    name: phrase(site, site.name, lang),
    description,
    featured: featured && card(press, featured, lang),
    cards: latest.map((release) => card(press, release, lang)),
    releases: listUrl(site, lang, "releases"),
    year: newest[0]?.year ?? "",
    figures: figuresOfTheYear(press, newest, lang),
    contacts: contactViews(press, [site.press_office], lang),
    follow: pageUrl(site, lang, "follow"),
    channels: (site.channels ?? []).map((channel) => ({ name: phrase(site, channel.name, lang), url: channel.url })),
  };
}

/** The newest key figures of the year of the newest release, one from each release, each with the release it stands in. */
function figuresOfTheYear({ site }: Press, newest: readonly Release[], lang: string) {
  return newest
    .filter(({ year, figures = [] }) => year === newest[0]?.year && figures.length > 0)
    .slice(0, FIGURES)
    .flatMap((release) =>
      (release.figures ?? []).slice(0, 1).map(({ value, label, source }) => {
        const words = (text: string) => (release.lang === lang ? { text } : { text, ...foreign(site, release.lang) });
        return {
          value: String(value),
          label: words(label),
          language: release.lang === lang ? undefined : site.languages[release.lang]?.label,
          source: source === undefined ? undefined : words(source),
          url: releaseUrl(site, release),
        };
      }),
    );
}
