import type { SiteUrl } from "../model/address.ts";
import { oncePer } from "../model/memo.ts";
import type { Press } from "../model/press.ts";
import type { PublicRelease } from "../model/release.ts";
import { feedLinks, fileUrl, homeUrl, listUrl, openSearchFile, pageUrl, releaseUrl, rootUrl } from "../model/urls.ts";
import { firstSentenceOf } from "../text/summary.ts";
import { termLinks } from "./attached.ts";
import { card } from "./card.ts";
import { contactView } from "./contact.ts";
import { announcementsIn, EVENTS, eventView, isOver } from "./events.ts";
import { frame, type Phrase, phrase, phraseIn } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";
import { speakerId } from "./speakers.ts";

declare module "./page.ts" {
  interface Views {
    readonly home: ReturnType<typeof homeView>;
  }
}

/** How many entries a home page has: new releases, coming events, releases with a picture, figures of the year. */
const MOST = { latest: 6, events: 3, stories: 3, figures: 4 };

/** The longest quote that stands by itself, so that it can be read at a glance. */
const LONGEST_QUOTE = 280;

/** The home page of each language, and the default language's once more at the root. */
export function homePages(press: Press): Page[] {
  const { site } = press;
  return [
    ...Object.keys(site.languages).map((lang) => homePage(press, lang, homeUrl(site, lang))),
    homePage(press, site.default_language, rootUrl(site)),
  ];
}

function homePage(press: Press, lang: string, url: SiteUrl): Page {
  const { featured, latest } = chosenFor(press, lang);
  return pageAt(press.site, "home", lang, url, {
    sources: () => [...(featured ? [featured] : []), ...latest].map((release) => release.file),
    view: () => homeView(press, lang, url),
  });
}

/** Returns the releases that a home page shows, and all that it chooses from, the newest first. */
const chosenFor = oncePer((press: Press, lang: string) => {
  const newest = press
    .listed(lang)
    .filter(({ status }) => status.is !== "withdrawn" && status.is !== "superseded")
    .toReversed();
  const { featured: key } = press.site;
  const chosen = key === undefined ? undefined : press.find(key, lang);
  const featured = chosen && newest.includes(chosen) ? chosen : newest[0];
  const others = newest.filter((release) => release !== featured);
  const pictured = others.slice(MOST.latest).filter(({ image }) => image !== undefined);
  const stories = pictured.slice(0, MOST.stories);
  // Two cards would leave an empty place in the row.
  return {
    newest,
    featured,
    latest: others.slice(0, MOST.latest),
    stories: stories.length === MOST.stories ? stories : [],
  };
});

function homeView(press: Press, lang: string, url: SiteUrl) {
  const { site } = press;
  const { newest, featured, latest, stories } = chosenFor(press, lang);
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
    contact: contactView(press, site.press_office, lang),
    office: pageUrl(site, lang, "press-office"),
    featured: featured && leadView(press, featured, lang),
    // The first short quote of the newest releases.
    said: (featured?.image ? newest.slice(0, MOST.latest) : [])
      .filter((release) => release.lang === lang)
      .flatMap((release) => quoteView(press, release, lang) ?? [])[0],
    people: listUrl(site, lang, "speakers"),
    cards: latest.map((release) => card(press, release, lang)),
    releases: listUrl(site, lang, "releases"),
    events: announcementsIn(press, lang)
      .filter((release) => !isOver(press, release.event) && release.status.is !== "withdrawn")
      .slice(0, MOST.events)
      .map((release) => eventView(press, release, lang)),
    allEvents: pageUrl(site, lang, EVENTS),
    stories: stories.map((release) => card(press, release, lang)),
    ...figuresOfTheYear(press, newest, lang),
    follow: pageUrl(site, lang, "follow"),
    channels: (site.channels ?? []).map((channel) => ({ name: phrase(site, channel.name, lang), url: channel.url })),
  };
}

/** Returns the release that leads the page. Without a picture, it shows a quote or a figure, and its topics if it is the only release. */
function leadView(press: Press, release: PublicRelease, lang: string) {
  const { site } = press;
  const lead = card(press, release, lang);
  const [figure] = release.figures ?? [];
  const partners = release.partners.map(({ id }) => id);
  const words = wordsOf(press, release, lang);
  return {
    ...lead,
    quote: lead.picture ? undefined : quoteView(press, release, lang),
    figure: lead.picture || !figure ? undefined : { value: String(figure.value), label: words(figure.label) },
    languages: press
      .versions(release.key)
      .filter((version) => version.lang !== release.lang)
      .map((version) => ({ url: releaseUrl(site, version), title: wordsOf(press, version, lang)(version.title) })),
    partners: termLinks(press, "partners", partners, lang),
    topics: termLinks(press, "topics", release.topics, lang),
    sdgs: release.sdgs.map((goal) => ({ goal, url: listUrl(site, lang, `sdgs/${goal}`) })),
  };
}

const wordsOf = ({ site }: Press, release: PublicRelease, lang: string) => {
  return (text: string): Phrase => phraseIn(site, text, release.lang, lang);
};

/** Returns a quote of a release that stands by itself: a short one in full, of a long one the first sentence. */
function quoteView(press: Press, release: PublicRelease, lang: string) {
  const words = wordsOf(press, release, lang);
  const [quote] = release.quotes
    .map((said) => ({ ...said, text: said.text.length > LONGEST_QUOTE ? firstSentenceOf(said.text) : said.text }))
    .filter(({ text }) => text.length <= LONGEST_QUOTE && !text.includes("\n"));
  return (
    quote && {
      text: words(quote.text),
      speaker: words(quote.speaker),
      role: quote.role === undefined ? undefined : words(quote.role),
      source: releaseUrl(press.site, release),
      url: listUrl(press.site, lang, `speakers/${speakerId(press, quote.speaker)}`),
    }
  );
}

/** Returns the newest key figures of this year, one from each release; none if there is only one. */
function figuresOfTheYear(press: Press, newest: readonly PublicRelease[], lang: string) {
  const { site, now } = press;
  const year = new Intl.DateTimeFormat("en", { timeZone: site.timezone, year: "numeric" }).format(now);
  const figures = newest
    .filter((release) => release.year === year)
    .flatMap((release) => (release.figures ?? []).slice(0, 1).map((figure) => ({ release, figure })))
    .slice(0, MOST.figures);
  if (figures.length < 2) return { year, figures: [] };
  return {
    year,
    figures: figures.map(({ release, figure: { value, label, source } }) => {
      const words = wordsOf(press, release, lang);
      return {
        value: String(value),
        label: words(label),
        language: release.lang === lang ? undefined : site.languages[release.lang]?.label,
        source: source === undefined ? undefined : words(source),
        url: releaseUrl(site, release),
      };
    }),
  };
}
