import createMarkdown, { type Token } from "markdown-it";
import { escapeHtml } from "../escape.ts";
import { isOnSite, saidOf } from "../grammar/figures.ts";
import { isolatedHtml } from "../isolate.ts";
import { addressOf, type Linked, type LinkOptions } from "../links.ts";
import { directionOf } from "../names.ts";
import type { Parsed } from "../text.ts";
import { noteNumber } from "../tokens.ts";

/** How a text is shown as HTML. */
export interface HtmlOptions extends LinkOptions {
  readonly speakers?: Linked | undefined;
  /** The pictures that a template shows, by their files' names; for {@link htmlParts}. */
  readonly pictures?: Readonly<Record<string, unknown>> | undefined;
  /** Is a part of the ids of footnotes, to distinguish those of several texts on one page. */
  readonly id?: string | undefined;
  /** The words for footnotes; `unlinked` where other texts with footnotes may be on the same page, as in a feed reader. */
  readonly footnotes?: FootnoteWords | "unlinked" | undefined;
}

/** The words for footnotes in screen readers; `{number}` is replaced by a note's number. */
export interface FootnoteWords {
  readonly title: string;
  readonly note: string;
  readonly back: string;
}

/** A piece of HTML, or the place of a picture: alone between paragraphs, or among words. */
export type Part = { readonly html: string } | { readonly picture: string; readonly alone: boolean };

/** Encloses a picture's file name in HTML that will be split. The grammar lets no such character through. */
const MARK = "\0";

interface Env extends HtmlOptions {
  /** Whether pictures are left to a template. */
  readonly apart?: boolean;
}

/** Restores the type of the environment, which markdown-it does not know. */
const envOf = (env: unknown) => (env ?? {}) as Env;

/**
 * Returns a text as HTML. A picture with an address on the site is an `img`; of a picture without an address only the alternative text is
 * written. No picture is loaded from another site.
 */
export function htmlOf({ tokens, lang }: Parsed, options: HtmlOptions = { prefix: "" }): string {
  return isolatedHtml(renderer.render([...tokens], settings, { ...options }), directionOf(lang));
}

/** Returns the HTML in parts, between which a template inserts the pictures of the text. */
export function htmlParts({ tokens }: Pick<Parsed, "tokens">, options: HtmlOptions): Part[] {
  const html = renderer.render([...tokens], settings, { ...options, apart: true });
  return html.split(MARK).map((piece, index): Part => {
    if (index % 2 === 0) return { html: piece };
    return { picture: piece.slice(1), alone: piece.startsWith("1") };
  });
}

const { renderer, options: settings } = createMarkdown();

/** The writers of tokens that markdown-it does not know, or writes otherwise. */
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
  // A wide table scrolls in its own box, also with the keyboard (WCAG 2.1.1).
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

/** Returns the number of a footnote and its ids. Each further reference to it has an id of its own. */
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
