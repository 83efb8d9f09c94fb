import { patternOf } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";

const begins = patternOf("begins", "gu");

const TWICE =
  /(?<=[\p{L}\p{N}"”»)\ue000] ?)(?:,[ \u00a0]?,|,[ \u00a0]?\.(?![ ]?[.\p{L}\p{N}])|(?<!&[#\w]{2,10});[ \u00a0]?[;,]|(?<!\.)\.\.(?![./\p{L}\p{N}\\]))(?!\))/gu;

export function* punctuation(document: Document): Generator<Fault> {
  yield* brackets(document);
  for (const { at, found } of document.find(TWICE))
    yield { at, message: `“${found}” has one punctuation mark too many.`, fix: "Delete one of them." };
  for (const { at, found } of document.find(begins)) {
    yield {
      at,
      message: `A sentence begins with a small letter here: “${found}”.`,
      fix: `Write “${found.charAt(0).toUpperCase()}${found.slice(1)}”, or take the full stop out.`,
    };
  }
}

/** Matches the text before a closing bracket that needs no partner: "a)" and "1)" of a list, and the eyes of a face. */
const LISTED = /(?:(?<![\p{L}\p{N}])(?:\p{L}{1,2}|[ivx]{1,4}|\d{1,3})|[:;]['’]?-?)$/iu;

interface Bracket {
  readonly sign: string;
  readonly index: number;
}

/** An aside may go on over so many paragraphs. */
const NEAR = 3;

/** The opener of a closing bracket. A round bracket of Chinese and one of Latin text may be a pair. */
const OPENER: Readonly<Record<string, string>> = { ")": "(", "]": "[", "）": "(", "】": "【" };
const openerOf = ({ sign }: Bracket) => (sign === "（" ? "(" : (OPENER[sign] ?? sign));
const closes = ({ sign }: Bracket) => sign in OPENER;

function* brackets(document: Document): Generator<Fault> {
  const { passages } = document;
  const alone = passages.map(unmatched);
  for (const [index, passage] of passages.entries()) {
    const own = alone[index];
    // Its partner may stand in one of the paragraphs before it, or behind it.
    const near =
      own && (closes(own) ? alone.slice(Math.max(0, index - NEAR), index) : alone.slice(index + 1, index + 1 + NEAR));
    if (own && !near?.some((other) => other && openerOf(other) === openerOf(own) && closes(other) !== closes(own))) {
      yield {
        at: document.in(passage, own.index, 1),
        message: `This bracket “${own.sign}” has no partner.`,
        fix: "Put the other one where the aside begins or ends.",
      };
    }
    for (const { at } of document.findIn(passage, /(?<![\p{L}\p{N}\ue000_])[(（][ \u00a0]*[)）]/gu))
      yield { at, message: "There is nothing between these brackets.", fix: "Put in what is missing, or delete them." };
  }
}

/** The first bracket of a passage that has no partner. */
function unmatched({ text, source }: Passage): Bracket | undefined {
  // Markup that was not understood still has its brackets.
  if (/\]\(|\]\[|\]:|&[lr](?:par|sqb)|\[\w+=|\\[()[\]]/.test(text) || /\\[()[\]]/.test(source)) return undefined;
  const open: Bracket[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()[\]（）【】]/g)) {
    const bracket = { sign, index };
    const before = text.slice(Math.max(0, index - 6), index);
    const last = open.at(-1);
    if (!closes(bracket)) {
      if (!/[:;]['’]?-?$/.test(before)) open.push(bracket);
    } else if (last && openerOf(last) === openerOf(bracket)) open.pop();
    else if (!LISTED.test(before)) return bracket;
  }
  return open[0];
}
