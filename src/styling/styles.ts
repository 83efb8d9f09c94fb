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
type Styles = ReturnType<typeof withHash>;

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
  /** The style sheet that all pages share: rules for the lower part of pages, for print, and for interaction. */
  readonly later: { readonly file: string; readonly css: string };
  readonly sheets: Sheets;
  /** What rules ask for of the whole page, and what they ask for of its upper part. */
  readonly #ofAll: ReadonlySet<number>;
  readonly #ofUpper: ReadonlySet<number>;
  /** Cache: value of an attribute `class` → the places of its classes, and its tones. */
  readonly #classes = new Map<string, { readonly own: readonly number[]; readonly tones: readonly string[] }>();
  /** Cache: what a page has → its rules without those for tones, of which nearly each page with a picture has others. */
  readonly #made = new Map<string, Styles>();

  constructor(press: Pick<Press, "site" | "files">, sheets = sheetsOf(press)) {
    this.#base = partsOf(sheets.base);
    this.#components = partsOf(sheets.components);
    this.#theme = partsOf(sheets.theme);
    this.#ofAll = new Set([...this.#base, ...this.#theme].flatMap(askedBy));
    this.#ofUpper = new Set(this.#components.flatMap(askedBy));
    this.later = sheets.later;
    this.sheets = sheets;
  }

  /** The rules that a page needs. `html` is the page without them. */
  for(html: string): Styles {
    const link = html.indexOf(LINK);
    const found: Found = { where: new Uint8Array(places.size), tones: new Set() };
    for (const token of SCRIPTED) find(found, token, ABOVE);
    this.#findIn(found, link === -1 ? html : html.slice(0, link), ABOVE);
    if (link !== -1) this.#findIn(found, html.slice(link), BELOW);
    const key = this.#keyOf(found);
    const styles = this.#made.get(key) ?? withHash(this.#rulesFor(found));
    this.#made.set(key, styles);
    if (found.tones.size === 0) return styles;
    const tones = [...found.tones].toSorted().map((tone) => `${tone}{background:#${tone.slice(-3)}}`);
    return withHash(styles.css + tones.join(""));
  }

  #rulesFor(found: Found): string {
    return [
      ...this.#base.map((part) => textOf(part, found, BELOW)),
      ...this.#components.map((part) => textOf(part, found, ABOVE)),
      ...this.#theme.map((part) => textOf(part, found, BELOW)),
    ].join("");
  }

  /** Returns what a page has as a text: only what makes a difference, because a page of other words often needs the same rules. */
  #keyOf({ where }: Found): string {
    const key = Buffer.alloc(where.length);
    for (const place of this.#ofAll) if (where[place]) key[place] = BELOW;
    for (const place of this.#ofUpper) if (where[place] === ABOVE) key[place] = ABOVE;
    return key.toString("latin1");
  }

  /** Finds the elements, classes and languages of a part of a page. */
  #findIn(found: Found, html: string, where: Where): void {
    let isMenu = false;
    for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) {
      if (!isSmallLetter(html.charCodeAt(at + 1))) continue;
      const end = html.indexOf(">", at);
      const tag = html.slice(at, end === -1 ? html.length : end);
      const name = nameOf(tag);
      find(found, name, where);
      const classes = attribute(tag, ' class="');
      if (classes !== undefined) {
        const { own, tones } = this.#classesIn(classes);
        for (const place of own) found.where[place] ||= where;
        for (const tone of tones) found.tones.add(tone);
      }
      // The languages in a menu are not those of the page's text, so that rules for them are not needed.
      if (name === "ul") isMenu = tag === MENU || tag.startsWith(`${MENU} `);
      else isMenu &&= name === "li" || name === "a";
      const lang = isMenu ? undefined : attribute(tag, ' lang="');
      if (lang !== undefined) find(found, `:lang(${/^[a-z]*/.exec(lang)?.[0]})`, where);
    }
  }

  #classesIn(classes: string) {
    const known = this.#classes.get(classes);
    if (known) return known;
    // A copy, because a piece of a string keeps the whole page in memory.
    const copy = Buffer.from(classes).toString();
    const tokens = copy.split(" ").map((each) => `.${each}`);
    const made = {
      own: tokens.flatMap((token) => places.get(token) ?? []),
      tones: tokens.filter((token) => TONE.test(token)),
    };
    this.#classes.set(copy, made);
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
    return JSON.stringify([this.sheets.base, this.sheets.theme, this.later.file]);
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

/** All that rules ask for: elements (`p`), classes (`.card`), languages (`:lang(ru)`), each with its place in what a page has. */
const places = new Map<string, number>();

/** What a page has of it, and its tones. */
interface Found {
  readonly where: Uint8Array<ArrayBuffer>;
  readonly tones: Set<string>;
}

function find({ where }: Found, token: string, at: Where): void {
  const place = places.get(token);
  if (place !== undefined) where[place] ||= at;
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function nameOf(tag: string): string {
  let end = 1;
  for (
    let code = tag.charCodeAt(end);
    isSmallLetter(code) || (code >= 0x30 && code <= 0x39);
    code = tag.charCodeAt(end)
  )
    end++;
  return tag.slice(1, end);
}

/** Returns the value of an attribute of a tag; `begin` is all before it. */
function attribute(tag: string, begin: string): string | undefined {
  const at = tag.length > begin.length ? tag.indexOf(begin) : -1;
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

type Selector = ReturnType<typeof selectorOf>;

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
function selectorOf(text: string) {
  const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/g, "").replace(/::?[\w-]+/g, "");
  const elements = bare.replace(/\.[\w-]+/g, " ").match(/[a-z][a-z0-9]*/g) ?? [];
  const asked = [...elements, ...(bare.match(/\.[\w-]+/g) ?? []), ...(text.match(/:lang\([a-z]+\)/g) ?? [])];
  for (const token of asked) if (!places.has(token)) places.set(token, places.size);
  return { text, asks: asked.map((token) => places.get(token) ?? 0) };
}

function askedBy(part: Part): readonly number[] {
  if ("text" in part) return [];
  return "condition" in part ? part.parts.flatMap(askedBy) : part.selectors.flatMap(({ asks }) => asks);
}

/** Returns what a page needs of a part: the rules for what it has there, or above there. */
function textOf(part: Part, found: Found, there: Where): string {
  if ("text" in part) return part.text;
  if ("condition" in part) {
    const inner = part.parts.map((nested) => textOf(nested, found, there)).join("");
    return inner === "" ? "" : `${part.condition}{${inner}}`;
  }
  const met = part.selectors.filter(({ asks }) => asks.every((place) => (found.where[place] ?? 0) >= there));
  return met.length === 0 ? "" : `${met.map(({ text }) => text).join(",")}${part.block}`;
}

/** Returns rules with their hash source (`sha256-…`), by which a policy allows them (CSP 3). */
function withHash(css: string) {
  return { css, csp: `sha256-${createHash("sha256").update(css).digest("base64")}` };
}

function themeOf({ theme }: Pick<Site, "theme">): string {
  const values = (["brand", "action", "accent", "radius"] as const).flatMap((name) =>
    theme?.[name] === undefined ? [] : [`--${name}:${theme[name]}`],
  );
  return values.length === 0 ? "" : `:root{${values.join(";")}}`;
}
