import type { Token } from "markdown-it";
import { directionOf } from "./names.ts";
import { changed } from "./tokens.ts";

const SPACE = "[ \\u00a0\\u202f]";
const DIGIT = "[\\d\\u0660-\\u0669\\u06f0-\\u06f9]";
const LATIN = "[A-Za-z\\u00c0-\\u024f\\d]";
const DASH = "[\\u2010-\\u2013-]";
const SIGN = "[+\\-−±$€£¥]";
/** A space may stand behind these, but not behind a minus, which would be a dash between two numbers. */
const SPACED = "(?:US\\$|[±$€£¥])";
/** Arabic joins small words to the next word: `و+375 …`. */
const START = "(?<![\\p{Script=Latin}\\p{Nd}])";
const END = "(?![\\p{Script=Latin}\\p{Nd}])";
const AREA = `\\((?!(?:19|20)\\d\\d\\))${DIGIT}{1,5}\\)`;

const ADDRESS = '(?:https?:\\/\\/|www\\.)(?:(?!&(?:quot|lt|gt|#39);)[^\\s<>"“”«»])*[^\\s<>"“”«»\'’.,;:!?)\\]،؛؟]';

/** Latin words before and after a number or code belong to it: `IBAN BY20 OLMP 3135 0000`, `Boeing 737-800 MAX`. */
const BEFORE = `(?:${START}[A-Za-z\\u00c0-\\u024f]${LATIN}*${SPACE}(?:${LATIN}+${SPACE}){0,7})?`;
const BEHIND = `(?:${SPACE}[A-Za-z\\u00c0-\\u024f]${LATIN}*(?=[\\s)\\],.;:!?<"”»،؛؟]|$)){0,8}`;

const CODES = [
  // An email address.
  "(?<![\\w.+'-])[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+",
  // #COP30, @office
  "(?<![\\p{Script=Latin}\\p{Nd}&])[#@][A-Za-z]\\w*",
  // RP/2026/31, COVID-19
  `(?<![\\p{Script=Latin}\\p{Nd}&;])(?=${LATIN})(?=\\S{0,40}?[A-Za-z])(?=\\S{0,60}?\\d)${LATIN}+(?:[\\/_.:#+–-]${LATIN}+)+${END}`,
  // +375 17 327 48 76, (017) 327-48-76
  `(?:(?<!${DIGIT})\\+${SPACE}?\\(?|${START}${AREA}${SPACE}?)${DIGIT}(?:[()\\/. \\u00a0\\u202f\\u2010-\\u2013-]?[() \\u00a0\\u202f]?${DIGIT}){4,}${END}`,
  // 8 (017) 327-48-76, 1 234 567, 2026-10-02
  `${START}${DIGIT}+(?:(?:${SPACE}?${AREA}${SPACE}?|${SPACE}|${DASH}|\\/)${DIGIT}+){2,}${END}`,
  // 10 000, 327 4876
  `${START}(?:${DIGIT}{1,3}${SPACE}${DIGIT}{3}|${DIGIT}{3}${SPACE}${DIGIT}{4})${END}`,
  // -5, +5–+10, $5-$10
  `(?<![\\p{Script=Latin}\\p{Nd})\\]])(?:${SPACED}${SPACE}?|[+\\-−])${DIGIT}[${DIGIT.slice(1, -1)}.,]*(?:${SPACE}?${DASH}${SPACE}?${SIGN}?${SPACE}?${DIGIT}[${DIGIT.slice(1, -1)}.,]*)?(?<=${DIGIT})(?:[%°]?[A-Za-z]{1,4}${END}|[%°]?)`,
].join("|");

/**
 * The source of a regular expression, without groups, for numbers and codes that are written from left to right in any text, and whose
 * parts the bidirectional algorithm would reorder in Arabic. Browser scripts use it too.
 */
export const SEQUENCES = `${BEFORE}(?:${CODES})${BEHIND}`;

const IN_HTML = new RegExp(`${ADDRESS}|${SEQUENCES}`, "gu");
/** Isolated text and web addresses stay: an email program would read the isolating character after an address as a part of it. */
const IN_TEXT = new RegExp(`[\\u2066-\\u2068][^\\u2069]*\\u2069|${ADDRESS}|(${SEQUENCES})`, "gu");

/** Arabic digits, whose groups run from right to left even inside an isolate. */
const ARABIC_DIGIT = /[\u0660-\u0669]/;

/** Whether something is a date in Arabic digits, which is read from right to left. */
const isArabicDate = (found: string) => /^[\u0660-\u0669]{1,4}(?:-[\u0660-\u0669]{1,4}){2}$/.test(found);

/** Returns plain words with numbers, codes and email addresses isolated (UAX #9), if the language is written from right to left. */
export function isolated(text: string, lang: string): string {
  if (!CAN_NEED.test(text) || directionOf(lang) === "ltr") return text;
  return text.replace(IN_TEXT, (whole, found?: string) => {
    if (found === undefined || isArabicDate(found)) return whole;
    return ARABIC_DIGIT.test(found) ? `\u2066\u202d${found}\u202c\u2069` : `\u2068${found}\u2069`;
  });
}

/** Returns plain words without isolating characters, so that they can be counted. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066\u2068\u2069\u202c\u202d]/g, "");
}

/** Returns a parsed text isolated in the same way, for writers of plain text. Addresses that are links stay. */
export function isolatedTokens(tokens: readonly Token[], lang: string): readonly Token[] {
  if (directionOf(lang) === "ltr" && !hasPassage(tokens)) return tokens;
  const langs = [lang];
  let isAddress = false;
  return tokens.map((token): Token => {
    const { type, markup, children, content } = token;
    const own = langs.at(-1) ?? lang;
    if (type.endsWith("passage_open")) langs.push(String(token.attrGet("lang")));
    else if (type.endsWith("passage_close")) langs.pop();
    else if (type === "link_open") isAddress = markup !== "" || /^mailto:/i.test(String(token.attrGet("href")));
    else if (type === "link_close") isAddress = false;
    if (children) return changed(token, { children: [...isolatedTokens(children, own)] });
    return type === "text" && !isAddress ? changed(token, { content: isolated(content, own) }) : token;
  });
}

/** Returns whether anything in a text may be in another language. */
function hasPassage(tokens: readonly Token[]): boolean {
  for (const { type, children } of tokens)
    if (type === "passage_open" || type === "container_passage_open" || (children && hasPassage(children))) return true;
  return false;
}

/** The characters without which a text needs no isolates. */
const CAN_NEED = /[\d\u0660-\u0669\u06f0-\u06f9@#]|www\.|https?:/;

/** Tags, comments and text of our own HTML, whose attributes are in double quotes. */
const PIECE = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d-]*)((?:[^">]|"[^"]*")*)>|[^<]+|</gi;
const DIRECTION = /\sdir="(ltr|rtl)"/;
const RIGHT_TO_LEFT = ' dir="rtl"';

/** Elements that are isolated already, or that have no words to copy, and the title, which cannot contain elements. */
const LEFT_ALONE = new Set(["bdi", "bdo", "script", "style", "textarea", "select", "code", "pre", "svg", "title"]);

interface Scope {
  readonly tag: string;
  readonly isLeft: boolean;
  readonly dir: string;
  /** The number of open elements of the same name in it. */
  depth: number;
}

/**
 * Returns HTML in which numbers, codes and addresses are `bdi` elements wherever text runs from right to left. They are elements, so that
 * a reader copies no invisible characters. `dir` is the direction of the place where the HTML will be.
 */
export function isolatedHtml(html: string, dir: "ltr" | "rtl"): string {
  if (dir === "rtl") return within(html, 0, dir).made;
  let made = "";
  let done = 0;
  for (let at = html.indexOf(RIGHT_TO_LEFT); at !== -1; at = html.indexOf(RIGHT_TO_LEFT, done)) {
    const start = html.lastIndexOf("<", at);
    const part = within(html, start, dir);
    made += html.slice(done, start) + part.made;
    done = Math.max(part.end, at + RIGHT_TO_LEFT.length);
  }
  return done === 0 ? html : made + html.slice(done);
}

/** Isolates words by elements, which also replace isolating characters. */
function inElements(words: string): string {
  if (words.startsWith("\u2068")) return `<bdi>${words.slice(1, -1)}</bdi>`;
  return CAN_NEED.test(words) ? words.replace(IN_HTML, inElement) : words;
}

/** Isolates one element of a page that runs from left to right, or all from a place on. */
function within(html: string, start: number, dir: "ltr" | "rtl"): { readonly made: string; readonly end: number } {
  const scopes: Scope[] = [];
  let made = "";
  let end = start;
  PIECE.lastIndex = start;
  for (let found = PIECE.exec(html); found; found = PIECE.exec(html)) {
    const [piece, closing, name, attributes = ""] = found;
    const scope = scopes.at(-1);
    end = found.index + piece.length;
    if (name === undefined) {
      const isWords = !piece.startsWith("<") && !scope?.isLeft && (scope?.dir ?? dir) === "rtl";
      made += isWords
        ? piece
            .split(/(\u2068[^\u2069]*\u2069)/)
            .map(inElements)
            .join("")
        : piece;
      continue;
    }
    made += piece;
    const tag = name.toLowerCase();
    if (closing) {
      if (scope?.tag !== tag || scope.depth-- > 0) continue;
      scopes.pop();
      if (scopes.length === 0 && dir === "ltr") break;
      continue;
    }
    const direction = DIRECTION.exec(attributes)?.[1];
    if (LEFT_ALONE.has(tag) || direction) {
      const isLeft = scope?.isLeft === true || LEFT_ALONE.has(tag);
      scopes.push({ tag, isLeft, dir: direction ?? scope?.dir ?? dir, depth: 0 });
    } else if (scope?.tag === tag) scope.depth++;
  }
  return { made, end };
}

function inElement(found: string): string {
  if (isArabicDate(found)) return found;
  return ARABIC_DIGIT.test(found) ? `<bdo dir="ltr">${found}</bdo>` : `<bdi>${found}</bdi>`;
}
