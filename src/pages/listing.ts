import type { Site } from "../model/site.ts";

/** One page of a list. Numbered pages are complete and keep their contents for ever; the front has no number. */
export interface Sheet<T> {
  readonly number?: number;
  /** Newest first. */
  readonly entries: readonly T[];
}

/** How many entries a page of a list has if site.yaml does not say. */
export const PER_PAGE = 20;

/** How many rows a numbered page has then: rows are short, and most readers see none but the front. */
const PER_NUMBERED_PAGE = 40;

/** Splits a list of releases, given oldest first, into the sheets of its pages and of its feed. */
export function sheetsIn<T>(
  { releases_per_page: size }: Pick<Site, "releases_per_page">,
  all: readonly T[],
): Sheet<T>[] {
  return sheetsOf(all, size ?? PER_NUMBERED_PAGE, size ?? PER_PAGE);
}

/**
 * Splits a list, given oldest first, into sheets. Sheet 1 holds the oldest entries, so that a new entry changes the front and no numbered
 * sheet. The front holds the newest entries: at least `least` if there are as many. When it has a full sheet more, its oldest entries become
 * the next numbered sheet.
 */
export function sheetsOf<T>(oldestFirst: readonly T[], size: number, least = size): Sheet<T>[] {
  const numbered = Math.max(0, Math.floor((oldestFirst.length - least) / size));
  const front: Sheet<T> = { entries: oldestFirst.slice(numbered * size).toReversed() };
  const older = Array.from({ length: numbered }, (_, index) => ({
    number: index + 1,
    entries: oldestFirst.slice(index * size, (index + 1) * size).toReversed(),
  }));
  return [front, ...older.toReversed()];
}
