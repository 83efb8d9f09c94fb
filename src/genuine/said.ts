import { ENTRY, lineWords, saidOf } from "../text/plain-words.ts";

/** Characters by their codes: 1 for a letter that has one form only, apart from capitals, and for a mark between such letters. A table is faster than a pattern. */
const PLAIN = Uint8Array.from({ length: 0x2200 }, (_, code) =>
  /[: \t\u00a0\u202f\w!"#&'()*+,./;<>?–—«»“”‘’…·%$€£°À-ÖØ-Þà-öø-ÿА-яЁёІіЇїЎўҐґ-]/.test(String.fromCharCode(code))
    ? 1
    : 0,
);

/** Whether nothing in a line is an address or a picture, or can be written in two ways. */
function isPlain(line: string): boolean {
  for (let at = 0; at < line.length; at++) if (PLAIN[line.charCodeAt(at)] !== 1) return false;
  return !/:\S/.test(line);
}

/** An address between spaces or brackets: no form of a text must have it. */
const ADDRESS = /(?<![^ (])(?:https?:\/\/[\w!#$%&'*+,./:;=?@~-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)(?![^ )])/g;

/** A word of such a line in small letters. */
const WORD = /[a-z\dà-öø-ÿа-яёіїўґ]+|[%$€£°]|(?<![a-z\dà-öø-ÿа-яёіїўґ])-(?=\d)/g;

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
  const rest = /[:@]/.test(line) ? line.replace(ADDRESS, "") : line;
  if (!isPlain(rest)) return saidOf(lineWords(line));
  const words = rest.replaceAll("–", "-").toLowerCase().match(WORD) ?? [];
  return ENTRY.test(line) ? words.slice(1) : words;
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
