import type { Site } from "../model/site.ts";

/** One page of a list, or one document of its feed. The front has no number. */
export interface Sheet<T> {
  readonly number?: number;
  /** Newest first. */
  readonly entries: readonly T[];
}

type Sized = Pick<Site, "releases_per_page">;

/** How many entries the front of a list has at least, if site.yaml does not say. */
export const PER_PAGE = 20;

/** How many entries the feed of a term has then. It is asked for again and again, and a term has few new releases between two times. */
export const PER_TERM = 10;

/** How many rows a page has at most then: rows are short. */
const MOST_ROWS = 120;

/** How many entries an archived document of a feed has then: each is a whole text. */
const PER_ARCHIVE = 40;

/**
 * Splits a list of releases, given oldest first, into the sheets of its pages: a list that one page can hold has no other. The numbered
 * page with the newest entries grows until it is full.
 */
export function sheetsIn<T>({ releases_per_page: size }: Sized, all: readonly T[]): Sheet<T>[] {
  if (size === undefined && all.length <= MOST_ROWS) return [{ entries: all.toReversed() }];
  return sheetsOf(all, { size: size ?? MOST_ROWS, least: size ?? PER_PAGE });
}

/** Splits a list of releases, given oldest first, into the documents of its feed. Archived ones never grow, because no reader fetches them twice (RFC 5005, § 4). */
export function archivesIn<T>({ releases_per_page: size }: Sized, all: readonly T[]): Sheet<T>[] {
  const full = size ?? PER_ARCHIVE;
  return sheetsOf(all, { size: full, least: size ?? PER_PAGE, step: full });
}

/**
 * Splits a list, given oldest first, into sheets. Sheet 1 holds the oldest entries, so that a new entry changes the front and no full
 * sheet. The front holds the newest entries: at least `least` if there are as many. When it has `step` entries more, which divides
 * `size`, its oldest go to the numbered sheets.
 */
export function sheetsOf<T>(
  oldestFirst: readonly T[],
  { size, least = size, step = least }: { readonly size: number; readonly least?: number; readonly step?: number },
): Sheet<T>[] {
  const older = Math.max(0, Math.floor((oldestFirst.length - least) / step)) * step;
  const front: Sheet<T> = { entries: oldestFirst.slice(older).toReversed() };
  const numbered = Array.from({ length: Math.ceil(older / size) }, (_, index) => ({
    number: index + 1,
    entries: oldestFirst.slice(index * size, Math.min(older, (index + 1) * size)).toReversed(),
  }));
  return [front, ...numbered.toReversed()];
}
