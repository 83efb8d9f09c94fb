import { grouped } from "../../model/grouped.ts";
import { countsOfWords, USUAL } from "../archive.ts";
import type { Document, Passage } from "../document.ts";
import type { Context, Fault } from "../rule.ts";
import { LONGEST, unknownWordsIn } from "../unknown-words.ts";

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

interface Unknown {
  readonly word: string;
  readonly passage: Passage;
  readonly index: number;
  /** The number of times that it stands in the text. */
  readonly count: number;
}

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
function likelyMeant(
  { word, passage, index, count }: Unknown,
  document: Document,
  { spelling: words }: Context,
): string[] {
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
