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
  return press.pages
    .filter(({ key }) => key !== CORRECTIONS)
    .map((page) =>
      pageAt(press.site, "page", page.lang, pageUrl(press.site, page.lang, page.key), {
        sources: () => [page.file],
        view: () => standingView(press, page),
      }),
    );
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
