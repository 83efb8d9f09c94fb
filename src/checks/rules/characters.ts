import { domainToUnicode } from "node:url";
import { attempt } from "../../model/attempt.ts";
import { WINDOWS } from "../../text/windows.ts";
import type { Document, Passage, Spot } from "../document.ts";
import type { Edit } from "../finding.ts";
import type { Fault } from "../rule.ts";

/** UTF-8 read as Windows-1252 (two and three bytes), UTF-8 read as Windows-1251, Windows-1251 read as Windows-1252, and the character for what could not be read. */
const BROKEN =
  /(?:[ÂÃÐÑØÙ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])+|â[\u0080€][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?<![A-Za-z\u00c0-\u00ff])[\u00c0-\u00ff]{4,}(?![A-Za-z\u00c0-\u00ff])|(?:[РС][\u00a0-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЄЇІіґєјЅѕї]){3,}|\ufffd+/gu;

export function* mojibake(document: Document): Generator<Fault> {
  for (const { at, found } of document.find(BROKEN, "source")) {
    const meant = decoded(found);
    // A capital with a letter-like character after it can be right: "Â»" ends no word that begins with Â alone.
    if (meant === undefined && found !== "\ufffd" && !/^[РС]|\ufffd/.test(found)) continue;
    yield {
      at,
      message: `“${found}” was read in the wrong encoding.`,
      fix: meant ? `It should probably be “${meant}”.` : "Look at the original text and type the letters again.",
      ...(meant ? { replacement: meant } : {}),
    };
  }
}

function decoded(found: string): string | undefined {
  const bytes = [...found].map((letter) => {
    const at = WINDOWS.indexOf(letter);
    return at === -1 ? letter.charCodeAt(0) : 0x80 + at;
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  const read = (as: string) => attempt(() => new TextDecoder(as, { fatal: true }).decode(Uint8Array.from(bytes)));
  return read("utf-8") ?? (/^[\u00c0-\u00ff]+$/.test(found) ? read("windows-1251") : undefined);
}

/** Characters that cannot be seen, and what they are called. */
const invisible: Readonly<Record<string, string>> = {
  "\v": "a line break of Word",
  "\f": "a page break",
  "\u2028": "a line separator",
  "\u2029": "a paragraph separator",
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero-width space",
  "\u2060": "a word joiner",
  "\ufeff": "a byte order mark",
  "\u180e": "a Mongolian vowel separator",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u200e": "a left-to-right mark",
  "\u200f": "a right-to-left mark",
};

/** Characters of Word and of note programs that begin a new line there, and do not here. */
const BREAK = /[\v\f\u0085\u2028\u2029]/;

const HIDDEN =
  /[\u2028\u2029]|[\u00ad\u200b\u2060\ufeff\u180e]|[\u200c-\u200f]|[\u202a-\u202e\u2066-\u2069]+|[\u{e0000}-\u{e007f}]+|(?![\n\t])\p{Cc}/gu;

/** Characters beside which joiners and marks of direction have their use: Arabic, Hebrew and Indic scripts, and emoji. */
const NEAR = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Extended_Pictographic}]/u;

export function* invisibleCharacters(document: Document): Generator<Fault> {
  for (const find of document.find(HIDDEN, "source")) {
    const { at, found } = find;
    const around = find.before(3) + find.after(3);
    const isMark = /[\u200c-\u200f]/.test(found);
    if (isMark && (NEAR.test(around) || /^(?:ar|fa|he|ur)/.test(find.passage.lang))) continue;
    if (/[\u{e0000}-\u{e007f}]/u.test(found) && /\p{Extended_Pictographic}/u.test(around)) continue;
    const isControl = /[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u.test(found);
    const isBreak = BREAK.test(found);
    const code = `U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
    yield {
      at,
      message: isControl
        ? `There is an invisible control character (${code}) here: the text may read differently from how it looks.`
        : `There is ${invisible[found] ?? "a control character"} (${code}) here, which nobody can see.`,
      ...(isControl
        ? { fix: "Delete it, and read the line again.", severity: "error" }
        : isBreak
          ? { fix: "Begin a new line in its place.", replacement: "\n" }
          : { fix: "Delete it.", replacement: "" }),
    };
  }
}

/** Cyrillic letters and the Latin ones they look like. */
const CYRILLIC = "АВЕЅІЈКМНОРСТУХаеѕіјорсухҮһԁԛԝ";
const LATIN = "ABESIJKMHOPCTYXaesijopcyxYhdqw";

const TOUCHING = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;
const MIXED =
  /(?=\p{L}*\p{Script=Latin})(?=\p{L}*\p{Script=Cyrillic})(?<!\p{L})[\p{Script=Latin}\p{Script=Cyrillic}]+/gu;

export function* homoglyphs(document: Document): Generator<Fault> {
  for (const passage of document.passages) {
    if (!TOUCHING.test(passage.text)) continue;
    for (const { at, found } of document.findIn(passage, MIXED)) {
      const meant = inOneScript(found);
      if (meant === undefined) continue;
      yield {
        at,
        message: `“${found}” mixes Latin and Cyrillic letters that look the same.`,
        fix: "Type the word again with one keyboard layout.",
        replacement: meant,
      };
    }
  }
  for (const link of document.links) {
    const host = URL.canParse(link.url) ? domainToUnicode(new URL(link.url).hostname) : "";
    const letters = host.split(".").slice(0, -1).join("");
    const isMixed = /\p{Script=Latin}/u.test(letters) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letters);
    const isDisguised =
      /^[A-Za-z]+$/.test(host.split(".").at(-1) ?? "") &&
      /\p{Script=Cyrillic}/u.test(letters) &&
      [...letters].every((letter) => CYRILLIC.includes(letter) || /[\d-]/.test(letter));
    if (!isMixed && !isDisguised) continue;
    yield {
      at: document.link(link),
      message: `The address ${host} is written with letters of two scripts: it is not the site that it looks like.`,
      fix: "Type the address again, or delete the link.",
    };
  }
}

/** The word with the letters of the rarer script replaced by those they look like; undefined where one looks like none. */
function inOneScript(word: string): string | undefined {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const [from, to, other] =
    latin * 2 >= word.length ? [CYRILLIC, LATIN, /\p{Script=Cyrillic}/u] : [LATIN, CYRILLIC, /\p{Script=Latin}/u];
  const letters = [...word].map((letter) => (other.test(letter) ? to[from.indexOf(letter)] : letter));
  return letters.includes(undefined) ? undefined : letters.join("");
}

export function* spaces(document: Document): Generator<Fault> {
  const prose = document.passages.filter(({ kind, from }) => kind !== "row" && typeof from === "number");
  const before = /^fr/.test(document.lang) ? "[,.)]" : "[,.;:!?)]";
  const pattern = new RegExp(
    `(?<=[^\\s\\ue000])[ \\u00a0]{2,7}(?=[^\\s\\ue000])|(?<=[\\p{L}\\p{N}"”»)\\ue000])[ \\u00a0]+(?=${before}(?:\\s|$))(?!\\.\\.)`,
    "gu",
  );
  const mended = rewritten(document, prose, pattern, (_, next) => (/[,.;:!?)]/.test(next) ? "" : " "));
  if (!mended) return;
  const { first, count, edit } = mended;
  const more = count > 1 ? `, and in ${count - 1} more ${count === 2 ? "place" : "places"} of this text` : "";
  yield {
    at: first,
    message: `There is a space too many here${more}.`,
    fix: "Delete it, or run the check with --fix.",
    edit,
  };
}

/**
 * Letters of a typesetting program (`ﬁ`, Arabic letters in the form that they have in a word) and of mathematics (`𝗕𝗼𝗹𝗱`), as they come out of a PDF
 * or a generator of bold letters. The Arabic ones that stand for whole phrases (ﷺ) and brackets are right.
 */
const FORMS = /[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc\u{1d400}-\u{1d7ff}]+/gu;

export function* unicodeForm(document: Document): Generator<Fault> {
  for (const { at, found } of document.find(FORMS)) {
    const plain = found.normalize("NFKC");
    yield {
      at,
      message: `“${found}” looks like “${plain}”, but is made of other characters: searches do not find it, and who hears the page may hear something else.`,
      fix: "Run the check with --fix, which writes plain letters.",
      replacement: plain,
    };
  }
  if (document.text.normalize("NFC") === document.text) return;
  const written = document.passages.filter(({ from }) => typeof from === "number");
  const composed = rewritten(document, written, /\P{M}\p{M}+/gu, (found) => found.normalize("NFC"));
  if (!composed || document.text.slice(composed.edit.from, composed.edit.to) === composed.edit.text) return;
  yield {
    at: composed.first,
    message: "Some letters of this text are written as two characters, a letter and its accent.",
    fix: "Run the check with --fix, which makes one character of them (Unicode form NFC).",
    edit: composed.edit,
  };
}

/** Every find of a pattern in blocks of the text, and one edit that mends all of them; undefined where there is none. */
export function rewritten(
  document: Document,
  passages: readonly Passage[],
  pattern: RegExp,
  replace: (found: string, next: string) => string,
): { readonly first: Spot; readonly count: number; readonly edit: Edit } | undefined {
  const finds = passages.flatMap((passage) => [...document.findIn(passage, pattern)]);
  const first = finds[0]?.at;
  if (!first) return undefined;
  let text = "";
  let from = first.offset;
  for (const find of finds) {
    const { offset, length } = find.at;
    text += document.text.slice(from, offset) + replace(find.found, find.after(1));
    from = offset + length;
  }
  return { first, count: finds.length, edit: { from: first.offset, to: from, text } };
}
