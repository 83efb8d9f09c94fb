import type { FeedDocument, Frame, Rendered } from "./document.ts";
import type { Entry } from "./entry.ts";

/** An item of a JSON Feed (https://www.jsonfeed.org/version/1.1/). */
export function jsonItem(entry: Entry, { html, sizeOf }: Rendered): string {
  const { id, url, lang, title, summary, published, updated, version, former, categories, enclosures } = entry;
  return JSON.stringify({
    id,
    url,
    title,
    summary,
    content_html: html,
    image: enclosures.find(({ type }) => type.startsWith("image/"))?.url,
    date_published: published,
    date_modified: updated,
    language: lang,
    _release: { version, former: former.length === 0 ? undefined : former },
    tags: categories.length === 0 ? undefined : categories.map(({ label }) => label),
    attachments:
      enclosures.length === 0
        ? undefined
        : enclosures.map(({ url: address, type, title: name, size, made }) => ({
            url: address,
            mime_type: type,
            title: name,
            size_in_bytes: size ?? (made === undefined ? undefined : sizeOf(made)),
          })),
  });
}

/** A JSON Feed without its items. */
export function jsonDocument({ feed, self }: FeedDocument): Frame {
  const head = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: self,
    description: feed.subtitle,
    user_comment: `${feed.explanation.what}\n${feed.explanation.how}`,
    language: feed.lang,
    icon: feed.icon,
    authors: [{ name: feed.author, url: feed.home }],
    hubs: feed.hub === undefined ? undefined : [{ type: "WebSub", url: feed.hub }],
  });
  return { head: `${head.slice(0, -1)},"items":[`, between: ",\n", tail: "]}\n" };
}
