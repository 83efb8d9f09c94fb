import { inAllLanguages } from "../model/localized.ts";
import type { Press } from "../model/press.ts";
import { languageName } from "../text/names.ts";
import { wordsOf } from "../text/plain-words.ts";
import { fileSize } from "../text/sizes.ts";
import { type Around, isNumber, NUMBER } from "./around.ts";

/** The interface words around the text of a release on its page, or in an entry of a feed. */
const NAMES =
  /^(?:skip|kit|card\.more|picture\.page|(?:office|search|media)\.title|overview\.\w+|(?:nav|notice|type|role|release|form|contact|copy|footnotes|desk|share|events)\..+)$/;

/** Those with slots, whose values are ignored because they differ between readers or files. */
const FILLED = ["contact.opens", "picture.download", "release.behind"];

/** Those that are followed by a number. */
const COUNTED = ["release.pictures", "desk.languages"];

/** Sizes of files as they are written, in bytes: with and without a fraction, small and large. */
const SIZES = [4_000_000, 1_500_000, 193_000];

/** Returns the words around releases of a language on their pages. */
export function furnitureOf({ site, words }: Pick<Press, "site" | "words">, lang: string): Omit<Around, "site"> {
  const table = words.get(lang) ?? {};
  const named = [site.name, site.parent ?? site.name].flatMap(inAllLanguages);
  const labels = Object.entries(site.languages).flatMap(([code, { label }]) => [label, languageName(code, lang)]);
  const spoken = Object.entries(table).flatMap(([key, word]) =>
    FILLED.includes(key) || (NAMES.test(key) && !word.includes("{")) ? [word] : [],
  );
  return {
    phrases: [
      ...[...spoken, ...named, ...labels].map(phraseOf),
      ...COUNTED.map((key) => [...phraseOf(table[key] ?? ""), NUMBER]),
      ...SIZES.map((bytes) => phraseOf(fileSize(bytes, lang)).map((part) => (isNumber(part) ? NUMBER : part))),
    ].filter((phrase) => phrase.some((part) => part !== "*" && part !== NUMBER)),
    tail: ["release.cite", "release.forms"].map((key) => phraseOf(table[key] ?? "")),
  };
}

function phraseOf(word: string): readonly string[] {
  return word
    .split(/(\{\w+\})/)
    .flatMap((part) => (/^\{\w+\}$/.test(part) ? ["*"] : wordsOf(part).map(({ text }) => text)));
}
