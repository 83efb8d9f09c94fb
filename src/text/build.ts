import type { Token } from "markdown-it";
import type { WholeUrl } from "../model/address.ts";
import { directionOf } from "./names.ts";
import { changed, token } from "./tokens.ts";

/** The tokens of words on one line, as in a parsed text. */
export type Inline = readonly Token[];

/** The tokens of blocks below each other, as in a parsed text. */
export type Blocks = readonly Token[];

/** Returns tokens between those that open and close an element. */
function within(type: string, tag: string, inside: readonly Token[], both?: Partial<Token>, attrs?: Token["attrs"]) {
  const open = token(`${type}_open`, tag, 1, { ...both, ...(attrs ? { attrs } : {}) });
  return [open, ...inside, token(`${type}_close`, tag, -1, both)];
}

/** Returns plain words, as a passage of their language if one is given. Nothing in them is read as Markdown. */
export function words(text: string, lang?: string): Inline {
  const said = [token("text", "", 0, { content: text })];
  if (lang === undefined) return said;
  return within("passage", "span", said, {}, Object.entries({ lang, dir: directionOf(lang) }));
}

/** Returns important words. */
export function strong(inside: Inline): Inline {
  return within("strong", "strong", inside, { markup: "**" });
}

/** Returns words that link to a whole address, because writers add the site's folder to addresses that begin with /. */
export function linked(inside: Inline, href: WholeUrl): Inline {
  return within("link", "a", inside, {}, [["href", href]]);
}

/** Returns lines of one paragraph. */
export function lines(all: readonly Inline[]): Inline {
  return all.flatMap((line, index) => (index === 0 ? line : [token("hardbreak", "br", 0), ...line]));
}

/** Returns a picture by the name under which the options of a writer have its address. */
export function image(file: string, alt: string): Token {
  return token("image", "img", 0, { attrs: [["src", encodeURI(file)]], children: alt === "" ? [] : [...words(alt)] });
}

/** Returns a picture in place of a paragraph. */
export function figure(picture: Token): Blocks {
  return [token("figure", "", 0, { children: [picture] })];
}

/** Returns the one child of a paragraph or heading. */
const inlineOf = (inside: Inline): Token[] => [token("inline", "", 0, { children: [...inside], block: true })];

/** Returns a paragraph; a hidden one has no element of its own, as in the items of a tight list. */
export function paragraph(inside: Inline, hidden = false): Blocks {
  return within("paragraph", "p", inlineOf(inside), { block: true, hidden });
}

/** Returns the caption below a picture. */
export function caption(inside: Inline): Blocks {
  return paragraph(inside).map((part) => Object.assign(part, { meta: { isCaption: true } }));
}

/** Returns a heading of a level, 1 to 6. */
export function heading(level: number, inside: Inline): Blocks {
  return within("heading", `h${level}`, inlineOf(inside), { block: true });
}

/** Returns a list whose items are blocks. */
export function list(items: readonly Blocks[]): Blocks {
  const block = { block: true };
  return within(
    "bullet_list",
    "ul",
    items.flatMap((item) => within("list_item", "li", item, block)),
    block,
  );
}

/** Returns a list of lines. */
export function listOfLines(items: readonly Inline[]): Blocks {
  return list(items.map((item) => paragraph(item, true)));
}

/** Returns a horizontal line. */
export function rule(): Blocks {
  return [token("hr", "hr", 0, { block: true })];
}

/** Returns blocks with their pictures replaced, alone in a paragraph or among words. */
export function withPictures(
  blocks: Blocks,
  inPlaceOf: { readonly alone: (picture: Token) => Blocks; readonly inLine: (picture: Token) => Inline },
): Blocks {
  return blocks.flatMap((block) => {
    const [first] = block.children ?? [];
    if (block.type === "figure" && first) return inPlaceOf.alone(first);
    if (!block.children?.some(({ type }) => type === "image")) return [block];
    const children = block.children.flatMap((child) => (child.type === "image" ? inPlaceOf.inLine(child) : [child]));
    return [changed(block, { children })];
  });
}

/** Returns blocks whose footnotes are numbered after others that come before. */
export function withLaterFootnotes(blocks: Blocks, before: number): Blocks {
  if (before === 0) return blocks;
  return blocks.map((block): Token => {
    const meta = /^footnote_(?:ref|open|anchor)$/.test(block.type)
      ? { ...block.meta, id: Number(block.meta?.id) + before }
      : block.meta;
    const children = block.children ? [...withLaterFootnotes(block.children, before)] : block.children;
    return meta === block.meta && !children ? block : changed(block, { meta, children });
  });
}

/** Returns how many footnotes blocks have. */
export function footnotesIn(blocks: Blocks): number {
  return blocks.filter(({ type }) => type === "footnote_open").length;
}
