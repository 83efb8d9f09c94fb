import type { Token } from "markdown-it";
import { linesOf, placeOf } from "./grammar/places.ts";
import { MADE } from "./grammar/speakers.ts";

/** A piece of a text that readers see as it is in the source. */
export interface ReadableText {
  readonly words: string;
  /** Its place in the source. */
  readonly at: number;
  /** Words; a character behind a backslash; words in another language; an address that is a link by itself; what is said of a picture. */
  readonly kind: "words" | "escaped" | "foreign" | "address" | "picture";
}

/** Returns what readers see of a text parsed in the setting `typed`, but for pictures and code. */
export function readableTextIn(source: string, tokens: readonly Token[]): ReadableText[] {
  return linesOf(source, tokens).flatMap(({ token, at }) => {
    const seen: ReadableText[] = [];
    const { content, children } = token;
    /** The next token is searched from here, after the one before it. */
    let cursor = 0;
    const ends: (number | undefined)[] = [];
    let foreign = 0;
    let isAddress = false;
    const after = (words: string) => {
      const found = words === "" ? -1 : content.indexOf(words, cursor);
      if (found !== -1) cursor = found + words.length;
      return found;
    };
    const add = (found: number, words: string, kind: ReadableText["kind"]) => {
      if (found !== -1) seen.push({ words, at: at(found), kind });
    };
    for (const child of children ?? []) {
      const { type, markup, meta } = child;
      const place = placeOf(child);
      if (child.info === MADE) continue;
      if (type === "text" && meta?.label !== undefined) {
        // A note to which nothing refers has its label before its words.
        const label = `[^${meta.label}]:`;
        const before = source.lastIndexOf(label, at(0));
        seen.push({ words: label, at: before === -1 ? source.indexOf(label) : before, kind: "address" });
      } else if (type === "text") {
        add(after(child.content), child.content, foreign > 0 ? "foreign" : isAddress ? "address" : "words");
      } else if (type === "text_special") {
        const found = after(markup);
        // A backslash before a letter is nothing but itself.
        if (child.content === markup) add(found, markup, "words");
        else if (found !== -1 && child.info === "escape") add(found + 1, child.content, "escaped");
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
      } else if (place) {
        if (type === "image") {
          cursor = place.from + 2;
          for (const { type: inner, content: words } of child.children ?? [])
            if (inner === "text") add(after(words), words, "picture");
        }
        cursor = place.to;
      } else if (type === "footnote_ref") after(`[^${meta?.label}]`);
      else if (type.endsWith("break")) after("\n");
    }
    return seen;
  });
}
