import type { Document, Passage } from "./document.ts";
import type { Fault } from "./rule.ts";

/** What stands before a closing bracket that has no partner and needs none: "a)" and "1)" before what is listed, and the eyes of a face. */
const LISTED = /(?:(?<![\p{L}\p{N}])(?:\p{L}{1,2}|[ivx]{1,4}|\d{1,3})|[:;]['’]?-?)$/iu;

interface Bracket {
  readonly sign: string;
  readonly index: number;
}

/** An aside may go on over so many paragraphs. */
const NEAR = 3;

const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "）": "（", "】": "【" };
const OPENERS = new Set(Object.values(PAIRS));

/** Brackets of a document that have no partner, or nothing in them. */
export function* bracketFaults(document: Document): Generator<Fault> {
  const { passages } = document;
  const alone = passages.map(unmatched);
  for (const [at, passage] of passages.entries()) {
    const own = alone[at];
    if (
      own &&
      !isClosed(own, alone.slice(at + 1, at + 1 + NEAR)) &&
      !isOpened(own, alone.slice(Math.max(0, at - NEAR), at))
    ) {
      yield {
        at: document.in(passage, own.index, 1),
        message: `This bracket “${own.sign}” has no partner.`,
        fix: "Put the other one where the aside begins or ends.",
      };
    }
    for (const { 0: found, index } of passage.text.matchAll(/(?<![\p{L}\p{N}\ue000_])[(（][ \u00a0]*[)）]/gu)) {
      yield {
        at: document.in(passage, index, found.length),
        message: "There is nothing between these brackets.",
        fix: "Put in what is missing, or delete them.",
      };
    }
  }
}

/** Whether a bracket is closed in one of the next paragraphs, or was opened in one of those before. */
const isClosed = (own: Bracket, next: readonly (Bracket | undefined)[]) =>
  OPENERS.has(own.sign) && next.some((other) => other && same(PAIRS[other.sign]) === same(own.sign));
const isOpened = (own: Bracket, before: readonly (Bracket | undefined)[]) =>
  !OPENERS.has(own.sign) && before.some((other) => other && same(PAIRS[own.sign]) === same(other.sign));

/** The first bracket of a passage that has no partner. */
function unmatched({ text, source }: Passage): Bracket | undefined {
  // Where markup was not understood, its brackets are still there.
  if (/\]\(|\]\[|\]:|&[lr](?:par|sqb)|\[\w+=|\\[()[\]]/.test(text) || /\\[()[\]]/.test(source)) return undefined;
  const open: { sign: string; index: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()[\]（）【】]/g)) {
    const before = text.slice(Math.max(0, index - 6), index);
    if (OPENERS.has(sign)) {
      if (!/[:;]['’]?-?$/.test(before)) open.push({ sign, index });
    } else if (same(open.at(-1)?.sign) === same(PAIRS[sign])) open.pop();
    else if (!LISTED.test(before)) return { sign, index };
  }
  return open[0];
}

/** A round bracket of Chinese and one of Latin text may be a pair. */
const same = (sign: string | undefined) => (sign === "（" ? "(" : sign);
