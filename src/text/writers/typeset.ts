import type { Token } from "markdown-it";
import { saidOf } from "../grammar/figures.ts";
import { isolatedTokens } from "../isolate.ts";
import { addressOf, type LinkOptions } from "../links.ts";
import { directionOf } from "../names.ts";
import type { Parsed } from "../text.ts";
import { noteNumber } from "../tokens.ts";
import { isTightList, type Node, noteBlocks, rowsOf, startOf, treeOf, wordsOf } from "./tree.ts";

/** The words of a line for a template of Typst: strings, which it shows literally, and marked words. */
export type Words = readonly (string | Marked)[];

type Marked =
  | { readonly is: "strong" | "em" | "s" | "sub" | "sup"; readonly words: Words }
  | { readonly is: "link"; readonly to: string; readonly words: Words }
  | ({ readonly is: "passage"; readonly words: Words } & Language)
  | { readonly is: "code"; readonly text: string }
  | { readonly is: "break" }
  | { readonly is: "reference"; readonly number: number; readonly isFirst: boolean }
  | { readonly is: "image"; readonly file: string; readonly alt: string };

/** A language as Typst knows it. */
interface Language {
  readonly lang: string;
  readonly region: string | null;
  readonly dir: "ltr" | "rtl";
}

/** The classes of quotes that are not short. */
const QUOTES = ["long", "quiet"] as const;

/** A block of a text for a template of Typst. */
export type Block =
  | { readonly is: "paragraph" | "caption" | "attribution"; readonly words: Words }
  | { readonly is: "heading"; readonly level: number; readonly words: Words }
  | { readonly is: "figure"; readonly file: string; readonly alt: string }
  | { readonly is: "quote"; readonly form: "short" | (typeof QUOTES)[number]; readonly blocks: readonly Block[] }
  | { readonly is: "blockquote"; readonly blocks: readonly Block[] }
  | ({ readonly is: "passage"; readonly blocks: readonly Block[] } & Language)
  | {
      readonly is: "list";
      readonly start: number | null;
      readonly isTight: boolean;
      readonly items: readonly Block[][];
    }
  | { readonly is: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly Words[])[] }
  | { readonly is: "code"; readonly text: string }
  | { readonly is: "rule" }
  | { readonly is: "note"; readonly number: number; readonly blocks: readonly Block[] };

/** How a text is set. */
export interface TypesetOptions extends LinkOptions {
  /** Whether the surrounding text runs from right to left. */
  readonly isRightToLeft?: boolean;
  /** The available pictures: name in the text → name for the template. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** Returns a language as Typst knows it, without the parts of a tag that it does not know. */
export function typesetLanguage(tag: string, dir: "ltr" | "rtl"): Language {
  const { language, region } = new Intl.Locale(tag);
  return { lang: language, region: region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null, dir };
}

/** Returns a text as data for a template of Typst, which never reads words in it as code. */
export function typeset({ tokens, lang }: Parsed, options: TypesetOptions): Block[] {
  const isRightToLeft = directionOf(lang) === "rtl";
  return blocksOf(treeOf(isolatedTokens(tokens, lang)), { ...options, isRightToLeft });
}

function blocksOf(nodes: readonly Node[], options: TypesetOptions): Block[] {
  return nodes.flatMap((node) => (writers[node.kind] ?? inner)(node, options));
}

type Writer = (node: Node, options: TypesetOptions) => readonly Block[];

const inner: Writer = ({ inside }, options) => blocksOf(inside, options);

const list: Writer = (node, options) => [
  {
    is: "list",
    start: node.kind === "ordered_list" ? startOf(node.token) : null,
    isTight: isTightList(node),
    items: node.inside.map(({ inside }) => blocksOf(inside, options)),
  },
];

const writers: Readonly<Record<string, Writer>> = {
  paragraph: (node, options) => {
    const words = wordsIn(wordsOf(node), options);
    return words.length === 0 ? [] : [{ is: node.token.meta?.isCaption ? "caption" : "paragraph", words }];
  },
  heading: (node, options) => {
    const words = wordsIn(wordsOf(node), options);
    return words.length === 0 ? [] : [{ is: "heading", level: Number(node.token.tag[1]), words }];
  },
  attribution: (node, options) => [{ is: "attribution", words: wordsIn(wordsOf(node), options) }],
  figure: ({ token }, options) => {
    const { file, alt = "" } = token.children?.[0] ? saidOf(token.children[0]) : { file: "" };
    const picture = pictureIn(file, options);
    if (picture !== undefined) return [{ is: "figure", file: picture, alt }];
    return alt === "" ? [] : [{ is: "paragraph", words: [alt] }];
  },
  quote: ({ token, inside }, options) => [
    {
      is: "quote",
      form: QUOTES.find((form) => String(token.attrGet("class")).split(" ").includes(form)) ?? "short",
      blocks: inside.flatMap((part) => (part.kind === "blockquote" ? inner(part, options) : blocksOf([part], options))),
    },
  ],
  blockquote: ({ inside }, options) => [{ is: "blockquote", blocks: blocksOf(inside, options) }],
  container_passage: ({ token, inside }, options) => [
    { is: "passage", ...languageOf(token), blocks: blocksOf(inside, options) },
  ],
  bullet_list: list,
  ordered_list: list,
  table: (node, options) => {
    const rows = rowsOf(node);
    const columns = (rows[0] ?? []).map(({ token }) => String(token.attrGet("class") ?? "start"));
    return columns.length === 0
      ? []
      : [{ is: "table", columns, rows: rows.map((cells) => cells.map((cell) => wordsIn(wordsOf(cell), options))) }];
  },
  fence: ({ token }) => [{ is: "code", text: token.content.trimEnd() }],
  hr: () => [{ is: "rule" }],
  footnote: (node, options) => [
    { is: "note", number: noteNumber(node.token), blocks: blocksOf(noteBlocks(node), options) },
  ],
};

function languageOf(token: Token): Language {
  return typesetLanguage(String(token.attrGet("lang")), token.attrGet("dir") === "rtl" ? "rtl" : "ltr");
}

function pictureIn(file: string, { pictures }: TypesetOptions): string | undefined {
  return Object.hasOwn(pictures, file) ? pictures[file] : undefined;
}

const MARKS = ["strong", "em", "s", "sub", "sup"] as const;

/** Returns the marked words between an opening token and its end. */
function marked(open: Token, words: Words, options: TypesetOptions): Words {
  const kind = open.type.replace(/_open$/, "");
  const mark = MARKS.find((each) => each === kind);
  if (mark) return [{ is: mark, words }];
  if (kind === "speaker") return [{ is: "strong", words }];
  if (kind === "passage") return [{ is: "passage", ...languageOf(open), words }];
  if (kind !== "link") return words;
  const to = addressOf(String(open.attrGet("href")), options);
  if (!/^(?:https?|mailto|tel):./i.test(to) || to.length > LONGEST_ADDRESS) return words;
  return [{ is: "link", to, words: options.isRightToLeft ? words.map(isolatedAddress) : words }];
}

/** Isolates an address, so that it runs from left to right everywhere. */
function isolatedAddress(part: string | Marked): string | Marked {
  return typeof part === "string" && /^(?:https?:|www\.|[\w.+-]+@)\S+$/.test(part) ? `\u2066${part}\u2069` : part;
}

/** The longest address of a link. PDF readers need not accept longer ones. */
const LONGEST_ADDRESS = 2000;

function wordsIn(tokens: readonly Token[], options: TypesetOptions): Words {
  const levels: { readonly open?: Token; readonly words: (string | Marked)[] }[] = [{ words: [] }];
  const add = (...words: Words) => levels.at(-1)?.words.push(...words);
  for (const token of tokens) {
    const { type, nesting, content } = token;
    if (nesting === 1) levels.push({ open: token, words: [] });
    else if (nesting === -1) {
      const { open, words } = (levels.length > 1 && levels.pop()) || { words: [] };
      if (open && words.length > 0) add(...marked(open, words, options));
    } else if (type === "softbreak") add(" ");
    else if (type === "hardbreak") add({ is: "break" });
    else if (type === "code_inline") add({ is: "code", text: content });
    else if (type === "footnote_ref")
      add({ is: "reference", number: noteNumber(token), isFirst: Number(token.meta?.subId ?? 0) === 0 });
    else if (type === "image") {
      const { file, alt = "" } = saidOf(token);
      const picture = pictureIn(file, options);
      if (picture !== undefined) add({ is: "image", file: picture, alt });
      else if (alt !== "") add(alt);
    } else if (content !== "") add(content);
  }
  return levels[0]?.words ?? [];
}
