import { eastAsianWidth } from "get-east-asian-width";

/** Columns of a line of plain text: what mail programs and terminals show without breaking it once more (RFC 5322). */
const COLUMNS = 72;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A text without blanks between its words may be broken before and after each sign, but not beside its punctuation. */
const SIGNS = new RegExp(
  `[（《「『【〔〈“‘]*(?:${CJK.source}|[^（《「『【〔〈“‘\\p{Script=Han}]+?(?=${CJK.source}|[（《「『【〔〈“‘]|$))[、。，．：；！？）》」』】〕〉”’…—]*`,
  "gu",
);

/** How many columns a text takes: Chinese and Japanese signs take two, marks on a letter none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    if (!/[\p{Mn}\p{Cf}]/u.test(sign)) width += eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide: false });
  return width;
}

/** Breaks a paragraph into lines; `first` stands before its first line, `rest` before all others. */
export function wrapped(paragraph: string, first = "", rest = first): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const pieces = CJK.test(word) ? (word.match(SIGNS) ?? [word]) : [word];
    for (const [index, piece] of pieces.entries()) {
      const gap = isEmpty || index > 0 ? "" : " ";
      if (!isEmpty && widthOf(line) + widthOf(gap + piece) > COLUMNS) {
        lines.push(line);
        line = rest + piece;
      } else line += gap + piece;
      isEmpty = false;
    }
  }
  return [...lines, line].join("\n");
}
