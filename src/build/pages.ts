import type { Sizes } from "../model/output-file.ts";
import type { Press } from "../model/press.ts";
import type { Published } from "../model/published.ts";
import { correctionPages } from "../pages/corrections.ts";
import { eventPages } from "../pages/events.ts";
import { homePages } from "../pages/home.ts";
import { listPages } from "../pages/lists.ts";
import { mediaPages } from "../pages/media.ts";
import { movedPages } from "../pages/moved.ts";
import { notFoundPages, removedPages } from "../pages/not-found.ts";
import { officePages } from "../pages/office.ts";
import type { Page } from "../pages/page.ts";
import { archivePages } from "../pages/search.ts";
import { standingPagesOf } from "../pages/standing.ts";
import { releasePage, releasePages } from "../release/forms/page.ts";

/** The makers of pages, one per kind. */
const makers: readonly ((press: Press, sizes: Sizes) => Page[])[] = [
  homePages,
  releasePages,
  listPages,
  mediaPages,
  officePages,
  archivePages,
  eventPages,
  correctionPages,
  standingPagesOf,
  notFoundPages,
];

/**
 * Returns all pages of the site. `sizes` knows the sizes of pictures and kits; `published` holds the addresses that were ever public,
 * each of which keeps a page, or redirects to one.
 */
export function pagesOf(press: Press, sizes: Sizes = () => undefined, published: Published = {}): Page[] {
  const pages = makers.flatMap((make) => make(press, sizes));
  const moved = movedPages(press, published, pages);
  return [...pages, ...moved, ...removedPages(press, Object.keys(published), [...pages, ...moved])];
}

/** Returns the page of a release that is a file of the output; undefined where there is none. */
export function releasePageAt(press: Press, file: string, sizes: Sizes): Page<"release"> | undefined {
  const [lang, year, slug] = file.split("/");
  const release = press.releases.find((one) => one.slug === slug && one.year === year && one.lang === lang);
  const page = release && releasePage(press, release, sizes);
  return page?.file === file ? page : undefined;
}
