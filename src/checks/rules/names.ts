import { distance } from "fastest-levenshtein";
import type { Content } from "../../model/content.ts";
import { grouped } from "../../model/grouped.ts";
import { inAllLanguages } from "../../model/localized.ts";
import { memoized, oncePer } from "../../model/memo.ts";
import { escapePattern } from "../../text/escape.ts";
import { attributionOf } from "../../text/grammar/quotes.ts";
import { typography } from "../../text/typography.ts";
import { countsOfWords, otherSpelling } from "../archive.ts";
import type { Document, Find } from "../document.ts";
import { namesOf } from "../localized.ts";
import { acronymsTwoWays, namesTwoWays as namesNearOthers } from "../names.ts";
import type { Context, Fault } from "../rule.ts";

export function* namesTwoWays(document: Document, context: Context): Generator<Fault> {
  if (!document.release) return;
  const isWord = (word: string, lang: string) => context.spelling.isWord(word, lang);
  const isKnown = (word: string) => commonAcronyms.has(word) || (countsOfWords(context, [word]).get(word) ?? 0) > 1;
  for (const { slip, other } of [...namesNearOthers(document, isWord), ...acronymsTwoWays(document, isKnown)]) {
    const found = slip.found.replace(/['’]s?$/, "");
    yield {
      at: { ...slip.at, length: found.length },
      message: `“${found}” is “${other}” elsewhere in this text.`,
      fix: "Find out which is right, and use it everywhere; where they are two, allow it.",
    };
  }
  for (const passage of document.passages) {
    if (passage.kind === "attribution") {
      const { speaker } = attributionOf(passage.source.replace(/^[\s>]*/, "").replace(/\n\s*>?\s*/g, " "));
      const other = otherSpelling(context, typography(speaker, passage.lang), passage.lang);
      const index = passage.source.indexOf(speaker);
      if (other === undefined || index === -1) continue;
      yield {
        at: document.in(passage, index, speaker.length),
        message: `This name is also spelled “${other}” on this site.`,
        fix: "Find out which is right, and use it everywhere; where they are two people, allow it.",
      };
    } else if (typeof passage.from === "number" || passage.kind === "title") {
      const { text } = passage;
      const kinds = { place: placesIn(text, context), partner: partnersNearlyNamed(text, context.content) };
      for (const [kind, near] of Object.entries(kinds)) {
        yield* near.map(({ found, index, name }) => ({
          at: document.in(passage, index, found.length),
          message: `This site spells this ${kind} “${name}”.`,
          fix: `Write “${name}”, or make “${found}” the name of the ${kind}.`,
        }));
      }
    }
  }
}

/** Other spellings of places, as `locations/` gives them. An alias that holds the name, or is held by it, is no other spelling. */
function placesIn(text: string, { content }: Context): NearlyNamed[] {
  return [...content.terms.locations.values()].flatMap(({ name, aliases = [] }) => {
    const names = inAllLanguages(name);
    return aliases.flatMap((alias) => {
      if (names.some((own) => own.includes(alias) || alias.includes(own)) || !text.includes(alias)) return [];
      const isWord = new RegExp(`(?<!\\p{L})${escapePattern(alias)}(?!\\p{L})`, "u");
      const index = text.search(isWord);
      const near = names.toSorted((a, b) => distance(a, alias) - distance(b, alias))[0] ?? alias;
      return index === -1 ? [] : [{ found: alias, index, name: near }];
    });
  });
}

/** A name of the site that a text has nearly, but not quite. */
interface NearlyNamed {
  readonly found: string;
  readonly index: number;
  readonly name: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Shorter words are in too many names to tell them by. */
const TELLING = 4;

/** More letters than so many make another name. */
const MOST = 2;

/** Endings of so many letters are a name's case or number in many languages. */
const ENDING = 3;

/** The names of partners by each of their telling words, with the place of the word in the name. */
const placesOf = oncePer((terms: Content["terms"]) => {
  const names = [...terms.partners.values()].flatMap(({ name }) =>
    inAllLanguages(name).map((one) => one.match(WORD) ?? []),
  );
  const places = names.flatMap((words) => (words.length < 2 ? [] : [...words.keys()].map((at) => ({ words, at }))));
  return grouped(places, ({ words, at }) => words.slice(at, at + 1).filter(({ length }) => length >= TELLING));
});

/**
 * Finds a partner's name of several words with a letter or two wrong. One word of it must be right, so that it is
 * the name that is meant; what only ends otherwise is the name in another case or number.
 */
function partnersNearlyNamed(text: string, { terms }: Content): NearlyNamed[] {
  const places = placesOf(terms);
  if (places.size === 0) return [];
  const words = [...text.matchAll(WORD)];
  const found = new Map<number, NearlyNamed>();
  for (const [here, [word]] of words.entries()) {
    for (const { words: name, at } of places.get(word) ?? []) {
      const own = words.slice(Math.max(0, here - at), here - at + name.length);
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last || here < at || own.length < name.length || !isSlip(own, name)) continue;
      const whole = text.slice(first.index, last.index + last[0].length);
      if (!/[.!?;:()\n]/.test(whole))
        found.set(first.index, { found: whole, index: first.index, name: name.join(" ") });
    }
  }
  return [...found.values()];
}

/** Whether words are those of a name but for a slip of the hand. Nobody mistypes the first letter of a name: then it is another. */
function isSlip(own: readonly RegExpExecArray[], name: readonly string[]): boolean {
  let others = 0;
  let slips = 0;
  for (const [at, [word]] of own.entries()) {
    const right = name[at] ?? "";
    if (word === right) continue;
    if (word[0] !== right[0] || right.length < TELLING || endsOtherwise(word, right)) return false;
    const slip = distance(word.toLowerCase(), right.toLowerCase());
    if (slip === 0 || slips + slip > MOST) return false;
    others++;
    slips += slip;
  }
  return others > 0 && others < own.length;
}

function endsOtherwise(a: string, b: string): boolean {
  const stem = Math.max(a.length, b.length) - ENDING;
  return a.slice(0, stem) === b.slice(0, stem);
}

/** Acronyms that a newspaper prints without explaining. */
const commonAcronyms = new Set(
  "UN EU US USA UK UAE DC NGO NGOS CEO TV IT ID IQ PDF DNA AIDS HIV COVID OK PR GPS SMS URL HTML HTTP HTTPS CSS CSV XML JSON WWW USB QR DVD ATM PIN SIM LED VIP PC AM PM GMT UTC BC AD NATO UNESCO UNICEF NASA BBC CNN IBM TED FBI CIA SOS FAQ PHD MBA SDG SDGS GDP ISO TBD ООН США ЕС СССР СМИ ВИЧ СПИД НКО ВВП ЮНИСЕФ ЮНЕСКО НАТО МИД ВОЗ ТВ РФ РБ ААН ЗША СНД СНГ ONU UE PIB ONG ADN VIH SIDA OTAN EEUU II III IV VI VII VIII IX XI XII XIV XV XVI XIX XX XXI".split(
    " ",
  ),
);

const ACRONYM = /(?<![\p{L}\p{N}.&/#@-])\p{Lu}{2,6}(?![\p{L}\p{N}&/@]|\.\p{L}|-\p{N})/gu;

/** The letters that the site's own names have or are. */
const ownAcronyms = oncePer(
  ({ content, words }: Context) =>
    new Set([...namesOf(content), ...words].flatMap((name) => name.match(/\p{Lu}{2,}/gu) ?? [])),
);

export function* acronym(document: Document, context: Context): Generator<Fault> {
  if (!document.release) return;
  const seen = new Map<string, Find>();
  for (const find of document.find(ACRONYM)) {
    const { found, passage } = find;
    if (/^(?:title|subtitle|summary|label|notes|attribution|row)$/.test(passage.kind)) continue;
    if (!seen.has(found) && !commonAcronyms.has(found) && !ownAcronyms(context).has(found)) seen.set(found, find);
  }
  const whole = document.passages.map(({ text }) => text).join("\n");
  const unexplained = [...seen.values()].filter(
    (find) =>
      !isShouted(find.passage.text) &&
      !isInDateline(find) &&
      !isExplained(find.found, whole) &&
      !(isStressed(find, whole) && context.spelling.knows(find.found.toLowerCase(), find.passage.lang)),
  );
  const [first] = unexplained;
  if (!first) return;
  const words = unexplained.slice(0, 6).map(({ found }) => found);
  const more = unexplained.length > words.length ? " …" : "";
  yield {
    at: first.at,
    message: `${words.join(", ")}${more} ${words.length === 1 ? "is" : "are"} never spelled out.`,
    fix: "At the first mention write the full name, and the letters after it in brackets.",
  };
}

/** In brackets after its words, before its words in brackets, or as the first letters of words somewhere in the text. */
function isExplained(word: string, text: string): boolean {
  return text.includes(`(${word})`) || explanations(word).some((pattern) => pattern.test(text));
}

const explanations = memoized((word: string) => {
  const [first, ...letters] = Array.from(word, (letter) => `[${letter}${letter.toLowerCase()}]`);
  const small = "(?:(?:and|of|the|for|on|in|to|a|&|и|по|на|в|de|la|des|du|et|y|del|los|las)[ \\n])*";
  const rest = letters.map((letter) => `[\\p{Ll}'’]+[ \\n-]+${small}${letter}`).join("");
  return [
    // The letters first and then what stands before them: so the whole text is gone through quickly.
    `${word}(?<!\\p{L}${word})(?:(?<=[(（][^()（）]{0,40}${word})s?(?!\\p{L})|s?[ ,]*(?:[(（–—]|(?:or|stands for|то есть) ))`,
    `${first}(?<!\\p{L}.)${rest}\\p{Ll}+`,
  ].map((source) => new RegExp(source, "u"));
});

/** `OSH, Kyrgyzstan, 5 October 2026 (UNDP) — `, `ROME/GENEVA – `: the beginning of a paragraph up to a dash. */
const HEAD = /^[\s\ue000]*(\p{Lu}{2}.{0,100}?)[\s\ue000]*[—–-]{1,2}\s/u;

/** A word of a dateline that is no name. */
const SMALL = /^(?:г|р|de|du|d[eo]s|el|la|le|and|и)$/u;

/** Whether a word in capitals is the place at the beginning of a paragraph: only names and a day stand before a dash. What stands in brackets behind it is an agency. */
function isInDateline({ found, passage: { text } }: Find): boolean {
  const head = HEAD.exec(text)?.[1] ?? "";
  const plain = head.replace(/\([^()]*\)/g, "");
  if (!plain.includes(found)) return false;
  const words = plain.split(/[\s,./]+/).filter((word) => word !== "");
  const isDay = (at: number) => /^\d{1,2}$/.test(words[at] ?? "");
  return (
    (words.length === 1 || /[\d,(/]/.test(head)) &&
    words.every(
      (word, at) =>
        /^[\p{Lu}\d]/u.test(word) || SMALL.test(word) || isDay(at - 1) || (words[at - 1] === "de" && isDay(at - 2)),
    )
  );
}

/** A line in capitals has no acronyms. */
function isShouted(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/\p{Lu}/gu) > count(/\p{L}/gu) * 0.6;
}

/**
 * A word in capitals that stands in small letters too is no acronym, unless it is part of a name or has an article: "the WHO" is
 * not who.
 */
function isStressed(find: Find, whole: string): boolean {
  const isName =
    /(?:\p{Lu}\p{Ll}+|(?<!\p{L})(?:[Aa]n?|[Tt]he))[ \n\ue000]+$/u.test(find.before(30)) ||
    /^[ \n\ue000]+\p{Lu}\p{Ll}/u.test(find.after(20));
  const small = new RegExp(`(?<!\\p{L})${find.found.toLowerCase()}(?!\\p{L})`, "u");
  return !isName && find.found !== "WHO" && small.test(whole);
}
