import { decoded } from "../../model/address.ts";
import { markdownOf } from "./html-to-markdown.ts";

/** A footnote: the number that the text refers to it by, and what it says, as Markdown and as plain words. */
export interface Footnote {
  readonly number: number;
  readonly markdown: string;
  readonly text: string;
}

/** The attribute by which a reference is found again when its paragraph becomes Markdown. */
export const NOTE = "data-note";

/** What refers to a note: a number, a letter or a star, with or without brackets. */
const MARK = /^[\s[(]*(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3})[\s\])]*$/i;
/** What leads back from a note: its mark, or an arrow. */
const BACK = /^[\s[(]*(?:\d{1,3}|[ivx]{1,5}|[a-z]|(?:[*†‡§^↑↩⏎⤴↵←]|\ufe0e|\ufe0f){1,3})?[\s\].)]*$/iu;
const HEADING =
  /^(?:foot|end)?notes?\s*:?$|^(?:references|sources|примечания|сноски|заўвагі|примітки|notes de bas de page|notas(?: al pie)?|الحواشي|هوامش|注释|脚注)\s*:?$/i;
/** Characters of a note: what is longer is a part of the text that a link leads to. */
const LONGEST = 3000;

/**
 * Takes the footnotes out of a text: in the place of each reference stands an empty link with the note's number. The links
 * of Word, of saved web pages and of other generators all work alike: a mark leads to a note, and the note back.
 */
export function takeFootnotes(body: Element): Footnote[] {
  const elements = [...body.querySelectorAll("*")];
  const order = new Map(elements.map((element, index) => [element, index]));
  const targets = new Map(
    elements.flatMap((element) =>
      [element.getAttribute("id"), element.nodeName === "A" ? element.getAttribute("name") : null].flatMap((id) =>
        id ? [[id, element] as const] : [],
      ),
    ),
  );
  const holders = new Map<Element, number>();
  for (const anchor of elements) {
    const target = targets.get(fragmentOf(anchor));
    const holder = target && MARK.test(anchor.textContent ?? "") ? holderOf(target) : undefined;
    if (!holder || holder.contains(anchor) || (order.get(holder) ?? 0) < (order.get(anchor) ?? 0)) continue;
    if ((holder.textContent ?? "").length > LONGEST || !(isRaised(anchor) || leadsBack(holder))) continue;
    const number = holders.get(holder) ?? holders.size + 1;
    holders.set(holder, number);
    refer(anchor, number);
  }
  return [...holders].map(([holder, number]) => {
    const note = noteOf(holder, number);
    remove(holder);
    return note;
  });
}

function fragmentOf(anchor: Element): string {
  const href = anchor.nodeName === "A" ? (anchor.getAttribute("href") ?? "") : "";
  return href.startsWith("#") ? decoded(href.slice(1)) : "";
}

/** The paragraph or item that a note stands in; Word puts those of one note into an element of its own. */
function holderOf(target: Element): Element | undefined {
  const holder = target.closest("li, p, dd, td, div, aside");
  const around = holder?.nodeName === "P" ? holder.parentElement : undefined;
  return around && /^(?:ftn|edn|fn|footnote|endnote)/i.test(around.getAttribute("id") ?? "")
    ? around
    : (holder ?? undefined);
}

function isRaised(anchor: Element): boolean {
  const names = `${anchor.getAttribute("class") ?? ""} ${anchor.getAttribute("role") ?? ""} ${anchor.getAttribute("href") ?? ""}`;
  return (
    anchor.closest("sup") !== null ||
    anchor.querySelector("sup") !== null ||
    /noteref|footnote|_(?:ftn|edn)\d/i.test(names)
  );
}

function leadsBack(holder: Element): boolean {
  return [...holder.querySelectorAll("a")].some(
    (anchor) => fragmentOf(anchor) !== "" && BACK.test(anchor.textContent ?? ""),
  );
}

/** Puts the reference where the mark was, whatever raised it or put brackets around it. */
function refer(anchor: Element, number: number): void {
  const sup = anchor.closest("sup");
  const marks = sup && sup.querySelectorAll("a").length === 1 && MARK.test(sup.textContent ?? "") ? sup : anchor;
  const reference = anchor.ownerDocument.createElement("a");
  reference.setAttribute(NOTE, String(number));
  marks.replaceWith(reference);
}

function noteOf(holder: Element, number: number): Footnote {
  for (const anchor of [...holder.querySelectorAll("a")]) {
    if (!BACK.test(anchor.textContent ?? "") || (fragmentOf(anchor) === "" && anchor.hasAttribute("href"))) continue;
    const sup = anchor.closest("sup");
    (sup && BACK.test(sup.textContent ?? "") ? sup : anchor).remove();
  }
  const markdown = markdownOf(holder).replace(/^(?:\\?\[?\d{1,3}\\?[\].)]+|[¹²³⁴-⁹]|(?:\\?[*†‡^])+)\s+/, "");
  return { number, markdown, text: (holder.textContent ?? "").replace(/\s+/g, " ").trim() };
}

/** Takes a note away, and with the last one its list, the line above it and its heading. */
function remove(holder: Element): void {
  let gone = holder;
  while (gone.parentElement && gone.parentElement.nodeName !== "BODY" && isAlone(gone)) gone = gone.parentElement;
  let before = gone.previousElementSibling;
  gone.remove();
  while (before && (before.nodeName === "HR" || HEADING.test((before.textContent ?? "").trim()))) {
    const last = before;
    before = before.previousElementSibling;
    last.remove();
  }
}

function isAlone(element: Element): boolean {
  const parent = element.parentElement;
  return parent !== null && (parent.textContent ?? "").trim() === (element.textContent ?? "").trim();
}

/** The numbers that a text in Markdown refers to. A mark that the source only wrote so has a backslash before it. */
export function referredTo(markdown: string): Set<number> {
  return new Set([...markdown.matchAll(REFERENCE)].map(([, number]) => Number(number)));
}

const REFERENCE = /(?<!\\)\[\^(\d+)\]/g;

/** A text with the footnotes below it that it refers to. */
export function withFootnotes(markdown: string, footnotes: readonly Footnote[]): string {
  const numbers = referredTo(markdown);
  const notes = footnotes
    .filter(({ number }) => numbers.has(number))
    .map((note) => `[^${note.number}]: ${note.markdown.replace(/\n(?=[^\n])/g, "\n    ")}`);
  return [markdown, ...notes].filter((part) => part !== "").join("\n\n");
}

/** A text with its footnotes in brackets in their places: for fields, which have no foot. */
export function withNotesInPlace(markdown: string, footnotes: readonly Footnote[]): string {
  return markdown.replace(REFERENCE, (_, number: string) => {
    const note = footnotes.find((each) => each.number === Number(number));
    return note ? ` (${note.markdown.replace(/\s+/g, " ").replace(/\.$/, "")})` : "";
  });
}
