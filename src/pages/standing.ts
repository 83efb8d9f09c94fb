import type { StandingPage } from "../model/content.ts";
import type { Press } from "../model/press.ts";
import { CORRECTIONS, pageUrl } from "../model/urls.ts";
import { parseText } from "../text/text.ts";
import { framed } from "./frame.ts";
import { type Page, pageAt } from "./page.ts";

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
  const { lang, file } = page;
  const url = pageUrl(press.site, lang, page.key);
  const view = () => standingView(press, page);
  return pageAt(press.site, "page", lang, url, { sources: () => [file], view });
}

function standingView(press: Press, { key, lang, title, summary, body }: StandingPage) {
  const { site } = press;
  return {
    ...framed(
      press,
      {
        url: pageUrl(site, lang, key),
        lang,
        description: (summary ?? parseText(body, lang).firstSentence) || title,
        versions: Object.keys(site.languages)
          .filter((other) => press.pages.some((page) => page.key === key && page.lang === other))
          .map((other) => ({ lang: other, url: pageUrl(site, other, key) })),
      },
      { phrase: { text: title } },
    ),
    title,
    summary,
    body,
  };
}
