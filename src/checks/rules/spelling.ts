import { grouped } from "../../model/grouped.ts";
import { countsOfWords, USUAL } from "../archive.ts";
import { patternOf } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import { BLANK } from "../markup.ts";
import type { Context, Fault } from "../rule.ts";
import { sentencesIn, type Word, wordsIn } from "../words.ts";

/** No word of any language is so long: it is what is left where spaces were lost, or a code, and takes long to look up. */
const LONGEST = 60;

const phrases = patternOf("phrases", "giu");
const prefixes = patternOf("prefixes", "u");
const beginnings = patternOf("beginnings", "");

/** Matches a prefix before a hyphen, which is no word of its own. */
const BEFORE =
  /^(?:anti|co|cyber|de|ex|inter|mid|multi|neo|non|post|pre|pro|re|semi|socio|sub|un|евро|кибер|мини|онлайн|экс)$/i;

/** Matches the text before a word that is part of an address, a label or the end of a file's name. */
const ADDRESS = /(?:[@#]|(?:^|[\s(])\.|\.\p{L}{2,}\/)$/u;

/**
 * A word that stands in so many releases is the office's own, unless it is one letter from a word of the dictionary. Where it is `USUAL`,
 * not even that is asked: nobody makes the same slip in so many.
 */
const OWN = 2;

/** A slip that is made more often in one text is rather a word of its own. */
const FEW = 3;

const LONG = new RegExp(`\\S{${LONGEST + 1}}`);

const TOO_LONG = new RegExp(
  `[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\p{M}]{${LONGEST + 1},}`,
  "gu",
);

/** A word that is in no dictionary, and how often it stands in the text. */
type Unknown = Word & { readonly passage: Passage; readonly count: number };

export function* spelling(document: Document, context: Context): Generator<Fault> {
  const words = document.passages.flatMap((passage) =>
    context.spelling.judges(passage.lang) ? unknownWordsIn(passage, context).map((word) => ({ passage, ...word })) : [],
  );
  const unknown = [...grouped(words, ({ passage, word }) => [`${passage.lang} ${word}`]).values()].flatMap(
    ([first, ...more]) => (first ? [{ ...first, count: more.length + 1 }] : []),
  );
  for (const passage of document.passages) yield* tooLong(document, passage);
  if (unknown.length === 0) return;
  const counts = countsOfWords(
    context,
    unknown.map(({ word }) => word),
  );
  for (const found of unknown) yield* faultOf(found, document, context, counts.get(found.word) ?? 0);
}

function* tooLong(document: Document, passage: Passage): Generator<Fault> {
  // Most texts have nothing so long, which is quick to see.
  if (!LONG.test(passage.text)) return;
  for (const { at, found } of document.findIn(passage, TOO_LONG)) {
    yield {
      at,
      message: `“${found.slice(0, 20)}…” has ${found.length} letters and was not looked at.`,
      fix: "Put the spaces in that are missing.",
    };
  }
}

/** A word that is in no dictionary is only a hint; a warning where it is very likely a slip of a word that is in one. */
function* faultOf(unknown: Unknown, document: Document, context: Context, everywhere: number): Generator<Fault> {
  const { word, passage, index, count } = unknown;
  const likely = everywhere < USUAL ? likelyMeant(unknown, document, context) : [];
  const isSlip = likely.length > 0;
  if (!isSlip && (everywhere >= USUAL || context.spelling.isMade(word, passage.lang))) return;
  const meant = isSlip ? likely : context.spelling.suggest(word, passage.lang);
  const isName = !isSlip && /^\p{Lu}/u.test(word);
  if (isName && (word.length < 6 || count > 1 || everywhere > 1 || isPartOfName(passage, index, word))) return;
  if (meant.length === 0 && (isName || everywhere >= OWN)) return;
  const places = count > 1 ? ` It stands here ${count} times.` : "";
  const question = meant.length > 0 ? `Did you mean ${meant.map((other) => `“${other}”`).join(" or ")}? ` : "";
  yield {
    at: document.in(passage, index, word.length),
    message: isName
      ? `“${word}” is in no dictionary and nowhere else on the site: a name, or a slip?`
      : `“${word}” is in no dictionary.${places}`,
    fix: `${question}If it is right, add it to words.txt.`,
    ...(isSlip ? {} : { severity: "hint" }),
  };
}

/** Returns the words that a word is very likely a slip of. A name is judged only where its capital may have another reason, and by usual words. */
function likelyMeant({ word, passage, index, count }: Unknown, document: Document, { spelling: words }: Context) {
  const { lang } = passage;
  const isName = /^\p{Lu}/u.test(word);
  if (count > (isName ? 1 : FEW) || (isName && word.length < 7)) return [];
  const stands = (other: string) => document.words.has(other);
  if (isName && !isPlainWord(passage, index)) return words.certain(word, lang);
  const likely = words.likely(word, lang, stands);
  const isUsual = (other: string) => words.isUsual(other, lang);
  if (isName) return likely.filter((other) => other.includes(" ") || isUsual(other));
  return count === 1 || likely.some((other) => stands(other) || isUsual(other)) ? likely : [];
}

/** Whether a word has its capital for another reason than that it is a name: it begins a sentence, or all words of a title have one. */
function isPlainWord({ kind, text }: Passage, index: number): boolean {
  if ((kind === "title" || kind === "heading") && !/(?<!\p{L})\p{Ll}{5,}/u.test(text)) return true;
  return /(?:^|[.!?:]["”»)]?\s+|\n\s*)[\s\ue000"“«(]*$/u.test(text.slice(Math.max(0, index - 12), index));
}

/** Two words with capitals side by side are a name of two parts, or a title that has capitals everywhere. */
function isPartOfName({ text }: Passage, index: number, word: string): boolean {
  return (
    /\p{Lu}[\p{L}.'’-]*[ \n]$/u.test(text.slice(Math.max(0, index - 30), index)) ||
    /^[ \n-]\p{Lu}/u.test(text.slice(index + word.length))
  );
}

/** The words of a passage that are in no dictionary and of no other language. */
function unknownWordsIn(passage: Passage, context: Context): readonly Word[] {
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
