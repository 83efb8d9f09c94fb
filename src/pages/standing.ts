import type { StandingPage } from "../model/content.ts";
import type { Press } from "../model/press.ts";
import { CORRECTIONS, homeUrl, outputFile, pageUrl } from "../model/urls.ts";
import { parseText } from "../text/text.ts";
import { frame } from "./frame.ts";
import { type Page, PageOf } from "./page.ts";

declare module "./page.ts" {
  interface Views {
    readonly page: ReturnType<typeof standingView>;
  }
}

/** Returns the standing pages of content/pages/: about, accessibility, terms of reuse and others. The one on corrections is shown below their list. */
export function standingPagesOf(press: Press): Page[] {
  return press.pages.filter(({ key }) => key !== CORRECTIONS).map((page) => standingPage(press, page));
}

function standingPage(press: Press, page: StandingPage): Page<"page"> {
  const { key, lang, file } = page;
  const url = pageUrl(press.site, lang, key);
  return new PageOf({
    kind: "page",
    url,
    file: outputFile(press.site, url),
    lang,
    sources: () => [file],
    view: () => standingView(press, page),
  });
}

function standingView(press: Press, { key, lang, title, summary, body }: StandingPage) {
  const { site } = press;
  return {
    frame: frame(press, {
      url: pageUrl(site, lang, key),
      lang,
      description: (summary ?? parseText(body, lang).firstSentence) || title,
      versions: Object.keys(site.languages)
        .filter((other) => press.pages.some((page) => page.key === key && page.lang === other))
        .map((other) => ({ lang: other, url: pageUrl(site, other, key) })),
    }),
    breadcrumb: [{ word: "nav.home", url: homeUrl(site, lang) }, { phrase: { text: title } }],
    title,
    summary,
    body,
  };
}
