/** A paragraph of Markdown as one line of plain words, its marks left out: quick, for descriptions and data. */
export function withoutMarks(paragraph: string): string {
  return paragraph
    .replace(/[*_`]|(?::[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?\[([^\]]*)\](?:\([^)]*\))?/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The first sentence of a Markdown text without its marks, for descriptions that nobody wrote; at most 300 characters. */
export function firstSentence(body: string): string {
  const plain = withoutMarks(body.split(/\n\s*\n/).find((block) => /^[^#>|`!-]/.test(block)) ?? "");
  const sentence = /^.{40,}?[.!?。](?=\s|$)/.exec(plain)?.[0] ?? plain;
  return sentence.length > 300 ? `${sentence.slice(0, sentence.lastIndexOf(" ", 297))} …` : sentence;
}
