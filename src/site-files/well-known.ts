import { localize } from "../model/localized.ts";
import { WEEK_MS } from "../model/next-change.ts";
import { type OutputFile, textFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import { coloursOf } from "../model/site.ts";
import { absolute, fileUrl, homeUrl, openSearchFile, pageUrl, sitemapIndex, sitemapOfNews } from "../model/urls.ts";
import { message } from "../text/messages.ts";
import { xmlDocument } from "../text/xml.ts";

/** How many weeks a security.txt is valid after the one in which it was made: less than a year (RFC 9116, § 2.5.5). */
const HOLDS = 48;

/** Returns the files with standard names for machines. */
export function wellKnownFiles(press: Press): OutputFile[] {
  return [
    textFile("robots.txt", robots(press)),
    textFile(".well-known/security.txt", securityTxt(press)),
    textFile("manifest.webmanifest", manifest(press)),
    ...Object.keys(press.site.languages).map((lang) => textFile(openSearchFile(lang), openSearch(press, lang))),
  ];
}

/** Returns the robots.txt, which allows everything and names the sitemaps (RFC 9309). */
function robots({ site }: Press): string {
  const maps = [sitemapIndex, sitemapOfNews].map((name) => `Sitemap: ${absolute(site, fileUrl(site, name))}`);
  return ["User-agent: *", "Disallow:", "", ...maps, ""].join("\n");
}

/** Returns the security.txt (RFC 9116). It expires so many weeks after the beginning of this week, so that it does not change with each build. */
function securityTxt({ site, terms, now }: Press): string {
  const mail = site.security ?? terms.contacts.get(site.press_office)?.email;
  const office = absolute(site, pageUrl(site, site.default_language, "press-office"));
  const contact = mail === undefined ? office : mail.includes("://") ? mail : `mailto:${mail}`;
  const expires = new Date((Math.floor(now.getTime() / WEEK_MS) + HOLDS) * WEEK_MS).toISOString();
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${Object.keys(site.languages).join(", ")}`,
    `Canonical: ${absolute(site, fileUrl(site, ".well-known/security.txt"))}`,
    "",
  ].join("\n");
}

/** Returns the manifest for phones that put the site on their home screen (W3C Web Application Manifest). */
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

/** Returns the description by which browsers search the site from the address bar (OpenSearch 1.1). A short name has at most 16 characters. */
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
