import type { Press } from "../model/press.ts";

/** Makes a function that works something out once for each press and language, when it is first asked for. */
export function oncePerLanguage<T>(make: (press: Press, lang: string) => T): (press: Press, lang: string) => T {
  const cache = new WeakMap<Press, Map<string, T>>();
  return (press, lang) => {
    const made = cache.get(press) ?? new Map<string, T>();
    cache.set(press, made);
    const found = made.get(lang) ?? make(press, lang);
    made.set(lang, found);
    return found;
  };
}
