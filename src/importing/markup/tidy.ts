import { quotationMarksOf } from "../../text/quotation-marks.ts";
import type { Dropped } from "../incoming.ts";
import { made } from "./html.ts";
import { linesOfLettered } from "./lettered.ts";
import { openLayoutTables } from "./tables.ts";

/** Elements that show nothing which a text can hold. */
const UNSEEN = "script, style, template, noscript, link, meta, button, input, select, textarea, svg, object, embed";

/** The attribute by which a picture keeps the words under it. */
export const CAPTION = "data-caption";

/** The attribute of a comment's words. */
const COMMENT = "data-comment";
const COMMENTS = `[${COMMENT}], [style*="mso-element:comment"]`;

/** Makes of HTML what Markdown can say: no players and forms, no tables for looks, no headings inside lists, no characters that nobody sees. */
export function tidy(body: Element, lang: string): void {
  for (const element of body.querySelectorAll(UNSEEN)) element.remove();
  for (const frame of body.querySelectorAll("iframe, video, audio")) replaceByLink(frame);
  const [open = "", close = ""] = quotationMarksOf(lang);
  for (const quotation of body.querySelectorAll("q")) quotation.replaceWith(open, ...quotation.childNodes, close);
  setSpeakersApart(body);
  openLayoutTables(body);
  makeFigures(body);
  for (const caption of body.querySelectorAll("figure figcaption")) keepCaption(caption);
  for (const part of body.querySelectorAll("em, strong, b, i")) join(part);
  for (const line of body.querySelectorAll("p > br")) divide(line);
  linesOfLettered(body);
  for (const heading of body.querySelectorAll(INNER_HEADING))
    heading.replaceWith(made(heading, "p", made(heading, "strong", ...heading.childNodes)));
  for (const line of body.querySelectorAll("h1 br, h2 br, h3 br, h4 br, h5 br, h6 br")) line.replaceWith(" ");
  const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(body.textContent ?? "");
  const unseen = isRightToLeft ? UNSEEN_CHARACTERS : UNSEEN_OR_TURNED;
  for (const text of textsIn(body)) {
    const words = text.data.replace(unseen, "").replace(STRAY, "");
    const item = text.parentElement?.nodeName === "LI" ? words.replace(BOX, "") : words;
    text.data = item.replace(VEILED, (_, name: string, host: string) => `${name}@${host}`.replace(DOT, "."));
  }
}

/** What stands in a source and is not for its readers, with why it is left out. */
const INTERNAL: readonly (readonly [selector: string, why: string])[] = [
  ["s, strike, del", "It is struck through, or hidden in the document."],
  [COMMENTS, "A comment on the document."],
];

/** Removes words that are not to be read as the others are, and returns them: what is struck through, and comments of Google Docs and Word. */
export function takeInternal(body: Element): Dropped[] {
  for (const mark of body.querySelectorAll('a[href^="#cmnt"]:not([href^="#cmnt_ref"]), a[href^="#_msocom"]'))
    (mark.closest("sup") ?? mark).remove();
  for (const back of body.querySelectorAll('a[href^="#cmnt_ref"], a[name^="_msocom"]')) {
    const first = back.closest("p");
    const around = first?.parentElement;
    // Each comment of Google Docs has an element of its own, with one paragraph or more.
    const isAll = around?.nodeName === "DIV" && around.firstElementChild === first;
    (isAll ? around : first)?.setAttribute(COMMENT, "");
  }
  return INTERNAL.flatMap(([selector, why]) =>
    [...body.querySelectorAll(selector)].flatMap((part) => {
      const words = part.textContent?.trim();
      part.remove();
      return words ? [{ words, why }] : [];
    }),
  );
}

/** Headings inside lists, quotes and tables divide no text; nor do they where a reader lists the page's headings. */
const INNER_HEADING = [1, 2, 3, 4, 5, 6]
  .flatMap((level) => ["blockquote", "li", "td", "th"].map((around) => `${around} h${level}`))
  .join(", ");
/** Marks of bold and of coloured words that Markdown does not read as such: readers would see them. */
const STRAY =
  /(?<![=\p{L}\p{N}])==(?=[^\s=])|(?<=[^\s=])==(?![=\p{L}\p{N}])|(?<![\p{L}\p{N}*])\*{2,}|\*{2,}(?![\p{L}\p{N}*])/gu;
/** A box to be ticked, which nobody can tick here. */
const BOX = /^\s*\[[ x]\]\s+/i;
/** Characters that nobody sees: soft hyphens and joiners, and in a text of one direction what turns it. */
const UNSEEN_CHARACTERS = /[\u00ad\u2060]/g;
const UNSEEN_OR_TURNED = /[\u00ad\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** An email address that is written so that no program shall find it: `press(at)example.org`, `press [at] example [dot] org`. */
const VEILED =
  /(?<![\w+.-])([\w+-]{1,64}(?:(?:\.| ?[([{](?:dot|точка|punto)[)\]}] ?)[\w+-]{1,64}){0,4}) ?[([{](?:at|собака|arroba)[)\]}] ?([\w-]{1,64}(?:(?:\.| ?[([{](?:dot|точка|punto)[)\]}] ?)[\w-]{1,64}){1,5})/giu;
const DOT = / ?[([{][^)\]}]+[)\]}] ?/g;

/** What content management systems call the words under a picture. */
const CAPTIONS =
  ".wp-caption-text, .caption, .image-caption, .photo-caption, .img-caption, .field-name-field-image-caption";

/** Makes figures of pictures whose captions have only the name of a class: of what holds a single picture and these words alone. */
export function makeFigures(body: Element): void {
  for (const caption of body.querySelectorAll(CAPTIONS)) {
    const parents = [caption.parentElement, caption.parentElement?.parentElement];
    const box = parents.find((parent) => parent?.querySelector("img"));
    const isAlone = box?.textContent?.trim() === caption.textContent?.trim() && box !== body;
    if (!box || !isAlone || box.querySelectorAll("img").length > 1 || caption.querySelector("img")) continue;
    caption.replaceWith(made(caption, "figcaption", ...caption.childNodes));
    box.replaceWith(made(box, "figure", ...box.childNodes));
  }
}

/** Puts the words under a picture to it; those under anything else stay a paragraph. */
function keepCaption(caption: Element): void {
  const pictures = caption.closest("figure")?.querySelectorAll("img") ?? [];
  const [picture] = pictures;
  if (!picture || pictures.length > 1) return;
  picture.setAttribute(CAPTION, (caption.textContent ?? "").replace(/\s+/g, " ").trim());
  caption.remove();
}

/** The texts of an element, but for those of code. */
function textsIn(node: Node): Text[] {
  if (node.nodeType === 3) return [node as Text];
  return /^(?:PRE|CODE)$/.test(node.nodeName) ? [] : [...node.childNodes].flatMap(textsIn);
}

/** Makes of what ends each quotation, its speaker, a paragraph behind a dash. */
export function setSpeakersApart(body: Element): void {
  for (const speaker of body.querySelectorAll("blockquote cite, blockquote footer")) {
    const words = (speaker.textContent ?? "").replace(/^[\s–—―-]+/, "").trim();
    const quotation = speaker.closest("blockquote");
    if (!quotation || words === "" || !(quotation.textContent ?? "").trimEnd().endsWith(words)) continue;
    speaker.remove();
    quotation.append(made(quotation, "p", `— ${words}`));
  }
}

/** Emphasis that goes on at once is one. */
function join(part: Element): void {
  const before = part.previousSibling;
  if (before?.nodeName !== part.nodeName) return;
  (before as Element).append(...part.childNodes);
  part.remove();
}

/** Two line ends in a paragraph, with nothing between them, begin another one. */
function divide(line: Element): void {
  const paragraph = line.parentElement;
  const before = line.previousElementSibling;
  if (!paragraph || before?.nodeName !== "BR" || !isNext(before, line)) return;
  const next = made(paragraph, "p");
  while (line.nextSibling) next.append(line.nextSibling);
  paragraph.after(next);
  before.remove();
  line.remove();
}

/** Whether there are no words between two elements that follow each other. */
function isNext(one: Element, other: Element): boolean {
  let node = one.nextSibling;
  while (node && node !== other && node.textContent?.trim() === "") node = node.nextSibling;
  return node === other;
}

/** An embedded film or sound is somebody else's page: what remains is a link to it. */
function replaceByLink(frame: Element): void {
  const src = frame.getAttribute("src") ?? frame.querySelector("source")?.getAttribute("src");
  const href = src?.replace(/^\/\//, "https://");
  const anchor = made(frame, "a", frame.getAttribute("title") ?? href ?? "");
  anchor.setAttribute("href", href ?? "");
  frame.replaceWith(made(frame, "p", ...(href ? [anchor] : [])));
}
