import { SaxesParser, type SaxesTagNS } from "saxes";
import { attempt } from "../model/attempt.ts";
import { type Read, read, wrong } from "../model/problem.ts";
import { escapeHtml } from "../text/escape.ts";
import { active, attributes, elements, properties, withText } from "./drawing-parts.ts";
import { cleanDeclarations, cleanSheet, type DrawingFault, harmless, Refused } from "./drawing-styles.ts";

const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";
const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";

/** The most elements inside each other, and in all, counting everything that `use` repeats. More would stop a browser. */
const DEEPEST = 200;
const MOST = 100_000;

/** An element of a drawing as it is published. */
interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Node | string)[];
}

/** Encodings that write plain Latin letters as UTF-8 does. */
const LATIN = /^(?:us-ascii|ascii|iso-8859-\d+|windows-125\d|latin1)$/i;

/**
 * Returns a drawing (SVG) with only known elements and attributes, written anew. Data that programs store in it for themselves is left
 * out. Scripts, links, other documents and external addresses are a fault, because somebody put them there.
 */
export function cleanDrawing(bytes: Uint8Array): Read<string, DrawingFault> {
  try {
    const text = attempt(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (text === undefined) return wrong("encoding");
    const root = parsed(text);
    weigh(root);
    return read(`${written(root)}\n`);
  } catch (error) {
    return wrong(error instanceof Refused ? error.fault : "unreadable");
  }
}

function parsed(text: string): Node {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const open: Node[] = [];
  let root: Node | undefined;
  let own: string | undefined;
  /** The number of open elements that are left out. */
  let outside = 0;
  let count = 0;
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    const isPlain = /^utf-?8$/i.test(encoding) || (LATIN.test(encoding) && !/[^\0-\x7f]/.test(text));
    if (!isPlain) throw new Refused("encoding");
  });
  parser.on("doctype", (doctype) => {
    // Old programs name the version of SVG here. An internal subset may declare anything.
    if (doctype.includes("[")) throw new Refused("active");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (/^xml-?stylesheet$/i.test(target)) throw new Refused("active");
  });
  parser.on("opentag", (tag) => {
    if (++count > MOST || open.length + outside >= DEEPEST) throw new Refused("unreadable");
    if (tag.uri === XHTML) throw new Refused("active");
    if (root === undefined) {
      own = tag.uri;
      if (tag.local !== "svg" || !["", SVG].includes(own)) throw new Refused("unreadable");
    }
    if (tag.uri === own && active.has(tag.local.toLowerCase())) throw new Refused("active");
    if (outside > 0 || tag.uri !== own || !elements.has(tag.local)) {
      outside++;
      return;
    }
    const node: Node = { name: tag.local, attributes: attributesOf(tag), children: [] };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on("closetag", () => {
    if (outside > 0) outside--;
    else open.pop();
  });
  const say = (words: string) => {
    const node = open.at(-1);
    if (outside === 0 && node && withText.has(node.name)) node.children.push(words);
  };
  parser.on("text", say);
  parser.on("cdata", say);
  parser.write(text).close();
  if (!root) throw new Refused("unreadable");
  return root;
}

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const kept = new Map<string, string>();
  for (const { uri, prefix, local, value } of Object.values(tag.attributes)) {
    if (local === "href" && (uri === "" || uri === XLINK)) {
      if (!/^\s*#[^\s#]+\s*$/.test(value)) throw new Refused("active");
      // If both are given, the one without a prefix counts.
      if (uri === "" || !kept.has("href")) kept.set("href", value.trim());
    } else if (uri === XML) {
      if (local === "space" || local === "lang") kept.set(`xml:${local}`, value);
    } else if (uri === "" && prefix === "") {
      if (/^on/i.test(local)) throw new Refused("active");
      const clean = cleanValue(local, value);
      if (clean !== undefined) kept.set(local, clean);
    }
  }
  return kept;
}

function cleanValue(name: string, value: string): string | undefined {
  if (name === "style") return cleanDeclarations(value);
  if (properties.has(name)) return harmless(value);
  return attributes.has(name) || /^aria-[a-z]+$/.test(name) ? value : undefined;
}

/** Throws if a drawing repeats its parts so often, or in a circle, that no browser can draw it. */
function weigh(root: Node): void {
  const byId = new Map<string, Node>();
  const collect = (node: Node): void => {
    const id = node.attributes.get("id");
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    for (const child of node.children) if (typeof child !== "string") collect(child);
  };
  collect(root);
  const weights = new Map<Node, number>();
  const weightOf = (node: Node, depth: number): number => {
    const known = weights.get(node);
    if (known !== undefined) return known;
    if (depth > DEEPEST) throw new Refused("unreadable");
    const used = node.name === "use" ? byId.get(node.attributes.get("href")?.slice(1) ?? "") : undefined;
    const below = [...node.children, ...(used ? [used] : [])];
    const weight = below.reduce((sum, child) => sum + (typeof child === "string" ? 0 : weightOf(child, depth + 1)), 1);
    if (weight > MOST) throw new Refused("unreadable");
    weights.set(node, weight);
    return weight;
  };
  weightOf(root, 0);
}

function written({ name, attributes: kept, children }: Node): string {
  const inner =
    name === "style"
      ? escapeHtml(sheetOf(kept, children))
      : children.map((child) => (typeof child === "string" ? escapeHtml(child) : written(child))).join("");
  const xmlns = name === "svg" ? ` xmlns="${SVG}"` : "";
  const all = [...kept].map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("");
  return inner === "" ? `<${name}${xmlns}${all}/>` : `<${name}${xmlns}${all}>${inner}</${name}>`;
}

function sheetOf(kept: ReadonlyMap<string, string>, children: Node["children"]): string {
  const isCss = /^(?:text\/css)?$/i.test(kept.get("type") ?? "");
  return isCss ? cleanSheet(children.filter((child) => typeof child === "string").join("")) : "";
}
