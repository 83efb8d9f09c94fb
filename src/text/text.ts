import type { Token } from "markdown-it";
import { oncePer } from "../model/memo.ts";
import type { Quote, Release, TextPicture } from "../model/release.ts";
import { picturesIn } from "./grammar/figures.ts";
import { grammarFor } from "./grammar/grammar.ts";
import { blockQuotes, quotesIn } from "./grammar/quotes.ts";
import { firstSentenceIn } from "./summary.ts";

/** How many characters of source stay parsed: about fifty releases, because all forms of one are made together. */
const KEPT = 200_000;

/** By source alone, because a string that joins both would be made, and hashed, each time. */
const cache = new Map<string, { readonly lang: string; readonly tokens: readonly Token[] }>();
let size = 0;
let parses = 0;

/** Returns how many texts were parsed so far. */
export function parseCount(): number {
  return parses;
}

/** Forgets the parsed texts, so that they fill no memory when all forms of a release are made. */
export function forgetTexts(): void {
  cache.clear();
  size = 0;
}

/** Parses a text when its parts are first asked for. */
export function parseText(source: string, lang: string): ReleaseText {
  return new ReleaseText(() => source, lang);
}

const texts = new WeakMap<Pick<Release, "body" | "lang">, ReleaseText>();

/** Returns the parsed body of a release. Its pictures and first sentence are cached with the release, its blocks and quotes only while there is room. */
export function textOf(release: Pick<Release, "body" | "lang">): ReleaseText {
  return texts.get(release) ?? keepText(release, new ReleaseText(() => release.body, release.lang));
}

/** Gives a release the parsed text of one with the same body, so that nothing is read off it again. */
export function keepText(release: Pick<Release, "body" | "lang">, text: ReleaseText): ReleaseText {
  texts.set(release, text);
  return text;
}

/** Does the same if the text of that release was asked for already. */
export function shareText(from: Pick<Release, "body" | "lang">, to: Pick<Release, "body" | "lang">): void {
  const known = texts.get(from);
  if (known) keepText(to, known);
}

/** A parsed text: the blocks for writers, and its quotes, pictures and first sentence. */
export class ReleaseText {
  readonly lang: string;
  readonly #source: () => string;
  #pictures: readonly TextPicture[] | undefined;
  #firstSentence: string | undefined;

  constructor(source: () => string, lang: string) {
    this.#source = source;
    this.lang = lang;
  }

  /** Markdown as it was written. */
  get source(): string {
    return this.#source();
  }

  /** Blocks and words as markdown-it's tokens. Nobody changes them. */
  get tokens(): readonly Token[] {
    return tokensOf(this.source, this.lang);
  }

  get quotes(): readonly Quote[] {
    return hasSpeaker(this.source) ? quotesOf(this.tokens) : [];
  }

  /** The same quotes, found without parsing the rest of the text. It is faster where nothing else of the text is asked for. */
  get quotesAlone(): readonly Quote[] {
    const { source } = this;
    const alone = hasSpeaker(source) && !cache.has(source) ? blockQuotes(source) : undefined;
    return alone === undefined ? this.quotes : quotesIn(grammarFor(this.lang).parse(alone, {}));
  }

  get pictures(): readonly TextPicture[] {
    const { source } = this;
    this.#pictures ??= source.includes("![") ? picturesIn(source, this.tokens) : [];
    return this.#pictures;
  }

  /** For descriptions that nobody wrote. */
  get firstSentence(): string {
    this.#firstSentence ??= firstSentenceIn(this.tokens);
    return this.#firstSentence;
  }
}

/** What the writers need of a text. */
export type Parsed = Pick<ReleaseText, "tokens" | "lang">;

const quotesOf = oncePer(quotesIn);

/** Whether a text can have a quote. A text without an attribution line need not be parsed. */
const hasSpeaker = (source: string) => source.includes(">") && /^[ \t>]*(?:(?:—|–|―|--)\s|——|──|――)/m.test(source);

/** Returns the blocks of a text. The last ones are cached, because the forms of a release ask for them many times. */
function tokensOf(source: string, lang: string): readonly Token[] {
  let known = cache.get(source);
  if (known) {
    cache.delete(source);
    size -= source.length;
  }
  if (known?.lang !== lang) {
    known = { lang, tokens: grammarFor(lang).parse(source, {}) };
    parses++;
  }
  cache.set(source, known);
  size += source.length;
  for (const oldest of cache.keys()) {
    if (size <= KEPT || oldest === source) break;
    cache.delete(oldest);
    size -= oldest.length;
  }
  return known.tokens;
}
