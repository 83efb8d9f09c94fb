import type { MarkdownIt, Token } from "markdown-it";
import { grammarFor } from "../text/grammar/grammar.ts";
import { linesOf, placeOf } from "../text/grammar/places.ts";
import { MADE } from "../text/grammar/speakers.ts";
import { onOneLine, plainWords } from "../text/words.ts";

/** Stands for a letter of markup: nothing a reader sees. A private character that no keyboard writes. */
export const BLANK = "\ue000";

/** A Markdown text as the grammar reads it; each letter of `words` and `seen` stands where it stands in the source. */
export interface Marked {
  readonly tokens: readonly Token[];
  /** The words of its language: no code, no passages in other languages, no addresses. */
  readonly words: string;
  /** The marks and words that readers see: all but code and characters behind a backslash. */
  readonly seen: string;
  readonly links: readonly Link[];
  /** The lines that give an address a name (`[report]: https://…`) which nothing in the text uses: readers see nothing of them. */
  readonly unused: readonly { readonly name: string; readonly at: number }[];
}

/** Reads a Markdown text with the places of its words. */
export function readMarkdown(source: string, lang: string): Marked {
  const engine = grammarFor(lang, "typed");
  const env: Parameters<typeof engine.parse>[1] = {};
  const tokens = engine.parse(source, env);
  const blank = [...source.matchAll(/\n|[^\n]+/g)].map(([part]) => (part === "\n" ? part : BLANK.repeat(part.length)));
  const seen: string[] = blank.join("").split("");
  const words = [...seen];
  for (const { words: found, at, kind } of readableTextIn(source, tokens)) {
    for (let index = 0; index < found.length; index++) {
      const letter = found[index] as string;
      if (kind !== "escaped") seen[at + index] = letter;
      if (kind === "words" || kind === "escaped") words[at + index] = letter;
    }
  }
  return {
    tokens,
    words: withoutAddresses(words.join("")),
    seen: seen.join(""),
    links: linksIn(source, tokens, engine),
    unused: unusedIn(source, tokens, Object.keys(env.references ?? {})),
  };
}

function unusedIn(source: string, tokens: readonly Token[], names: readonly string[]): { name: string; at: number }[] {
  if (names.length === 0) return [];
  const used = new Set(tokens.flatMap(({ children }) => (children ?? []).map(({ meta }) => meta?.label)));
  const small = source.toLowerCase();
  return names
    .filter((name) => !used.has(name))
    .map((name) => ({ name, at: Math.max(0, small.indexOf(`[${name.toLowerCase()}]:`)) }))
    .map(({ name, at }) => ({ name: source.slice(at + 1, at + 1 + name.length), at }));
}

/** Patterns of what readers see that is no word: tags, tokens of other systems, addresses. */
const NO_WORDS: readonly RegExp[] = [
  /\{\{[<%][\s\S]{0,500}?[>%]\}\}/g,
  /<!--[\s\S]{0,2000}?-->/g,
  /<\/?[a-z][^<>]{0,2000}>/gi,
  /(?:https?:\/\/|(?<![\w.])www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]]/gi,
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
];

/** Words with all blanked out that is an address or a tag: each letter stays where it was. */
export function withoutAddresses(words: string): string {
  return NO_WORDS.reduce((text, pattern) => text.replace(pattern, (found) => found.replace(/[^\n]/g, BLANK)), words);
}

/** A link of a text, with where it stands. */
export interface Link {
  /** The words that a reader sees. */
  readonly words: string;
  readonly url: string;
  /** Where the link, and where its address, begins. */
  readonly offset: number;
  readonly urlOffset: number;
  readonly length: number;
}

/** The links of a piece of Markdown, bare addresses included; none inside code. */
export function linksOf(source: string, lang = "en"): readonly Link[] {
  const engine = grammarFor(lang, "typed");
  return linksIn(source, engine.parse(source, {}), engine);
}

function linksIn(source: string, tokens: readonly Token[], { helpers }: MarkdownIt): Link[] {
  if (!/\]\(|\]:|https?:|<mailto:/i.test(source)) return [];
  return linesOf(source, tokens).flatMap(({ token, at }) => {
    const children = token.children ?? [];
    return children.flatMap((open, index): Link[] => {
      const place = open.type === "link_open" ? placeOf(open) : undefined;
      if (!place) return [];
      const offset = at(place.from);
      const written = source.slice(offset, at(place.to));
      let close = index + 1;
      while (close < children.length && children[close]?.type !== "link_close") close++;
      const words = onOneLine(plainWords(children.slice(index + 1, close)));
      const length = written.length;
      if (open.markup === "linkify") return [{ words, url: written, offset, urlOffset: offset, length }];
      if (open.markup === "autolink")
        return [{ words, url: written.slice(1, -1), offset, urlOffset: offset + 1, length }];
      // The address of a link by a name stands elsewhere.
      const from = written.lastIndexOf("](") + 2;
      if (from === 1 || !written.endsWith(")"))
        return [{ words, url: String(open.attrGet("href")), offset, urlOffset: offset, length }];
      const start = from + written.slice(from).search(/\S/);
      const { ok, pos } = helpers.parseLinkDestination(written, start, written.length);
      const address = ok ? written.slice(start, pos) : "";
      const inner = address.startsWith("<") ? address.slice(1, -1) : address;
      return [{ words, url: inner.trim(), offset, urlOffset: offset + start + (address === inner ? 0 : 1), length }];
    });
  });
}

/** A piece of a text that readers see as it is in the source. */
interface ReadableText {
  readonly words: string;
  /** Its place in the source. */
  readonly at: number;
  /** Words; a character behind a backslash; words in another language; an address that is a link by itself; what is said of a picture. */
  readonly kind: "words" | "escaped" | "foreign" | "address" | "picture";
}

/** Returns what readers see of a text parsed in the setting `typed`, but for pictures and code. */
function readableTextIn(source: string, tokens: readonly Token[]): ReadableText[] {
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
