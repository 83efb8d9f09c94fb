import createMarkdown, { type Token } from "markdown-it";
import { escapeHtml } from "../escape.ts";
import { isOnSite, saidOf } from "../grammar/figures.ts";
import { isolatedHtml } from "../isolate.ts";
import { addressOf, type Linked, type LinkOptions } from "../links.ts";
import { directionOf } from "../names.ts";
import type { ReleaseText } from "../text.ts";
import { noteNumber } from "../tokens.ts";

/** How a text is shown as HTML. */
export interface HtmlOptions extends LinkOptions {
  readonly speakers?: Linked | undefined;
  /** The pictures that a template shows, by their files' names; for {@link htmlParts}. */
  readonly pictures?: Readonly<Record<string, unknown>> | undefined;
  /** Tells the footnotes of several texts on one page apart: it stands in their ids. */
  readonly id?: string | undefined;
  /** What is said of footnotes; `unlinked` where other texts that have them may stand beside this one, as in a reader of feeds. */
  readonly footnotes?: FootnoteWords | "unlinked" | undefined;
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
const envOf = (env: unknown) => (env ?? {}) as Env;

/**
 * Returns a text as HTML. A picture that is named by its address on the site is an `img`; of one that is named by its file only
 * its words are there, and none is loaded from another site.
 */
export function htmlOf(
  { tokens, lang }: Pick<ReleaseText, "tokens" | "lang">,
  options: HtmlOptions = { prefix: "" },
): string {
  return isolatedHtml(renderer.render([...tokens], settings, { ...options }), directionOf(lang));
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

/** How each kind of token is written that markdown-it does not know, or writes otherwise. */
const writers: Readonly<Record<string, (token: Token, env: Env) => string>> = {
  image: (token, env) => pictureOf(token, env, false),
  figure: ({ children }, env) => {
    const html = pictureOf(children?.[0], env, true);
    return html === "" || html.startsWith(MARK) ? html : `<p>${html}</p>\n`;
  },
  link_open: (token, env) => {
    const title = token.attrGet("title");
    const href = escapeHtml(addressOf(String(token.attrGet("href")), env));
    return `<a href="${href}"${title ? ` title="${escapeHtml(String(title))}"` : ""}>`;
  },
  // A wide table scrolls by itself, and with the keyboard too (WCAG 2.1.1).
  table_open: () => '<div class="scroll" tabindex="0"><table>\n',
  table_close: () => "</table></div>\n",
  container_passage_open: (token) => `<div${renderer.renderAttrs(token)}>\n`,
  container_passage_close: () => "</div>\n",
  quote_open: (token) => `<figure${renderer.renderAttrs(token)}>`,
  quote_close: () => "</figure>",
  attribution_open: () => "<figcaption>",
  attribution_close: () => "</figcaption>\n",
  speaker_open: (token, env) => {
    const address = speakerOf(token, env);
    return address === undefined ? "<span>" : `<span><a href="${escapeHtml(address)}">`;
  },
  speaker_close: (token, env) => (speakerOf(token, env) === undefined ? "</span>" : "</a></span>"),
  footnote_ref: (token, env) => {
    const { number, note, mark } = noteOf(token, env);
    if (env.footnotes === "unlinked") return `<sup>${number}</sup>`;
    return `<sup><a href="#${note}" id="${mark}" role="doc-noteref"${labelled(env, "note", number)}>${number}</a></sup>`;
  },
  footnote_block_open: (_, env) => `<section class="footnotes" role="doc-endnotes"${labelled(env, "title")}>\n<ol>\n`,
  footnote_block_close: () => "</ol>\n</section>\n",
  footnote_open: (token, env) => (env.footnotes === "unlinked" ? "<li>" : `<li id="${noteOf(token, env).note}">`),
  footnote_close: () => "</li>\n",
  footnote_anchor: (token, env) => {
    const { number, nth, mark } = noteOf(token, env);
    if (env.footnotes === "unlinked") return "";
    const times = nth > 0 ? `<sup>${nth + 1}</sup>` : "";
    return ` <a href="#${mark}" role="doc-backlink"${labelled(env, "back", number)}>↩\ufe0e${times}</a>`;
  },
};
for (const [type, write] of Object.entries(writers))
  renderer.rules[type] = (tokens, index, _, env) => write(tokens[index] as Token, envOf(env));

function pictureOf(image: Token | undefined, env: Env, alone: boolean): string {
  if (!image) return "";
  const { file, alt = "", caption } = saidOf(image);
  if (env.apart && Object.hasOwn(env.pictures ?? {}, file)) return `${MARK}${alone ? 1 : 0}${file}${MARK}`;
  if (!isOnSite(file) && !Object.hasOwn(env.files ?? {}, file)) return escapeHtml(alt);
  const title = caption === undefined ? "" : ` title="${escapeHtml(caption)}"`;
  const src = addressOf(String(image.attrGet("src")), env);
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${title}>`;
}

function speakerOf({ meta }: Token, { speakers = {} }: Env): string | undefined {
  const name = String(meta?.speaker);
  return Object.hasOwn(speakers, name) ? speakers[name] : undefined;
}

/** The number of a footnote and its ids: a text that refers to it a second time has another one there. */
function noteOf(token: Token, { id }: Env) {
  const number = noteNumber(token);
  const nth = Number(token.meta?.subId ?? 0);
  const name = `${id === undefined ? "" : `${id}-`}${number}`;
  return { number, nth, note: `fn-${name}`, mark: `fnref-${name}${nth > 0 ? `-${nth + 1}` : ""}` };
}

function labelled({ footnotes }: Env, key: keyof FootnoteWords, number = 0): string {
  if (typeof footnotes !== "object") return "";
  return ` aria-label="${escapeHtml(footnotes[key].replace("{number}", String(number)))}"`;
}
