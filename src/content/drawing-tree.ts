import { escapeHtml } from "../text/escape.ts";
import { cleanSheet, Refused } from "./drawing-styles.ts";

export const SVG = "http://www.w3.org/2000/svg";

/** The most elements inside each other, and in all, counting everything that `use` repeats. More would stop a browser. */
export const DEEPEST = 200;
export const MOST = 100_000;

/** An element of a drawing as it is published. */
export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Node | string)[];
}

/** Throws if a drawing repeats its parts so often, or in a circle, that no browser can draw it. */
export function weigh(root: Node): void {
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

export function written({ name, attributes: kept, children }: Node): string {
  const inner = name === "style" ? escapeHtml(sheetOf(kept, children)) : children.map(writtenChild).join("");
  const xmlns = name === "svg" ? ` xmlns="${SVG}"` : "";
  const all = [...kept].map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join("");
  return inner === "" ? `<${name}${xmlns}${all}/>` : `<${name}${xmlns}${all}>${inner}</${name}>`;
}

function writtenChild(child: Node | string): string {
  return typeof child === "string" ? escapeHtml(child) : written(child);
}

function sheetOf(kept: ReadonlyMap<string, string>, children: Node["children"]): string {
  const isCss = /^(?:text\/css)?$/i.test(kept.get("type") ?? "");
  return isCss ? cleanSheet(children.filter((child) => typeof child === "string").join("")) : "";
}
