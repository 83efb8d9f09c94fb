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
  "not-found",
  "removed",
] as const;
export type Kind = (typeof kinds)[number];

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
