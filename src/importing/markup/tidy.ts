import { quotationMarksOf } from "../../text/quotation-marks.ts";
import { openLayoutTables } from "./tables.ts";

/** Elements that show nothing which a text can hold. */
const UNSEEN = "script, style, template, noscript, link, meta, button, input, select, textarea, svg, object, embed";

/** The attribute by which a picture keeps the words under it. */
export const CAPTION = "data-caption";

/** Makes of HTML what Markdown can say: no players and forms, no tables for looks, no headings inside lists, no characters that nobody sees. */
export function tidy(body: Element, lang: string): void {
  for (const element of body.querySelectorAll(UNSEEN)) element.remove();
  for (const frame of body.querySelectorAll("iframe, video, audio")) replaceByLink(frame);
  const [open = "", close = ""] = quotationMarksOf(lang);
  for (const quotation of body.querySelectorAll("q")) quotation.replaceWith(open, ...quotation.childNodes, close);
  for (const speaker of body.querySelectorAll("blockquote cite, blockquote footer")) setApart(speaker);
  openLayoutTables(body);
  for (const caption of body.querySelectorAll("figure figcaption, .wp-caption-text")) keepCaption(caption);
  for (const part of body.querySelectorAll("em + em, strong + strong, b + b, i + i")) join(part);
  for (const line of body.querySelectorAll("p > br + br")) divide(line);
  for (const heading of body.querySelectorAll(INNER_HEADING)) heading.replaceWith(boldParagraph(heading));
  for (const line of body.querySelectorAll("h1 br, h2 br, h3 br, h4 br, h5 br, h6 br")) line.replaceWith(" ");
  const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(body.textContent ?? "");
  const unseen = isRightToLeft ? UNSEEN_CHARACTERS : UNSEEN_OR_TURNED;
  for (const text of textsIn(body)) text.data = text.data.replace(unseen, "").replace(STRAY, "");
}

/** Removes words that are struck through, which are not to be read as the others are, and returns them. */
export function takeStruck(body: Element): string[] {
  const struck = [...body.querySelectorAll("s, strike, del")].filter(
    (part) => !part.parentElement?.closest("s, strike, del"),
  );
  for (const part of struck) part.remove();
  return struck.flatMap((part) => part.textContent?.trim() || []);
}

/** Headings inside lists, quotes and tables divide no text; nor do they where a reader lists the page's headings. */
const INNER_HEADING = [1, 2, 3, 4, 5, 6]
  .flatMap((level) => ["blockquote", "li", "td", "th"].map((around) => `${around} h${level}`))
  .join(", ");
/** Marks of bold words that Markdown could not read as such: readers would see them. */
const STRAY = /(?<![\p{L}\p{N}*])\*{2,}|\*{2,}(?![\p{L}\p{N}*])/gu;
/** Characters that nobody sees: soft hyphens and joiners, and in a text of one direction what turns it. */
const UNSEEN_CHARACTERS = /[\u00ad\u2060]/g;
const UNSEEN_OR_TURNED = /[\u00ad\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Puts the words under a picture to it; those under anything else stay a paragraph. */
function keepCaption(caption: Element): void {
  const pictures = caption.closest("figure, .wp-caption")?.querySelectorAll("img") ?? [];
  const [picture] = pictures;
  if (!picture || pictures.length > 1) return;
  picture.setAttribute(CAPTION, (caption.textContent ?? "").replace(/\s+/g, " ").trim());
  caption.remove();
}

function boldParagraph(heading: Element): Element {
  const paragraph = heading.ownerDocument.createElement("p");
  const strong = heading.ownerDocument.createElement("strong");
  strong.append(...heading.childNodes);
  paragraph.append(strong);
  return paragraph;
}

/** The texts of an element, but for those of code. */
function textsIn(node: Node): Text[] {
  if (node.nodeType === 3) return [node as Text];
  return /^(?:PRE|CODE)$/.test(node.nodeName) ? [] : [...node.childNodes].flatMap(textsIn);
}

/** Makes of what ends a quotation, its speaker, a paragraph behind a dash. */
function setApart(speaker: Element): void {
  const words = (speaker.textContent ?? "").replace(/^[\s–—―-]+/, "").trim();
  const quotation = speaker.closest("blockquote");
  if (!quotation || words === "" || !(quotation.textContent ?? "").trimEnd().endsWith(words)) return;
  const paragraph = speaker.ownerDocument.createElement("p");
  paragraph.append(`— ${words}`);
  speaker.remove();
  quotation.append(paragraph);
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
  const next = paragraph.ownerDocument.createElement("p");
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
  const document = frame.ownerDocument;
  const paragraph = document.createElement("p");
  if (src) {
    const anchor = document.createElement("a");
    anchor.setAttribute("href", src.replace(/^\/\//, "https://"));
    anchor.textContent = frame.getAttribute("title") ?? anchor.getAttribute("href");
    paragraph.append(anchor);
  }
  frame.replaceWith(paragraph);
}
