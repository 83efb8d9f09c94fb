import type { Passage } from "../document.ts";
import { localized } from "../localized.ts";
import type { Context, Rule } from "../rule.ts";

/** What a newspaper prints without explaining. */
export const commonAcronyms = new Set(
  "UN EU US USA UK UAE DC NGO NGOS CEO TV IT ID IQ PDF DNA AIDS HIV COVID OK PR GPS SMS URL HTML HTTP HTTPS CSS CSV XML JSON WWW USB QR DVD ATM PIN SIM LED VIP PC AM PM GMT UTC BC AD NATO UNESCO UNICEF NASA BBC CNN IBM TED FBI CIA SOS FAQ PHD MBA SDG SDGS GDP ISO TBD ООН США ЕС СССР СМИ ВИЧ СПИД НКО ВВП ЮНИСЕФ ЮНЕСКО НАТО МИД ВОЗ ТВ РФ РБ ААН ЗША СНД СНГ ONU UE PIB ONG ADN VIH SIDA OTAN EEUU II III IV VI VII VIII IX XI XII XIV XV XVI XIX XX XXI".split(
    " ",
  ),
);

export const acronym: Rule = {
  name: "acronym",
  group: "craft",
  severity: "hint",
  why: "A journalist does not know the office's letters, and leaves out what needs looking up.",
  wrong: "The BGSI was opened in Smarhon.",
  right: "The Border Guard Service Institute (BGSI) was opened in Smarhon.",
  *check(document, context) {
    if (!document.release) return;
    const names = namesOf(context);
    const seen = new Map<string, { passage: Passage; index: number }>();
    for (const passage of document.passages) {
      if (["title", "subtitle", "summary", "label", "notes", "attribution", "row"].includes(passage.kind)) continue;
      for (const { 0: word, index } of passage.text.matchAll(
        /(?<![\p{L}\p{N}.&/#@-])\p{Lu}{2,6}(?![\p{L}\p{N}&/@]|\.\p{L}|-\p{N})/gu,
      )) {
        if (!seen.has(word) && !commonAcronyms.has(word) && !names.has(word)) seen.set(word, { passage, index });
      }
    }
    const whole = document.passages.map(({ text }) => text).join("\n");
    const unexplained = [...seen].filter(
      ([word, { passage, index }]) =>
        !isShouted(passage.text) &&
        !isExplained(word, whole) &&
        !(isStressed(word, passage, index, whole) && context.spelling.knows(word.toLowerCase(), passage.lang)),
    );
    const [first] = unexplained;
    if (!first) return;
    const words = unexplained.map(([word]) => word);
    yield {
      at: document.in(first[1].passage, first[1].index, first[0].length),
      message:
        words.length === 1
          ? `${words[0]} is never spelled out.`
          : `${words.slice(0, 6).join(", ")}${words.length > 6 ? " …" : ""} are never spelled out.`,
      fix: "At the first mention write the full name, and the letters after it in brackets.",
    };
  },
};

/** In brackets after its words, before its words in brackets, or as the first letters of words somewhere in the text. */
function isExplained(word: string, text: string): boolean {
  if (text.includes(`(${word})`)) return true;
  let patterns = explanations.get(word);
  if (!patterns) {
    const letters = [...word].map((letter) => `[${letter}${letter.toLowerCase()}]`);
    const small = "(?:(?:and|of|the|for|on|in|to|a|&|и|по|на|в|de|la|des|du|et|y|del|los|las)[ \\n])*";
    patterns = [
      // The letters first and then what stands before them: so the whole text is gone through quickly.
      new RegExp(
        `${word}(?<!\\p{L}${word})(?:(?<=[(（][^()（）]{0,40}${word})s?(?!\\p{L})|s?[ ,]*(?:[(（–—]|(?:or|stands for|то есть) ))`,
        "u",
      ),
      new RegExp(
        `${letters[0]}(?<!\\p{L}.)${letters
          .slice(1)
          .map((letter) => `[\\p{Ll}'’]+[ \\n-]+${small}${letter}`)
          .join("")}\\p{Ll}+`,
        "u",
      ),
    ];
    explanations.set(word, patterns);
  }
  return patterns.some((pattern) => pattern.test(text));
}

const explanations = new Map<string, readonly RegExp[]>();

/** A line in capitals has no acronyms. */
function isShouted(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/\p{Lu}/gu) > count(/\p{L}/gu) * 0.6;
}

/**
 * A word in capitals that stands in small letters too is no acronym, unless it is part of a name or has an article: "the WHO" is
 * not who.
 */
function isStressed(word: string, { text }: Passage, index: number, whole: string): boolean {
  const isName =
    /(?:\p{Lu}\p{Ll}+|(?<!\p{L})(?:[Aa]n?|[Tt]he))[ \n\ue000]+$/u.test(text.slice(Math.max(0, index - 30), index)) ||
    /^[ \n\ue000]+\p{Lu}\p{Ll}/u.test(text.slice(index + word.length));
  return !isName && word !== "WHO" && new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, "u").test(whole);
}

const cache = new WeakMap<Context, ReadonlySet<string>>();

/** The letters that the site's own names have or are. */
function namesOf(context: Context): ReadonlySet<string> {
  let names = cache.get(context);
  if (!names) {
    const { terms, site } = context.content;
    names = new Set(
      [
        ...[site.name, site.parent].flatMap(localized),
        ...[...terms.partners.values()].flatMap(({ name, acronym: letters, aliases = [] }) => [
          ...localized(name),
          ...localized(letters),
          ...aliases,
        ]),
        ...[...terms.contacts.values()].flatMap(({ name, organisation }) => [
          ...localized(name),
          ...localized(organisation),
        ]),
        ...context.words,
      ].flatMap((name) => name.match(/\p{Lu}{2,}/gu) ?? []),
    );
    cache.set(context, names);
  }
  return names;
}
