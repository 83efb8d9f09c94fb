import { type Edits, edited } from "./edits.ts";
import { quotationEdits } from "./quotations.ts";
import { spacingEdits } from "./spacing.ts";

/** The placeholder for parts of a text that are no words, such as code or a picture. It counts as a letter. */
export const OBJECT = "\ufffc";

/** Addresses, tags and placeholders, which a changed character would break. */
const FIXED =
  /(?:(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\/|www\.|mailto:|tel:)[^\s<>"“”«»]*|(?<![^\s<>"“”«»@:;,])[^\s<>"“”«»@:;,]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|<\/?[a-z][^<>\n]{0,200}>|&(?:[a-z]{2,10}|#x?[\da-f]{1,6});|\{[\w.]+\}/giu;

/** Punctuation after an address. */
const ENDING = /[.,;:!?'’)\]]+$/;

const cache = new Map<string, string>();
const MOST_CACHED = 20_000;

/**
 * Returns words in the typography of their language: quotation marks, apostrophes, primes, and no-break spaces. Words that have it already
 * do not change.
 */
export function typography(text: string, lang: string): string {
  if (!NEEDS.test(text)) return text;
  const key = `${lang} ${text}`;
  let set = cache.get(key);
  if (set === undefined) {
    set = edited(text, typographicEdits(text, lang));
    if (cache.size > MOST_CACHED) cache.clear();
    cache.set(key, set);
  }
  return set;
}

/** The characters without which a text needs no edit. */
const NEEDS = /["'‘;!?:«»%№]|\d[ \u00a0]|[ .°º]\d| [–—]/;

/** Returns the edits of a language's typography. */
export function typographicEdits(text: string, lang: string): Edits {
  const edits: Edits = new Map();
  if (!NEEDS.test(text)) return edits;
  const isFixed = fixedIn(text);
  for (const { from, to } of paragraphsOf(text)) {
    const words = text.slice(from, to);
    const fixed = (index: number) => isFixed(from + index);
    for (const made of [spacingEdits(words, lang), quotationEdits(words, lang, fixed)])
      for (const [index, put] of made) if (!fixed(index) && put !== words[index]) edits.set(from + index, put);
  }
  return edits;
}

/** Splits a text into paragraphs, because an unclosed quotation ends with its paragraph. */
function* paragraphsOf(text: string): Generator<{ from: number; to: number }> {
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(/\n[ \t]*\n\s*/g)) {
    yield { from, to: index };
    from = index + gap.length;
  }
  yield { from, to: text.length };
}

/** Returns a function that tells which characters belong to addresses, tags and placeholders. */
function fixedIn(text: string): (index: number) => boolean {
  const fixed = new Set<number>();
  for (const { 0: found, index } of text.matchAll(FIXED)) {
    const { length } = /^[<&{]/.test(found) ? found : found.replace(ENDING, "");
    for (let at = index; at < index + length; at++) fixed.add(at);
  }
  return (index) => fixed.has(index);
}
