import type { Edits } from "./edits.ts";
import { JOINED, LETTER, Marks } from "./grammar/marks.ts";
import { bareMarksOf, hasSpacedGuillemets } from "./quotation-marks.ts";

const APOSTROPHE = "’";
const MINUTES = "′";
const INCHES = "″";

const ANY_MARK = /["'«»‹›‘’‚“”„「」『』]/g;

const DEGREES = /°\s?\d+(?:[.,]\d+)?$/;
const AFTER_MINUTES = /\d\s?['′’]\s?\d+(?:[.,]\d+)?[½¼¾]?$/;
const BEFORE_SECONDS = /^'\s?\d{1,2}(?:[.,]\d+)?[½¼¾]?\s?(?:["″]|'')/;

/** Words with an omitted beginning. */
const CUT_YEAR = /^'\d\d(?!\d)/;
const CUT_DECADE = /^'\d\ds\b/;
/** The wrong quotation mark that Word writes for them. */
const WRONG_WAY = /^‘(?:\d\ds\b|n’)/;
const ANY_WRONG = /["']|‘(?:\d\ds|n’)/;
const cutWords: Partial<Record<string, RegExp>> = {
  en: /^'(?:tis|twas|twere|twill|twould|em|til|n)(?![\p{L}\p{N}])/iu,
  de: /^'(?:s|n|ne[mnrs]?|nen)(?![\p{L}\p{N}])/u,
  nl: /^'(?:[snt]|k|m|r|ie)(?![\p{L}\p{N}])/u,
  af: /^'n(?![\p{L}\p{N}])/u,
};

/** An open quotation: the straight marks that may close it, and whether it has the outer or the inner pair. */
interface Open {
  readonly marks: string;
  readonly level: 0 | 1;
}

/** The most quotations inside each other. */
const DEEPEST = 8;

/** Returns the edits that replace the straight marks of a paragraph by the quotation marks, apostrophes and primes of a language. */
export function quotationEdits(text: string, lang: string, isFixed: (index: number) => boolean): Edits {
  return ANY_WRONG.test(text) ? new Paragraph(text, lang, isFixed).edits : new Map();
}

class Paragraph {
  readonly edits: Edits = new Map();
  readonly #text: string;
  readonly #at: Marks;
  readonly #marks: readonly string[];
  readonly #cutWord: RegExp | undefined;
  readonly #hasSpaces: boolean;
  readonly #open: Open[] = [];

  constructor(text: string, lang: string, isFixed: (index: number) => boolean) {
    this.#text = text;
    this.#at = new Marks(text, isFixed);
    this.#marks = bareMarksOf(lang);
    this.#cutWord = cutWords[lang.split("-")[0] ?? ""];
    this.#hasSpaces = hasSpacedGuillemets(lang);
    for (const { 0: mark, index } of text.matchAll(ANY_MARK)) {
      if (isFixed(index)) continue;
      if (mark === '"') this.#double(index);
      else if (mark === "'") this.#single(index);
      else if (this.#marks.includes(mark)) this.#typed(mark, index);
    }
  }

  #double(at: number): void {
    const before = this.#at.until(at);
    const isOpen = this.#isOpen('"');
    const canClose = this.#at.canClose(at);
    if (AFTER_MINUTES.test(before)) this.edits.set(at, INCHES);
    else if (this.#at.isMeasure(at) && (!isOpen || this.#at.closesNext(at))) this.edits.set(at, INCHES);
    else if (this.#at.canOpen(at) && !(isOpen && canClose && !/[([{]$/.test(before))) this.#opening('"', at);
    else if (canClose) this.#closing('"', at);
    else if (!/\p{Script=Hebrew}$/u.test(before) && (this.#hasSpaces || !this.#at.isBetweenSpaces(at))) {
      if (isOpen) this.#closing('"', at);
      else if (this.#at.next('"', at) !== -1) this.#opening('"', at);
    }
  }

  #single(at: number): void {
    const before = this.#at.until(at);
    const isOpen = this.#isOpen("'");
    if (DEGREES.test(before) || (/\d$/.test(before) && BEFORE_SECONDS.test(this.#at.from(at))))
      this.edits.set(at, MINUTES);
    else if (!isOpen && this.#at.isMeasure(at) && !LETTER.test(this.#at.after(at))) this.edits.set(at, MINUTES);
    else if (this.#isApostrophe(at, before)) this.edits.set(at, APOSTROPHE);
    else if (this.#at.canOpen(at)) this.#opening("'", at);
    else if (isOpen) this.#closing("'", at);
    else if (this.#at.isJoined(at) && this.#at.next("'", at) !== -1) this.#opening("'", at);
    else this.edits.set(at, APOSTROPHE);
  }

  #isApostrophe(at: number, before: string): boolean {
    const rest = this.#at.from(at);
    const [last, next] = [this.#at.before(at), this.#at.after(at)];
    if (this.#at.isWithinWord(at) && !JOINED.test(last) && !JOINED.test(next)) return true;
    if (before.endsWith("'n") || rest.startsWith("'n'")) return true;
    if (/^'s(?![\p{L}\p{N}])/u.test(rest) && !/\s/.test(last)) return true;
    if (!this.#at.canOpen(at)) return false;
    if (CUT_DECADE.test(rest) || this.#cutWord?.test(rest)) return true;
    return !this.#at.hasCloser(at, CUT_YEAR.test(rest));
  }

  /** Handles a mark that was typed as the language writes it. A straight one may close what it opens. */
  #typed(mark: string, at: number): void {
    const [outer, outerEnd, inner, innerEnd] = this.#marks;
    if (mark === APOSTROPHE && this.#at.isWithinWord(at)) return;
    if (WRONG_WAY.test(this.#at.from(at))) {
      this.edits.set(at, APOSTROPHE);
      return;
    }
    const level = mark === outerEnd ? 0 : mark === innerEnd ? 1 : undefined;
    const open = this.#open.findLastIndex((each) => each.level === level);
    if (open !== -1) this.#open.splice(open);
    else if (mark === outer) this.#push('"', 0, at);
    else if (mark === inner && this.#at.canOpen(at)) this.#push(/[‘‚‹’]/.test(mark) ? "'" : `"'`, 1, at);
  }

  #opening(mark: string, at: number): void {
    const around = this.#open.at(-1)?.level;
    const level = around === undefined ? (mark === '"' ? 0 : 1) : around === 0 ? 1 : 0;
    this.#push(mark, level, at);
    this.#put(at, this.#marks[level * 2], 1);
  }

  #closing(mark: string, at: number): void {
    const open = this.#open.findLastIndex(({ marks }) => marks.includes(mark));
    const level = (open === -1 ? undefined : this.#open.splice(open)[0]?.level) ?? (mark === '"' ? 0 : 1);
    this.#put(at, this.#marks[level * 2 + 1], -1);
  }

  /** Inserts a mark of the language; in French, its inner space replaces the typed ones. */
  #put(at: number, mark = "", inwards: 1 | -1): void {
    if (!this.#hasSpaces || !/[«»]/.test(mark)) {
      this.edits.set(at, mark);
      return;
    }
    this.edits.set(at, inwards === 1 ? `${mark}\u00a0` : `\u00a0${mark}`);
    for (let next = at + inwards; /[ \u00a0\u202f]/.test(this.#text[next] ?? ""); next += inwards)
      this.edits.set(next, "");
  }

  #push(marks: string, level: 0 | 1, at: number): void {
    if (this.#open.length === DEEPEST) this.#open.shift();
    this.#open.push({ marks, level });
    this.#at.openedAt = at;
  }

  #isOpen(mark: string): boolean {
    return this.#open.some(({ marks }) => marks.includes(mark));
  }
}
