import type { Press } from "../model/press.ts";

/** Makes a function that works something out once for each press and language, when it is first asked for. */
export function oncePerLanguage<T>(make: (press: Press, lang: string) => T): (press: Press, lang: string) => T {
  const known = new WeakMap<Press, Map<string, T>>();
  return (press, lang) => {
    const made = known.get(press) ?? new Map<string, T>();
    known.set(press, made);
    const found = made.get(lang) ?? make(press, lang);
    made.set(lang, found);
    return found;
  };
}
