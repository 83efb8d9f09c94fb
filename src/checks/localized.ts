import type { Localized } from "../model/fields.ts";

/** A name in all its languages. */
export function localized(words: Localized | undefined): string[] {
  if (words === undefined) return [];
  return typeof words === "string" ? [words] : Object.values(words);
}
