import { sha256 } from "../model/hash.ts";
import { localize } from "../model/localized.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { coloursOf } from "../model/site.ts";
import { absolute, fileUrl, homeUrl, openSearchFile, pageUrl, sitemapIndex, sitemapOfNews } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { xmlDocument } from "../text/xml.ts";

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A security.txt holds for so many weeks after the one it was made in: less than a year (RFC 9116, § 2.5.5). */
const HOLDS = 48;

/** The files that machines look for under names agreed upon. */
export function wellKnownFiles(press: Press): OutputFile[] {
  return [
    file("robots.txt", robots(press)),
    file(".well-known/security.txt", securityTxt(press)),
    file("manifest.webmanifest", manifest(press)),
    ...Object.keys(press.site.languages).map((lang) => file(openSearchFile(lang), openSearch(press, lang))),
  ];
}

/** Robots may go everywhere (RFC 9309); the sitemaps are named. */
function robots({ site }: Press): string {
  const maps = [sitemapIndex, sitemapOfNews].map((name) => `Sitemap: ${absolute(site, fileUrl(site, name))}`);
  return ["User-agent: *", "Disallow:", "", ...maps, ""].join("\n");
}

/** Whom to tell of a hole in the site (RFC 9116). The moment it expires is counted from the beginning of the week. */
function securityTxt({ site, terms, now }: Press): string {
  const mail = site.security ?? terms.contacts.get(site.press_office)?.email;
  const office = absolute(site, pageUrl(site, site.default_language, "press-office"));
  const contact = mail === undefined ? office : mail.includes("://") ? mail : `mailto:${mail}`;
  const expires = new Date((Math.floor(now.getTime() / WEEK) + HOLDS) * WEEK).toISOString();
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${Object.keys(site.languages).join(", ")}`,
    `Canonical: ${absolute(site, fileUrl(site, ".well-known/security.txt"))}`,
    "",
  ].join("\n");
}

/** What a telephone shows that keeps the site on its first screen (W3C Web Application Manifest). */
function manifest({ site }: Press): string {
  const lang = site.default_language;
  const icon = (size: number) => ({
    src: fileUrl(site, `icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: "image/png",
  });
  const manifested = {
    name: fullName(site, lang),
    short_name: localize(site.name, lang, lang).text,
    description: localize(site.description, lang, lang).text,
    lang,
    dir: site.languages[lang]?.dir ?? "ltr",
    start_url: homeUrl(site, lang),
    scope: fileUrl(site, ""),
    display: "browser",
    background_color: "#ffffff",
    theme_color: coloursOf(site).brand,
    icons: [icon(192), icon(512)],
  };
  return `${JSON.stringify(manifested, undefined, 1)}\n`;
}

/** How a browser searches the site from its address bar (OpenSearch 1.1). A short name has at most 16 characters. */
function openSearch({ site, words }: Press, lang: string): string {
  const names = [site.name, site.parent ?? site.name].map((name) => localize(name, lang, site.default_language).text);
  const [name = ""] = names;
  const short = names.find((some) => some.length <= 16) ?? (/^.{1,16}(?= )/su.exec(name)?.[0] || name.slice(0, 16));
  return xmlDocument({
    OpenSearchDescription: {
      "@xmlns": "http://a9.com/-/spec/opensearch/1.1/",
      ShortName: short,
      Description: `${message(words, "search.title", lang)} – ${fullName(site, lang)}`,
      Image: {
        "@width": 16,
        "@height": 16,
        "@type": "image/x-icon",
        "#text": absolute(site, fileUrl(site, "favicon.ico")),
      },
      Url: { "@type": "text/html", "@template": `${absolute(site, pageUrl(site, lang, "search"))}?q={searchTerms}` },
      Language: lang,
      InputEncoding: "UTF-8",
    },
  });
}

function fullName(site: Press["site"], lang: string): string {
  return [...(site.parent === undefined ? [] : [site.parent]), site.name]
    .map((part) => localize(part, lang, site.default_language).text)
    .join(" – ");
}

function file(name: string, text: string): OutputFile {
  return { file: name, hash: sha256(text), make: () => text };
}
