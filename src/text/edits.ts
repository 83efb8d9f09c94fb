/** Replacements of single characters of a text, by their index. */
export type Edits = Map<number, string>;

/** Applies edits to a text that begins at index `from` of the text they were made for. */
export function edited(text: string, edits: Edits, from = 0): string {
  let made = "";
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const put = edits.get(from + at);
    if (put === undefined) continue;
    made += text.slice(done, at) + put;
    done = at + 1;
  }
  return done === 0 ? text : made + text.slice(done);
}
