import type { Quote } from "../../src/model/release.ts";
import type { Linked } from "../../src/text/links.ts";
import { parseText } from "../../src/text/text.ts";
import { type HtmlOptions, htmlOf, htmlParts, type Part } from "../../src/text/writers/html.ts";

/** A text as HTML. */
export function markdown(source: string, lang: string, prefix = "", files: Linked = {}): string {
  return htmlOf(parseText(source, lang), { prefix, files });
}

/** A text as HTML in parts, between which a template puts its pictures. */
export function markdownParts(source: string, options: Omit<HtmlOptions, "prefix">): Part[] {
  return htmlParts(parseText(source, "en"), { ...options, prefix: "" });
}

/** The quotes of a text. */
export function quotesOf(source: string): readonly Quote[] {
  return parseText(source, "en").quotes;
}
