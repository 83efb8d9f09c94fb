import { type Edits, edited } from "./edits.ts";
import { quotationEdits } from "./quotations.ts";
import { spacingEdits } from "./spacing.ts";

/** Stands for what is no words of the text, such as code or a picture, and counts as a letter. */
export const OBJECT = "\ufffc";

/** Addresses, tags, placeholders: nobody reads them as words, and another character in them would break them. */
const FIXED =
  /(?:(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\/|www\.|mailto:|tel:)[^\s<>"“”«»]*|(?<![^\s<>"“”«»@:;,])[^\s<>"“”«»@:;,]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|<\/?[a-z][^<>\n]{0,200}>|&(?:[a-z]{2,10}|#x?[\da-f]{1,6});|\{[\w.]+\}/giu;

/** What ends an address without belonging to it. */
const ENDING = /[.,;:!?'’)\]]+$/;

const cache = new Map<string, string>();
const MOST_CACHED = 20_000;

/**
 * Returns words as the typography of their language has them: quotation marks, apostrophes, primes, and spaces at which no
 * line may break. What is set already stays as it is.
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

/** Only a text with one of these can need an edit. */
const NEEDS = /["'‘;!?:«»%№]|\d[ \u00a0]|[ .°º]\d| [–—]/;

/** Returns the edits that the typography of a language asks for. */
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

/** A quotation that is not closed ends with its paragraph. */
function* paragraphsOf(text: string): Generator<{ from: number; to: number }> {
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(/\n[ \t]*\n\s*/g)) {
    yield { from, to: index };
    from = index + gap.length;
  }
  yield { from, to: text.length };
}

/** Tells which characters stand in something that is no words. */
function fixedIn(text: string): (index: number) => boolean {
  const fixed = new Set<number>();
  for (const { 0: found, index } of text.matchAll(FIXED)) {
    const { length } = /^[<&{]/.test(found) ? found : found.replace(ENDING, "");
    for (let at = index; at < index + length; at++) fixed.add(at);
  }
  return (index) => fixed.has(index);
}
