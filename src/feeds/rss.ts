import { escapeHtml } from "../text/escape.ts";
import { xml, xmlDocument } from "../text/xml.ts";
import { type FeedDocument, type Frame, type Rendered, updatedOf, xmlFrame } from "./document.ts";
import type { Entry } from "./entry.ts";
import { explained } from "./style.ts";

/** Returns a moment as in RSS (RFC 822, four digits for the year), with the offset it was written with. */
export function rssDate(moment: string): string {
  const [, local, offset = ""] = /^(\S{19})\S*?(Z|[+-]\d\d:\d\d)$/.exec(moment) ?? [];
  return new Date(`${local}Z`).toUTCString().replace("GMT", offset === "Z" ? "+0000" : offset.replace(":", ""));
}

/**
 * An item of an RSS feed (RSS 2.0, with content:encoded and Dublin Core). It has room for one enclosure: the main picture. A
 * description is HTML and all else is plain text (RSS Advisory Board, profile), so that words are escaped in descriptions only.
 */
export function rssItem(entry: Entry, { html, sizeOf }: Rendered): string {
  const { id, url, lang, title, summary, published, categories, rights, enclosures } = entry;
  const [first] = enclosures;
  return xml({
    item: {
      title,
      link: url,
      guid: { "@isPermaLink": "false", "#text": id },
      pubDate: rssDate(published),
      "dc:language": lang,
      "dc:rights": rights,
      category: categories.map(({ label, scheme }) => ({ "@domain": scheme, "#text": label })),
      description: escapeHtml(summary),
      "content:encoded": html,
      ...(first
        ? {
            enclosure: {
              "@url": first.url,
              // The length is required; 0 means that it is not known (RSS Advisory Board).
              "@length": first.size ?? (first.made === undefined ? 0 : (sizeOf(first.made) ?? 0)),
              "@type": first.type,
            },
          }
        : {}),
    },
  });
}

/** An RSS document without its items. Its older entries are in the archive of the Atom feed. */
export function rssDocument(document: FeedDocument, stylesheet: string): Frame {
  const { feed, self, older } = document;
  const whole = xmlDocument(
    {
      rss: {
        "@version": "2.0",
        "@xmlns:atom": "http://www.w3.org/2005/Atom",
        "@xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "@xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "@xml:lang": feed.lang,
        channel: {
          ...explained(feed),
          title: feed.title,
          link: feed.home,
          description: escapeHtml(feed.subtitle),
          language: feed.lang,
          copyright: feed.rights,
          lastBuildDate: rssDate(updatedOf(document)),
          "dc:creator": feed.author,
          "atom:link": [
            { "@rel": "self", "@type": "application/rss+xml", "@href": self },
            ...(older === undefined
              ? []
              : [{ "@rel": "prev-archive", "@type": "application/atom+xml", "@href": older }]),
            ...(feed.hub === undefined ? [] : [{ "@rel": "hub", "@href": feed.hub }]),
          ],
        },
      },
    },
    stylesheet,
  );
  return xmlFrame(whole, "channel");
}
