import { grouped } from "../../model/grouped.ts";
import { memoized } from "../../model/memo.ts";
import type { Release } from "../../model/release.ts";
import { languageOf, patternOf } from "../data.ts";
import type { Document, Find, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";
import { numbersIn } from "../words.ts";

const WHICH = "Find out which is right, and correct the other.";

export function* numbersDiffer(document: Document): Generator<Fault> {
  yield* magnitudes(document);
  yield* inWords(document);
  if (document.release) yield* headAndText(document, document.release);
}

/** Finds a pattern in the passages that have a number, which is quick to see. */
function* inNumbered(document: Document, pattern: RegExp): Generator<Find> {
  for (const passage of document.passages) if (/\p{N}/u.test(passage.text)) yield* document.findIn(passage, pattern);
}

/** A number and its thousands or millions, in the words of several languages, and what is counted. */
const LARGE =
  /(?<![\p{N}.,])(?<value>\p{N}{1,4}(?:[.,]\p{N}+)?)[\s\u00a0\u202f]?(?:(?<thousand>thousand|тыс(?:\.|яч\p{Ll}*)|тысяч\p{Ll}*|mille|mil(?! millon)|万)|(?<million>millions?|mln|mn|m(?=[\s.,;)]|$)|миллион\p{Ll}*|млн|millones|millón|مليون|ملايين)|(?<billion>billions?|bln|bn|миллиард\p{Ll}*|млрд|мільярд\p{Ll}*|milliards?|mil millones|مليار|亿)|(?<trillion>trillions?|tn|триллион\p{Ll}*|трлн))(?![\p{L}])\.?[\s\u00a0\u202f]?(?:(?:of|de|d['’]|US|more|new|new)\s)*(?<what>\p{L}{2,})?/giu;

/** Figures of which one is a thousand times another: millions here, billions there. */
function* magnitudes(document: Document): Generator<Fault> {
  const first = new Map<string, { magnitude: string; found: string }>();
  for (const { passage, found: whole, match } of inNumbered(document, LARGE)) {
    const { value: number = "", what = "", ...words } = match.groups ?? {};
    const value = number.replace(",", ".");
    const [magnitude = ""] = Object.entries(words).find(([, word]) => word !== undefined) ?? [];
    const counted = what === "" ? whole : whole.slice(0, whole.lastIndexOf(what));
    const found = counted.replace(/[\s\u00a0\u202f.,]*(?:(?:of|de|d['’]|US|more|new)\s)*$/u, "");
    // Round numbers count many things: only where they count the same are they the same.
    const isTelling = /[.,]|^[1-9]\d*[1-9]\d*$/.test(value) && !/^\d{1,2}$/.test(value);
    const keys = [`${value} ${what.toLowerCase().slice(0, 6)}`, ...(isTelling ? [value] : [])];
    const other = keys.map((key) => first.get(key)).find((each) => each && each.magnitude !== magnitude);
    for (const key of keys) if (!first.has(key)) first.set(key, { magnitude, found });
    if (!other) continue;
    yield {
      at: document.in(passage, match.index, found.length),
      message: `It is “${found}” here, and “${other.found}” elsewhere in this release.`,
      fix: WHICH,
    };
  }
}

/** The values of a language's numbers in words. */
const values = memoized((lang: string) => {
  const { ones = "", tens = "" } = languageOf(lang).numbers ?? {};
  return new Map([
    ...ones.split(" ").map((name, index) => [name, index + 1] as const),
    ...tens.split(" ").map((name, index) => [name, (index + 1) * 10] as const),
  ]);
});

/** Numbers that stand in words and in digits, and are two: "seven (8)". */
function* inWords(document: Document): Generator<Fault> {
  for (const find of inNumbered(document, /(?<![\p{L}\p{N}-])([\p{L}-]{2,24})[\s\u00a0]\((\d{1,3})\)/gu)) {
    const [found, word = "", digits = ""] = find.match;
    const before = /([\p{L}-]{2,24})[\s\u00a0]$/u.exec(find.before(26))?.[1] ?? "";
    const value = numberIn(word.toLowerCase(), before.toLowerCase(), values(find.passage.lang));
    // Only the end of larger numbers, such as "one hundred and two", is read.
    if (value === undefined || value === Number(digits) || value === Number(digits) % 100) continue;
    yield { at: find.at, message: `“${found}” says two numbers.`, fix: WHICH };
  }
}

/** The value of a number in words: "seven", "twenty-one" or, with the word before, "twenty one". */
function numberIn(word: string, before: string, known: ReadonlyMap<string, number>): number | undefined {
  const value = known.get(word);
  const parts = value === undefined ? word.split("-") : [before, word];
  const [tens = 0, ones = 0] = parts.map((part) => known.get(part));
  if (parts.length === 2 && tens >= 20 && ones > 0 && (value ?? 0) < 10) return tens + ones;
  return value;
}

/** Matches things that any text counts more than once. */
const COMMON =
  /^(?:years?|months?|days?|hours?|minutes?|weeks?|percent|per|cent|people|million|billion|thousand|times?|of|and|to|or|in|the|новых|год|года|лет|дней|дня|часов|человек|млн|тыс|процент|годов|ans?|jours?|mois|heures?|millions?|pour|de|años?|días|meses|por|personas)/iu;

/** Finds things of which the head of a release has another number than the text. */
function* headAndText(document: Document, { figures = [] }: Release): Generator<Fault> {
  const isHead = ({ kind }: Passage) => kind === "title" || kind === "subtitle" || kind === "summary";
  const counted = document.passages.flatMap((passage) => countedIn(document, passage));
  const labelled = figures.flatMap(({ value, label }) =>
    numbersIn(String(value))
      .slice(0, 1)
      .map((number) => ({ value: number.value, what: thing(label) })),
  );
  const inHead = grouped([...counted.filter(({ passage }) => isHead(passage)), ...labelled], ({ what }) => [what]);
  const inText = counted.filter(({ passage }) => !isHead(passage));
  // The text's other number counts something else where the text also has that of the head.
  const isInHead = ({ what, value }: (typeof counted)[number]) =>
    inHead.get(what)?.some((head) => head.value === value);
  const agreed = new Set(inText.filter(isInHead).map(({ what }) => what));
  for (const { value, what, at } of inText) {
    const other = what === "" ? undefined : inHead.get(what)?.[0]?.value;
    if (other === undefined || agreed.has(what)) continue;
    yield {
      at: at(),
      message: `It is ${value} ${what} here, and ${other} elsewhere in this release.`,
      fix: "Make sure that both are right, and count different things.",
    };
  }
}

/** The numbers of a passage with the two words that follow. */
function countedIn(document: Document, passage: Passage) {
  return numbersIn(passage.text).flatMap(({ value, index, length }) => {
    const what = thing(passage.text.slice(index + length).replace(/^[\s\u00a0]+/, ""));
    const at = () => document.in(passage, index, length);
    return what === "" || /^(?:19|20)\d\d$/.test(value) ? [] : [{ value, what, passage, at }];
  });
}

function thing(words: string): string {
  const [found = ""] = /^\p{Ll}+ \p{Ll}+/u.exec(words) ?? [];
  return COMMON.test(found) ? "" : found;
}

/** Numbers up to twelve are written as words in a text and as digits in a title. */
const SMALL = 12;

/** Match words before a number that counts nothing: of a law, a form or a year of accounts, and a name as in DebConf 14. */
const NUMBERED =
  /(?<!\p{L})(?:section|article|chapter|part|title|rule|form|resolution|act|circular|order|FY|no\.?|№|стать[яией]|указ\p{L}*|закон\p{L}*)[\s\u00a0]$/iu;
const INNER_CAPITAL = /(?<!\p{L})\p{L}*\p{Ll}\p{Lu}\p{L}*[\s\u00a0]$/u;

export function* titleFigure(document: Document): Generator<Fault> {
  const { passages, release } = document;
  if (!release || release.type === "media-advisory") return;
  const isTitle = ({ kind }: Passage) => kind === "title" || kind === "subtitle";
  const inText = new Set(
    passages.flatMap((passage) => (isTitle(passage) ? [] : numbersIn(passage.source).map(({ value }) => value))),
  );
  for (const passage of passages.filter(isTitle)) {
    const { text } = passage;
    for (const { value, index, length } of numbersIn(text)) {
      const before = text.slice(0, index);
      const around = text.slice(Math.max(0, index - 1), index) + text.slice(index + length, index + length + 1);
      // Part of a name such as COVID-19, G20 or 24/7, or written as a word below.
      const isName = INNER_CAPITAL.test(before) || NUMBERED.test(before) || /[\p{L}/#.:’'-]/u.test(around);
      const isYear = /^(?:19|20)\d\d$/.test(value);
      if (isName || isYear || Number(value) <= SMALL || value === "101" || inText.has(value)) continue;
      if ([...inText].some((other) => isRounded(value, other))) continue;
      yield {
        at: document.in(passage, index, length),
        message: `The figure ${text.slice(index, index + length)} of the title is not in the text.`,
        fix: "Say in the text what it counts and where it is from, or correct it.",
      };
    }
  }
}

/** Whether a figure is another one rounded: 68 million of 67.8 million. */
function isRounded(value: string, other: string): boolean {
  if (!/^\d+$/.test(value) || value === other) return false;
  const digits = value.replace(/0+$/, "").length;
  return digits > 0 && Number(Number(other).toPrecision(digits)) === Number(value);
}

const whole = patternOf("share", "iu");

const PERCENT =
  /(?<![\p{N}.,:/–-])\p{N}{3,4}(?:[.,]\p{N}+)?(?=[\s\u00a0\u202f]*(?:%|per ?cent|процент|pour ?cent|por ?ciento))/giu;

export function* share(document: Document): Generator<Fault> {
  for (const find of document.find(PERCENT)) {
    const after = find.after(80);
    if (Number.parseFloat(find.found.replace(",", ".")) <= 100 || !whole(find.passage.lang)?.test(after)) continue;
    const found = find.found + (/^[^%\p{L}]*(?:%|\p{L}+(?: cent)?)/u.exec(after)?.[0] ?? "");
    yield {
      at: document.in(find.passage, find.match.index, found.length),
      message: `“${found}” of something is more than all of it.`,
      fix: "Correct the figure. If something has grown by so much, write “by”.",
    };
  }
}
