import type { Words } from "../model/content.ts";
import type { Site } from "../model/site.ts";
import type { Around } from "./around.ts";
import { wordsOf } from "./words.ts";

/** The interface words that stand on the page of a release, or in an entry of a feed, around its text. */
const NAMES =
  /^(?:skip|kit|card\.more|picture\.page|(?:office|search|media)\.title|overview\.\w+|(?:nav|notice|type|role|release|form|contact|copy|footnotes)\..+)$/;

/** Those with slots: what fills them differs from reader to reader or from file to file, and says nothing. */
const FILLED = ["contact.opens", "picture.download"];

/** Returns what stands around releases of a language on their pages. */
export function furnitureOf({ site, words }: { readonly site: Site; readonly words: Words }, lang: string): Around {
  const table = words.get(lang) ?? {};
  const named = [site.name, site.parent ?? site.name].flatMap((name) =>
    typeof name === "string" ? [name] : Object.values(name),
  );
  const labels = Object.values(site.languages).map(({ label }) => label);
  const spoken = Object.entries(table).flatMap(([key, word]) =>
    FILLED.includes(key) || (NAMES.test(key) && !word.includes("{")) ? [word] : [],
  );
  return {
    phrases: [...spoken, ...named, ...labels].map(phraseOf).filter((phrase) => phrase.some((part) => part !== "*")),
    tail: ["release.cite", "release.forms"].map((key) => phraseOf(table[key] ?? "")),
  };
}

function phraseOf(word: string): readonly string[] {
  return word
    .split(/(\{\w+\})/)
    .flatMap((part) => (/^\{\w+\}$/.test(part) ? ["*"] : wordsOf(part).map(({ text }) => text)));
}
