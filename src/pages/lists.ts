import type { Press } from "../model/press.ts";
import { card } from "./card.ts";
import { frame } from "./frame.ts";
import { numbersToShow, sheetsOf } from "./listing.ts";
import type { Page } from "./page.ts";
import { homeUrl, listUrl, outputFile } from "./urls.ts";

/** How many releases a page of a list holds where site.yaml does not say. */
const PER_PAGE = 12;

/** The list of all releases, in each language. */
export function listPages(press: Press): Page[] {
  return Object.keys(press.site.languages).flatMap((lang) => allReleases(press, lang));
}

function allReleases(press: Press, lang: string): Page[] {
  const { site } = press;
  const releases = press.inLanguage(lang);
  const sheets = sheetsOf(releases, site.releases_per_page ?? PER_PAGE);
  const last = sheets.length - 1;
  return sheets.map((sheet, index) => {
    const url = listUrl(site, lang, "releases", sheet.number);
    return {
      kind: "list",
      url,
      file: outputFile(site, url),
      lang,
      sources: sheet.entries.map((release) => release.file),
      view: {
        frame: frame(press, {
          url,
          lang,
          title: "",
          description: "",
          versions: sheet.number === undefined ? frontVersions(press) : [],
        }),
        breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { word: "nav.releases" }],
        heading: "nav.releases",
        cards: sheet.entries.map((release) => card(press, release, lang)),
        number: sheet.number,
        newer: index === 0 ? undefined : listUrl(site, lang, "releases", sheets[index - 1]?.number),
        older: index === last ? undefined : listUrl(site, lang, "releases", sheets[index + 1]?.number),
        pages: numbersToShow(last, sheet.number).map((number) => ({
          number,
          url: listUrl(site, lang, "releases", number),
        })),
      },
    };
  });
}

function frontVersions(press: Press) {
  return Object.keys(press.site.languages).map((lang) => ({ lang, url: listUrl(press.site, lang, "releases") }));
}
