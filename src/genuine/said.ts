import { ENTRY, lineWords, saidOf } from "../text/plain-words.ts";

/** What is neither a letter that has one form only, apart from capitals, nor a mark between such letters. Without it, nothing in a line is an address or a picture. */
const SPECIAL = /[^: \t\u00a0\u202f\w!"#&'()*+,./;<>?–—«»“”‘’…·%$€£°À-ÖØ-Þà-öø-ÿА-яЁёІіЇїЎўҐґ-]/;

/** An address between spaces or brackets: no form of a text must have it. */
const ADDRESS = /(?<![^ (])(?:https?:\/\/[\w!#$%&'*+,./:;=?@~-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)(?![^ )])/g;

/** What a character of a line is. A colon must stand before a space, a dash before a digit. */
const [APART, LETTER, SIGN, DASH, COLON, OTHER] = [0, 1, 2, 3, 4, 5];

/** The characters up to the last that is known: €. */
const KINDS = Uint8Array.from({ length: 0x20ad }, (_, code) => {
  const character = String.fromCharCode(code);
  if (SPECIAL.test(character)) return OTHER;
  if (/[a-z\dà-öø-ÿа-яёіїўґ]/.test(character.toLowerCase())) return LETTER;
  return /[%$€£°]/.test(character) ? SIGN : /[–-]/.test(character) ? DASH : character === ":" ? COLON : APART;
});

/** Returns the words that every form of a text has, as `wordsOf()` finds them: faster, because a site has ten thousand texts. `known` are those of lines. */
export function saidIn(text: string, known = new Map<string, readonly string[]>()): string[] {
  const said: string[] = [];
  for (const line of text.split(text.includes("\r") ? /\r\n?|\n/ : "\n")) {
    const words = known.get(line) ?? saidOn(line);
    known.set(line, words);
    // Much faster than flatMap().
    for (const word of words) said.push(word);
  }
  return said;
}

function saidOn(line: string): readonly string[] {
  const words = usualWords(/[:@]/.test(line) ? line.replace(ADDRESS, "") : line);
  if (!words) return saidOf(lineWords(line));
  return ENTRY.test(line) ? words.slice(1) : words;
}

/** Returns the words of a line, character by character; undefined if any is special. */
function usualWords(line: string): string[] | undefined {
  const small = line.toLowerCase();
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at < line.length; at++) {
    const kind = KINDS[line.charCodeAt(at)] ?? OTHER;
    if (kind === LETTER) {
      if (from === -1) from = at;
      continue;
    }
    if (kind === OTHER || (kind === COLON && /\S/.test(line.charAt(at + 1)))) return undefined;
    if (from !== -1) words.push(small.slice(from, at));
    if (kind === SIGN) words.push(line.charAt(at));
    else if (kind === DASH && from === -1 && /\d/.test(line.charAt(at + 1))) words.push("-");
    from = -1;
  }
  if (from !== -1) words.push(small.slice(from));
  return words;
}

/** What `sketchOf()` has, whose file would be larger for browsers if others asked it. */
const ROW = 5;
const WINDOW = 16;

/** Returns the numbers by which a text is found, as `sketchOf()` does: faster, for the same reason. */
export function sketchIn(said: readonly string[]): number[] {
  const rows = rowsIn(said);
  const found = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from === 0 || from + WINDOW <= rows.length; from++) {
    // Only the last row of a window is new, unless the smallest one has just left it.
    const isLeft = from === 0 || rows[from - 1] === least;
    least = isLeft ? Math.min(...rows.slice(from, from + WINDOW)) : Math.min(least, rows[from + WINDOW - 1] ?? least);
    found.add(least);
  }
  return [...found];
}

/** Returns the numbers of all rows of words: rows are parts of one text, so that none is a text of its own. */
function rowsIn(said: readonly string[]): number[] {
  const text = said.join(" ");
  const ends: number[] = [];
  let end = -1;
  for (const { length } of said) {
    end += 1 + length;
    ends.push(end);
  }
  const rows: number[] = [];
  let from = 0;
  for (const last of ends.slice(Math.min(ROW, said.length) - 1)) {
    let hash = 0x811c9dc5;
    for (let at = from; at < last; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    rows.push(hash >>> 0);
    from = (ends[rows.length - 1] ?? 0) + 1;
  }
  return rows;
}
