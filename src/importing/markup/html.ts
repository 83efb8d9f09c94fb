import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { decoded } from "../../model/address.ts";
import { DatelineError } from "../../model/dateline-error.ts";
import { refusal } from "../refusals.ts";

/** Elements inside each other, and in all: far more than any page has that a person wrote. */
const DEEPEST = 150;
const MOST = 40_000;

/** Elements that hold blocks and are none themselves. */
export const groups = new Set(
  "DIV SECTION ARTICLE MAIN BODY CENTER FIGURE HEADER FOOTER ASIDE DETAILS FORM FIELDSET".split(" "),
);

/** Elements that are blocks, or hold some. */
export const BLOCK =
  "p, div, section, article, figure, figcaption, address, blockquote, pre, hr, ul, ol, dl, li, dt, dd, table, caption, tr, td, th, h1, h2, h3, h4, h5, h6";

/** Parses a whole page. Throws {@link DatelineError} for one whose size would exhaust what reads it. */
export function parsePage(html: string): Document {
  refuseMonsters(html);
  return parseHTML(html).document;
}

/** Parses HTML; the element that holds its content. */
export function elementOf(html: string): HTMLElement {
  return parsePage(`<!doctype html><html><body>${html}</body></html>`).body;
}

function refuseMonsters(html: string): void {
  let depth = 0;
  let count = 0;
  const parser = new Parser({
    onopentag() {
      if (++depth > DEEPEST) throw refusal("too deep", { deepest: DEEPEST });
      if (++count > MOST) throw refusal("too many parts", { most: MOST.toLocaleString("en") });
    },
    onclosetag() {
      depth--;
    },
  });
  parser.write(html);
  parser.end();
}

/** Whether a node is an element that a selector matches, or holds one. */
export function isOrHolds(node: Node, selector: string): boolean {
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  // The DOM of Turndown says undefined where others say null.
  return element.matches(selector) || Boolean(element.querySelector(selector));
}

/** Makes an element of the document that a node is in. */
export function made(near: Node, name: string, ...inside: readonly (Node | string)[]): Element {
  const element = (near.ownerDocument as Document).createElement(name);
  element.append(...inside);
  return element;
}

/**
 * An element's lines of words, as a reader sees them, with the text or element that each begins with: a block, a list's item and a table's row begin a new one. `hasWays`
 * puts the addresses and numbers of links behind their words, where these do not say them.
 */
export function linesIn(element: Element, hasWays = false) {
  const lines: { words: string; node: Node | undefined }[] = [{ words: "", node: undefined }];
  const add = (words: string, node: Node) => {
    const line = lines.at(-1);
    if (!line) return;
    line.words += words;
    if (words.trim() !== "") line.node ??= node;
  };
  const walk = (node: Node) => {
    if (node.nodeType === 3) add(node.textContent ?? "", node);
    if (node.nodeType !== 1) return;
    const isCell = /^T[DH]$/.test(node.nodeName);
    const isBreak = node.nodeName === "BR" || (!isCell && (node as Element).matches(BLOCK));
    if (isBreak) lines.push({ words: "", node: undefined });
    for (const child of node.childNodes) walk(child);
    const way = hasWays ? wayOf(node as Element) : "";
    if (way) add(` ${way}`, node);
    if (isCell) add(" ", node);
    else if (isBreak && node.nodeName !== "BR") lines.push({ words: "", node: undefined });
  };
  for (const child of element.childNodes) walk(child);
  return lines
    .map(({ words, node }) => ({ words: words.replace(/\s+/g, " ").trim(), node }))
    .filter(({ words }) => words !== "");
}

/** The words of {@link linesIn}. */
export function linesOf(element: Element, hasWays = false): string[] {
  return linesIn(element, hasWays).map(({ words }) => words);
}

/** The address or number that a link writes to or calls, where its words do not say it. */
function wayOf(element: Element): string {
  const href = (element.nodeName === "A" && element.getAttribute("href")) || "";
  const [, kind = "", written = ""] = /^(mailto|tel):([^?]+)/i.exec(href) ?? [];
  const way = decoded(written)
    .replace(/^mailto:/i, "")
    .trim();
  const words = (element.textContent ?? "").toLowerCase();
  const digits = (text: string) => text.replace(/\D/g, "").slice(-7);
  const isSaid = /tel/i.test(kind) ? digits(words) === digits(way) : words.includes(way.toLowerCase());
  return isSaid ? "" : way;
}
