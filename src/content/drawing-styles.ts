import postcss, { type AtRule, type Declaration, type Node } from "postcss";
import { functions, properties } from "./drawing-parts.ts";

/** Why a drawing cannot be published: it does more than be looked at, nobody can read it, or not for certain. */
export type DrawingFault = "active" | "unreadable" | "encoding";

export class Refused extends Error {
  readonly fault: DrawingFault;

  constructor(fault: DrawingFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A value that a browser reads as a style; throws where it names anything but a part of the drawing itself. */
export function harmless(value: string): string {
  // An escape or a remark spells a name so that no look finds it; braces would end the rule that a value stands in.
  if (/[\\{}]|\/\*/.test(value)) throw new Refused("active");
  for (const [, name = "", rest = ""] of value.matchAll(/([^\s(),/'"]*)\((?=(.*))/gs)) {
    if (name !== "" && !functions.has(name.toLowerCase())) throw new Refused("active");
    if (name.toLowerCase() === "url" && !/^\s*(["']?)#[^"'()\s]+\1\s*\)/.test(rest)) throw new Refused("active");
  }
  return value;
}

/** The declarations of a style attribute that are known. */
export function cleanDeclarations(style: string): string {
  const [rule, ...others] = postcss.parse(`a{${style}}`).nodes;
  if (rule?.type !== "rule" || others.length > 0) throw new Refused("active");
  return rule.nodes.map(declaration).join("");
}

/** The rules of a style sheet that are known: no other sheets, no fonts, nothing that moves. */
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
