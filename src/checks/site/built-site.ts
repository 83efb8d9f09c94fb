/** A page as the checks of a built site read it. */
export interface HtmlPage {
  /** Path in the site's folder, with / on every system. */
  readonly file: string;
  readonly html: string;
  readonly lang: string | undefined;
  readonly title: string;
  /** `name` or `property` → content. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | undefined;
  readonly refresh: boolean;
  readonly ids: readonly At<string>[];
  /** Addresses that the page leads to or needs: attribute and value. */
  readonly links: readonly At<string>[];
  /** Addresses in what the page says as data (JSON-LD). */
  readonly data: readonly At<string>[];
  readonly headings: readonly At<number>[];
}

export interface At<T> {
  readonly value: T;
  readonly offset: number;
}

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
