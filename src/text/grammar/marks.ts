/** A letter, a digit, or what stands for a piece of a text that is no words. */
export const LETTER = /[\p{L}\p{M}\p{N}\ufffc]/u;

/** Scripts in which a quotation mark may touch the words around it: they have no spaces, or join small words to the next. */
export const JOINED =
  /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const SPACE = /\s/;
const BEFORE_OPENING = /[\s([{<>¿¡«„“‘‹‚「『（《—–\-/+=&|]/;
const AFTER_CLOSING = /[\s.,;:!?)\]}<>»”“’‘›」』）》—–\-/|…،؛؟。，；：！？、"'%+=&]/;

/** A number that stands by itself, or behind another one and an x: 12, 5.5, 10½. */
const MEASURE = /(?:^|[^\p{L}\p{N}.,]|["″]\s?[x×]\s?)\d{1,3}(?:[.,]\d+)?[½¼¾]?$/u;

/** How much of a text before a mark says what it is, and how far from an opening mark its closing one may be. */
const REACH = 24;
const LONGEST = 2000;

/** What stands around the straight marks of a paragraph. */
export class Marks {
  readonly #text: string;
  readonly #isFixed: (index: number) => boolean;
  /** Where the last opening mark stands: what follows it at once opens, too. */
  openedAt = -1;
  /** The single mark that was found last that may close something, and how far was searched for it. */
  readonly #anyCloser = { at: -1, searched: -1 };
  readonly #strictCloser = { at: -1, searched: -1 };

  constructor(text: string, isFixed: (index: number) => boolean) {
    this.#text = text;
    this.#isFixed = isFixed;
  }

  /** The end of what stands before a mark. */
  until(at: number): string {
    return this.#text.slice(Math.max(0, at - REACH), at);
  }

  /** A mark and the beginning of what follows. */
  from(at: number): string {
    return this.#text.slice(at, at + REACH);
  }

  /** The character before a mark that can be seen; a space where there is none. */
  before(at: number): string {
    let last = at - 1;
    while (/\p{Cf}/u.test(this.#text[last] ?? "")) last--;
    return this.#text[last] ?? " ";
  }

  /** The character after a mark that can be seen; a space where there is none. */
  after(at: number): string {
    let next = at + 1;
    while (/\p{Cf}/u.test(this.#text[next] ?? "")) next++;
    return this.#text[next] ?? " ";
  }

  /** Whether a number that may be a measure stands before a mark. */
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

  /** Where the next mark of the same kind stands, or -1. */
  next(mark: string, at: number): number {
    let next = this.#text.indexOf(mark, at + 1);
    while (next !== -1 && this.#isFixed(next)) next = this.#text.indexOf(mark, next + 1);
    return next - at > LONGEST ? -1 : next;
  }

  /** Whether the next double mark behind no measure can only close: then this one closes nothing. */
  closesNext(at: number): boolean {
    let next = this.next('"', at);
    while (next !== -1 && next - at < LONGEST && this.isMeasure(next)) next = this.next('"', next);
    return next !== -1 && this.canClose(next) && !this.canOpen(next);
  }

  /** Whether a single mark follows that could close a quotation opened here; `isStrict`: not that of `the workers' union`. */
  hasCloser(at: number, isStrict: boolean): boolean {
    const known = isStrict ? this.#strictCloser : this.#anyCloser;
    if (known.at > at + 1) return true;
    known.at = -1;
    let next = this.next("'", Math.max(at, known.searched));
    for (; next !== -1 && next - at < LONGEST; next = this.next("'", next)) {
      known.searched = next;
      // Who opens a second quotation has not opened a first: `the '24 season, 'a good one'`.
      if (this.canOpen(next) && !this.isJoined(next)) return false;
      const isPossessive = isStrict && this.#text[next - 1] === "s";
      if (next === at + 1 || isPossessive || !(this.isJoined(next) || this.canClose(next))) continue;
      known.at = next;
      return true;
    }
    return false;
  }
}
