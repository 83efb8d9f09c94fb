import { escapeMarkdown } from "../../text/escape.ts";
import { type Draft, type Recognise, someLines } from "../draft.ts";
import { textField } from "../fields.ts";
import type { Block } from "../incoming.ts";
import { daysIn } from "../wording/calendar.ts";
import { type Countries, countriesOf, hasWay, isContactHeading, mayBeName } from "../wording/contact-lines.ts";
import { beginsWithDateline, lineOf, placeAlone, postedOn } from "../wording/dateline.ts";
import { behindLabels, isLetterhead, isTitled, labelNumber } from "../wording/labels.ts";
import { type Name, namesOf } from "../wording/names.ts";
import { idOfPlace } from "./place.ts";
import { isHeadline } from "./title.ts";

/** Blocks at the top that are looked at, how many of them may stand above a label, and characters of a line of the head. */
const MOST = 14;
const MOST_ABOVE = 4;
const LONGEST = 200;

const reasons = {
  label: "It says what kind of text this is; the field “type” does.",
  day: "A day above the title: the field “date” is for it.",
  embargo: "The line about the embargo: the field “embargo” is for it.",
  reference: "The reference number: the field “reference” carries it.",
} as const;
type Kind = keyof typeof reasons;

/**
 * Takes what stands above the title out of the text: what kind of text it is, the day, an embargo, a number, and the office's
 * own name above all that. Whom to call goes to the end, where it is read as all contacts are.
 */
export const head: Recognise = (draft, { site, terms }) => {
  intoLines(draft);
  joinPlaceAndDay(draft, namesOf(terms.locations));
  const start = labelledAt(draft);
  const contacts: string[] = [];
  const countries = countriesOf(draft.words(), site.country);
  let at = start;
  for (let seen = 0; seen < MOST && at < draft.blocks.length; seen++) {
    const block = draft.blocks[at];
    if (block?.kind !== "paragraph" && block?.kind !== "heading") {
      at++;
      continue;
    }
    const lines = block.lines ?? [block.text];
    // What follows a block's own lines only tells what they are.
    const next = draft.blocks.slice(at + 1, at + 4).flatMap((other) => other.lines ?? [other.text]);
    const isOther = (line: string, index: number) => {
      const below = lines[index + 1] ?? next[0] ?? "";
      const kind = kindOf(line) ?? (isLetterhead(line) && isNews(below) ? "label" : undefined);
      if (kind) take(draft, line, kind);
      else if (isContact([...lines.slice(index), ...next], contacts, countries)) contacts.push(line);
      else return true;
      return false;
    };
    const count = lines.findIndex(isOther);
    if (count !== -1) {
      if (count > 0) draft.replace(at, 1, someLines(block, count));
      break;
    }
    draft.blocks.splice(at, 1);
    draft.end--;
  }
  if (start > 0) dropLetterhead(draft, start);
  if (contacts.length === 0) return;
  draft.blocks.push({
    kind: "paragraph",
    markdown: contacts.map(escapeMarkdown).join("\\\n"),
    text: contacts.join(" "),
    lines: contacts,
  });
};

/** Cuts paragraphs at the top that have a label, a day or a form's headline among their lines into a paragraph a line. */
function intoLines(draft: Draft): void {
  for (const block of draft.blocks.slice(0, MOST_ABOVE)) {
    const { lines = [], kind } = block;
    const isOfHead = (line: string) => isTitled(line) || /^(?:label|day)$/.test(kindOf(line) ?? "");
    if (kind !== "paragraph" || lines.length < 2 || !lines.some(isOfHead)) continue;
    draft.replace(draft.blocks.indexOf(block), 1, ...lines.map((_, index) => someLines(block, index, index + 1)));
  }
}

/** Makes one line of the day and of a line above or below it that is nothing but a place; a place that nobody knows has a headline below. */
function joinPlaceAndDay(draft: Draft, names: readonly Name[]): void {
  const isKnown = (place: string) => idOfPlace(place, names) !== undefined;
  for (let at = 0; at < MOST; at++) {
    const [one, other, next] = draft.blocks.slice(at, at + 3);
    const day = [one, other].find((block) => block && lineOf(block.text) && !lineOf(block.text)?.place);
    const beside = day === one ? other : one;
    const place = day && beside && placeAlone(beside.text, isKnown);
    if (!day || !place || !(isKnown(place) || isNews(next?.text ?? ""))) continue;
    const text = `${place}, ${daysIn(day.text)[0]?.words}`;
    draft.replace(at, 2, { kind: "paragraph", markdown: escapeMarkdown(text), text });
    return;
  }
}

/** Whether a line can be a headline of several words. */
function isNews(text: string): boolean {
  return isHeadline({ text, kind: "paragraph" }) && (text.split(/\s+/).length > 2 || /\p{Script=Han}{6}/u.test(text));
}

/** Where the first label stands, with nothing but short lines above it; 0 where there is none. */
function labelledAt({ blocks }: Draft): number {
  const at = blocks
    .slice(0, MOST_ABOVE + 1)
    .findIndex(({ text, lines = [text] }) => kindOf(lines[0] ?? "") === "label");
  const isShort = (block: Block) => block.text.length <= 100 && !/[.!?]$/.test(block.text);
  return at > 0 && blocks.slice(0, at).every(isShort) ? at : 0;
}

function kindOf(line: string): Kind | undefined {
  if (line.length > LONGEST) return undefined;
  if (EMBARGO.test(line)) return "embargo";
  const rest = behindLabels(line);
  if (rest !== undefined) {
    const left = daysIn(rest)[0]?.index === 0 ? rest : (labelNumber(rest)?.rest ?? rest);
    return left === "" || lineOf(left) ? "label" : undefined;
  }
  if (lineOf(line) || postedOn(line)) return "day";
  return referenceIn(line) ? "reference" : undefined;
}

function take(draft: Draft, line: string, kind: Kind): void {
  const rest = behindLabels(line) ?? line;
  if (kind === "label") draft.found("type", line, line, "certain");
  if (kind === "embargo") foundEmbargo(draft, line);
  const number = kind === "label" && daysIn(rest)[0]?.index !== 0 ? labelNumber(rest)?.number : referenceIn(line);
  if (number) draft.found("reference", number, line, "certain");
  const [day] = daysIn(rest);
  if (day && kind !== "embargo") draft.head.push(kind === "reference" ? day.words : rest);
  draft.dropped.push({ words: line, why: reasons[kind] });
}

/** A line that says whom to call, or one below it: a number, an address, or a name that one of these follows. */
function isContact([line = "", ...next]: readonly string[], before: readonly string[], countries: Countries): boolean {
  if (line.length > LONGEST) return false;
  const isReached = (other: string) => hasWay(other, countries);
  // A number that nobody can call is still no headline.
  if (isContactHeading(line) && (/\d[\d ().-]{5,}/.test(line) || [line, ...next.slice(0, 3)].some(isReached)))
    return true;
  if (before.length === 0) return false;
  return (
    isReached(line) || (mayBeName(line) && next.slice(0, 2).some((other) => other.length < 100 && isReached(other)))
  );
}

/** The office's own name above a label goes where a headline follows, and with it an embargo and the like; where none does, it is the headline. */
function dropLetterhead(draft: Draft, count: number): void {
  const next = draft.blocks.slice(count).find(({ kind }) => kind !== "picture" && kind !== "rule");
  const above = draft.blocks.slice(0, count);
  if (!next || !isHeadline(next) || beginsWithDateline(next.text)) return;
  if (above.some(({ kind }) => kind === "heading") && next.kind !== "heading") return;
  for (const block of above) {
    const kind = kindOf(block.text);
    if (kind) {
      take(draft, block.text, kind);
      draft.replace(draft.blocks.indexOf(block), 1);
    } else if (block.kind !== "picture" && block.kind !== "rule")
      draft.drop(block, "It stands above the title: the office's own name.");
  }
}

/** How the languages say that a text is not to be published before a moment. */
const EMBARGO =
  /\bembargo(?:ed)?\b|\bnot for (?:publication|release|broadcast)\b.{0,40}\b(?:before|until)\b|эмбарго|эмбарга|не для публикации до|не публиковать до|ne pas (?:publier|diffuser) avant|no publicar antes|حظر (?:ال)?نشر|يحظر النشر|禁止.{0,6}发布|发布禁令/iu;

/** An embargo that stands between title and text; one above the title is part of the head. */
export const embargo: Recognise = (draft) => {
  for (const block of draft.blocks.slice(0, 5)) {
    if (block.text.length > LONGEST || !EMBARGO.test(block.text)) continue;
    foundEmbargo(draft, block.text);
    draft.drop(block, reasons.embargo);
    return;
  }
};

/** The release waits for a person, who writes the moment as a field; time zones are not guessed. */
function foundEmbargo(draft: Draft, words: string): void {
  draft.found("embargo", words, words, "certain");
  draft.look("The text is under an embargo. Write its moment as the field “embargo”.", words);
}

/** A line that is nothing but a reference number. */
const LINE =
  /^(?:(?:press|news|media) release\s+)?(?:ref(?:erence)?(?:\s*(?:no|number|nr))?\.?|release no\.?|no\.?|№|n[°º]|исх\.?\s*№|référence|referencia|номер|المرجع|(?:ال)?رقم|编号)\s*[:.]?\s*([A-ZА-ЯЁ\d][\p{L}\d]*(?:[/.-][\p{L}\d]+)*)\.?$/iu;
const CODE = /^[A-ZА-Я]{1,8}(?:\/[A-ZА-Я\d]{1,8}){1,4}$/u;

/** The reference number: the source's own field, or a line at the top or the end that gives nothing else. */
export const reference: Recognise = (draft, { fields }) => {
  const own = textField(fields, "reference");
  if (draft.first("reference")) return;
  // By `ref` some generators join the translations of a text.
  if (own && /\d/.test(own) && !/\p{Ll}{3}/u.test(own)) return draft.found("reference", own, own, "stated");
  for (const block of [...draft.blocks.slice(0, 4), ...draft.blocks.slice(-4)]) {
    const text = block.text.trim();
    const number = referenceIn(text);
    if (!number) continue;
    draft.found("reference", number, text, "certain");
    return draft.drop(block, reasons.reference);
  }
};

/** The number of a line that gives nothing else, but for its day: `Исх. № 12-34/5 от 14.05.2024 г.` */
function referenceIn(line: string): string | undefined {
  const plain = line
    .replace(daysIn(line)[0]?.words ?? "", "")
    .replace(/^(?:date|дата|fecha|التاريخ|日期)\s*[:：]\s*/iu, "")
    .replace(/(?:[\s,]+(?:от|ад|of|dated|du|del?))?[\s,]*(?:г\.)?\s*$/iu, "")
    .trim();
  const number = LINE.exec(plain)?.[1] ?? (CODE.test(plain) ? plain : undefined);
  return number && /\d/.test(number) ? number : undefined;
}
