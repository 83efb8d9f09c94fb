import { createHash } from "node:crypto";

/** The kinds of page. Each has a layout of its name in templates/layouts/. */
export const kinds = [
  "home",
  "release",
  "list",
  "overview",
  "page",
  "office",
  "follow",
  "search",
  "archive",
  "api",
  "not-found",
  "removed",
  "media",
  "picture",
  "moved",
] as const;
export type Kind = (typeof kinds)[number];

const digests = new WeakMap<Page, string>();

/** A hash over all that a page's template may see, made once: for the page's fingerprint and for those of its other forms. */
export function digestOf(page: Page): string {
  let digest = digests.get(page);
  if (digest === undefined) {
    digest = createHash("sha256").update(JSON.stringify(page.view)).digest("hex");
    digests.set(page, digest);
  }
  return digest;
}

/** A page as a value: everything its template may see, and nothing that changes by itself. */
export interface Page {
  readonly kind: Kind;
  /** Address from the host's root. */
  readonly url: string;
  /** File in the output. */
  readonly file: string;
  readonly lang: string;
  readonly view: Readonly<Record<string, unknown>>;
  /** Source files in content/ that the page is made of. */
  readonly sources: readonly string[];
}

/** How many bytes a file has that was made before the pages: a picture or a kit to take away. */
export type Sizes = (file: string) => number | undefined;
