import createMarkdown, { type Token } from "markdown-it";
import { escapeHtml } from "./escape.ts";
import { isOnSite, saidOf } from "./figures.ts";
import { addressOf, type Linked, type LinkOptions } from "./links.ts";
import type { ReleaseText } from "./text.ts";

/** How a text is shown as HTML. */
export interface HtmlOptions extends LinkOptions {
  readonly speakers?: Linked | undefined;
  /** The pictures that a template shows, by their files' names; for {@link htmlParts}. */
  readonly pictures?: Readonly<Record<string, unknown>> | undefined;
  /** Tells the footnotes of several texts on one page apart: it stands in their ids. */
  readonly id?: string | undefined;
  readonly footnotes?: FootnoteWords | undefined;
}

/** What is said of footnotes to those who hear a page; `{number}` stands for a note's number. */
export interface FootnoteWords {
  readonly title: string;
  readonly note: string;
  readonly back: string;
}

/** A stretch of HTML, or the place of a picture: alone between paragraphs, or among words. */
export type Part = { readonly html: string } | { readonly picture: string; readonly alone: boolean };

/** Stands around a picture's file name in HTML that is to be taken apart. The grammar lets no such character through. */
const MARK = "\0";

interface Env extends HtmlOptions {
  /** Whether pictures are left to a template. */
  readonly apart?: boolean;
}

/** markdown-it hands on what it was given, and does not know its type. */
const envOf = (env: unknown) => env as Env;

/**
 * Returns a text as HTML. A picture that is named by its address on the site is an `img`; of one that is named by its file only
 * its words are there, and none is loaded from another site.
 */
export function htmlOf({ tokens }: Pick<ReleaseText, "tokens">, options: HtmlOptions = { prefix: "" }): string {
  return renderer.render([...tokens], settings, { ...options });
}

/** Returns the same in parts, between which a template puts the pictures that the text names. */
export function htmlParts({ tokens }: Pick<ReleaseText, "tokens">, options: HtmlOptions): Part[] {
  const html = renderer.render([...tokens], settings, { ...options, apart: true });
  return html.split(MARK).map((piece, index): Part => {
    if (index % 2 === 0) return { html: piece };
    return { picture: piece.slice(1), alone: piece.startsWith("1") };
  });
}

const { renderer, options: settings } = createMarkdown();
const { rules } = renderer;

rules.image = (tokens, index, _, env) => pictureOf(tokens[index], envOf(env), false);
rules.figure = (tokens, index, _, env) => {
  const html = pictureOf(tokens[index]?.children?.[0], envOf(env), true);
  return html === "" || html.startsWith(MARK) ? html : `<p>${html}</p>\n`;
};

function pictureOf(image: Token | undefined, env: Env, alone: boolean): string {
  if (!image) return "";
  const { file, alt = "", caption } = saidOf(image);
  if (env.apart && Object.hasOwn(env.pictures ?? {}, file)) return `${MARK}${alone ? 1 : 0}${file}${MARK}`;
  if (!isOnSite(file) && !Object.hasOwn(env.files ?? {}, file)) return escapeHtml(alt);
  const title = caption === undefined ? "" : ` title="${escapeHtml(caption)}"`;
  const src = addressOf(String(image.attrGet("src")), env);
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${title}>`;
}

rules.link_open = (tokens, index, _, env) => {
  const token = tokens[index];
  const title = token?.attrGet("title");
  const href = escapeHtml(addressOf(String(token?.attrGet("href")), envOf(env)));
  return `<a href="${href}"${title ? ` title="${escapeHtml(String(title))}"` : ""}>`;
};

// A wide table scrolls by itself, and with the keyboard too (WCAG 2.1.1).
rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
rules.table_close = () => "</table></div>\n";

rules.container_passage_open = (tokens, index) => `<div${renderer.renderAttrs(tokens[index] as Token)}>\n`;
rules.container_passage_close = () => "</div>\n";

rules.quote_open = (tokens, index) => `<figure${renderer.renderAttrs(tokens[index] as Token)}>`;
rules.quote_close = () => "</figure>";
rules.attribution_open = () => "<figcaption>";
rules.attribution_close = () => "</figcaption>\n";
rules.speaker_open = (tokens, index, _, env) => {
  const address = speakerOf(tokens[index], envOf(env));
  return address === undefined ? "<span>" : `<span><a href="${escapeHtml(address)}">`;
};
rules.speaker_close = (tokens, index, _, env) =>
  speakerOf(tokens[index], envOf(env)) === undefined ? "</span>" : "</a></span>";

function speakerOf(token: Token | undefined, { speakers = {} }: Env): string | undefined {
  const name = String(token?.meta?.speaker);
  return Object.hasOwn(speakers, name) ? speakers[name] : undefined;
}

/** The number of a footnote, and where it stands: in a text that uses a note twice the second place has an id of its own. */
function noteOf(token: Token | undefined, { id }: Env) {
  const number = Number(token?.meta?.id) + 1;
  const nth = Number(token?.meta?.subId ?? 0);
  const name = `${id === undefined ? "" : `${id}-`}${number}`;
  return { number, nth, note: `fn-${name}`, mark: `fnref-${name}${nth > 0 ? `-${nth + 1}` : ""}` };
}

const labelled = (words: string | undefined, number: number | string) =>
  words === undefined ? "" : ` aria-label="${escapeHtml(words.replace("{number}", String(number)))}"`;

rules.footnote_ref = (tokens, index, _, env) => {
  const { number, note, mark } = noteOf(tokens[index], envOf(env));
  const label = labelled(envOf(env).footnotes?.note, number);
  const href = addressOf(`#${note}`, envOf(env));
  return `<sup><a href="${escapeHtml(href)}" id="${mark}" role="doc-noteref"${label}>${number}</a></sup>`;
};
rules.footnote_block_open = (_tokens, _index, _, env) =>
  `<section class="footnotes" role="doc-endnotes"${labelled(envOf(env).footnotes?.title, "")}>\n<ol>\n`;
rules.footnote_block_close = () => "</ol>\n</section>\n";
rules.footnote_open = (tokens, index, _, env) => `<li id="${noteOf(tokens[index], envOf(env)).note}">`;
rules.footnote_close = () => "</li>\n";
rules.footnote_anchor = (tokens, index, _, env) => {
  const { number, nth, mark } = noteOf(tokens[index], envOf(env));
  const label = labelled(envOf(env).footnotes?.back, number);
  const href = addressOf(`#${mark}`, envOf(env));
  return ` <a href="${escapeHtml(href)}" role="doc-backlink"${label}>↩\ufe0e${nth > 0 ? `<sup>${nth + 1}</sup>` : ""}</a>`;
};
