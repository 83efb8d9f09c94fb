import { parseHTML } from "linkedom";
import { escapeLineStarts, markdownOf } from "./html-to-markdown.ts";
import type { Block } from "./incoming.ts";

/** What a link of the source becomes: another address, or words without a link. */
export type Relink = (href: string, words: string) => string | undefined;

/** Quotation marks for `<q>`, by language; English ones serve where none are named. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  ru: ["«", "»"],
  be: ["«", "»"],
  uk: ["«", "»"],
  fr: ["« ", " »"],
  es: ["«", "»"],
};

const GROUPS = new Set(
  "DIV SECTION ARTICLE MAIN BODY CENTER FIGURE HEADER FOOTER ASIDE DETAILS FORM FIELDSET".split(" "),
);
const kinds: Readonly<Record<string, Block["kind"]>> = {
  UL: "list",
  OL: "list",
  DL: "list",
  BLOCKQUOTE: "quote",
  TABLE: "table",
  PRE: "code",
  HR: "rule",
};
const UNSEEN = "script, style, template, noscript, link, meta, button, input, select, textarea, svg, object, embed";

/** Parses HTML; the element that holds its content. */
export function elementOf(html: string): HTMLElement {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}

/** Cuts HTML into blocks, each as Markdown; pictures become blocks of their own, after the one they stood in. */
export function blocksOf(html: string, relink: Relink, lang: string): Block[] {
  const body = elementOf(html);
  for (const element of body.querySelectorAll(UNSEEN)) element.remove();
  for (const frame of body.querySelectorAll("iframe, video, audio")) replaceByLink(frame);
  const [open, close] = marks[lang] ?? ["“", "”"];
  for (const quotation of body.querySelectorAll("q")) quotation.replaceWith(open, ...quotation.childNodes, close);
  for (const anchor of body.querySelectorAll("a")) link(anchor, relink);
  return flatten(body).flatMap(blockOf);
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

function link(anchor: Element, relink: Relink): void {
  const href = anchor.getAttribute("href")?.trim();
  const words = anchor.textContent ?? "";
  const to = href === undefined || href === "" ? undefined : relink(href, words);
  if (to === undefined) anchor.replaceWith(...anchor.childNodes);
  else if (to !== href) anchor.setAttribute("href", to);
}

/** The nodes of each block, from the top down: groups are opened, loose text between blocks is a paragraph. */
function flatten(parent: Element): Node[][] {
  const blocks: Node[][] = [];
  let loose: Node[] = [];
  const end = () => {
    if (loose.some((node) => node.textContent?.trim() || isOrHolds(node, "img"))) blocks.push(loose);
    loose = [];
  };
  for (const node of [...parent.childNodes]) {
    const name = node.nodeName.toUpperCase();
    if (
      node.nodeType === 3 ||
      (node.nodeType === 1 && isInline(name) && !isOrHolds(node, "p, div, ul, ol, table, h2, h3"))
    ) {
      loose.push(node);
      continue;
    }
    if (node.nodeType !== 1) continue;
    end();
    const element = node as Element;
    if (GROUPS.has(name) || isInline(name)) blocks.push(...flatten(element));
    else blocks.push([element]);
  }
  end();
  return blocks;
}

function isInline(name: string): boolean {
  return (
    !GROUPS.has(name) && !(name in kinds) && !/^(?:H[1-6]|P|FIGCAPTION|ADDRESS|DT|DD|LI|CAPTION|TR|TD)$/.test(name)
  );
}

function isOrHolds(node: Node, selector: string): boolean {
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  return element.matches(selector) || element.querySelector(selector) !== null;
}

function blockOf(nodes: readonly Node[]): Block[] {
  const [first] = nodes;
  if (!first) return [];
  const document = first.ownerDocument as Document;
  const holder = document.createElement("div");
  holder.append(...nodes);
  const name = first.nodeName.toUpperCase();
  const pictures = [...holder.querySelectorAll("img")].map((image): Block => {
    const caption = image.closest("figure")?.querySelector("figcaption")?.textContent?.trim();
    const picture = {
      src: image.getAttribute("src") ?? "",
      alt: image.getAttribute("alt")?.trim() ?? "",
      ...(caption ? { caption } : {}),
    };
    image.remove();
    return { kind: "picture", markdown: "", text: picture.alt, picture };
  });
  const markdown = markdownOf(holder);
  const text = (holder.textContent ?? "").replace(/\s+/g, " ").trim();
  if (markdown === "" || (text === "" && name !== "HR")) return pictures;
  const level = /^H([1-6])$/.exec(name)?.[1];
  const kind = level ? "heading" : (kinds[name] ?? "paragraph");
  const written = kind === "paragraph" ? escapeLineStarts(markdown) : markdown;
  return [{ kind, markdown: written, text, ...(level ? { level: Number(level) } : {}) }, ...pictures];
}
