/** A letter, a digit, or the placeholder for a piece of a text that is no words. */
export const LETTER = /[\p{L}\p{M}\p{N}\ufffc]/u;

/** Scripts in which a quotation mark may touch the words around it, because they have no spaces or join small words to the next. */
export const JOINED =
  /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const SPACE = /\s/;
const BEFORE_OPENING = /[\s([{<>¿¡«„“‘‹‚「『（《—–\-/+=&|]/;
const AFTER_CLOSING = /[\s.,;:!?)\]}<>»”“’‘›」』）》—–\-/|…،؛؟。，；：！？、"'%+=&]/;

/** A number alone, or after another one and an x: 12, 5.5, 10½. */
const MEASURE = /(?:^|[^\p{L}\p{N}.,]|["″]\s?[x×]\s?)\d{1,3}(?:[.,]\d+)?[½¼¾]?$/u;

/** How much of the text around a mark decides its kind, and how far its closing mark may be. */
const REACH = 24;
const LONGEST = 2000;

/** Questions about the text around the straight marks of a paragraph. */
export class Marks {
  readonly #text: string;
  readonly #isFixed: (index: number) => boolean;
  /** The place of the last opening mark. A mark right after it opens, too. */
  openedAt = -1;
  /** The last single mark that may close a quotation, and how far was searched for it. */
  readonly #anyCloser = { at: -1, searched: -1 };
  readonly #strictCloser = { at: -1, searched: -1 };

  constructor(text: string, isFixed: (index: number) => boolean) {
    this.#text = text;
    this.#isFixed = isFixed;
  }

  /** Returns the end of the text before a mark. */
  until(at: number): string {
    return this.#text.slice(Math.max(0, at - REACH), at);
  }

  /** Returns a mark and the beginning of the text after it. */
  from(at: number): string {
    return this.#text.slice(at, at + REACH);
  }

  /** Returns the visible character before a mark; a space if there is none. */
  before(at: number): string {
    let last = at - 1;
    while (/\p{Cf}/u.test(this.#text[last] ?? "")) last--;
    return this.#text[last] ?? " ";
  }

  /** Returns the visible character after a mark; a space if there is none. */
  after(at: number): string {
    let next = at + 1;
    while (/\p{Cf}/u.test(this.#text[next] ?? "")) next++;
    return this.#text[next] ?? " ";
  }

  /** Whether a number that may be a measure is before a mark. */
  isMeasure(at: number): boolean {
    return MEASURE.test(this.until(at));
  }

  isWithinWord(at: number): boolean {
    return LETTER.test(this.before(at)) && LETTER.test(this.after(at));
  }

  isBetweenSpaces(at: number): boolean {
    return SPACE.test(this.before(at)) && SPACE.test(this.after(at));
  }

  /** Whether the words around a mark have no spaces of their own. */
  isJoined(at: number): boolean {
    return JOINED.test(this.before(at) + this.after(at));
  }

  canOpen(at: number): boolean {
    if (SPACE.test(this.after(at))) return false;
    // `l'"essentiel"`: an apostrophe before a mark opens it.
    const isElided = /[\p{L}\p{N}]['’]$/u.test(this.until(at)) && LETTER.test(this.after(at));
    return BEFORE_OPENING.test(this.before(at)) || (at > 0 && this.openedAt === at - 1) || isElided;
  }

  canClose(at: number): boolean {
    return !SPACE.test(this.before(at)) && this.openedAt !== at - 1 && AFTER_CLOSING.test(this.after(at));
  }

  /** Returns the place of the next mark of the same kind, or -1. */
  next(mark: string, at: number): number {
    let next = this.#text.indexOf(mark, at + 1);
    while (next !== -1 && this.#isFixed(next)) next = this.#text.indexOf(mark, next + 1);
    return next - at > LONGEST ? -1 : next;
  }

  /** Whether the next double mark that is not after a measure can only close. Then this one closes nothing. */
  closesNext(at: number): boolean {
    let next = this.next('"', at);
    while (next !== -1 && next - at < LONGEST && this.isMeasure(next)) next = this.next('"', next);
    return next !== -1 && this.canClose(next) && !this.canOpen(next);
  }

  /** Whether a later single mark could close a quotation that opens here; with `isStrict`, the one in `the workers' union` does not count. */
  hasCloser(at: number, isStrict: boolean): boolean {
    const known = isStrict ? this.#strictCloser : this.#anyCloser;
    if (known.at > at + 1) return true;
    known.at = -1;
    let next = this.next("'", Math.max(at, known.searched));
    for (; next !== -1 && next - at < LONGEST; next = this.next("'", next)) {
      known.searched = next;
      // If a second quotation opens, the first mark opened none: `the '24 season, 'a good one'`.
      if (this.canOpen(next) && !this.isJoined(next)) return false;
      const isPossessive = isStrict && this.#text[next - 1] === "s";
      if (next === at + 1 || isPossessive || !(this.isJoined(next) || this.canClose(next))) continue;
      known.at = next;
      return true;
    }
    return false;
  }
}
