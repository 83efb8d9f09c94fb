import { inAllLanguages } from "../../model/localized.ts";
import { memoized } from "../../model/memo.ts";
import type { Partner } from "../../model/terms.ts";
import { escapePattern } from "../../text/escape.ts";

/** A name under which a text can mention a partner, contact, place or topic. */
export interface Name {
  readonly id: string;
  readonly name: string;
  readonly isAcronym: boolean;
}

/** A mention of a known name. */
export interface Mention extends Name {
  readonly index: number;
  readonly words: string;
}

type Named = Pick<Partner, "name"> & Partial<Pick<Partner, "acronym" | "aliases">>;

/** All names of a folder's terms: names in every language, other names, acronyms; longest first. */
export function namesOf(terms: ReadonlyMap<string, Named>): Name[] {
  const names = [...terms].flatMap(([id, { name, acronym, aliases = [] }]) => [
    ...[...inAllLanguages(name), ...aliases].map((words) => ({ id, name: words, isAcronym: isAcronym(words) })),
    ...inAllLanguages(acronym).map((words) => ({ id, name: words, isAcronym: true })),
  ]);
  return names.toSorted((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1));
}

const isAcronym = (name: string) => name.length <= 6 && name === name.toUpperCase();

/** Where a text mentions names, in the order of the text; a place inside a longer name counts once, for the longer. */
export function known(text: string, names: readonly Name[]): Mention[] {
  const mentions: Mention[] = [];
  for (const name of names) {
    for (const match of text.matchAll(patternOf(name.name, name.isAcronym ? "acronym" : undefined))) {
      const index = match.index ?? 0;
      const isInside = mentions.some(
        (other) => index < other.index + other.words.length && other.index < index + match[0].length,
      );
      if (!isInside) mentions.push({ ...name, index, words: match[0] });
    }
  }
  return mentions.toSorted((a, b) => a.index - b.index);
}

/**
 * Acronyms are found as they are written, names in any letter case. In Russian, Belarusian and Ukrainian a word's last
 * letters change with its place in the sentence: they may differ.
 */
const patternOf = memoized((name: string, acronym: "acronym" | undefined): RegExp => {
  const words = name.split(/\s+/).map((word) => {
    const plain = escapePattern(word).replace(/['’]/g, "['’]");
    if (acronym || !/^[\p{Script=Cyrillic}-]{3,}$/u.test(word)) return plain;
    return word.length >= 5 ? `${word.slice(0, -2)}[\\p{L}]{0,4}` : `${word}[\\p{L}]{0,2}`;
  });
  const source = words.join("[\\s-]+");
  const article = /^[\p{Script=Arabic}]/u.test(name) ? "(?:[ولبك]|ال)?" : "";
  const isWordless = /^[\p{Script=Han}]+$/u.test(name);
  return new RegExp(
    isWordless ? source : `(?<![\\p{L}\\p{N}])${article}${source}(?![\\p{L}\\p{N}])`,
    acronym ? "gu" : "giu",
  );
});
