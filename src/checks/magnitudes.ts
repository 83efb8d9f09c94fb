import type { Document, Passage } from "./document.ts";
import type { Fault } from "./rule.ts";

/** A number and its thousands or millions, in the words of several languages, and what is counted. */
const LARGE =
  /(?<![\p{N}.,])(?<value>\p{N}{1,4}(?:[.,]\p{N}+)?)[\s\u00a0\u202f]?(?:(?<thousand>thousand|тыс(?:\.|яч\p{Ll}*)|тысяч\p{Ll}*|mille|mil(?! millon)|万)|(?<million>millions?|mln|mn|m(?=[\s.,;)]|$)|миллион\p{Ll}*|млн|millones|millón|مليون|ملايين)|(?<billion>billions?|bln|bn|миллиард\p{Ll}*|млрд|мільярд\p{Ll}*|milliards?|mil millones|مليار|亿)|(?<trillion>trillions?|tn|триллион\p{Ll}*|трлн))(?![\p{L}])\.?[\s\u00a0\u202f]?(?:(?:of|de|d['’]|US|more|new|new)\s)*(?<what>\p{L}{2,})?/giu;

interface Counted {
  readonly value: string;
  readonly magnitude: string;
  readonly what: string;
  readonly found: string;
  readonly index: number;
  readonly passage: Passage;
}

/** Figures of a document of which one is a thousand times another: millions here, billions there. */
export function* magnitudesThatDiffer(document: Document): Generator<Fault> {
  const first = new Map<string, Counted>();
  for (const counted of document.passages.flatMap(countedIn)) {
    // Round numbers count many things: only where they count the same are they the same.
    const isTelling = /[.,]|^[1-9]\d*[1-9]\d*$/.test(counted.value) && !/^\d{1,2}$/.test(counted.value);
    const keys = [`${counted.value} ${counted.what}`, ...(isTelling ? [counted.value] : [])];
    const other = keys.map((key) => first.get(key)).find((each) => each && each.magnitude !== counted.magnitude);
    for (const key of keys) if (!first.has(key)) first.set(key, counted);
    if (!other) continue;
    yield {
      at: document.in(counted.passage, counted.index, counted.found.length),
      message: `Here it is “${counted.found}”, elsewhere in this release “${other.found}”.`,
      fix: "Make sure which is right, and correct the other.",
    };
  }
}

function countedIn(passage: Passage): Counted[] {
  if (!/\p{N}/u.test(passage.text)) return [];
  return [...passage.text.matchAll(LARGE)].map(({ 0: whole, index, groups = {} }): Counted => {
    const { value = "", what = "", ...magnitudes } = groups;
    const found = what === "" ? whole : whole.slice(0, whole.lastIndexOf(what));
    const [name = ""] = Object.entries(magnitudes).find(([, words]) => words !== undefined) ?? [];
    return {
      value: value.replace(",", "."),
      magnitude: name,
      what: what.toLowerCase().slice(0, 6),
      found: found.replace(/[\s\u00a0\u202f.,]*(?:(?:of|de|d['’]|US|more|new)\s)*$/u, ""),
      index,
      passage,
    };
  });
}
