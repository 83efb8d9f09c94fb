import type { SiteUrl } from "../model/address.ts";
import { sha256 } from "../model/hash.ts";

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

/** All that a page's template may see: nothing in it changes by itself. */
type View = Readonly<Record<string, unknown>>;

/** A page as a value. What it says is worked out when it is first asked for: a preview asks for few of many pages. */
export class Page {
  readonly kind: Kind;
  /** Address from the host's root. */
  readonly url: SiteUrl;
  /** File in the output. */
  readonly file: string;
  readonly lang: string;
  readonly #sources: () => readonly string[];
  readonly #make: () => View;
  #view: View | undefined;
  #digest: string | undefined;

  constructor({
    kind,
    url,
    file,
    lang,
    sources = () => [],
    view,
  }: Pick<Page, "kind" | "url" | "file" | "lang"> & {
    readonly sources?: () => readonly string[];
    readonly view: () => View;
  }) {
    this.kind = kind;
    this.url = url;
    this.file = file;
    this.lang = lang;
    this.#sources = sources;
    this.#make = view;
  }

  /** Source files in content/ that the page is made of. */
  get sources(): readonly string[] {
    return this.#sources();
  }

  get view(): View {
    this.#view ??= this.#make();
    return this.#view;
  }

  /** A hash over the view: for the page's fingerprint and for those of its other forms. */
  get digest(): string {
    this.#digest ??= sha256(JSON.stringify(this.view));
    return this.#digest;
  }
}
