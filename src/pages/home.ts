import type { Press } from "../model/press.ts";
import { card } from "./card.ts";
import { frame, phrase } from "./frame.ts";
import type { Page } from "./page.ts";
import { contactView } from "./release.ts";
import { homeUrl, listUrl, outputFile, rootUrl } from "./urls.ts";

const LATEST = 7;

/** The home page of each language, and the default language's once more at the root. */
export function homePages(press: Press): Page[] {
  const { site } = press;
  return [
    ...Object.keys(site.languages).map((lang) => homePage(press, lang, homeUrl(site, lang))),
    homePage(press, site.default_language, rootUrl(site)),
  ];
}

function homePage(press: Press, lang: string, url: string): Page {
  const { site } = press;
  const latest = press.inLanguage(lang).slice(-LATEST).toReversed();
  const office = press.terms.contacts.get(site.press_office);
  const description = phrase(site, site.description, lang);
  return {
    kind: "home",
    url,
    file: outputFile(site, url),
    lang,
    sources: latest.map((release) => release.file),
    view: {
      frame: frame(press, {
        url,
        lang,
        description: description.text,
        versions: Object.keys(site.languages).map((other) => ({ lang: other, url: homeUrl(site, other) })),
        canonical: homeUrl(site, lang),
      }),
      name: phrase(site, site.name, lang),
      description,
      featured: latest[0] && card(press, latest[0], lang),
      cards: latest.slice(1).map((release) => card(press, release, lang)),
      releases: listUrl(site, lang, "releases"),
      contacts: office ? [contactView(press, office, lang)] : [],
    },
  };
}
