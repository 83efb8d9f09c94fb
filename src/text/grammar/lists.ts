import type { StateInline } from "markdown-it";
import { anyOf, monthsIn } from "../months.ts";

/** Languages in which a day is a number with a full stop and a month: `3. Oktober`. */
const ORDINAL =
  "bg bs cs da de en es et fi fr hr hu is it kk ky lt lv mk nb nl pl pt ro ru sk sl sq sr sr-Latn sv tg tr uk uz".split(
    " ",
  );

/** A year or a longer number, which begins a sentence and no list: `1986. A great year.` */
const YEAR = /^\d{4,}[.)]/;

/** A phone number, which begins no list: `+ 375 17 327 48 76`. */
const PHONE = /^\+[ \t]*(?:\(?\d[ ()\u00a0.-]{0,2}){7}/;

let day: RegExp | undefined;

/** `- ENDS -` */
const BETWEEN_DASHES = /^([-*+])\s(?!.*\n).{1,40}\s\1\s*$/;

/** The beginning of all of these. */
const MARKED = /^[\d*+-]/;

const NUMBERED = /^\d{1,2}\./;

/** Only so many characters of a line are looked at. */
const FIRST = 60;

/** Whether a line that looks like an item can be one. A day, a year, a phone number or `- ENDS -` is none. */
export function isItem(line: string): boolean {
  if (!MARKED.test(line)) return true;
  const start = line.slice(0, FIRST);
  if (YEAR.test(start) || PHONE.test(start) || BETWEEN_DASHES.test(start)) return false;
  return !isDay(start);
}

/** Whether a line begins with a day: `3. Oktober`, `3. und 4. Oktober`, `1. 10. 2026`. */
export function isDay(start: string): boolean {
  // Few lines begin like a day, and to look up the names of all months takes long.
  if (!NUMBERED.test(start)) return false;
  day ??= new RegExp(
    `^\\d{1,2}\\.\\s*(?:\\d{1,2}\\.|(?:(?:\\p{L}{1,4}|[–—/,&+-])\\s*\\d{1,2}\\.\\s*)?(?:${anyOf(monthsIn(ORDINAL).keys())})(?![\\p{L}\\p{M}\\p{N}]))`,
    "iu",
  );
  return day.test(start.slice(0, FIRST).normalize("NFC"));
}

/** Bullets of Word and other programs, and pictures of chats, with which no line of a sentence begins. */
const BULLET = /^[ \t]*(?:[•●▪◦‣⁃∙■□➢➤►✓✔\uf000-\uf0ff]|(?![©®™‼⁉ℹ])\p{Extended_Pictographic}|\p{RI}|\d\ufe0f?\u20e3)/u;

/** The bullets of lists inside of these. */
const INNER = /^[ \t]*[o–—·§-][ \t\u00a0]/;

/** Beginnings of listed lines that a line of a sentence could have by chance. */
const LISTED: readonly RegExp[] = [
  /^\p{Nd}{1,4}\\?[.)．）](?:\s|\p{L})/u,
  /^o[\t\u00a0 ]{2,}|^o\t|^§\s/,
  /^[-–—―·*]/,
  /^\d{1,2}[:.h]\d\d(?!\d)/,
  /^\(?(?:\p{L}|[ivx]{1,4}|[IVX]{1,4}|\d{1,3})\)/u,
  /^(?:\p{L}|[ivx]{1,4}|[IVX]{1,4})\.\s/u,
  /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})、|^（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）|^[①-⑳]/,
  /^[\p{Lu}\p{Lo}][\p{L}\p{M} '’-]{0,30}[:：]/u,
];

const apart = new WeakMap<StateInline, "all" | "inner" | "none">();

/** Whether a line break in a paragraph is kept, because all its lines begin as in a list. */
export function endsLine(state: StateInline): boolean {
  const next = state.src.slice(state.pos + 1, state.pos + FIRST);
  if (BULLET.test(next)) return true;
  let kept = apart.get(state);
  if (kept === undefined) {
    const hasBullets = state.src.split("\n").some((line) => BULLET.test(line.slice(0, FIRST)));
    kept = areListed(state.src) || isAddress(state.src) ? "all" : hasBullets ? "inner" : "none";
    apart.set(state, kept);
  }
  return kept === "all" || (kept === "inner" && INNER.test(next));
}

/** A line that is nothing but a phone number or an email address, with its label or without. */
const REACHED =
  /^(?:[\p{L}\p{M} ().-]{1,20}[:：.]\s*)?(?:[+＋(]?\d[\d ()./\u00a0-]{6,25}|[^\s@]{1,64}@[^\s@]{3,80}?)[;,.]?\s*$/mu;

/** Whether the lines of a paragraph are those of an address: all are short, and one is nothing but a number or an email. */
const isAddress = (paragraph: string) => !/[^\n]{61}/.test(paragraph) && REACHED.test(paragraph);

/** Whether all lines of a paragraph begin as in a list; the first may say what is listed. */
function areListed(paragraph: string): boolean {
  const [first = "", ...others] = paragraph
    .split("\n")
    .map((line) => line.slice(0, FIRST).replace(/^[ \t]*(?:\*\*|__)?/, ""));
  return LISTED.some((start) => {
    return others.length > (start.test(first) ? 0 : 1) && others.every((line) => start.test(line));
  });
}
