/** One page of a list. Numbered pages are complete and keep their contents for ever; the front has no number. */
export interface Sheet<T> {
  readonly number?: number;
  /** Newest first. */
  readonly entries: readonly T[];
}

/**
 * Splits a list, given oldest first, into sheets. Sheet 1 holds the oldest entries, so that a new entry changes the front and no numbered
 * sheet. The front holds the newest entries: at least a full sheet if there are as many, and fewer than two. When it would reach two, its
 * older half becomes the next numbered sheet.
 */
export function sheetsOf<T>(oldestFirst: readonly T[], size: number): Sheet<T>[] {
  const numbered = Math.max(0, Math.floor(oldestFirst.length / size) - 1);
  const front: Sheet<T> = { entries: oldestFirst.slice(numbered * size).toReversed() };
  const older = Array.from({ length: numbered }, (_, index) => ({
    number: index + 1,
    entries: oldestFirst.slice(index * size, (index + 1) * size).toReversed(),
  }));
  return [front, ...older.toReversed()];
}
