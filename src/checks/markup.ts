/** Stands for a letter of markup: nothing a reader sees. A private character that no keyboard writes. */
export const BLANK = "\ue000";

const CODE = /(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g;

/** What is markup, not words, inside a line; where there is a group, it is the words and stays. */
const markup: readonly RegExp[] = [
  CODE,
  /\{\{[<%][\s\S]*?[>%]\}\}/g,
  /!\[[^\]]*\]\([^)]*\)/g,
  /\[((?:[^[\]]|\[[^\]]*\])*)\]\((?:<[^>]*>|(?:[^()\s]|\([^()]*\))*)(?:\s+["'(][^\n]*?["')])?\s*\)/g,
  /\[([^\]]*)\]\[[^\]]*\]/g,
  /^\[[^\]]+\]:\s+\S+.*$/gm,
  /<!--[\s\S]*?-->/g,
  /<\/?[a-z][^<>]*>/gi,
  /<(?:https?|mailto):[^>]*>/g,
  /(?:https?:\/\/|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]]/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\[[^\]]*\]/g,
  /&(?:[a-z]+|#\d+|#x[\da-f]+);/gi,
  /\\(?=[\\`*_{}[\]()#+.!|>~-])/g,
  /\*+|~~|(?<![\p{L}\d])_+|_+(?![\p{L}\d])/gu,
];

/** What is markup at the start or end of a line: signs of quotes, lists and headings, the bars of a table. */
const signs: readonly RegExp[] = [
  /^(?: {0,3}> ?)+/gm,
  /^\s*(?:[-*+]|\d{1,9}[.)])(?=\s)/gm,
  /^\s*#{1,6}(?=\s)|\s#+$/gm,
  /^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/gm,
];

const blank = (words: string) => words.replace(/[^\n]/g, BLANK);

/** A piece of Markdown with all that is no words blanked out: each letter stays where it was. */
export function wordsOf(source: string): string {
  let words = source;
  for (const pattern of signs) words = words.replace(pattern, blank);
  for (const pattern of markup) {
    words = words.replace(pattern, (whole: string, kept: unknown) => {
      if (typeof kept !== "string" || /^`+$/.test(kept)) return blank(whole);
      const at = whole.indexOf(kept);
      return blank(whole.slice(0, at)) + kept + blank(whole.slice(at + kept.length));
    });
  }
  return words;
}

/** A piece of Markdown with its code blanked out, in lines and in blocks. */
export function withoutCode(source: string): string {
  return source.includes("`") ? source.replace(CODE, blank) : source;
}

/** A link of a text, with where it stands. */
export interface Link {
  /** What a reader sees. */
  readonly words: string;
  readonly url: string;
  /** Where the link, and where its address, begins. */
  readonly offset: number;
  readonly urlOffset: number;
  readonly length: number;
}

const LINK =
  /(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\(\s*(?:<([^>\n]*)>|((?:[^()\s]|\([^()]*\))+))|<(https?:[^>\s]+|mailto:[^>\s]+)>|https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]*_]/gi;

/** The links of a piece of Markdown, bare addresses included; none inside code. */
export function linksOf(source: string): Link[] {
  return [...withoutCode(source).matchAll(LINK)].map((found) => {
    const [whole, words, pointed, bracketed, auto] = found;
    const url = pointed ?? bracketed ?? auto ?? whole;
    return {
      words: (words ?? url).trim(),
      url,
      offset: found.index,
      urlOffset: found.index + whole.lastIndexOf(url),
      length: whole.length,
    };
  });
}
