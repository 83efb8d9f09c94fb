import { patternOf } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";
import { rewritten } from "./characters.ts";

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

const SIGNS = /["“”„«»]/g;
const ANY = /^\s*["“«„]/;

export function* quotationMarks(document: Document): Generator<Fault> {
  const { passages } = document;
  let closed: Passage | undefined;
  for (const [index, passage] of passages.entries()) {
    const open = unpaired(passage);
    if (open === undefined || passage === closed) continue;
    if (!closesQuote(passage, open)) {
      // A quotation of several paragraphs opens each, and closes the last; one that has a list in it opens before and closes after.
      const next = passages[index + 1];
      if (next?.kind === passage.kind && ANY.test(next.text) && ANY.test(passage.text)) continue;
      const end = passages.slice(index + 1).find((each) => each.kind !== "item" || unpaired(each) !== undefined);
      const at = end && unpaired(end);
      if (end && at !== undefined && closesQuote(end, at)) {
        // The paragraph that goes on with the quotation and does not open it again is the one that is named.
        if (end.kind === "item") closed = end;
        continue;
      }
    }
    yield {
      at: document.in(passage, open, 1),
      message: `This quotation mark ${closesQuote(passage, open) ? "closes what was never opened" : "has no partner"}.`,
      fix: "Put the other mark where the quotation begins or ends.",
    };
  }
  yield* mixed(document);
}

const closesQuote = ({ text }: Passage, at: number) => /[”»]/.test(text[at] ?? "");

/** Returns the place of a quotation mark that has no partner in its passage. */
function unpaired({ text, source, lang }: Passage): number | undefined {
  // A mark that is written as an entity is not seen here.
  if (/&(?:[lr][ad]quo|quot|bdquo|#(?:34|822[0-2]|171|187));/.test(source)) return undefined;
  const signs = [...text.matchAll(SIGNS)].filter(
    ({ 0: sign, index }) =>
      (sign !== '"' || !/\d/.test(text[index - 1] ?? "")) &&
      // "Join us »" points onward.
      (sign !== "»" || text.includes("«") || text[index - 1] !== " "),
  );
  const straight = signs.filter(({ 0: sign }) => sign === '"');
  if (straight.length % 2 === 1) {
    // An inch, or a straight mark that closes a typographic one.
    if (signs.length % 2 === 0 || /\d"/.test(text)) return undefined;
    const openers = straight.filter(({ index }) =>
      /^[\s(\ue000[—–-]?$/.test(text.slice(Math.max(0, index - 1), index)),
    );
    return (openers.length > straight.length / 2 ? openers : straight).at(-1)?.index;
  }
  const opened: { sign: string; index: number }[] = [];
  for (const { 0: sign, index } of signs) {
    const top = opened.at(-1)?.sign;
    if (sign === '"') continue;
    if (/^(?:ar|fa|he)/.test(lang) && sign !== "«" && sign !== "»") {
      if (top === undefined) opened.push({ sign, index });
      else opened.pop();
    } else if (sign === "«" || sign === "„" || (sign === "“" && top !== "„")) opened.push({ sign, index });
    else if (top === undefined || (sign === "»") !== (top === "«")) return index;
    else opened.pop();
  }
  return opened[0]?.index;
}

/** Straight and typographic marks side by side: only the typographic stay as they are typed, and look different from page to page. */
function* mixed(document: Document): Generator<Fault> {
  const words = document.passages.filter((passage) => typeof passage.from === "number");
  const text = words.map((passage) => passage.text).join("\n");
  const straight = /"/.test(text);
  const curly = /[“”„]|\p{L}’\p{L}/u;
  if (!straight || !curly.test(text)) return;
  const passage = words.find((each) => curly.test(each.text));
  const at = passage ? passage.text.search(curly) : -1;
  if (!passage || at === -1) return;
  const sign = passage.text.slice(at).search(/[“”„’]/) + at;
  yield {
    at: document.in(passage, sign, 1),
    severity: "hint",
    message: "This text has straight and typographic quotation marks or apostrophes side by side.",
    fix: "Write straight ones everywhere: they become those of the language by themselves.",
    ...straightened(document, words),
  };
}

/** All typographic marks made straight ones, where every passage has its pairs. */
function straightened(document: Document, words: readonly Passage[]): Pick<Fault, "edit"> {
  if (/^(?:ar|fa|he|zh|ja)/.test(document.lang) || words.some((passage) => unpaired(passage) !== undefined)) return {};
  const marks = /[“”„]|(?<=\p{L})’(?=\p{L})/gu;
  const { edit } = rewritten(document, words, marks, (sign) => (sign === "’" ? "'" : '"')) ?? {};
  return edit ? { edit } : {};
}

/** A paragraph that is a quotation, a dash, and who said it. */
const SAID =
  /^[\s\ue000]*(["“«„].{40,}["”»“][.,]?)\s*[-–—]{1,2}\s*(?:(?!\p{Lu})\p{L}+\s+){0,3}(?<who>\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+)/su;

/** Matches the speaker at the end of a quote, after a dash that stands in the line of the words or is written as an entity. */
const INSIDE =
  /(?:[-–—]{1,2}|&(?:[mn]dash|#821[12]);)[\s*_[]*(?<who>\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+)[^\n"”»]{0,120}$/u;

/** Matches a speaker after a hyphen, which makes an item of a list. */
const ITEM = /^[\s>]*[-*+]\s+(?<line>(?<who>\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+)(?:\s*[,،，][^\n]+)?)\s*$/u;

/** Words in quotation marks. */
const MARKED = /^[\s>_*]*(?:["“«„]|&(?:ldquo|quot|laquo|bdquo|#8220);)/;

export function* quoteSpeaker(document: Document): Generator<Fault> {
  const { passages } = document;
  const isUsed = passages.some(({ kind }) => kind === "attribution");
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === "paragraph") {
      const found = SAID.exec(passage.text);
      if (!found) continue;
      yield {
        at: document.in(passage, found.index + (/["“«„]/.exec(found[0])?.index ?? 0), 1),
        message: `These words of ${found.groups?.who} are in running text, so they are not shown as a quote with its speaker.`,
        fix: `Put “> ” before each line, leave out the quotation marks, and end with a line “> — ${found.groups?.who}, role”.`,
      };
    }
    if (passage.kind !== "quote") continue;
    const next = passages[index + 1]?.kind;
    const before = passages[index - 1];
    const { line, who: item } = ITEM.exec(passage.source)?.groups ?? {};
    if (line && before?.kind === "quote" && isSaid(before) && !introduces(before.text) && next !== "quote") {
      yield {
        at: document.in(passage, Math.max(0, passage.text.search(/[^\s\ue000]/)), 1),
        message: `The hyphen before ${item} makes a list, so this quote is shown without its speaker.`,
        fix: `Write a dash in its place: > — ${line}`,
      };
    }
    if (!isSaid(passage)) continue;
    const above = passages.slice(0, index).findLast(({ kind }) => kind !== "quote");
    if (next === "quote" || next === "attribution" || introduces(before?.text) || introduces(above?.text)) continue;
    const who = INSIDE.exec(passage.source)?.groups?.who;
    yield {
      at: document.in(passage, Math.max(0, passage.text.search(/[^\s\ue000]/)), 1),
      message: who
        ? `${who} is named inside this quote, so it is shown without its speaker.`
        : "This quote has no speaker.",
      fix: `End it with a line that says who spoke: > — ${who ? `${who}, role` : "Anna Kavalenka, Resident Representative"}`,
      // Many set a text apart with the mark of a quote that nobody said.
      ...(who || MARKED.test(passage.source) || isUsed ? {} : { severity: "hint" as const }),
    };
  }
}

/**
 * What begins with a label ("Summary:"), is an item of a list, all in italics, or has no three words, is set apart for another
 * reason than that somebody said it; where running text follows on quotation marks, that says who.
 */
function isSaid({ text, source }: Passage): boolean {
  if (/^[\s>]*(?:([_*])[^_*“"«&]+\1\s*$|(?:[-*+]|\d{1,9}[.)])\s)/u.test(source)) return false;
  if (/^[\s\ue000]*["“«„][^"”»]+[,.!?]["”»] +\p{L}/u.test(text)) return false;
  if (/^[\s>]*&(?:#8220|ldquo);(?:(?!&#8221;|&rdquo;)[^"”»])+[,.!?]&(?:#8221|rdquo); +\p{L}/u.test(source))
    return false;
  const words = text.replaceAll("\ue000", "").trim();
  return !/^\p{Lu}\p{L}*(?: \p{L}+)?: /u.test(words) && (words.match(/\p{L}+/gu)?.length ?? 0) > 2;
}

/** A line before the quote that ends with a colon or comma says whose words follow. */
const introduces = (text: string | undefined) => text !== undefined && /[:：,，،]["”»]?[\s\ue000]*$/.test(text);
