import type { Document, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";

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
