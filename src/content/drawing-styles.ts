import postcss, { type AtRule, type Declaration, type Node } from "postcss";
import { functions, properties } from "./drawing-parts.ts";

/** Why a drawing cannot be published: it does more than draw, it cannot be read, or its encoding is not certain. */
export type DrawingFault = "active" | "unreadable" | "encoding";

export class Refused extends Error {
  readonly fault: DrawingFault;

  constructor(fault: DrawingFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Returns a value that browsers read as a style; throws if it refers to anything but a part of the drawing. */
export function harmless(value: string): string {
  // An escape or a comment can hide a name from this check, and a brace would end the rule of the value.
  if (/[\\{}]|\/\*/.test(value)) throw new Refused("active");
  for (const [, name = "", rest = ""] of value.matchAll(/([^\s(),/'"]*)\((?=(.*))/gs)) {
    if (name !== "" && !functions.has(name.toLowerCase())) throw new Refused("active");
    if (name.toLowerCase() === "url" && !/^\s*(["']?)#[^"'()\s]+\1\s*\)/.test(rest)) throw new Refused("active");
  }
  return value;
}

/** Returns the known declarations of a style attribute. */
export function cleanDeclarations(style: string): string {
  const [rule, ...others] = postcss.parse(`a{${style}}`).nodes;
  if (rule?.type !== "rule" || others.length > 0) throw new Refused("active");
  return rule.nodes.map(declaration).join("");
}

/** Returns the known rules of a style sheet: no imports, no fonts, no animation. */
export function cleanSheet(css: string): string {
  return postcss.parse(css).nodes.map(rule).join("");
}

function rule(node: Node): string {
  switch (node.type) {
    case "rule": {
      const { selector, nodes } = node as postcss.Rule;
      if (/[\\<{}@]/.test(selector)) throw new Refused("active");
      const inner = nodes.map(declaration).join("");
      return inner === "" ? "" : `${selector}{${inner}}`;
    }
    case "atrule": {
      const { name, params, nodes = [] } = node as AtRule;
      if (/^(?:-\w+-)?keyframes$|^charset$/i.test(name)) return "";
      if (name.toLowerCase() !== "media" || /[\\<{}@;]/.test(params)) throw new Refused("active");
      return `@media ${params}{${nodes.map(rule).join("")}}`;
    }
    default:
      return "";
  }
}

function declaration(node: Node): string {
  if (node.type !== "decl") return "";
  const { prop, value, important } = node as Declaration;
  const name = prop.toLowerCase();
  return properties.has(name) ? `${name}:${harmless(value)}${important ? "!important" : ""};` : "";
}
