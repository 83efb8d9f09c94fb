import type { Token } from "markdown-it";
import { linesOf, placeOf } from "./places.ts";

/** A stretch of a text that readers see as it stands in the source. */
export interface Seen {
  readonly words: string;
  /** Where it stands in the source. */
  readonly at: number;
  /** Words; a character behind a backslash; words in another language; an address that is a link by itself. */
  readonly kind: "words" | "escaped" | "foreign" | "address";
}

/** Returns what readers see of a text parsed in the setting `typed`, but for pictures and code. */
export function seenIn(source: string, tokens: readonly Token[]): Seen[] {
  return linesOf(source, tokens).flatMap(({ token, at }) => {
    const seen: Seen[] = [];
    const { content, children } = token;
    /** Where the next token is looked for: behind the one before it. */
    let cursor = 0;
    const ends: (number | undefined)[] = [];
    let foreign = 0;
    let isAddress = false;
    const after = (words: string) => {
      const found = words === "" ? -1 : content.indexOf(words, cursor);
      if (found !== -1) cursor = found + words.length;
      return found;
    };
    for (const child of children ?? []) {
      const { type, markup, meta } = child;
      const place = placeOf(child);
      if (type === "text") {
        const found = after(child.content);
        const kind = foreign > 0 ? "foreign" : isAddress ? "address" : "words";
        if (found !== -1) seen.push({ words: child.content, at: at(found), kind });
      } else if (type === "text_special") {
        const found = after(markup);
        if (found !== -1 && child.info === "escape")
          seen.push({ words: child.content, at: at(found + 1), kind: "escaped" });
      } else if (child.nesting === 1) {
        if (type === "passage_open") foreign++;
        if (type === "link_open") isAddress = /^(?:autolink|linkify)$/.test(markup);
        if (place) cursor = typeof meta?.inner === "number" ? meta.inner : place.from + (markup === "linkify" ? 0 : 1);
        else after(markup === "linkify" ? "" : markup);
        ends.push(place?.to);
      } else if (child.nesting === -1) {
        if (type === "passage_close") foreign--;
        if (type === "link_close") isAddress = false;
        const end = ends.pop();
        if (end === undefined) after(markup === "linkify" ? "" : markup);
        else cursor = end;
      } else if (place) cursor = place.to;
      else if (type === "footnote_ref") after(`[^${meta?.label}]`);
      else if (type.endsWith("break")) after("\n");
    }
    return seen;
  });
}
