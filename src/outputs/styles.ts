import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { buildSync } from "esbuild";
import { type ChildNode, parse } from "postcss";
import type { Press } from "../model/press.ts";
import type { Site } from "../model/site.ts";
import { fontStyles } from "./fonts.ts";

/** A page's style sheet, to stand in the page itself, and the word that lets a Content-Security-Policy pass it. */
export interface Styles {
  readonly css: string;
  /** `sha256-…`, CSP Level 3. */
  readonly csp: string;
}

const FOLDER = "assets/styles";

/** Classes that only the script gives to something. */
const SCRIPTED = ["copy", "sr"];
const SCRIPTED_ELEMENTS = ["button", "p", "b"];

/**
 * All style sheets of the site and its theme as one, from which each page takes the rules for the elements, classes and
 * languages that it has. The base comes first, the print sheet last, so that the order never depends on names.
 */
export class StyleSheet {
  readonly #parts: readonly Part[];

  constructor(press: Pick<Press, "site" | "files">) {
    const names = readdirSync(FOLDER)
      .filter((name) => name.endsWith(".css") && name !== "base.css" && name !== "print.css")
      .toSorted();
    const sheets = ["base.css", ...names, "print.css"].map((name) => `@import "./${FOLDER}/${name}";`);
    const { outputFiles } = buildSync({
      stdin: {
        contents: [...sheets, fontStyles(press), themeOf(press.site)].join("\n"),
        loader: "css",
        resolveDir: process.cwd(),
      },
      bundle: true,
      minify: true,
      write: false,
      legalComments: "none",
      external: ["*.woff2", "*.ttf", "*.otf"],
      target: ["chrome111", "firefox113", "safari16.4"],
    });
    this.#parts = parse(outputFiles[0]?.text.trim() ?? "").nodes.flatMap(partOf);
  }

  /** The rules that a page needs. `html` is the page without them. */
  for(html: string): Styles {
    const classes = new Set(SCRIPTED);
    const elements = new Set(SCRIPTED_ELEMENTS);
    for (const [, names = ""] of html.matchAll(/ class="([^"]*)"/g))
      for (const name of names.split(" ")) classes.add(name);
    for (const [, name = ""] of html.matchAll(/<([a-z][a-z0-9]*)/g)) elements.add(name);
    for (const [, lang = ""] of html.matchAll(/ lang="([a-z]+)/g)) classes.add(`:lang(${lang})`);
    const css = this.#parts.map((part) => textOf(part, classes, elements)).join("");
    return { css, csp: `sha256-${createHash("sha256").update(css).digest("base64")}` };
  }

  /** Puts the rules that a page needs into it, where the layout has left the place for them. */
  into(html: string): string {
    const { css, csp } = this.for(html);
    return html.replace("'styles'", `'${csp}'`).replace("<style></style>", () => `<style>${css}</style>`);
  }

  /** All rules, as a fingerprint's part. */
  toString(): string {
    return JSON.stringify(this.#parts);
  }
}

/** A rule with its selectors apart, a group of rules under a condition, or anything else as it stands. */
type Part =
  | { readonly selectors: readonly Selector[]; readonly block: string }
  | { readonly condition: string; readonly parts: readonly Part[] }
  | { readonly text: string };

interface Selector {
  readonly text: string;
  /** Classes, and languages as `:lang(ru)`. */
  readonly classes: readonly string[];
  readonly elements: readonly string[];
}

function partOf(node: ChildNode): Part[] {
  if (node.type === "rule") {
    const block = `{${node.nodes.map((inner) => String(inner).replace(/^(--[\w-]+): /, "$1:")).join(";")}}`;
    return [{ selectors: node.selectors.map(selectorOf), block }];
  }
  if (node.type === "atrule" && node.nodes && node.name !== "font-face" && node.name !== "page")
    return [
      { condition: `@${node.name}${node.raws.afterName ?? " "}${node.params}`, parts: node.nodes.flatMap(partOf) },
    ];
  return node.type === "comment" ? [] : [{ text: `${node}${node.type === "atrule" && !node.nodes ? ";" : ""}` }];
}

/** What must be on a page for a selector to meet something there. What stands in brackets only narrows it. */
function selectorOf(text: string): Selector {
  const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/g, "").replace(/::?[\w-]+/g, "");
  return {
    text,
    classes: [
      ...[...bare.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name),
      ...(text.match(/:lang\([a-z]+\)/g) ?? []),
    ],
    elements: bare.replace(/\.[\w-]+/g, " ").match(/[a-z][a-z0-9]*/g) ?? [],
  };
}

function textOf(part: Part, classes: ReadonlySet<string>, elements: ReadonlySet<string>): string {
  if ("text" in part) return part.text;
  if ("condition" in part) {
    const inner = part.parts.map((nested) => textOf(nested, classes, elements)).join("");
    return inner === "" ? "" : `${part.condition}{${inner}}`;
  }
  const met = part.selectors.filter(
    (selector) =>
      selector.classes.every((name) => classes.has(name)) && selector.elements.every((name) => elements.has(name)),
  );
  return met.length === 0 ? "" : `${met.map(({ text }) => text).join(",")}${part.block}`;
}

function themeOf({ theme }: Pick<Site, "theme">): string {
  const values = (["brand", "action", "accent", "radius"] as const).flatMap((name) =>
    theme?.[name] === undefined ? [] : [`--${name}:${theme[name]}`],
  );
  return values.length === 0 ? "" : `:root{${values.join(";")}}`;
}
