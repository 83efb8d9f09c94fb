import type { SiteUrl } from "../model/address.ts";
import { digestOf } from "../model/hash.ts";
import { oncePer } from "../model/memo.ts";
import type { Site } from "../model/site.ts";
import { outputFile } from "../model/urls.ts";
import type { Crumb, Found, Frame } from "./frame.ts";

/** The kinds of page. Each has a layout of its name in templates/layouts/. */
export const kinds = [
  "home",
  "release",
  "list",
  "person",
  "events",
  "corrections",
  "overview",
  "page",
  "office",
  "follow",
  "search",
  "archive",
  "api",
  "genuine",
  "not-found",
  "removed",
  "media",
  "picture",
  "moved",
] as const;
export type Kind = (typeof kinds)[number];

/** The part of every view that the common layout needs. */
export interface View {
  readonly frame: Frame;
  readonly breadcrumb?: readonly Crumb[];
}

/**
 * Kind → view: all that a template of that kind may see. Views do not depend on the clock. Each kind adds its line beside the function
 * that makes its view; a kind without a line does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: its lines stand beside the functions that make the views
export interface Views {}

/** A page of one kind; without a type argument, of any kind, which then gives the type of the view. */
export type Page<K extends Kind = Kind> = { [P in K]: PageOf<P> }[K];

/** How the parts of a page are made that are computed only when they are used. */
interface Making<K extends Kind> {
  readonly sources?: () => readonly string[];
  readonly view: () => Views[K];
  /** Changes whenever the view does, and is faster to compute. */
  readonly signature?: () => string;
  readonly found?: () => Found;
}

/** Makes a page. Its view is computed when it is first used, because a preview uses few of many pages. */
export class PageOf<K extends Kind> {
  readonly kind: K;
  /** Address from the host's root. */
  readonly url: SiteUrl;
  /** File in the output. */
  readonly file: string;
  readonly lang: string;
  readonly #making: Making<K>;
  #view: WeakRef<Views[K] & object> | undefined;
  #digest: string | undefined;

  constructor(parts: Pick<PageOf<K>, "kind" | "url" | "file" | "lang"> & Making<K>) {
    this.kind = parts.kind;
    this.url = parts.url;
    this.file = parts.file;
    this.lang = parts.lang;
    this.#making = parts;
  }

  /** Source files in content/ that the page is made of. */
  get sources(): readonly string[] {
    return this.#making.sources?.() ?? [];
  }

  /** Made when it is asked for, and again where memory was needed meanwhile. */
  get view(): Views[K] {
    const known = this.#view?.deref();
    if (known) return known;
    const made = this.#making.view();
    this.#view = new WeakRef(made);
    return made;
  }

  /** A hash that changes when the view does: for the page's hash and for those of its other forms. */
  get digest(): string {
    this.#digest ??= digestOf(this.#making.signature?.() ?? JSON.stringify(this.view));
    return this.#digest;
  }

  /** Its entry for search engines. */
  get found(): Found {
    return this.#making.found?.() ?? this.view.frame;
  }
}

/** Returns pages by their files in the output. */
export const pagesByFile = oncePer(
  (pages: readonly Page[]): ReadonlyMap<string, Page> => new Map(pages.map((page) => [page.file, page])),
);

/** Makes a page of a kind at an address of a site. */
export function pageAt<K extends Kind>(site: Site, kind: K, lang: string, url: SiteUrl, making: Making<K>): PageOf<K> {
  return new PageOf({ kind, url, file: outputFile(site, url), lang, ...making });
}
