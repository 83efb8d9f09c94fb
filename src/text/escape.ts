const CHARACTERS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Returns words as they stand in HTML and XML, attributes in double quotes included. In templates Nunjucks escapes. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"]/g, (character) => CHARACTERS[character] ?? "");
}

/** Spaces at which a line may break. */
export const SPACES = /[^\S\u00a0\u202f]+/g;

/** What Markdown takes for a mark anywhere in a line: entities, the tags it knows, the beginnings of links among it. */
const MARKS = /[\\`*_[\]~]|<(?=[a-z/!?])|&(?=#|[a-z\d]+;)/gi;

/** What it takes for one at the beginning of a line. */
const FIRST = /^(\d{0,9})(?=[#=+\->|:]|(?<=\d)[.)])/;

/** Returns words as Markdown that shows them as they are, on one line, wherever the line begins: nothing in them is taken for a mark. */
export function escapeMarkdown(words: string): string {
  return escapeLineStart(escapeMarks(words));
}

/** Returns the same for words inside a line. */
export function escapeMarks(words: string): string {
  return words.replace(SPACES, " ").replace(MARKS, "\\$&");
}

/** Returns a line of Markdown that is no heading, list, quote or table whatever it begins with. */
export function escapeLineStart(line: string): string {
  return line.replace(FIRST, "$1\\");
}
