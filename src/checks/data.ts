import { existsSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { memoized } from "../model/memo.ts";
import { packaged } from "../roots.ts";

/** Reads a table of `src/checks/data/`. */
export function table<T>(name: string): T {
  return load(readFileSync(packaged(`src/checks/data/${name}.yaml`), "utf8")) as T;
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
