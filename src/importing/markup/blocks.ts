import type { Block } from "../incoming.ts";
import { NOTE, takeFootnotes } from "./footnotes.ts";
import { elementOf, groups, isOrHolds, linesOf, made } from "./html.ts";
import { escapeLineStarts, markdownOf } from "./html-to-markdown.ts";
import { CAPTION, takeInternal, tidy } from "./tidy.ts";
import { takeVideos } from "./videos.ts";

/** What a link of the source becomes: another address, or words without a link. */
export type Relink = (href: string, words: string) => string | undefined;

/** A text in pieces, and what stands beside it: its footnotes, the films that it shows, and what is not for readers and was left out. */
export type Parsed = ReturnType<typeof blocksOf>;

const kinds: Readonly<Record<string, Block["kind"]>> = {
  UL: "list",
  OL: "list",
  DL: "list",
  BLOCKQUOTE: "quote",
  TABLE: "table",
  PRE: "code",
  HR: "rule",
};
/** Cuts HTML into blocks, each as Markdown; pictures become blocks of their own, after the one they stood in. */
export function blocksOf(html: string, relink: Relink, lang: string) {
  const body = elementOf(html);
  const videos = takeVideos(body);
  const dropped = takeInternal(body);
  tidy(body, lang);
  // The notes hold links too, but what they lead to each other by is no link of the text.
  for (const anchor of body.querySelectorAll('a[href]:not([href^="#"])')) link(anchor, relink);
  const footnotes = takeFootnotes(body);
  for (const anchor of body.querySelectorAll(`a:not([href]):not([${NOTE}]), a[href^="#"]`)) link(anchor, relink);
  return { blocks: bulletLists(flatten(body).flatMap(blockOf)).map(evenly), footnotes, videos, dropped };
}

/** A block without the spaces by which people and Word move words to the right. */
function evenly(block: Block): Block {
  if (block.kind === "code" || block.kind === "table") return block;
  return { ...block, markdown: block.markdown.replace(/(?<=\S)[ \u00a0\u3000]{2,}(?=\S)/g, " ") };
}

function link(anchor: Element, relink: Relink): void {
  const href = anchor.getAttribute("href")?.trim();
  const words = anchor.textContent ?? "";
  const to = href === undefined || href === "" ? undefined : relink(href, words);
  if (to === undefined) anchor.replaceWith(...anchor.childNodes);
  else anchor.setAttribute("href", encoded(to));
}

/** An address as Markdown takes it: spaces and brackets would end it. */
function encoded(href: string): string {
  return href.replace(/(?:\s|%20)+$/, "").replace(/[\s<>"\\`]/g, (character) => encodeURIComponent(character));
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
    const before = loose.findLast((other) => other.textContent?.trim() || other.nodeType === 1);
    if (name === "BR" && before?.nodeName === "BR") {
      // Two line ends, with nothing between them, end a paragraph.
      loose.splice(loose.indexOf(before));
      end();
      continue;
    }
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
    if (groups.has(name) || isInline(name)) blocks.push(...flatten(element));
    else blocks.push([element]);
  }
  end();
  return blocks;
}

function isInline(name: string): boolean {
  return (
    !groups.has(name) &&
    !(name in kinds) &&
    !/^(?:H[1-6]|P|FIGCAPTION|SUMMARY|ADDRESS|DT|DD|LI|CAPTION|TR|TD)$/.test(name)
  );
}

function blockOf(nodes: readonly Node[]): Block[] {
  const [first] = nodes;
  if (!first) return [];
  const holder = made(first, "div", ...nodes);
  const name = first.nodeName.toUpperCase();
  const pictures = [...holder.querySelectorAll("img")].map((image): Block => {
    const caption = image.getAttribute(CAPTION);
    const picture = {
      src: image.getAttribute("src") ?? "",
      alt: image.getAttribute("alt")?.trim() ?? "",
      ...(caption ? { caption } : {}),
    };
    const around = image.closest("a");
    image.remove();
    if (around && isEmpty(around)) {
      // In a table a link with a picture for its words is what the cell says.
      if (around.closest("td, th") && picture.alt !== "") around.textContent = picture.alt;
      else around.remove();
    }
    return { kind: "picture", markdown: "", text: picture.alt, picture };
  });
  for (const element of [holder, ...holder.querySelectorAll("p")]) trimBreaks(element);
  for (const anchor of holder.querySelectorAll("a[href]")) if (isEmpty(anchor)) anchor.remove();
  const markdown = markdownOf(holder);
  const lines = linesOf(holder, true);
  const text = linesOf(holder).join(" ");
  if (markdown === "" || (text === "" && name !== "HR")) return pictures;
  const within = pictures.map((block) =>
    block.picture ? { ...block, picture: { ...block.picture, isWithin: true } } : block,
  );
  const level = /^H([1-6])$/.exec(name)?.[1];
  const kind = level ? "heading" : (kinds[name] ?? "paragraph");
  const written = kind === "paragraph" ? escapeLineStarts(markdown) : markdown;
  return [{ kind, markdown: written, text, lines, ...(level ? { level: Number(level) } : {}) }, ...within];
}

/** Takes line ends from the beginning and the end of an element: a picture stood there. */
function trimBreaks(element: Element): void {
  for (const side of ["firstChild", "lastChild"] as const) {
    while (element[side]?.nodeName === "BR" || (element[side]?.nodeType === 3 && !element[side].textContent?.trim()))
      element[side]?.remove();
  }
}

const isEmpty = (anchor: Element) => (anchor.textContent ?? "").trim() === "" && anchor.querySelector("img") === null;

/** A line that begins as an item of a list does on paper. */
const BULLET = /^(?:[•·●▪◦‣■□➢➤✓✔\uf0a7\uf0b7\uf0d8]|[o§](?=[ \t\u00a0]{2}))[ \t\u00a0]*(?=\S)/u;

/** Paragraphs, or lines of one, that begin with a bullet become the items of a list. */
function bulletLists(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    for (const part of block.kind === "paragraph" ? partsOf(block) : [block]) {
      const before = all.at(-1);
      if (part.kind === "list" && block.kind === "paragraph" && before?.markdown.startsWith("- "))
        all.splice(-1, 1, joined(before, part));
      else all.push(part);
    }
  }
  return all;
}

/** A paragraph as lists and paragraphs, cut at its own line ends; what follows an item without a bullet belongs to it. */
function partsOf(block: Block): Block[] {
  const lines = block.markdown.split("\\\n");
  if (!lines.some((line) => BULLET.test(line))) return [block];
  const first = lines.findIndex((line) => BULLET.test(line));
  const above = lines.slice(0, first).join("\\\n").trim();
  const items: string[] = [];
  for (const line of lines.slice(first)) {
    if (BULLET.test(line)) items.push(line.replace(BULLET, ""));
    else if (line.trim() !== "") items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  const cut = above === "" ? 0 : first;
  const words = block.lines ?? [block.text];
  const part = (kind: Block["kind"], markdown: string, lines: readonly string[]): Block => ({
    kind,
    markdown,
    text: lines.join(" "),
    lines,
  });
  const written = items.map((item) => `- ${item.trim().replace(/\n/g, "\n  ")}`).join("\n");
  const list = part("list", written, words.slice(cut));
  return above === "" ? [list] : [part("paragraph", above, words.slice(0, cut)), list];
}

function joined(one: Block, other: Block): Block {
  return {
    kind: "list",
    markdown: `${one.markdown}\n${other.markdown}`,
    text: `${one.text} ${other.text}`,
    lines: [...(one.lines ?? [one.text]), ...(other.lines ?? [other.text])],
  };
}

/** Headings so that none is more than one level below the one above it: the title of the release is the first level. */
export function inOrder(blocks: readonly Block[]): Block[] {
  const used = [...new Set(blocks.flatMap(({ level }) => level ?? []))].toSorted();
  let before = 1;
  return blocks.map((block) => {
    if (block.level === undefined) return block;
    const depth = Math.min(used.indexOf(block.level) + 2, before + 1, 6);
    before = depth;
    return { ...block, markdown: block.markdown.replace(/^#+/, "#".repeat(depth)) };
  });
}
