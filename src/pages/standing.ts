import type { StandingPage } from "../model/content.ts";
import type { Press } from "../model/press.ts";
import { CORRECTIONS, homeUrl, outputFile, pageUrl } from "../model/urls.ts";
import { parseText } from "../text/text.ts";
import { frame } from "./frame.ts";
import { Page } from "./page.ts";

/** The standing pages of content/pages/: about, accessibility, terms of reuse, and whatever else is there; that on corrections stands below their list. */
export function standingPagesOf(press: Press): Page[] {
  return press.pages.filter(({ key }) => key !== CORRECTIONS).map((page) => standingPage(press, page));
}

function standingPage(press: Press, { key, lang, title, summary, body, file }: StandingPage): Page {
  const { site } = press;
  const url = pageUrl(site, lang, key);
  const versions = Object.keys(site.languages)
    .filter((other) => press.pages.some((page) => page.key === key && page.lang === other))
    .map((other) => ({ lang: other, url: pageUrl(site, other, key) }));
  return new Page({
    kind: "page",
    url,
    file: outputFile(site, url),
    lang,
    sources: () => [file],
    view: () => ({
      frame: frame(press, {
        url,
        lang,
        description: (summary ?? parseText(body, lang).firstSentence) || title,
        versions,
      }),
      breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { phrase: { text: title } }],
      title,
      summary,
      body,
    }),
  });
}
