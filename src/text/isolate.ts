import type { Token } from "markdown-it";
import { directionOf } from "./names.ts";
import { changed } from "./tokens.ts";

const SPACE = "[ \\u00a0\\u202f]";
const DIGIT = "[\\d\\u0660-\\u0669\\u06f0-\\u06f9]";
const LATIN = "[A-Za-z\\u00c0-\\u024f\\d]";
const DASH = "[\\u2010-\\u2013-]";
const SIGN = "[+\\-−±$€£¥]";
/** Arabic writes small words together with what follows them: `و+375 …`. */
const START = "(?<![\\p{Script=Latin}\\p{Nd}])";
const END = "(?![\\p{Script=Latin}\\p{Nd}])";
const AREA = `\\((?!(?:19|20)\\d\\d\\))${DIGIT}{1,5}\\)`;

const ADDRESS = '(?:https?:\\/\\/|www\\.)(?:(?!&(?:quot|lt|gt|#39);)[^\\s<>"“”«»])*[^\\s<>"“”«»\'’.,;:!?)\\]،؛؟]';

/** Latin words before and behind a number or code belong to it: `IBAN BY20 OLMP 3135 0000`, `Boeing 737-800 MAX`. */
const BEFORE = `(?:${START}[A-Za-z\\u00c0-\\u024f]${LATIN}*${SPACE}(?:${LATIN}+${SPACE}){0,7})?`;
const BEHIND = `(?:${SPACE}[A-Za-z\\u00c0-\\u024f]${LATIN}*(?=[\\s)\\],.;:!?<"”»،؛؟]|$)){0,8}`;

const CODES = [
  // A mail address.
  "(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
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
  `(?<![\\p{Script=Latin}\\p{Nd})\\]])(?:US\\$|${SIGN})${SPACE}?${DIGIT}[${DIGIT.slice(1, -1)}.,]*(?:${SPACE}?${DASH}${SPACE}?${SIGN}?${SPACE}?${DIGIT}[${DIGIT.slice(1, -1)}.,]*)?(?<=${DIGIT})[%°]?`,
].join("|");

/**
 * What is written from left to right in any text, and is torn apart where Arabic puts its numbers and characters in order: the source of
 * a regular expression without groups, for scripts too.
 */
export const SEQUENCES = `${BEFORE}(?:${CODES})${BEHIND}`;

const IN_HTML = new RegExp(`${ADDRESS}|${SEQUENCES}`, "gu");
/** What is isolated already, and an address, stay: a mail program would take the character behind it for a part of it. */
const IN_TEXT = new RegExp(`[\\u2066-\\u2068][^\\u2069]*\\u2069|${ADDRESS}|(${SEQUENCES})`, "gu");

/** Arabic digits are put in the order of Arabic wherever they stand, unless they are told otherwise. */
const ARABIC_DIGIT = /[\u0660-\u0669]/;

/** A date in Arabic digits is read from right to left, as it is said. */
function isArabicDate(found: string): boolean {
  return /^[\u0660-\u0669]{1,4}(?:-[\u0660-\u0669]{1,4}){2}$/.test(found);
}

/** Returns plain words with numbers, codes and mail addresses isolated (UAX #9), where the language is written from right to left. */
export function isolated(text: string, lang: string): string {
  if (!CAN_NEED.test(text) || directionOf(lang) === "ltr") return text;
  return text.replace(IN_TEXT, (whole, found?: string) => {
    if (found === undefined || isArabicDate(found)) return whole;
    return ARABIC_DIGIT.test(found) ? `\u2066\u202d${found}\u202c\u2069` : `\u2068${found}\u2069`;
  });
}

/** Returns plain words without what isolates: for who counts their characters. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066\u2068\u2069\u202c\u202d]/g, "");
}

/** Returns a parsed text for a writer of plain words, isolated in the same way. An address that is a link stays. */
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

/** Whether anything in a text may be in another language. */
function hasPassage(tokens: readonly Token[]): boolean {
  return tokens.some(({ type, children }) => type.endsWith("passage_open") || (children && hasPassage(children)));
}

/** Only a text with one of these can need it. */
const CAN_NEED = /[\d\u0660-\u0669\u06f0-\u06f9@#]|www\.|https?:/;

/** Tags, remarks and text of HTML that is our own: attributes stand in double quotes. */
const PIECE = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d-]*)((?:[^">]|"[^"]*")*)>|[^<]+|</gi;
const DIRECTION = /\sdir="(ltr|rtl)"/;
const RIGHT_TO_LEFT = ' dir="rtl"';

/** What is isolated already, or holds no words that a reader takes from the page. The title of a page cannot hold elements. */
const LEFT_ALONE = new Set(["bdi", "bdo", "script", "style", "textarea", "select", "code", "pre", "svg", "title"]);

interface Scope {
  readonly tag: string;
  readonly isLeft: boolean;
  readonly dir: string;
  /** How many elements of the same name are open in it. */
  depth: number;
}

/**
 * Returns HTML in which numbers, codes and addresses are elements of their own (`bdi`) wherever text runs from right to left.
 * Elements, because what a reader copies must not have characters in it that nobody sees. `dir` is that of the place where it will stand.
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

/** Words as elements keep them: those between characters that isolate are one, and lose these. */
function inElements(words: string): string {
  if (words.startsWith("\u2068")) return `<bdi>${words.slice(1, -1)}</bdi>`;
  return CAN_NEED.test(words) ? words.replace(IN_HTML, inElement) : words;
}

/** One element of a page from left to right, to its end, or all from a place on: isolated. */
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
