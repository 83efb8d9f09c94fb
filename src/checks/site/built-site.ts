import type { HtmlPage } from "./page.ts";

/** A built site as the checks of its pages see it. */
export interface BuiltSite {
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** The path that stands before every address (`/press`), as the pages' own canonical addresses say. */
  readonly prefix: string;
  /** The site's own origin (`https://press.example.org`). */
  readonly origin: string;
  /** Size in bytes of a file of the site; undefined where there is none. */
  size(file: string): number | undefined;
}

/** A rule's fault at a place in a file of a built site. */
export interface PageFault {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}
