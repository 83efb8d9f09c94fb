import { xml, xmlDocument } from "../text/xml.ts";
import { type FeedDocument, type Frame, type Rendered, updatedOf, xmlFrame } from "./document.ts";
import type { Entry } from "./entry.ts";
import { explained } from "./style.ts";

const TYPE = "application/atom+xml";

/** An entry of an Atom feed (RFC 4287). */
export function atomEntry(entry: Entry, { html, sizeOf }: Rendered): string {
  const { id, url, lang, title, summary, published, updated, former, translations, categories, rights, enclosures } =
    entry;
  return xml({
    entry: {
      "@xml:lang": lang,
      id,
      title,
      updated,
      published,
      link: [
        { "@rel": "alternate", "@type": "text/html", "@hreflang": lang, "@href": url },
        ...translations.map((other) => ({
          "@rel": "alternate",
          "@type": "text/html",
          "@hreflang": other.lang,
          "@href": other.url,
        })),
        // RFC 5829
        ...former.map((text) => ({ "@rel": "predecessor-version", "@type": "text/plain", "@href": text })),
        ...enclosures.map(({ url: href, type, title: name, size, made }) => ({
          "@rel": "enclosure",
          "@type": type,
          "@title": name,
          "@length": size ?? (made === undefined ? undefined : sizeOf(made)),
          "@href": href,
        })),
      ],
      category: categories.map(({ term, label, scheme }) => ({ "@term": term, "@scheme": scheme, "@label": label })),
      rights,
      summary,
      content: { "@type": "html", "#text": html },
    },
  });
}

/** An Atom document without its entries; with the links and the mark of RFC 5005. */
export function atomDocument(document: FeedDocument, stylesheet: string): Frame {
  const { feed, isArchive, self, current, older, newer } = document;
  const link = (rel: string, href: string | undefined, type = TYPE) =>
    href === undefined ? [] : [{ "@rel": rel, "@type": type, "@href": href }];
  const whole = xmlDocument(
    {
      feed: {
        "@xmlns": "http://www.w3.org/2005/Atom",
        ...(isArchive ? { "@xmlns:fh": "http://purl.org/syndication/history/1.0" } : {}),
        "@xml:lang": feed.lang,
        ...explained(feed),
        id: feed.home,
        title: feed.title,
        subtitle: feed.subtitle,
        updated: updatedOf(document),
        author: { name: feed.author, uri: feed.home },
        rights: feed.rights,
        icon: feed.icon,
        link: [
          ...link("self", self),
          ...link("alternate", feed.home, "text/html"),
          ...(isArchive ? link("current", current) : []),
          ...link("prev-archive", older),
          ...link("next-archive", newer),
          ...(feed.hub === undefined ? [] : [{ "@rel": "hub", "@href": feed.hub }]),
        ],
        ...(isArchive ? { "fh:archive": "" } : {}),
      },
    },
    stylesheet,
  );
  return xmlFrame(whole, "feed");
}
