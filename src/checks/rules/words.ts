import { memoized } from "../../model/memo.ts";
import { languageOf, patternOf } from "../data.ts";
import type { Document, Passage } from "../document.ts";
import type { Fault } from "../rule.ts";

/** Patterns of words that are spelled right and are not what was meant, with what was. */
const confused = memoized((lang: string) =>
  Object.entries(languageOf(lang).confused ?? {}).map(
    // Without classes of letters a pattern is twice as fast when it needs no u.
    ([meant, pattern]) => [new RegExp(pattern, pattern.includes("\\p") ? "giu" : "gi"), meant] as const,
  ),
);

export function* confusedWords(document: Document): Generator<Fault> {
  for (const passage of document.passages) {
    for (const [pattern, meant] of confused(passage.lang)) {
      for (const { at, found } of document.findIn(passage, pattern)) {
        // With a capital, a word of two letters is rather a name: Im.
        if (found.length > 2 || found === found.toLowerCase())
          yield {
            at,
            message: `“${found}” is a word, but probably not the one that is meant here.`,
            fix: `Did you mean “${meant}”?`,
          };
      }
    }
  }
}

const TWICE = /(?<![\p{L}\p{N}'’-])(\p{Ll}[\p{L}'’]*)[ \n]+\1(?![\p{L}\p{N}'’-])/gu;

/** Words that rightly stand twice in some sentences. */
const RIGHTLY = /^(?:that|had|nous|vous|se|ya|bye|very|long|many|far|much|чуть|еле|далеко|no|so)$/;

export function* repeatedWord(document: Document): Generator<Fault> {
  for (const { at, match } of document.find(TWICE)) {
    const [, word = ""] = match;
    if (!RIGHTLY.test(word)) yield { at, message: `“${word}” is repeated here.`, fix: `Delete one “${word}”.` };
  }
}

const GLUED =
  /(?<=\p{Ll}{2}["”»)]?)(?:[.!?]|(?<!&[#\w]{2,10});)(?!(?:Gov|Com|Org|Net|Edu)(?!\p{Ll}))(?=["“«]?\p{Lu}\p{Ll}+[\s,])|(?<=\p{Ll}{2}|(?<!\d)(?:19|20)\d\d),(?=\p{L}\p{Ll}+ )/gu;

export function* gluedSentences(document: Document): Generator<Fault> {
  for (const { at, found } of document.find(GLUED))
    yield { at, message: `After this “${found}” a space is missing.`, fix: `Put a space after the “${found}”.` };
}

const unfinished = patternOf("unfinished", "u");

/** One of several that are listed: it goes on with the next. */
const LISTED = /^[\s\ue000]*(?:[•·–—-]|\(?(?:\p{L}|\d{1,2}|[ivx]{1,4})[.)])|[;,] (?:and|or|и|или|et|ou|y|o)$/u;

export function* cutOff(document: Document): Generator<Fault> {
  const { passages } = document;
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== "paragraph" && passage.kind !== "quote" && passage.kind !== "summary") continue;
    // A sentence may go on in a picture, in code or in an address at its end, but not in bold type.
    const text = withoutEnd(passage.text, " \n\t\u00a0*_");
    if (text.endsWith("\ue000") && !/[*_]$/.test(passage.source.trimEnd())) continue;
    const words = withoutEnd(text, " \n\t\u00a0\ue000,،，");
    const next = passages[index + 1]?.kind;
    if (next === "item" || next === "row" || next === "quote" || LISTED.test(words)) continue;
    const found = unfinished(passage.lang)?.exec(words)?.[0];
    if (found === undefined || words.split(/\s+/).length < 4) continue;
    yield {
      at: document.in(passage, words.length - found.length, found.length),
      message: `This ${passage.kind} ends with “${found}”: its end seems to be missing.`,
      fix: "Compare it with the original.",
    };
  }
}

/** A text without some characters at its end. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Shorter paragraphs may stand in a text twice: "Contact", "Thank you." */
const SHORTEST = 60;

export function* repeatedParagraph(document: Document): Generator<Fault> {
  const seen = new Map<string, Passage[]>();
  for (const passage of document.passages) {
    if (passage.kind !== "paragraph" && passage.kind !== "quote") continue;
    const words = passage.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}?]+/gu, " ")
      .trim();
    // Questions of an interview are asked again.
    const isAsked = words.endsWith("?") || /^[\s\ue000]*[–—-]|^\*\*[^*\n]+(?::\*\*|\*\*[:—–])/u.test(passage.source);
    if (words.length >= SHORTEST && !isAsked) seen.set(words, [...(seen.get(words) ?? []), passage]);
  }
  // A paragraph that stands there more often belongs to the form of the text.
  const twice = [...seen.values()].filter(({ length }) => length === 2);
  const passage = twice[0]?.[1];
  if (!passage) return;
  const more = twice.length > 1 ? `, and so do ${twice.length - 1} more` : "";
  const start = Math.max(0, passage.text.search(/[\p{L}\p{N}]/u));
  yield {
    at: document.in(passage, start, passage.text.slice(start).split("\n")[0]?.length ?? 0),
    message: `This paragraph is in the text a second time${more}.`,
    fix: "Delete one of the two.",
  };
}
