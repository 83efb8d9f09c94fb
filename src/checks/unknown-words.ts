import { patternOf } from "./data.ts";
import type { Passage } from "./document.ts";
import { BLANK } from "./markup.ts";
import type { Context } from "./rule.ts";
import { sentencesIn, type Word, wordsIn } from "./words.ts";

/** No word of any language is so long: it is what is left where spaces were lost, or a code, and takes long to look up. */
export const LONGEST = 60;

const phrases = patternOf("phrases", "giu");
const prefixes = patternOf("prefixes", "u");
const beginnings = patternOf("beginnings", "");

/** Matches a prefix before a hyphen, which is no word of its own. */
const BEFORE =
  /^(?:anti|co|cyber|de|ex|inter|mid|multi|neo|non|post|pre|pro|re|semi|socio|sub|un|евро|кибер|мини|онлайн|экс)$/i;

/** Matches the text before a word that is part of an address, a label or the end of a file's name. */
const ADDRESS = /(?:[@#]|(?:^|[\s(])\.|\.\p{L}{2,}\/)$/u;

/** The words of a passage that are in no dictionary and of no other language. */
export function unknownWordsIn(passage: Passage, context: Context): readonly Word[] {
  return withoutForeign(passage, [...unknownIn(passage, context)]);
}

function* unknownIn(passage: Passage, { spelling }: Context): Generator<Word> {
  const { lang } = passage;
  const known = phrases(lang);
  const text = known ? passage.text.replace(known, (phrase) => " ".repeat(phrase.length)) : passage.text;
  for (const { word: whole, index } of wordsIn(text)) {
    if (
      (whole.length <= LONGEST && spelling.knows(whole, lang)) ||
      /[\p{N}_.@]/u.test(whole) ||
      isCutByMarkup(passage, index, whole) ||
      ADDRESS.test(text.slice(Math.max(0, index - 30), index))
    )
      continue;
    let at = index;
    for (const part of whole.split("-")) {
      const word = part.replace(/['’]s?$/, "");
      const isPrefix = BEFORE.test(word) && whole.includes("-");
      if (word.length <= LONGEST && !isPrefix && isJudged(word, lang) && !isRight(word, lang, spelling))
        yield { word, index: at };
      at += part.length + 1;
    }
  }
}

/** Leaves out sentences in another language: those of which most words, and at least four, are unknown. */
function withoutForeign({ text }: Passage, unknown: readonly Word[]): readonly Word[] {
  if (unknown.length < 4) return unknown;
  let at = 0;
  return sentencesIn(text).flatMap(({ sentence, index }) => {
    const first = at;
    while (at < unknown.length && (unknown[at]?.index ?? 0) < index + sentence.length) at++;
    const own = unknown.slice(first, at);
    const isForeign =
      own.length >= 4 && own.length * 2 > wordsIn(sentence).filter(({ word }) => word.length > 2).length;
    return isForeign ? [] : own;
  });
}

/** Acronyms, names such as iPhone and words of another script are not judged. */
function isJudged(word: string, lang: string): boolean {
  if (word.length < 3 || /^.+\p{Lu}/u.test(word)) return false;
  if (/^(?:ru|be|uk|bg|sr|mk|kk|ky|mn|tg)/.test(lang)) return /^[\p{Script=Cyrillic}'’]+$/u.test(word);
  return /^(?:ar|el|fa|he|hi|hy|ka|ko)/.test(lang) || /^[\p{Script=Latin}\p{M}'’]+$/u.test(word);
}

/** Whether a word is known, or one of the field that dictionaries lack. */
function isRight(word: string, lang: string, spelling: Context["spelling"]): boolean {
  if (spelling.knows(word, lang)) return true;
  const small = word.toLowerCase();
  const prefix = prefixes(lang);
  return (
    (beginnings(lang)?.test(small) || (prefix?.test(small) && spelling.knows(small.replace(prefix, ""), lang))) ?? false
  );
}

/** `un**fold**ed` is one word for a reader and three for a program. */
function isCutByMarkup({ text }: Passage, index: number, word: string): boolean {
  let [before, after] = [index - 1, index + word.length];
  while (text[before] === BLANK) before--;
  while (text[after] === BLANK) after++;
  const isLetter = (at: number) => /\p{L}/u.test(text.charAt(at));
  return (before < index - 1 && isLetter(before)) || (after > index + word.length && isLetter(after));
}
