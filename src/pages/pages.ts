import type { Press } from "../model/press.ts";
import { archivePages } from "./archive.ts";
import { homePages } from "./home.ts";
import { listPages } from "./lists.ts";
import { notFoundPages } from "./not-found.ts";
import { officePages } from "./office.ts";
import type { Page } from "./page.ts";
import { releasePages } from "./release.ts";
import { removedPages } from "./removed.ts";
import { standingPagesOf } from "./standing.ts";

/** What makes pages of a press: one line a kind. */
const makers: readonly ((press: Press) => Page[])[] = [
  homePages,
  releasePages,
  listPages,
  officePages,
  archivePages,
  standingPagesOf,
  notFoundPages,
];

/** All pages of the site. `published` are the addresses that were ever public: each keeps a page. */
export function pagesOf(press: Press, published: Iterable<string> = []): Page[] {
  const pages = makers.flatMap((make) => make(press));
  return [...pages, ...removedPages(press, published, pages)];
}
