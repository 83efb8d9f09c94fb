import { readFileSync } from "node:fs";
import type { Press } from "../model/press.ts";
import type { Release } from "../model/release.ts";
import { thumbnail } from "../pages/picture.ts";
import type { ReleaseView } from "../pages/release.ts";
import { absolute, embedFile, fileUrl } from "../pages/urls.ts";
import { day } from "../rendering/dates.ts";
import { escaped } from "../rendering/html.ts";
import { word } from "../rendering/words.ts";
import { allowing, minified } from "./styles.ts";

/** The frame in which another site shows a release, in CSS pixels. */
const WIDTH = 600;
const HEIGHT = 300;

/** For so many seconds another site need not ask again (oEmbed's cache_age): a day, for a release may be corrected. */
const CACHE_AGE = 86_400;

/** The style sheet of a release that stands in another site's page, and the word that lets its policy pass it (CSP Level 3). */
export class EmbedStyles {
  /** As it is written, in the site's colour: for fingerprints. */
  readonly source: string;
  #made: { readonly css: string; readonly csp: string } | undefined;

  constructor({ site }: Pick<Press, "site">) {
    this.source = readFileSync("assets/embed.css", "utf8").replace("#0468b1", site.theme?.brand ?? "#0468b1");
  }

  get made(): { readonly css: string; readonly csp: string } {
    if (!this.#made) {
      const css = minified([], this.source);
      this.#made = { css, csp: `'${allowing(css)}'` };
    }
    return this.#made;
  }
}

/** A release as a card that another site may show in a frame. Search engines keep to the release. */
export function embedPage(press: Press, release: Release, view: ReleaseView, styles: EmbedStyles): string {
  const { lang } = release;
  const { around, canonical, description } = view.frame;
  const { css, csp } = styles.made;
  const picture = view.body === undefined ? undefined : thumbnail(press, release);
  const said = (key: string) => word(press.words, key, lang);
  const kind = [said(`type.${view.type}`), ...(view.notice ? [said(`notice.${view.notice.is}`)] : [])].join(" · ");
  const place = view.place ? `${view.place.name.text}${said("comma")} ` : "";
  const reason = view.notice?.is === "withdrawn" ? view.notice.reason : undefined;
  return `<!doctype html>
<html lang="${lang}" dir="${around.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';img-src 'self';style-src ${csp};base-uri 'none';form-action 'none'">
<title>${escaped(view.title)}</title>
<meta name="description" content="${escaped(description)}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escaped(canonical)}">
<style>${css}</style>
</head>
<body>
<main><a href="${escaped(canonical)}" target="_top">
${picture ? `<img src="${escaped(picture.src)}" alt="" width="${picture.width}" height="${picture.height}">` : ""}
<div>
<b>${escaped([around.parent?.text, around.name.text].filter((name) => name).join(" – "))}</b>
<h1>${escaped(view.title)}</h1>
<p><small>${escaped(`${kind} · ${place}${day(view.date, lang)}`)}</small></p>
<p>${escaped(reason ?? description)}</p>
</div>
</a></main>
</body>
</html>
`;
}

/** How another site shows a release in its own page (oEmbed 1.0, type “rich”). */
export function oEmbed({ site }: Press, release: Release, { title, frame }: ReleaseView): string {
  const { around } = frame;
  const { url, width, height } = frame.share ?? around.share;
  const src = absolute(site, fileUrl(site, embedFile(release, "html")));
  const card = {
    version: "1.0",
    type: "rich",
    title,
    author_name: around.name.text,
    author_url: absolute(site, around.home),
    provider_name: (around.parent ?? around.name).text,
    provider_url: absolute(site, around.home),
    cache_age: CACHE_AGE,
    html: `<iframe src="${escaped(src)}" width="${WIDTH}" height="${HEIGHT}" title="${escaped(title)}" style="border:0;max-width:100%"></iframe>`,
    width: WIDTH,
    height: HEIGHT,
    thumbnail_url: url,
    thumbnail_width: width,
    thumbnail_height: height,
  };
  return `${JSON.stringify(card)}\n`;
}
