import createMarkdown, { type MarkdownIt, type Token } from "markdown-it";
import { passages } from "./passages.ts";
import { addressOf, type Part, partsOf, pictures } from "./picture-marks.ts";
import { attributedQuotes } from "./quote-blocks.ts";

/** How a language writes its quotation marks: outer pair, inner pair (CLDR). English ones serve where none are named. */
const quotationMarks: Partial<Record<string, string[]>> = {
  ru: ["«", "»", "„", "“"],
  be: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  fr: ["«\u00a0", "\u00a0»", "“", "”"],
  es: ["«", "»", "“", "”"],
  ar: ["”", "“", "’", "‘"],
  zh: ["“", "”", "‘", "’"],
};

const engines = new Map<string, MarkdownIt>();

/** Speaker → the address of the list of what they said; or file beside the release → its address. */
export type Linked = Readonly<Record<string, string>>;

/**
 * Renders an editor's Markdown as HTML: CommonMark and tables, quotation marks as the language has them, bare addresses
 * as links. Raw HTML is shown as text, and links to anything but web, mail, phone and the site itself are not made.
 * `prefix` is the path of the site's folder, put before links to the site itself. A picture that is named by its address is
 * an `img`; of one that is named by its file only its words are there. Links to `files` lead to their addresses.
 */
export function markdown(source: string, lang: string, prefix = "", files: Linked = {}): string {
  return engineFor(lang, prefix).render(source, { files });
}

/** What stands before the destination of a link, or of what references stand for. */
const BEFORE_DESTINATION = /\](?:\(|:)\s*/g;

/**
 * Markdown in which links to `files` have their addresses, for readers elsewhere. A sign that only looks like a link, such as
 * in code, stays: the text must read as it did.
 */
export function withFileLinks(source: string, lang: string, files: Linked): string {
  if (Object.keys(files).length === 0) return source;
  const { parseLinkDestination } = engineFor(lang, "").helpers;
  const read = markdown(source, lang, "", files);
  return [...source.matchAll(BEFORE_DESTINATION)].reduceRight((text, { 0: before, index }) => {
    const start = index + before.length;
    const { ok, str, pos } = parseLinkDestination(text, start, text.length);
    const address = ok ? addressOf(str, files) : undefined;
    if (address === undefined) return text;
    const changed = text.slice(0, start) + address + text.slice(pos);
    return markdown(changed, lang, "", files) === read ? changed : text;
  }, source);
}

/** What a text may name besides words: speakers, files beside it to link to, and pictures, each with its file's name. */
export interface Named {
  readonly speakers?: Linked | undefined;
  readonly files?: Linked | undefined;
  readonly pictures?: Readonly<Record<string, unknown>> | undefined;
}

/** The same with names of speakers as links, in parts, between which a template puts the pictures that the text names. */
export function markdownParts(source: string, lang: string, prefix: string, named: Named): Part[] {
  return partsOf(engineFor(lang, prefix).render(source, { ...named, apart: true }));
}

/** The same read, but not rendered: for whatever makes something else of it than HTML. */
export function tokensOf(source: string, lang: string, prefix = ""): Token[] {
  return engineFor(lang, prefix).parse(source, {});
}

/** How a language writes its quotation marks: outer pair, inner pair. */
export function quotationMarksOf(lang: string): readonly string[] {
  return quotationMarks[lang] ?? quotationMarks[lang.split("-")[0] ?? ""] ?? ["“", "”", "‘", "’"];
}

function engineFor(lang: string, prefix: string): MarkdownIt {
  const key = `${lang} ${prefix}`;
  let engine = engines.get(key);
  if (!engine) {
    engine = makeEngine(lang, prefix);
    engines.set(key, engine);
  }
  return engine;
}

function makeEngine(lang: string, prefix: string): MarkdownIt {
  const engine = createMarkdown({
    html: false,
    linkify: true,
    typographer: true,
    quotes: [...quotationMarksOf(lang)],
  });
  engine.disable("replacements");
  engine.linkify.set({ fuzzyLink: false });
  engine.validateLink = (url) => /^(?:https?:|mailto:|tel:|[/#?.]|[^:]*$)/i.test(url.trim());
  const normalizeLink = engine.normalizeLink;
  engine.normalizeLink = (url) => normalizeLink(url.startsWith("/") && !url.startsWith("//") ? prefix + url : url);
  engine.use(passages);
  engine.use(attributedQuotes);
  engine.use(headingsBelowTitle);
  engine.use(pictures);
  // A wide table scrolls by itself, and with the keyboard too (WCAG 2.1.1).
  engine.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
  engine.renderer.rules.table_close = () => "</table></div>\n";
  return engine;
}

/** The page's title is the only h1: where a text uses `#`, all its headings move down by one. */
function headingsBelowTitle(engine: MarkdownIt): void {
  engine.core.ruler.push("headings-below-title", (state) => {
    const headings = state.tokens.filter((token) => token.type.startsWith("heading_"));
    if (!headings.some((token) => token.tag === "h1")) return;
    for (const token of headings) token.tag = `h${Math.min(6, Number(token.tag[1]) + 1)}`;
  });
}
