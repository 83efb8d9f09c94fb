import { createHash } from "node:crypto";
import { type ChildNode, parse } from "postcss";
import { sha256 } from "../model/hash.ts";
import { memoized } from "../model/memo.ts";
import type { OutputFile } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { Site } from "../model/site.ts";
import { namesInBoth, overridable } from "../roots.ts";
import { bundle } from "./bundle.ts";
import { fontStyles } from "./fonts.ts";

/** A page's style sheet, for the page itself, and its CSP hash source. */
export interface Styles {
  readonly css: string;
  /** `sha256-…`, CSP Level 3. */
  readonly csp: string;
}

const FOLDER = "assets/styles";

/** Elements and classes that only the script adds, and whose rules are in the page's own styles. */
const SCRIPTED = [".sr", "button", "p", "b"];

/**
 * All style sheets of the site and its theme as one, from which each page takes the rules for the elements, classes and
 * languages that it has. The base comes first, so that the order never depends on names. What stands behind the link to the
 * sheet that all pages share is not shown before that is there: it takes the rules of its components from it.
 */
export class StyleSheet {
  readonly #base: readonly Part[];
  readonly #components: readonly Part[];
  readonly #theme: readonly Part[];
  /** Everything that a rule can ask for, with its place in the key of the cache. */
  readonly #asked: ReadonlyMap<string, number>;
  /** The style sheet that all pages share: rules for the lower part of pages, for print, and for interaction. */
  readonly later: { readonly file: string; readonly css: string };
  readonly sheets: Sheets;
  /** Cache: value of an attribute `class` → the places of its classes, and its tones. */
  readonly #classes = new Map<string, { readonly places: readonly number[]; readonly tones: readonly string[] }>();
  /** Cache: what a page has → its rules without those for tones, of which nearly each page has others. */
  readonly #made = new Map<string, string>();

  constructor(press: Pick<Press, "site" | "files">, sheets = sheetsOf(press)) {
    this.#base = partsOf(sheets.base);
    this.#components = partsOf(sheets.components);
    this.#theme = partsOf(sheets.theme);
    const asked = new Set([...this.#base, ...this.#components, ...this.#theme].flatMap(askedBy));
    this.#asked = new Map([...asked].map((token, place) => [token, place]));
    this.later = sheets.later;
    this.sheets = sheets;
  }

  /** The rules that a page needs. `html` is the page without them. */
  for(html: string): Styles {
    const link = html.indexOf(LINK);
    const found: Found = { where: new Uint8Array(this.#asked.size), tones: new Set() };
    for (const token of SCRIPTED) this.#find(found, token, ABOVE);
    this.#findIn(found, link === -1 ? html : html.slice(0, link), ABOVE);
    if (link !== -1) this.#findIn(found, html.slice(link), BELOW);
    const key = Buffer.from(found.where.buffer).toString("latin1");
    const rules = this.#made.get(key) ?? this.#rulesFor(found);
    this.#made.set(key, rules);
    const css = [rules, ...[...found.tones].toSorted().map((tone) => `${tone}{background:#${tone.slice(-3)}}`)].join(
      "",
    );
    return { css, csp: `sha256-${createHash("sha256").update(css).digest("base64")}` };
  }

  #rulesFor({ where }: Found): string {
    const tokens = [...this.#asked].filter(([, place]) => where[place]);
    const all = new Set(tokens.map(([token]) => token));
    const above = new Set(tokens.filter(([, place]) => where[place] === ABOVE).map(([token]) => token));
    return [
      ...this.#base.map((part) => textOf(part, all)),
      ...this.#components.map((part) => textOf(part, above)),
      ...this.#theme.map((part) => textOf(part, all)),
    ].join("");
  }

  /** Finds the elements, classes and languages of a part of a page. */
  #findIn(found: Found, html: string, where: Where): void {
    let isMenu = false;
    for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) {
      if (!isSmallLetter(html.charCodeAt(at + 1))) continue;
      const end = html.indexOf(">", at);
      const tag = html.slice(at, end === -1 ? html.length : end);
      const [name = ""] = NAME.exec(tag) ?? [];
      this.#find(found, name, where);
      const classes = attribute(tag, ' class="');
      if (classes !== undefined) {
        const { places, tones } = this.#classesIn(classes);
        for (const place of places) found.where[place] ||= where;
        for (const tone of tones) found.tones.add(tone);
      }
      // The languages in a menu are not those of the page's text, so that rules for them are not needed.
      if (name === "ul") isMenu = tag === MENU || tag.startsWith(`${MENU} `);
      else isMenu &&= name === "li" || name === "a";
      const lang = isMenu ? undefined : attribute(tag, ' lang="');
      if (lang !== undefined) this.#find(found, `:lang(${/^[a-z]*/.exec(lang)?.[0]})`, where);
    }
  }

  #find({ where }: Found, token: string, at: Where): void {
    const place = this.#asked.get(token);
    if (place !== undefined) where[place] ||= at;
  }

  #classesIn(classes: string) {
    const known = this.#classes.get(classes);
    if (known) return known;
    // A copy, because a piece of a string keeps the whole page in memory.
    const own = Buffer.from(classes).toString();
    const tokens = own.split(" ").map((each) => `.${each}`);
    const made = {
      places: tokens.flatMap((token) => this.#asked.get(token) ?? []),
      tones: tokens.filter((token) => TONE.test(token)),
    };
    this.#classes.set(own, made);
    return made;
  }

  /** Inserts the rules that a page needs, and their hash source, at the placeholders of the layout. */
  into(html: string): string {
    const word = html.indexOf(WORD);
    const place = html.indexOf(PLACE, word);
    if (word === -1 || place === -1) return html;
    const { css, csp } = this.for(html);
    return `${html.slice(0, word)}'${csp}'${html.slice(word + WORD.length, place)}<style>${css}</style>${html.slice(place + PLACE.length)}`;
  }

  /** Returns all rules, as a part of a hash. */
  toString(): string {
    return JSON.stringify([this.#base, this.#theme, this.later.file]);
  }
}

/** All style sheets, minified: the threads of a build get them from the first one. */
export type Sheets = ReturnType<typeof sheetsOf>;

function sheetsOf(press: Pick<Press, "site" | "files">) {
  return {
    base: minified([imported("base.css")]),
    components: minified(componentNames().map(imported)),
    theme: minified([], fontStyles(press), themeOf(press.site)),
    later: laterStyles(),
  };
}

function imported(name: string): string {
  return `@import ${JSON.stringify(overridable(`${FOLDER}/${name}`))};`;
}

/** Returns rules, minified for browsers: those of imported style sheets, and others. */
export function minified(imports: readonly string[], ...more: readonly string[]): string {
  return bundle({
    stdin: { contents: [...imports, ...more].join("\n"), loader: "css", resolveDir: process.cwd() },
    external: ["*.woff2", "*.ttf", "*.otf"],
  }).trim();
}

/** The sheets of the components, by name. */
function componentNames(): string[] {
  return namesInBoth(FOLDER).filter((name) => name.endsWith(".css") && name !== "base.css");
}

/**
 * The sheets of all components, for what stands behind the link to it, and those in `later/`: what is printed, and what the
 * script adds. All pages share one file of them; its name changes with its rules, so that it may be cached for ever.
 */
function laterStyles(): { readonly file: string; readonly css: string } {
  const names = namesInBoth(`${FOLDER}/later`).filter((name) => name.endsWith(".css"));
  const css = minified([...componentNames(), ...names.map((name) => `later/${name}`)].map(imported));
  return { file: `rest.${sha256(css).slice(0, 10)}.css`, css };
}

/** The one file of styles that all pages share. */
export function styleFiles(): OutputFile[] {
  const { file, css } = laterStyles();
  return [{ file, hash: file, make: () => css }];
}

const WORD = "'styles'";
const PLACE = "<style></style>";

/** The link to the sheet that all pages share. */
const LINK = '<link rel="stylesheet"';

/** The list of a page's languages. */
const MENU = '<ul class="versions"';

/** The class that gives a picture's place its colour until the picture is there. */
const TONE = /^\.tone-[0-9a-f]{3}$/;

/** Whether something stands above the link to the sheet that all pages share, or only below it. */
type Where = typeof ABOVE | typeof BELOW;
const ABOVE = 2;
const BELOW = 1;

/** What a page has of all that rules ask for, by place, and its tones. */
interface Found {
  readonly where: Uint8Array<ArrayBuffer>;
  readonly tones: Set<string>;
}

const NAME = /[a-z0-9]+/;

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Returns the value of an attribute of a tag; `begin` is all before it. */
function attribute(tag: string, begin: string): string | undefined {
  const at = tag.indexOf(begin);
  if (at === -1) return undefined;
  const from = at + begin.length;
  const end = tag.indexOf('"', from);
  return end === -1 ? undefined : tag.slice(from, end);
}

/** The parts of a style sheet, parsed once in a process. */
const partsOf = memoized((css: string): readonly Part[] => parse(css).nodes.flatMap(partOf));

/** A rule with its selectors, a group of rules under a condition, or anything else as text. */
type Part =
  | { readonly selectors: readonly Selector[]; readonly block: string }
  | { readonly condition: string; readonly parts: readonly Part[] }
  | { readonly text: string };

interface Selector {
  readonly text: string;
  /** What a page must have for the selector to match: elements (`p`), classes (`.card`), languages (`:lang(ru)`). */
  readonly asks: readonly string[];
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

/** Returns a selector with what a page must have for it to match. Its parts in brackets only narrow it. */
function selectorOf(text: string): Selector {
  const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/g, "").replace(/::?[\w-]+/g, "");
  const elements = bare.replace(/\.[\w-]+/g, " ").match(/[a-z][a-z0-9]*/g) ?? [];
  return {
    text,
    asks: [...elements, ...(bare.match(/\.[\w-]+/g) ?? []), ...(text.match(/:lang\([a-z]+\)/g) ?? [])],
  };
}

function askedBy(part: Part): readonly string[] {
  if ("text" in part) return [];
  return "condition" in part ? part.parts.flatMap(askedBy) : part.selectors.flatMap(({ asks }) => asks);
}

function textOf(part: Part, has: ReadonlySet<string>): string {
  if ("text" in part) return part.text;
  if ("condition" in part) {
    const inner = part.parts.map((nested) => textOf(nested, has)).join("");
    return inner === "" ? "" : `${part.condition}{${inner}}`;
  }
  const met = part.selectors.filter(({ asks }) => asks.every((token) => has.has(token)));
  return met.length === 0 ? "" : `${met.map(({ text }) => text).join(",")}${part.block}`;
}

function themeOf({ theme }: Pick<Site, "theme">): string {
  const values = (["brand", "action", "accent", "radius"] as const).flatMap((name) =>
    theme?.[name] === undefined ? [] : [`--${name}:${theme[name]}`],
  );
  return values.length === 0 ? "" : `:root{${values.join(";")}}`;
}
