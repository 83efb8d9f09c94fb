import type { Document, Passage, Spot } from "./document.ts";
import type { Edit } from "./finding.ts";

/** Every match of a pattern in blocks of the text, and one edit that mends all of them; undefined where there is none. */
export function rewrite(
  document: Document,
  passages: readonly Passage[],
  pattern: RegExp,
  replace: (found: string, next: string) => string,
): { readonly first: Spot; readonly count: number; readonly edit: Edit } | undefined {
  const matches = passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map(({ 0: found, index }) => ({
      ...document.in(passage, index, found.length),
      instead: replace(found, passage.text[index + found.length] ?? ""),
    })),
  );
  const [first] = matches;
  const last = matches.at(-1);
  if (!first || !last) return undefined;
  let text = "";
  let at = first.offset;
  for (const { offset, length, instead } of matches) {
    text += document.text.slice(at, offset) + instead;
    at = offset + length;
  }
  return { first, count: matches.length, edit: { from: first.offset, to: last.offset + last.length, text } };
}
