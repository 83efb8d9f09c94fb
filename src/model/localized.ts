import type { Localized } from "./fields.ts";

/**
 * The words for a reader of `lang`: in that language, else in the site's default, else in whichever comes first; with their
 * language, so that a page can mark it where that is not the page's own.
 * A plain string is in the default language.
 */
export function localize(words: Localized, lang: string, defaultLanguage: string) {
  if (typeof words === "string") return { text: words, lang: defaultLanguage };
  for (const choice of [lang, defaultLanguage]) {
    const found = words[choice];
    if (found !== undefined) return { text: found, lang: choice };
  }
  const [first] = Object.entries(words);
  return first ? { lang: first[0], text: first[1] } : { text: "", lang };
}

/** Returns words in all languages in which they are given. */
export function inAllLanguages(words: Localized | undefined): string[] {
  if (words === undefined) return [];
  return typeof words === "string" ? [words] : Object.values(words);
}
