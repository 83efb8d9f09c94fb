import { eastAsianWidth } from "get-east-asian-width";

/** Columns of a line of plain text: what mail programs and terminals show without breaking it once more (RFC 5322). */
const COLUMNS = 72;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A text without blanks between its words may be broken before and after each sign, but not beside its punctuation. */
const SIGNS = new RegExp(
  `[（《「『【〔〈“‘]*(?:${CJK.source}|[^（《「『【〔〈“‘\\p{Script=Han}]+?(?=${CJK.source}|[（《「『【〔〈“‘]|$))[、。，．：；！？）》」』】〕〉”’…—]*`,
  "gu",
);

/** Latin, Greek and Cyrillic letters and their punctuation: one column each. */
const PLAIN = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u20ac]*$/;

/** How many columns a text takes: Chinese and Japanese signs take two, marks on a letter none. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of text)
    if (!/[\p{Mn}\p{Cf}]/u.test(sign)) width += eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide: false });
  return width;
}

/** Where a line may end: not at the blanks that French puts inside its quotation marks and before its colon. */
const BLANKS = /[^\S\u00a0\u202f]+/;

/** Breaks a paragraph into lines; `first` stands before its first line, `rest` before all others. */
export function wrapped(paragraph: string, first = "", rest = first): string {
  const lines: string[] = [];
  let line = first;
  let width = widthOf(first);
  let isEmpty = true;
  for (const word of paragraph.split(BLANKS).filter(Boolean)) {
    const pieces = CJK.test(word) ? (word.match(SIGNS) ?? [word]) : [word];
    for (const [index, piece] of pieces.entries()) {
      const gap = isEmpty || index > 0 ? "" : " ";
      const more = gap.length + widthOf(piece);
      if (!isEmpty && width + more > COLUMNS) {
        lines.push(line);
        line = rest + piece;
        width = widthOf(line);
      } else {
        line += gap + piece;
        width += more;
      }
      isEmpty = false;
    }
  }
  return [...lines, line].join("\n");
}
