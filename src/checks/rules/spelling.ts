import { distance } from "fastest-levenshtein";
import type { Document, Passage } from "../document.ts";
import type { Context, Fault, Rule } from "../rule.ts";
import { vocabulary } from "../vocabulary.ts";
import { sentencesIn, type Word, wordsIn } from "../words.ts";

/** A word that stands in so many releases is the office's own, unless it is one letter from a word of the dictionary. */
const OWN = 2;

/** From here on not even that is asked: nobody makes the same slip in so many. */
const USUAL = 5;

/** How many words of all documents that are looked at may have their suggestions from afar. */
const FAR = 100;

/** What stands before a hyphen and is no word of its own. */
const BEFORE =
  /^(?:anti|co|cyber|de|ex|inter|mid|multi|neo|non|post|pre|pro|re|semi|socio|sub|un|евро|кибер|мини|онлайн|экс)$/i;

/** What stands before a word that is part of an address, a label or the end of a file's name. */
const ADDRESS = /(?:[@#]|(?:^|[\s(])\.|\.\p{L}{2,}\/)$/u;

interface Unknown {
  readonly word: string;
  readonly passage: Passage;
  readonly index: number;
  count: number;
}

export const spelling: Rule = {
  name: "spelling",
  group: "language",
  severity: "warning",
  why: "A misspelled word is the first thing a newspaper sees, and it copies misspelled names.",
  wrong: "The victims received psycological help.",
  right: "The victims received psychological help.",
  *check(document, context) {
    const unknown = new Map<string, Unknown>();
    for (const passage of document.passages) {
      if (!context.spelling.judges(passage.lang)) continue;
      for (const { word, index } of withoutForeign(passage, [...unknownIn(passage, context)])) {
        const known = unknown.get(`${passage.lang} ${word}`);
        if (known) known.count++;
        else unknown.set(`${passage.lang} ${word}`, { word, passage, index, count: 1 });
      }
    }
    if (unknown.size === 0) return;
    const counts = context.archive.counts([...unknown.values()].map(({ word }) => word));
    let far = Math.floor(FAR / context.checked);
    for (const found of unknown.values()) {
      const fault = faultOf(found, document, context, counts.get(found.word) ?? 0, far > 0);
      if (!fault) continue;
      far--;
      yield fault;
    }
  },
};

function* unknownIn(passage: Passage, { spelling: words }: Context): Generator<Word> {
  const { lang } = passage;
  const phrases = vocabulary[lang.split("-")[0] ?? ""]?.phrases;
  const text = phrases ? passage.text.replace(phrases, (phrase) => " ".repeat(phrase.length)) : passage.text;
  for (const { word: whole, index } of wordsIn(text)) {
    if (
      words.knows(whole, lang) ||
      /[\p{N}_.@]/u.test(whole) ||
      isCutByMarkup(passage, index, whole) ||
      ADDRESS.test(text.slice(Math.max(0, index - 30), index))
    )
      continue;
    let at = index;
    for (const part of whole.split("-")) {
      const word = part.replace(/['’]s?$/, "");
      if (
        isJudged(word, lang) &&
        !(BEFORE.test(word) && whole.includes("-")) &&
        !words.knows(word, lang) &&
        !isOfTheField(word, lang, words)
      )
        yield { word, index: at };
      at += part.length + 1;
    }
  }
}

/** Where most words of a sentence, and four of them, are unknown, it is in another language, and none of them a slip. */
function withoutForeign({ text }: Passage, unknown: readonly Word[]): readonly Word[] {
  if (unknown.length < 4) return unknown;
  const foreign = sentencesIn(text).flatMap(({ sentence, index }) => {
    const own = unknown.filter((word) => word.index >= index && word.index < index + sentence.length);
    const isForeign =
      own.length >= 4 && own.length * 2 > wordsIn(sentence).filter(({ word }) => word.length > 2).length;
    return isForeign ? own : [];
  });
  return unknown.filter((word) => !foreign.includes(word));
}

function faultOf(
  { word, passage, index, count }: Unknown,
  document: Document,
  context: Context,
  everywhere: number,
  further: boolean,
): Fault | undefined {
  const isName = /^\p{Lu}/u.test(word);
  if (isName && (word.length < 6 || count > 1 || everywhere > 1 || isPartOfName(passage, index, word)))
    return undefined;
  if (everywhere >= USUAL || context.spelling.isMade(word, passage.lang)) return undefined;
  // What is only reported where a word of the dictionary is one letter away need not be looked for further off.
  const meant = context.spelling.suggest(word, passage.lang, further && !isName && everywhere < OWN);
  const isNear = meant.some(
    (other) => /^\p{L}+$/u.test(other) && distance(other.toLowerCase(), word.toLowerCase()) === 1,
  );
  if ((isName || everywhere >= OWN) && !isNear) return undefined;
  const places = count > 1 ? ` It stands here ${count} times.` : "";
  return {
    at: document.in(passage, index, word.length),
    message: isName
      ? `“${word}” is in no dictionary and nowhere else on the site: a name, or a slip?`
      : `“${word}” is in no dictionary.${places}`,
    fix: `${meant.length > 0 ? `Did you mean ${meant.map((other) => `“${other}”`).join(" or ")}? ` : ""}If it is right, add it to words.txt.`,
    ...(isName || everywhere >= OWN ? { severity: "hint" } : {}),
  };
}

/** Two words with capitals side by side are a name of two parts, or a title that has capitals everywhere. */
function isPartOfName({ text }: Passage, index: number, word: string): boolean {
  return (
    /\p{Lu}[\p{L}.'’-]*[ \n]$/u.test(text.slice(Math.max(0, index - 30), index)) ||
    /^[ \n-]\p{Lu}/u.test(text.slice(index + word.length))
  );
}

/** Acronyms, names such as iPhone and words of another script are not judged. */
function isJudged(word: string, lang: string): boolean {
  if (word.length < 3 || /^.+\p{Lu}/u.test(word)) return false;
  return /^(?:ru|be|uk|bg|sr|mk|kk|ky|mn|tg)/.test(lang)
    ? /^[\p{Script=Cyrillic}'’]+$/u.test(word)
    : !/\p{Script=Cyrillic}/u.test(word);
}

function isOfTheField(word: string, lang: string, words: Context["spelling"]): boolean {
  const own = vocabulary[lang.split("-")[0] ?? ""];
  if (!own) return false;
  const small = word.toLowerCase();
  return own.beginnings.test(small) || (own.prefixes.test(small) && words.knows(small.replace(own.prefixes, ""), lang));
}

/** `un**fold**ed` is one word for a reader and three for a program. */
function isCutByMarkup({ text }: Passage, index: number, word: string): boolean {
  const end = index + word.length;
  return (
    /\p{L}\ue000+$/u.test(text.slice(Math.max(0, index - 12), index)) ||
    /^\ue000+\p{L}/u.test(text.slice(end, end + 12))
  );
}
